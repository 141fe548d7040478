package io.khabar.dedup;

import io.khabar.text.Hash64;

/**
 * A candidate pair of nodes, {@code a} before {@code b}.
 *
 * @param update whether the two are versions of one URL: their likeness is wanted even when it is small
 */
record Pair(Node a, Node b, boolean update) {
  Pair(Node a, Node b) {
    this(a, b, false);
  }

  static Pair of(Node x, Node y) {
    return x.compareTo(y) < 0 ? new Pair(x, y) : new Pair(y, x);
  }

  int partition(int n) {
    return (int) Long.remainderUnsigned(Hash64.join(a.hash(), b.hash()), n);
  }
}
