package io.khabar.dedup;

import io.khabar.coder.Pack;
import io.khabar.coder.RecordCoder;
import io.khabar.model.Cluster;
import io.khabar.model.Document;
import io.khabar.model.Duplicate;
import io.khabar.model.DuplicateKind;
import io.khabar.model.ParsedPage;
import io.khabar.model.Story;
import io.khabar.model.StoryKind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.TupleTag;

/** The steps of {@link FindDuplicates}. */
final class DedupFns {
  static final TupleTag<StorySignature> SIGNATURES = new TupleTag<>() {};
  static final TupleTag<Version> VERSIONS = new TupleTag<>() {};
  static final TupleTag<NodeFate> FATES = new TupleTag<>() {};

  /** How many nodes a bundle remembers, so that a dump of equal texts sends their shingles and bands a few times only. */
  private static final int REMEMBERED = 20_000;

  private DedupFns() {}

  static StorySignature withoutShingles(StorySignature s) {
    return new StorySignature(s.node(), s.rank(), new int[0], new int[0]);
  }

  /** Stories to signatures and, main ones with a URL, to versions; a node's shingles go with its first story of a bundle only. */
  static final class SignFn extends DoFn<ParsedPage, StorySignature> {
    private static final long serialVersionUID = 1L;

    private final DedupConfig config;
    private transient Set<Node> seen;

    SignFn(DedupConfig config) {
      this.config = config;
    }

    @StartBundle
    public void startBundle() {
      seen = new HashSet<>();
    }

    @ProcessElement
    public void process(@Element ParsedPage page, MultiOutputReceiver out) {
      for (Story story : page.stories()) {
        StorySignature signature = Signatures.of(story, config.keep());
        boolean known = !seen.add(signature.node());
        out.get(SIGNATURES).output(known ? withoutShingles(signature) : signature);
        if (config.updates() != Updates.ALL && story.kind() == StoryKind.MAIN && UrlKey.of(story.url()) != UrlKey.NONE) {
          Document d = page.document();
          String place = String.format(Locale.ROOT, "%s\t%019d\t%019d", d.sourceUri(), d.recordOffset(), d.recordIndex());
          out.get(VERSIONS).output(Version.of(story, signature, d.fetchedAt(), place));
        }
        if (seen.size() > REMEMBERED) {
          seen.clear();
        }
      }
    }
  }

  /** Versions of a partition of URLs to stories that give way. */
  static final class ChainFn extends DoFn<KV<Integer, Iterable<byte[]>>, Superseded> {
    private static final long serialVersionUID = 1L;

    private final Updates updates;

    ChainFn(Updates updates) {
      this.updates = updates;
    }

    @ProcessElement
    public void process(@Element KV<Integer, Iterable<byte[]>> partition, OutputReceiver<Superseded> out) {
      Map<Long, List<Version>> urls = new HashMap<>();
      for (byte[] pack : partition.getValue()) {
        Pack.read(pack, RecordCoder.of(Version.class), v -> urls.computeIfAbsent(v.url(), k -> new ArrayList<>(1)).add(v));
      }
      for (List<Version> versions : urls.values()) {
        if (versions.size() > 1) {
          Chains.resolve(versions, updates, out::output);
        }
      }
    }
  }

  /** Signatures to bands. */
  static final class BandFn extends DoFn<StorySignature, BandRef> {
    private static final long serialVersionUID = 1L;

    @ProcessElement
    public void process(@Element StorySignature signature, OutputReceiver<BandRef> out) {
      int figures = Arrays.hashCode(signature.numbers());
      for (long band : MinHash.bands(signature.shingles())) {
        out.output(new BandRef(band, signature.node(), signature.rank().known(), figures));
      }
    }
  }

  /** Bands of a partition to candidate pairs, each once a partition. */
  static final class ProposeFn extends DoFn<KV<Integer, Iterable<byte[]>>, Pair> {
    private static final long serialVersionUID = 1L;

    @ProcessElement
    public void process(@Element KV<Integer, Iterable<byte[]>> partition, OutputReceiver<Pair> out) {
      Map<Long, List<BandRef>> buckets = new HashMap<>();
      for (byte[] pack : partition.getValue()) {
        Pack.read(pack, RecordCoder.of(BandRef.class), ref -> buckets.computeIfAbsent(ref.band(), k -> new ArrayList<>(2)).add(ref));
      }
      Set<Pair> pairs = new HashSet<>();
      for (List<BandRef> refs : buckets.values()) {
        if (refs.size() > 1) {
          Bucket.propose(refs, pairs::add);
        }
      }
      pairs.forEach(out::output);
    }
  }

  /** For every candidate pair, its sides' signatures, each from the partition that holds the node. */
  static final class AnswerFn extends DoFn<KV<Integer, Iterable<Parcel>>, Half> {
    private static final long serialVersionUID = 1L;

    private final int partitions;

    AnswerFn(int partitions) {
      this.partitions = partitions;
    }

