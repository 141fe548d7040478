package io.khabar.dedup;

import io.khabar.model.DuplicateKind;

/**
 * What resolving the edges says of a node.
 *
 * @param kept the story that stays for this node's cluster
 * @param keptNode whether it is this node's own
 * @param kind why the node's stories leave, when it is not
 * @param similarity of this node to the kept one's, 1.0 for itself
 * @param clusterSize stories of the cluster, the kept one included
 */
record NodeFate(Node node, Rank kept, boolean keptNode, DuplicateKind kind, double similarity, int clusterSize) {}
