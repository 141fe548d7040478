package io.khabar.dedup;

import io.khabar.text.Hash64;
import java.util.Arrays;

/**
 * Bands of MinHash values (Broder 1997; banding as in Leskovec, Rajaraman and Ullman, Mining of Massive Datasets, 3.4): two shingle sets of similarity s
 * share a band with probability {@code 1 - (1 - s^5)^25}, which is 0.99995 at 0.80 and 0.87 at 0.60.
 */
final class MinHash {
  static final int BANDS = 25;
  static final int ROWS = 5;

  /** Sets smaller than this say too little for a band. */
  static final int LEAST_SHINGLES = 12;

  private static final int[] MULTIPLY = new int[BANDS * ROWS];
  private static final int[] ADD = new int[BANDS * ROWS];

  static {
    for (int i = 0; i < MULTIPLY.length; i++) {
      MULTIPLY[i] = (int) Hash64.mix(2L * i + 1) | 1;
      ADD[i] = (int) Hash64.mix(2L * i + 2);
    }
  }

  private MinHash() {}

  /** The band hashes of a shingle set; none for a set too small. */
  static long[] bands(int[] shingles) {
    if (shingles.length < LEAST_SHINGLES) {
      return new long[0];
    }
    int[] least = new int[BANDS * ROWS];
    Arrays.fill(least, Integer.MAX_VALUE);
    for (int shingle : shingles) {
      // an odd multiplier permutes the 32-bit numbers; the shift mixes high bits into low ones first
      int x = shingle ^ (shingle >>> 15);
      for (int i = 0; i < least.length; i++) {
        int h = x * MULTIPLY[i] + ADD[i];
        h ^= h >>> 13;
        least[i] = Math.min(least[i], h);
      }
    }
    long[] bands = new long[BANDS];
    for (int b = 0; b < BANDS; b++) {
      long h = b + 1;
      for (int r = 0; r < ROWS; r++) {
        h = Hash64.join(h, least[b * ROWS + r]);
      }
      bands[b] = h;
    }
    return bands;
  }
}
