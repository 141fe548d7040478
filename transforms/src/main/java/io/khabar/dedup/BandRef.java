package io.khabar.dedup;

/** A node in a bucket of the LSH table. */
record BandRef(long band, Node node) {}
