package io.khabar.dedup;

/**
 * A candidate pair of nodes.
 *
 * @param guest the one whose signature travels to be compared: an anchor, for it has many to visit
 * @param host the other one
 * @param update whether the two are versions of one URL: their likeness is wanted even when it is small
 */
record Pair(Node guest, Node host, boolean update) {
  /** The same pair with the other one travelling. */
  Pair turned() {
    return new Pair(host, guest, update);
  }
}
