package io.khabar.dedup;

/**
 * A verified pair.
 *
 * @param near whether the two are copies
 * @param template whether figures alone tell them apart
 * @param update whether the two are versions of one URL
 */
record Edge(Node a, Node b, double jaccard, boolean near, boolean template, boolean update) {
  /**
   * A node at one end of edges.
   *
   * @param best rank of the member that stays
   * @param members stories of the node
   * @param superseded whether every member gives way to a later version
   */
  record Side(Node node, Rank best, int members, boolean superseded) {}
}
