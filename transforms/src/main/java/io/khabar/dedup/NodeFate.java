package io.khabar.dedup;

/**
 * What resolving the edges says of a node.
 *
 * @param keptStoryId the story that stays for this node's cluster
 * @param keptNode whether it is this node's own
 * @param similarity of this node to the kept one's, 1.0 for itself
 * @param clusterSize stories of the cluster, the kept one included
 */
record NodeFate(Node node, String keptStoryId, boolean keptNode, double similarity, String clusterId, int clusterSize) {}
