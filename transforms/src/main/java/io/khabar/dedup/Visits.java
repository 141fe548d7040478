package io.khabar.dedup;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;

/**
 * Candidate pairs in plain arrays, each once, however often it is proposed: a crowd proposes some fifty pairs a node, and as objects, or told one by one, they
 * would be most of what deduplication holds and moves. Not thread-safe.
 */
final class Visits {
  private final Map<Node, Integer> places = new HashMap<>();
  private final List<Node> nodes = new ArrayList<>();
  /** The place of the guest, that of the host, and whether they are versions of one URL, in 31, 32 and 1 bits. */
  private long[] pairs = new long[256];

  private int size;

  /** Takes the visits of one guest; {@code updates} stands beside {@code hosts}. */
  interface Sink {
    void accept(Node guest, List<Node> hosts, boolean[] updates);
  }

  /** Adds a pair, or adds to what is known of it. */
  void add(Pair pair) {
    add(pair.guest(), pair.host(), pair.update());
  }

  private void add(Node guest, Node host, boolean update) {
    if (size == pairs.length) {
      pairs = Arrays.copyOf(pairs, size + (size >> 1));
    }
    pairs[size++] = (long) place(guest) << 33 | (long) place(host) << 1 | (update ? 1 : 0);
  }

  private int place(Node node) {
    Integer known = places.putIfAbsent(node, nodes.size());
    if (known != null) {
      return known;
    }
    nodes.add(node);
    return nodes.size() - 1;
  }

  /** How many pairs were added since the last call of {@link #close}, repeats among them. */
  int size() {
    return size;
  }

  /** All that travel. */
  Set<Node> guests() {
    Set<Node> guests = new HashSet<>();
    for (int i = 0; i < size; i++) {
      guests.add(nodes.get((int) (pairs[i] >>> 33)));
    }
    return guests;
  }

  /** Hands on the visits, by guest, and forgets them. */
  void close(Sink sink) {
    Arrays.sort(pairs, 0, size);
    List<Node> hosts = new ArrayList<>();
    boolean[] updates = new boolean[16];
    for (int i = 0; i < size; i++) {
      boolean last = i + 1 == size || pairs[i + 1] >>> 33 != pairs[i] >>> 33;
      // of equal pairs the one of versions comes last
      if (last || pairs[i + 1] >>> 1 != pairs[i] >>> 1) {
        if (hosts.size() == updates.length) {
          updates = Arrays.copyOf(updates, 2 * hosts.size());
        }
        updates[hosts.size()] = (pairs[i] & 1) == 1;
        hosts.add(nodes.get((int) (pairs[i] >>> 1)));
      }
      if (last) {
        sink.accept(nodes.get((int) (pairs[i] >>> 33)), hosts, updates);
        hosts.clear();
      }
    }
    places.clear();
    nodes.clear();
    size = 0;
  }

  /** Adds the pairs of a pack of {@link Packs}. */
  void read(byte[] pack) {
    ByteBuffer in = ByteBuffer.wrap(pack);
    while (in.hasRemaining()) {
      Node guest = new Node(in.getLong(), in.getLong());
      for (int left = in.getInt(); left > 0; left--) {
        Node host = new Node(in.getLong(), in.getLong());
        add(guest, host, in.get() == 1);
      }
    }
  }

  /** Gathers visits by partition, in plain bytes: hashes do not compress. Not thread-safe. */
  static final class Packs {
    /** Packs are closed when they pass this. */
    private static final int BYTES = 1 << 18;

    private static final int NODE = 2 * Long.BYTES;

    private final PackBuffer[] buffers;
    private final BiConsumer<Integer, byte[]> out;

    Packs(int partitions, BiConsumer<Integer, byte[]> out) {
      this.buffers = new PackBuffer[partitions];
      this.out = out;
    }

    /** Adds the visits of a guest. */
    void add(int partition, Node guest, List<Node> hosts, boolean[] updates) {
      ByteBuffer to = room(partition, NODE + Integer.BYTES + hosts.size() * (NODE + 1));
      to.putLong(guest.hi()).putLong(guest.lo()).putInt(hosts.size());
      for (int i = 0; i < hosts.size(); i++) {
        to.putLong(hosts.get(i).hi()).putLong(hosts.get(i).lo()).put((byte) (updates[i] ? 1 : 0));
      }
      closeFull(partition);
    }

    private ByteBuffer room(int partition, int bytes) {
      if (buffers[partition] == null) {
        buffers[partition] = new PackBuffer(1 << 10);
      }
      return buffers[partition].room(bytes);
    }

    private void closeFull(int partition) {
      if (buffers[partition].size() >= BYTES) {
        out.accept(partition, buffers[partition].close());
      }
    }

    /** Hands on what is left. */
    void close() {
      for (int partition = 0; partition < buffers.length; partition++) {
        if (buffers[partition] != null && buffers[partition].size() > 0) {
          out.accept(partition, buffers[partition].close());
        }
      }
    }
  }
}
