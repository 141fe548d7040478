package io.khabar.dedup;

import io.khabar.coder.KeyedPack;
import io.khabar.coder.RecordCoder;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * What a bundle's stories tell each shuffle, packed by partition in the step that computes it: an element for each band or story would cost the engine more than
 * the signature itself.
 */
final class SignaturePacks {
  /** What a pack holds, and by whose partition it goes. */
  enum Kind {
    /** {@link BandPack}s, by band. */
    BANDS,
    /** Signatures, by node. */
    NODES,
    /** {@link Member}s, by node. */
    MEMBERS,
    /** Versions, by URL. */
    VERSIONS,
    /** Keys by which stories of earlier runs may meet these, by {@link KeyFilter}. */
    KEYS
  }

  /** How many nodes a bundle remembers, so that a dump of equal texts sends their shingles and bands a few times only. */
  private static final int REMEMBERED = 20_000;

  /** Takes a finished pack. */
  interface Sink {
    void output(Kind kind, int partition, byte[] pack);
  }

  private final int partitions;
  private final boolean keys;
  /** The best merit told of each node. */
  private final Map<Node, Long> seen = new HashMap<>();
  private final TreeMap<Integer, BandPack.Writer> bands = new TreeMap<>();
  private final TreeMap<Integer, KeyedPack.Writer<StorySignature>> nodes = new TreeMap<>();
  private final TreeMap<Integer, KeyedPack.Writer<Member>> members = new TreeMap<>();
  private final TreeMap<Integer, KeyedPack.Writer<Version>> versions = new TreeMap<>();
  private final TreeMap<Integer, KeyFilter.Keys> filterKeys = new TreeMap<>();

  /** Empty packs. {@code keys} says whether {@link #KEYS} are wanted. */
  SignaturePacks(int partitions, boolean keys) {
    this.partitions = partitions;
    this.keys = keys;
  }

  /** Adds a story; a node's shingles go with its first story only, its bands with those that are better than all before. */
  void add(StorySignature signature, Sink out) {
    Node node = signature.node();
    int home = node.partition(partitions);
    KeyedPack.Writer<Member> mine = writer(members, home, () -> new KeyedPack.Writer<>(RecordCoder.of(Member.class)));
    mine.add(node.hi(), new Member(node, signature.rank()));
    if (mine.size() >= KeyedPack.RAW_BYTES) {
      out.output(Kind.MEMBERS, home, mine.close());
    }
    long merit = signature.rank().merit();
    Long told = seen.get(node);
    KeyedPack.Writer<StorySignature> full = writer(nodes, home, () -> new KeyedPack.Writer<>(RecordCoder.of(StorySignature.class)));
    full.add(node.hi(), told == null ? signature : signature.withoutShingles());
    if (full.size() >= KeyedPack.RAW_BYTES) {
      out.output(Kind.NODES, home, full.close());
    }
    // a better copy tells its bands again: the best of a node must not depend on how stories fall into bundles
    if (told == null || Long.compareUnsigned(merit, told) < 0) {
      if (seen.size() >= REMEMBERED) {
        seen.clear();
      }
      seen.put(node, merit);
      addBands(signature, merit, out);
    }
  }

  private void addBands(StorySignature signature, long merit, Sink out) {
    int figures = Arrays.hashCode(signature.numbers());
    key(signature.node().hash(), out);
    for (long band : MinHash.bands(signature.shingles())) {
      int at = (int) Long.remainderUnsigned(band, partitions);
      BandPack.Writer writer = writer(bands, at, BandPack.Writer::new);
      writer.add(band, signature.node(), signature.rank().known(), figures, merit);
      if (writer.size() >= BandPack.BYTES) {
        out.output(Kind.BANDS, at, writer.close());
      }
      key(band, out);
    }
  }

  /** Adds a version of an URL. */
  void add(Version version, Sink out) {
    int at = (int) Long.remainderUnsigned(version.url(), partitions);
    KeyedPack.Writer<Version> writer = writer(versions, at, () -> new KeyedPack.Writer<>(RecordCoder.of(Version.class)));
    writer.add(version.url(), version);
    if (writer.size() >= KeyedPack.RAW_BYTES) {
      out.output(Kind.VERSIONS, at, writer.close());
    }
    key(version.url(), out);
  }

  private void key(long key, Sink out) {
    if (keys) {
      int at = KeyFilter.partition(key, partitions);
      KeyFilter.Keys writer = writer(filterKeys, at, KeyFilter.Keys::new);
      writer.add(key);
      if (writer.size() >= BandPack.BYTES) {
        out.output(Kind.KEYS, at, writer.close());
      }
    }
  }

  private static <W> W writer(TreeMap<Integer, W> writers, int at, Supplier<W> empty) {
    W writer = writers.get(at);
    if (writer == null) {
      writer = empty.get();
      writers.put(at, writer);
    }
    return writer;
  }

  /** Hands on what is left. */
  void close(Sink out) {
    bands.forEach((at, writer) -> flush(Kind.BANDS, at, writer.size(), writer::close, out));
    versions.forEach((at, writer) -> flush(Kind.VERSIONS, at, writer.size(), writer::close, out));
    filterKeys.forEach((at, writer) -> flush(Kind.KEYS, at, writer.size(), writer::close, out));
    nodes.forEach((at, writer) -> flush(Kind.NODES, at, writer.size(), writer::close, out));
    members.forEach((at, writer) -> flush(Kind.MEMBERS, at, writer.size(), writer::close, out));
  }

  private static void flush(Kind kind, int at, int size, Supplier<byte[]> pack, Sink out) {
    if (size > 0) {
      out.output(kind, at, pack.get());
    }
  }
}
