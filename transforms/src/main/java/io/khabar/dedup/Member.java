package io.khabar.dedup;

/**
 * A story of a node.
 *
 * @param superseded whether it gives way to another version of its URL
 */
record Member(Node node, Rank rank, boolean superseded) {}
