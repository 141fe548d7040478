package io.khabar.text;

/**
 * A 64-bit hash of char sequences: FNV-1a over chars, closed with MurmurHash3's finaliser (Austin Appleby, public domain). Stable for ever:
 * signatures of earlier runs are compared with it. Not for ids of records, which are SHA-256 ({@link Ids}).
 */
public final class Hash64 {
  static final long OFFSET = 0xcbf29ce484222325L;
  private static final long PRIME = 0x100000001b3L;

  private Hash64() {}

  /** The hash of a text. */
  public static long of(CharSequence text) {
    long h = OFFSET;
    for (int i = 0; i < text.length(); i++) {
      h = step(h, text.charAt(i));
    }
    return mix(h);
  }

  static long step(long h, char c) {
    return (h ^ c) * PRIME;
  }

  static long of(char[] chars, int from, int to) {
    long h = OFFSET;
    for (int i = from; i < to; i++) {
      h = step(h, chars[i]);
    }
    return mix(h);
  }

  /** Joins two hashes; the order counts. */
  public static long join(long a, long b) {
    return mix(a * 0x9E3779B97F4A7C15L + b);
  }

  /** Spreads the bits of a number over all 64. */
  public static long mix(long h) {
    h ^= h >>> 33;
    h *= 0xff51afd7ed558ccdL;
    h ^= h >>> 33;
    h *= 0xc4ceb9fe1a85ec53L;
    h ^= h >>> 33;
    return h;
  }
}
