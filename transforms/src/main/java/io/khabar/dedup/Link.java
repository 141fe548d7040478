package io.khabar.dedup;

/**
 * That two nodes belong to one component, or that a node belongs to the component of that name. Nodes are named by the upper half of their hash: two that share
 * it at worst share a component, which changes no decision.
 */
record Link(long node, long other) {}
