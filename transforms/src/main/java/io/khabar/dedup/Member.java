package io.khabar.dedup;

/** A story of a node. */
record Member(Node node, Rank rank) {}
