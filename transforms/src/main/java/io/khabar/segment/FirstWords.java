package io.khabar.segment;

/** A bit for the first word of each of some phrases: most words of a page begin none, and this says so from one small table instead of one look at each book. */
final class FirstWords {
  private static final int BITS = 16;

  private final long[] bits = new long[1 << BITS - 6];

  void add(long hash) {
    int bit = (int) (hash >>> 64 - BITS);
    bits[bit >>> 6] |= 1L << bit;
  }

  /** Whether a phrase may begin at a word; false is sure. A number may begin any. */
  boolean mayBegin(PageWords words, int word) {
    int bit = (int) (words.hash(word) >>> 64 - BITS);
    return (bits[bit >>> 6] >>> bit & 1) != 0 || words.isNumber(word);
  }
}
