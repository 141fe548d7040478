package io.khabar.dedup;

/** A node with everything that verifying its likeness to others needs. */
record NodeSignature(Node node, int[] shingles, int[] numbers) {}
