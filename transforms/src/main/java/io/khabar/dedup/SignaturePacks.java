package io.khabar.dedup;

import io.khabar.coder.KeyedPack;
import io.khabar.coder.RecordCoder;
import io.khabar.dedup.Parcel.What;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * What a bundle's stories tell each shuffle, packed by partition in the step that computes it: an element for each band or story would cost the engine more than
 * the signature itself.
 */
final class SignaturePacks {
  /** How many nodes a bundle remembers, so that a dump of equal texts sends their shingles and bands a few times only. */
  private static final int REMEMBERED = 20_000;

  /** The place of a band that has been told. */
  private static final int TOLD = -1;

  /** Takes a finished pack. */
  interface Sink {
    void output(What what, int partition, byte[] pack);
  }

  private final int partitions;
  private final boolean keys;
  /** The best merit told of each node. */
  private final Map<Node, Long> seen = new HashMap<>();
  private final BandPack.Writer[] bands;
  private final KeyedPack.Writer<StorySignature>[] nodes;
  private final KeyedPack.Writer<Version>[] versions;
  private final KeyFilter.Keys[] filterKeys;

  /** Empty packs. {@code keys} says whether {@link What#KEYS} are wanted. */
  @SuppressWarnings("unchecked")
  SignaturePacks(int partitions, boolean keys) {
    this.partitions = partitions;
    this.keys = keys;
    bands = new BandPack.Writer[partitions];
    nodes = new KeyedPack.Writer[partitions];
    versions = new KeyedPack.Writer[partitions];
    filterKeys = new KeyFilter.Keys[partitions];
  }

  /** Adds a story; a node's shingles go with its first story only, its bands with those that are better than all before. */
  void add(StorySignature signature, Sink out) {
    Node node = signature.node();
    long merit = signature.rank().merit();
    Long told = seen.get(node);
    int home = node.partition(partitions);
    KeyedPack.Writer<StorySignature> mine = writer(nodes, home, () -> new KeyedPack.Writer<>(RecordCoder.of(StorySignature.class)));
    mine.add(node.hi(), told == null ? signature : signature.withoutShingles());
    if (mine.size() >= KeyedPack.BYTES) {
      out.output(What.SIGNATURES, home, mine.close());
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
    long[] all = MinHash.bands(signature.shingles());
    int[] places = new int[all.length];
    for (int i = 0; i < all.length; i++) {
      places[i] = (int) Long.remainderUnsigned(all[i], partitions);
      key(all[i], out);
    }
    // the bands of one partition go together
    long[] together = new long[all.length];
    for (int i = 0; i < all.length; i++) {
      int at = places[i];
      int count = 0;
      for (int j = i; at != TOLD && j < all.length; j++) {
        if (places[j] == at) {
          together[count++] = all[j];
          places[j] = TOLD;
        }
      }
      if (count > 0) {
        BandPack.Writer writer = writer(bands, at, BandPack.Writer::new);
        writer.add(together, count, signature.node(), signature.rank().known(), figures, merit);
        if (writer.size() >= BandPack.BYTES) {
          out.output(What.BANDS, at, writer.close());
        }
      }
    }
  }

  /** Adds a version of an URL. */
  void add(Version version, Sink out) {
    int at = (int) Long.remainderUnsigned(version.url(), partitions);
    KeyedPack.Writer<Version> writer = writer(versions, at, () -> new KeyedPack.Writer<>(RecordCoder.of(Version.class)));
    writer.add(version.url(), version);
    if (writer.size() >= KeyedPack.BYTES) {
      out.output(What.VERSIONS, at, writer.close());
    }
    key(version.url(), out);
  }

  private void key(long key, Sink out) {
    if (keys) {
      int at = KeyFilter.partition(key, partitions);
      KeyFilter.Keys writer = writer(filterKeys, at, KeyFilter.Keys::new);
      writer.add(key);
      if (writer.size() >= BandPack.BYTES) {
        out.output(What.KEYS, at, writer.close());
      }
    }
  }

  private static <W> W writer(W[] writers, int at, Supplier<W> empty) {
    if (writers[at] == null) {
      writers[at] = empty.get();
    }
    return writers[at];
  }

  /** Hands on what is left. */
  void close(Sink out) {
    for (int at = 0; at < partitions; at++) {
      if (bands[at] != null && bands[at].size() > 0) {
        out.output(What.BANDS, at, bands[at].close());
      }
      if (versions[at] != null && versions[at].size() > 0) {
        out.output(What.VERSIONS, at, versions[at].close());
      }
      if (nodes[at] != null && nodes[at].size() > 0) {
        out.output(What.SIGNATURES, at, nodes[at].close());
      }
      if (filterKeys[at] != null && filterKeys[at].size() > 0) {
        out.output(What.KEYS, at, filterKeys[at].close());
      }
    }
  }
}
