package io.khabar.dedup;

import io.khabar.text.Hash64;
import java.nio.ByteBuffer;
import java.util.List;

/**
 * Which keys (nodes, bands, URLs) a run may hold, those of one partition: a Bloom filter (Bloom 1970). Years of earlier runs are read past it and what shares no
 * key with tonight's stories is let go where it is read, so it never enters a shuffle. It says yes too often, never no wrongly, so it changes no decision.
 *
 * @param partition of the keys
 * @param words the bits; a power of two of them
 */
record KeyFilter(int partition, long[] words) {
  private static final int PROBES = 7;

  /** Bits a key, at least: one in a hundred others passes. */
  private static final int BITS = 10;

  /** All partitions together take no more than this: 128 MB. */
  private static final long MOST_BITS = 1L << 30;

  /** An empty filter for some keys of one of {@code partitions}. */
  static KeyFilter sized(int partition, int partitions, int keys) {
    long wanted = Math.min((long) BITS * Math.max(1, keys), Math.max(64, MOST_BITS / partitions));
    int words = 1;
    while (words * 64L < wanted) {
      words *= 2;
    }
    return new KeyFilter(partition, new long[words]);
  }

  /** Gathers keys in plain bytes. Not thread-safe. */
  static final class Keys {
    private final PackBuffer buffer = new PackBuffer(64 * Long.BYTES);

    void add(long key) {
      buffer.room(Long.BYTES).putLong(key);
    }

    int size() {
      return buffer.size();
    }

    byte[] close() {
      return buffer.close();
    }
  }

  /** The filter of some packs of keys of one of {@code partitions}. */
  static KeyFilter of(int partition, int partitions, List<byte[]> packs) {
    long count = 0;
    for (byte[] pack : packs) {
      count += pack.length / Long.BYTES;
    }
    KeyFilter filter = sized(partition, partitions, (int) Math.min(Integer.MAX_VALUE, count));
    for (byte[] pack : packs) {
      ByteBuffer in = ByteBuffer.wrap(pack);
      while (in.hasRemaining()) {
        filter.add(in.getLong());
      }
    }
    return filter;
  }

  static int partition(long key, int partitions) {
    return (int) Long.remainderUnsigned(key, partitions);
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
}
