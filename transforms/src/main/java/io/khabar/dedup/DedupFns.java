package io.khabar.dedup;

import io.khabar.coder.Pack;
import io.khabar.coder.RecordCoder;
import io.khabar.model.Cluster;
import io.khabar.model.Duplicate;
import io.khabar.model.DuplicateKind;
import io.khabar.model.ParsedPage;
import io.khabar.model.Story;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.TupleTag;

/** The steps of {@link FindDuplicates}. */
final class DedupFns {
  static final TupleTag<NodeFate> FATES = new TupleTag<>() {};

  /** How many nodes a bundle remembers, so that a dump of equal texts sends their shingles and bands a few times only. */
  private static final int REMEMBERED = 20_000;

  private DedupFns() {}

  static StorySignature withoutShingles(StorySignature s) {
    return new StorySignature(s.node(), s.rank(), new int[0], new int[0]);
  }

  /** Stories to signatures; a node's shingles go with its first story of a bundle only. */
  static final class SignFn extends DoFn<ParsedPage, StorySignature> {
    private static final long serialVersionUID = 1L;

    private transient Set<Node> seen;

    @StartBundle
    public void startBundle() {
      seen = new HashSet<>();
    }

    @ProcessElement
    public void process(@Element ParsedPage page, OutputReceiver<StorySignature> out) {
      for (Story story : page.stories()) {
        StorySignature signature = Signatures.of(story);
        boolean known = !seen.add(signature.node());
        out.output(known ? withoutShingles(signature) : signature);
        if (seen.size() > REMEMBERED) {
          seen.clear();
        }
      }
    }
  }

  /** Signatures to bands. */
  static final class BandFn extends DoFn<StorySignature, BandRef> {
    private static final long serialVersionUID = 1L;

    @ProcessElement
    public void process(@Element StorySignature signature, OutputReceiver<BandRef> out) {
      for (long band : MinHash.bands(signature.shingles())) {
        out.output(new BandRef(band, signature.node()));
      }
    }
  }

  /** Bands of a partition to candidate pairs, each once a partition. */
  static final class ProposeFn extends DoFn<KV<Integer, Iterable<byte[]>>, Pair> {
    private static final long serialVersionUID = 1L;

    @ProcessElement
    public void process(@Element KV<Integer, Iterable<byte[]>> partition, OutputReceiver<Pair> out) {
      Map<Long, List<Node>> buckets = new HashMap<>();
      for (byte[] pack : partition.getValue()) {
        Pack.read(pack, RecordCoder.of(BandRef.class), ref -> buckets.computeIfAbsent(ref.band(), k -> new ArrayList<>(2)).add(ref.node()));
      }
      Set<Pair> pairs = new HashSet<>();
      for (List<Node> nodes : buckets.values()) {
        if (nodes.size() > 1) {
          Bucket.pairs(Bucket.distinct(nodes), pairs::add);
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
      for (Parcel parcel : partition.getValue()) {
        if (parcel.what() == Parcel.What.SIGNATURES) {
          signatures.add(parcel.pack());
        } else {
          Pack.read(parcel.pack(), RecordCoder.of(Pair.class), pairs::add);
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
      Map<Node, NodeSignature> nodes = new HashMap<>();
      for (byte[] pack : signatures) {
        Pack.read(
            pack,
            RecordCoder.of(StorySignature.class),
            s -> {
              if (asked.containsKey(s.node())) {
                nodes.merge(s.node(), new NodeSignature(s.node(), s.rank(), 1, s.shingles(), s.numbers()), AnswerFn::plus);
              }
            });
      }
      asked.forEach((node, mine) -> mine.forEach(pair -> out.output(new Half(pair, nodes.get(node)))));
    }

    private static NodeSignature plus(NodeSignature a, NodeSignature b) {
      NodeSignature full = a.shingles().length >= b.shingles().length ? a : b;
      Rank best = a.best().compareTo(b.best()) <= 0 ? a.best() : b.best();
      return new NodeSignature(a.node(), best, a.members() + b.members(), full.shingles(), full.numbers());
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
                verify(first ? other : half.side(), first ? half.side() : other, out);
              }
            });
      }
    }

    private static void verify(NodeSignature a, NodeSignature b, OutputReceiver<Edge> out) {
      Likeness likeness = Likeness.of(a, b);
      if (likeness.related()) {
        out.output(
            new Edge(a.node(), b.node(), a.best(), b.best(), a.members(), b.members(), likeness.jaccard(), likeness.near(), likeness.template()));
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
      Map<Node, List<Rank>> members = new TreeMap<>();
      Map<Node, NodeFate> fates = new HashMap<>();
      for (Parcel parcel : partition.getValue()) {
        if (parcel.what() == Parcel.What.SIGNATURES) {
          Pack.read(parcel.pack(), RecordCoder.of(StorySignature.class), s -> members.computeIfAbsent(s.node(), k -> new ArrayList<>(1)).add(s.rank()));
        } else {
          Pack.read(parcel.pack(), RecordCoder.of(NodeFate.class), f -> fates.put(f.node(), f));
        }
      }
      members.forEach((node, ranks) -> decide(ranks, fates.get(node), out));
    }

    private static void decide(List<Rank> ranks, NodeFate fate, MultiOutputReceiver out) {
      Collections.sort(ranks);
      String kept = fate == null ? ranks.get(0).storyId() : fate.keptStoryId();
      String cluster = Resolver.clusterId(kept);
      boolean own = fate == null || fate.keptNode();
      for (Rank rank : ranks) {
        if (!rank.storyId().equals(kept)) {
          out.get(FindDuplicates.DUPLICATES)
              .output(new Duplicate(rank.storyId(), kept, null, own ? DuplicateKind.EXACT : DuplicateKind.NEAR, own ? 1.0 : fate.similarity(), cluster));
        }
      }
      int size = fate == null ? ranks.size() : fate.clusterSize();
      if (own && size > 1) {
        out.get(FindDuplicates.CLUSTERS).output(new Cluster(kept, cluster, size - 1));
      }
    }
  }
}
