package io.khabar.dedup;

import io.khabar.text.Hash64;

/**
 * Which keys (nodes, bands, URLs) a run may hold: a Bloom filter (Bloom 1970). Years of earlier runs are read past it and what shares no key with tonight's
 * stories is let go where it is read, so it never enters a shuffle. It says yes too often, never no wrongly, so it changes no decision.
 *
 * @param words the bits; a power of two of them, or none for a filter that holds nothing
 */
record KeyFilter(long[] words) {
  private static final int PROBES = 7;
  private static final int MAX_BITS = 29;

  /** An empty filter of a size for some groups of about 2,500 stories: 128 KB each, 64 MB at most. */
  static KeyFilter sized(int groups) {
    int bits = 20;
    while (bits < MAX_BITS && 1L << (bits - 20) < groups) {
      bits++;
    }
    return new KeyFilter(new long[1 << (bits - 6)]);
  }

  void add(long key) {
    long h = Hash64.mix(key);
    long step = Hash64.mix(h) | 1;
    for (int i = 0; i < PROBES; i++) {
      long bit = (h + i * step) & (((long) words.length << 6) - 1);
      words[(int) (bit >>> 6)] |= 1L << bit;
    }
  }

  boolean mayHold(long key) {
    if (words.length == 0) {
      return false;
    }
    long h = Hash64.mix(key);
    long step = Hash64.mix(h) | 1;
    for (int i = 0; i < PROBES; i++) {
      long bit = (h + i * step) & (((long) words.length << 6) - 1);
      if ((words[(int) (bit >>> 6)] & 1L << bit) == 0) {
        return false;
      }
    }
    return true;
  }

  /** What any of some filters of one size holds. */
  static KeyFilter union(Iterable<KeyFilter> filters) {
    long[] all = new long[0];
    for (KeyFilter filter : filters) {
      if (all.length == 0) {
        all = filter.words.clone();
        continue;
      }
      for (int i = 0; i < filter.words.length; i++) {
        all[i] |= filter.words[i];
      }
    }
    return new KeyFilter(all);
  }
}
