package io.khabar.dedup;

import io.khabar.text.Hash64;

/** All stories whose match keys are equal, named by 128 bits of hash. */
record Node(long hi, long lo) implements Comparable<Node> {
  int partition(int n) {
    return partition(hi, n);
  }

  /** The partition of the nodes whose hash begins so. */
  static int partition(long hi, int n) {
    return (int) Long.remainderUnsigned(hi, n);
  }

  long hash() {
    return Hash64.join(hi, lo);
  }

  @Override
  public int compareTo(Node other) {
    int byHi = Long.compareUnsigned(hi, other.hi);
    return byHi != 0 ? byHi : Long.compareUnsigned(lo, other.lo);
  }
}
