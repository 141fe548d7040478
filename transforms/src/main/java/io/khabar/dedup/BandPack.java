package io.khabar.dedup;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

/**
 * Band references in plain bytes: 25 of them for every story are much of what deduplication moves, and hashes do not compress. A story's references to one
 * partition stand together behind what they share. Read back, they are grouped by band in arrays, and only buckets of several references become objects.
 */
final class BandPack {
  /** Packs are closed when they pass this. */
  static final int BYTES = 1 << 17;

  /** Node, merit, figures, whether it is known, and how many bands follow. */
  private static final int HEAD = 3 * Long.BYTES + Integer.BYTES + 2;

  private BandPack() {}

  /** Gathers references for one pack. Not thread-safe. */
  static final class Writer {
    private final PackBuffer buffer = new PackBuffer(32 * (HEAD + Long.BYTES));

    /** Adds the first {@code count} of some bands of a node, up to {@link MinHash#BANDS} of them. */
    void add(long[] bands, int count, Node node, boolean known, int figures, long merit) {
      ByteBuffer out = buffer.room(HEAD + count * Long.BYTES);
      out.putLong(node.hi()).putLong(node.lo()).putLong(merit).putInt(figures).put((byte) (known ? 1 : 0)).put((byte) count);
      for (int i = 0; i < count; i++) {
        out.putLong(bands[i]);
      }
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
      for (int from = 0; from < pack.length; from += HEAD + pack[from + HEAD - 1] * Long.BYTES) {
        count += pack[from + HEAD - 1];
      }
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
      int next;
      for (int from = 0; from < in.capacity(); from = next) {
        next = from + HEAD + in.get(from + HEAD - 1) * Long.BYTES;
        for (int b = from + HEAD; b < next; b += Long.BYTES) {
          long band = in.getLong(b);
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
    }
    for (int head : last) {
      if (head >= 0 && shared[head]) {
        List<BandRef> refs = new ArrayList<>(2);
        for (int i = head; i >= 0; i = before[i]) {
          refs.add(ref(bands[i], ByteBuffer.wrap(packs.get(pack[i])), place[i]));
        }
        sink.accept(refs);
      }
    }
  }

  private static BandRef ref(long band, ByteBuffer in, int from) {
    in.position(from);
    Node node = new Node(in.getLong(), in.getLong());
    long merit = in.getLong();
    int figures = in.getInt();
    return new BandRef(band, node, in.get() == 1, figures, merit);
  }
}
