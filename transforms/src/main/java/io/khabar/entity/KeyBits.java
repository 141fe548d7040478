package io.khabar.entity;

/** A bit for each of some hashes by their upper bits: what has none is not among them. A tenth of what is asked for in vain gets through where a tenth of the bits are set. */
final class KeyBits {
  private final long[] bits;
  private final int shift;

  /** Room for two to the power of {@code log} bits. */
  KeyBits(int log) {
    bits = new long[1 << log - 6];
    shift = 64 - log;
  }

  void add(long hash) {
    int bit = (int) (hash >>> shift);
    bits[bit >>> 6] |= 1L << bit;
  }

  /** Whether a hash may be among those added; false is sure. */
  boolean mayHave(long hash) {
    return bit(hash) != 0;
  }

  /** 1 for a hash that may be among those added, else 0. */
  int bit(long hash) {
    int bit = (int) (hash >>> shift);
    return (int) (bits[bit >>> 6] >>> bit & 1);
  }
}
