package io.khabar.dedup;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

/**
 * Band references in plain bytes: 25 of them for every story are most of what deduplication moves, and hashes do not compress. Read back, they are grouped by
 * band in arrays, and only buckets of several references become objects.
 */
final class BandPack {
  /** Packs are closed when they pass this. */
  static final int BYTES = 1 << 17;

  private static final int RECORD = 4 * Long.BYTES + Integer.BYTES + 1;

  private BandPack() {}

  /** Gathers references for one pack. Not thread-safe. */
  static final class Writer {
    private final PackBuffer buffer = new PackBuffer(32 * RECORD);

    void add(long band, Node node, boolean known, int figures, long merit) {
      buffer.room(RECORD).putLong(band).putLong(node.hi()).putLong(node.lo()).putLong(merit).putInt(figures).put((byte) (known ? 1 : 0));
    }

    int size() {
      return buffer.size();
    }

    byte[] close() {
      return buffer.close();
    }
  }

  /** Hands on, for every band that two or more references share, those references, in no particular order. */
  static void buckets(List<byte[]> packs, Consumer<List<BandRef>> sink) {
    int count = 0;
    for (byte[] pack : packs) {
      count += pack.length / RECORD;
    }
    long[] bands = new long[count];
    int[] pack = new int[count];
    int[] place = new int[count];
    // chains of equal bands: the slot of a band's hash names its last reference, each reference the one before it
    int[] last = new int[Math.max(16, Integer.highestOneBit(Math.max(1, count)) * 4)];
    int[] before = new int[count];
    boolean[] shared = new boolean[count];
    Arrays.fill(last, -1);
    int at = 0;
    for (int p = 0; p < packs.size(); p++) {
      ByteBuffer in = ByteBuffer.wrap(packs.get(p));
      for (int from = 0; from < in.capacity(); from += RECORD) {
        long band = in.getLong(from);
        int slot = (int) (band ^ band >>> 32) & (last.length - 1);
        while (last[slot] >= 0 && bands[last[slot]] != band) {
          slot = (slot + 1) & (last.length - 1);
        }
        bands[at] = band;
        pack[at] = p;
        place[at] = from;
        before[at] = last[slot];
        shared[at] = last[slot] >= 0;
        last[slot] = at++;
      }
    }
    for (int head : last) {
      if (head >= 0 && shared[head]) {
        List<BandRef> refs = new ArrayList<>(2);
        for (int i = head; i >= 0; i = before[i]) {
          refs.add(ref(ByteBuffer.wrap(packs.get(pack[i])), place[i]));
        }
        sink.accept(refs);
      }
    }
  }

  private static BandRef ref(ByteBuffer in, int from) {
    in.position(from);
    long band = in.getLong();
    Node node = new Node(in.getLong(), in.getLong());
    long merit = in.getLong();
    int figures = in.getInt();
    return new BandRef(band, node, in.get() == 1, figures, merit);
  }
}