    @ProcessElement
    public void process(@Element KV<Integer, Iterable<Parcel>> partition, OutputReceiver<Half> out) {
      List<byte[]> signatures = new ArrayList<>();
      Set<Pair> pairs = new HashSet<>();
      Set<String> superseded = new HashSet<>();
      for (Parcel parcel : partition.getValue()) {
        switch (parcel.what()) {
          case SIGNATURES -> signatures.add(parcel.pack());
          case PAIRS -> Pack.read(parcel.pack(), RecordCoder.of(Pair.class), pairs::add);
          case SUPERSEDED -> Pack.read(parcel.pack(), RecordCoder.of(Superseded.class), s -> superseded.add(s.storyId()));
          default -> throw new IllegalStateException("no place for " + parcel.what());
        }
      }
      Map<Node, List<Pair>> asked = new HashMap<>();
      for (Pair pair : pairs) {
        for (Node node : List.of(pair.a(), pair.b())) {
          if (node.partition(partitions) == partition.getKey()) {
            asked.computeIfAbsent(node, k -> new ArrayList<>(2)).add(pair);
          }
        }
      }
      if (asked.isEmpty()) {
        return;
      }
      Members members = new Members();
      Map<Node, StorySignature> fullest = new HashMap<>();
      for (byte[] pack : signatures) {
        Pack.read(
            pack,
            RecordCoder.of(StorySignature.class),
            s -> {
              if (asked.containsKey(s.node())) {
                members.add(s.node(), s.rank());
                fullest.merge(s.node(), s, (x, y) -> x.shingles().length >= y.shingles().length ? x : y);
              }
            });
      }
      asked.forEach(
          (node, mine) -> {
            StorySignature full = fullest.get(node);
            NodeSignature signature = new NodeSignature(members.side(node, superseded), full.shingles(), full.numbers());
            mine.forEach(pair -> out.output(new Half(pair, signature)));
          });
    }
  }

  /** Both sides of a pair to a verified edge, where they have enough in common. */
  static final class VerifyFn extends DoFn<KV<Integer, Iterable<byte[]>>, Edge> {
    private static final long serialVersionUID = 1L;

    @ProcessElement
    public void process(@Element KV<Integer, Iterable<byte[]>> partition, OutputReceiver<Edge> out) {
      Map<Pair, NodeSignature> waiting = new HashMap<>();
      Set<Pair> done = new HashSet<>();
      for (byte[] pack : partition.getValue()) {
        Pack.read(
            pack,
            RecordCoder.of(Half.class),
            half -> {
              if (done.contains(half.pair())) {
                return;
              }
              NodeSignature other = waiting.putIfAbsent(half.pair(), half.side());
              if (other != null && !other.node().equals(half.side().node())) {
                waiting.remove(half.pair());
                done.add(half.pair());
                boolean first = half.pair().a().equals(other.node());
                verify(half.pair(), first ? other : half.side(), first ? half.side() : other, out);
              }
            });
      }
    }

    private static void verify(Pair pair, NodeSignature a, NodeSignature b, OutputReceiver<Edge> out) {
      Likeness likeness = Likeness.of(a, b);
      if (likeness.related() || pair.update()) {
        out.output(new Edge(a.side(), b.side(), likeness.jaccard(), likeness.near(), likeness.template(), pair.update()));
      }
    }
  }

  /** All edges to the fates of their nodes and the relations of those that stay. */
  static final class ResolveFn extends DoFn<KV<Integer, Iterable<byte[]>>, NodeFate> {
    private static final long serialVersionUID = 1L;

    @ProcessElement
    public void process(@Element KV<Integer, Iterable<byte[]>> all, MultiOutputReceiver out) {
      Resolver resolver = new Resolver();
      for (byte[] pack : all.getValue()) {
        Pack.read(pack, RecordCoder.of(Edge.class), resolver::add);
      }
      resolver.resolve().forEach(out.get(FATES)::output);
      resolver.relations().forEach(out.get(FindDuplicates.RELATIONS)::output);
    }
  }

  /** Members of a node and its fate to rows. */
  static final class DecideFn extends DoFn<KV<Integer, Iterable<Parcel>>, Duplicate> {
    private static final long serialVersionUID = 1L;

    @ProcessElement
    public void process(@Element KV<Integer, Iterable<Parcel>> partition, MultiOutputReceiver out) {
      Members members = new Members();
      Map<Node, NodeFate> fates = new HashMap<>();
      Set<String> superseded = new HashSet<>();
      for (Parcel parcel : partition.getValue()) {
        switch (parcel.what()) {
          case SIGNATURES -> Pack.read(parcel.pack(), RecordCoder.of(StorySignature.class), s -> members.add(s.node(), s.rank()));
          case FATES -> Pack.read(parcel.pack(), RecordCoder.of(NodeFate.class), f -> fates.put(f.node(), f));
          case SUPERSEDED -> Pack.read(parcel.pack(), RecordCoder.of(Superseded.class), s -> superseded.add(s.storyId()));
          default -> throw new IllegalStateException("no place for " + parcel.what());
        }
      }
      for (Node node : members.nodes()) {
        decide(members.of(node), members.side(node, superseded).best(), fates.get(node), out);
      }
    }

    private static void decide(List<Rank> ranks, Rank best, NodeFate fate, MultiOutputReceiver out) {
      boolean own = fate == null || fate.keptNode();
      Rank kept = own ? best : fate.kept();
      String cluster = Resolver.clusterId(kept.storyId());
      Collections.sort(ranks);
      for (Rank rank : ranks) {
        if (!rank.known() && !rank.equals(kept)) {
          out.get(FindDuplicates.DUPLICATES)
              .output(new Duplicate(rank.storyId(), kept.storyId(), kept.run(), own ? DuplicateKind.EXACT : fate.kind(), own ? 1.0 : fate.similarity(), cluster));
        }
      }
      int size = fate == null ? ranks.size() : fate.clusterSize();
      if (own && size > 1 && !kept.known()) {
        out.get(FindDuplicates.CLUSTERS).output(new Cluster(kept.storyId(), cluster, size - 1));
      }
    }
  }
}
