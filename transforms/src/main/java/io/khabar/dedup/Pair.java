package io.khabar.dedup;

/**
 * A candidate pair of nodes, {@code a} before {@code b}.
 *
 * @param update whether the two are versions of one URL: their likeness is wanted even when it is small
 * @param first whether {@code a} travels to {@code b} to be compared, or {@code b} to {@code a}: an anchor travels, for it has many to visit
 */
record Pair(Node a, Node b, boolean update, boolean first) {
  /** The pair of a node that travels and another one. */
  static Pair of(Node guest, Node host) {
    return guest.compareTo(host) < 0 ? new Pair(guest, host, false, true) : new Pair(host, guest, false, false);
  }

  Pair asUpdate() {
    return new Pair(a, b, true, first);
  }

  /** What two proposals of the same nodes amount to; both ends come to the same answer. */
  Pair and(Pair other) {
    return new Pair(a, b, update || other.update, first || other.first);
  }

  Node guest() {
    return first ? a : b;
  }

  Node host() {
    return first ? b : a;
  }
}
