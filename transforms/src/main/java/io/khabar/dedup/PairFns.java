package io.khabar.dedup;

import io.khabar.coder.KeyedPack;
import io.khabar.coder.RecordCoder;
import io.khabar.dedup.Parcel.What;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.TupleTag;

/** The steps of {@link FindDuplicates} from bands to verified edges. */
final class PairFns {
  static final TupleTag<KV<Integer, Parcel>> PAIRS = new TupleTag<>() {};
  static final TupleTag<KV<Integer, Parcel>> LETTERS = new TupleTag<>() {};
  static final TupleTag<KV<Integer, Parcel>> SIDES = new TupleTag<>() {};
  static final TupleTag<KV<Integer, Parcel>> MEMBERS = new TupleTag<>() {};
  static final TupleTag<KV<Integer, Parcel>> EDGES = new TupleTag<>() {};
  static final TupleTag<KV<Integer, Parcel>> LINKS = new TupleTag<>() {};

  /** How many pairs a partition remembers to have proposed, so that crowded buckets do not fill the memory with them. */
  private static final int REMEMBERED = 200_000;

  private PairFns() {}

  /** Bands and URLs of a partition to candidate pairs, for both nodes of each; one that several bands propose may come more than once. And to stories that give way. */
  static final class ProposeFn extends DoFn<KV<Integer, Iterable<Parcel>>, KV<Integer, Parcel>> {
    private static final long serialVersionUID = 1L;

    private final int partitions;
    private final Updates updates;

    ProposeFn(int partitions, Updates updates) {
      this.partitions = partitions;
      this.updates = updates;
    }

    @ProcessElement
    public void process(@Element KV<Integer, Iterable<Parcel>> partition, MultiOutputReceiver out) {
      List<byte[]> bands = new ArrayList<>();
      List<byte[]> versions = new ArrayList<>();
      for (Parcel parcel : partition.getValue()) {
        (parcel.what() == What.BANDS ? bands : versions).add(parcel.pack());
      }
      Parcel.Writer<Pair> pairs = new Parcel.Writer<>(What.PAIRS, Pair.class, DedupFns.to(out.get(PAIRS)));
      Set<Pair> told = new HashSet<>();
      long[] crowds = new long[1];
      BandPack.buckets(bands, refs -> crowds[0] += Bucket.propose(refs, pair -> tellOnce(pair, told, pairs)) ? 1 : 0);
      if (crowds[0] > 0) {
        out.get(FindDuplicates.COUNTS).output(KV.of("dedup.crowded_buckets", crowds[0]));
      }
      Parcel.Writer<Superseded> superseded = new Parcel.Writer<>(What.SUPERSEDED, Superseded.class, DedupFns.to(out.get(PAIRS)));
      Set<Long> again = repeated(versions);
      Map<Long, List<Version>> urls = new HashMap<>();
      for (byte[] pack : versions) {
        KeyedPack.read(pack, RecordCoder.of(Version.class), again::contains, v -> urls.computeIfAbsent(v.url(), k -> new ArrayList<>(2)).add(v));
      }
      for (List<Version> chain : urls.values()) {
        Chains.resolve(
            chain,
            updates,
            s -> {
              superseded.add(s.node().partition(partitions), s);
              tell(s.pair(), pairs);
            });
      }
      pairs.close();
      superseded.close();
    }

    private void tellOnce(Pair pair, Set<Pair> told, Parcel.Writer<Pair> pairs) {
      if (told.add(pair)) {
        tell(pair, pairs);
      }
      if (told.size() >= REMEMBERED) {
        told.clear();
      }
    }

    private void tell(Pair pair, Parcel.Writer<Pair> pairs) {
      int first = pair.a().partition(partitions);
      int second = pair.b().partition(partitions);
      pairs.add(first, pair);
      if (second != first) {
        pairs.add(second, pair);
      }
    }
  }

  /** The keys that stand more than once in some packs: few, so the rest is never decoded. */
  private static Set<Long> repeated(List<byte[]> packs) {
    LongStream.Builder all = LongStream.builder();
    packs.forEach(pack -> KeyedPack.keys(pack, all));
    long[] keys = all.build().sorted().toArray();
    Set<Long> repeated = new HashSet<>();
    for (int i = 1; i < keys.length; i++) {
      if (keys[i] == keys[i - 1]) {
        repeated.add(keys[i]);
      }
    }
    return repeated;
  }

  /**
   * Signatures of a partition's nodes and the pairs they are in, to the letters that bring both sides of each pair together. A node of one story that is in no
   * pair stays, and nobody needs to hear of it; the members of all others go on to be decided about.
   */
  static final class AnswerFn extends DoFn<KV<Integer, Iterable<Parcel>>, KV<Integer, Parcel>> {
    private static final long serialVersionUID = 1L;

    private final int partitions;
    private final int places;

    /** {@code places} says how many the sides are parted over. */
    AnswerFn(int partitions, int places) {
      this.partitions = partitions;
      this.places = places;
    }

    @ProcessElement
    public void process(@Element KV<Integer, Iterable<Parcel>> partition, MultiOutputReceiver out) {
      int home = partition.getKey();
      List<byte[]> signatures = new ArrayList<>();
      Map<PairKey, Pair> pairs = new HashMap<>();
      Set<String> superseded = new HashSet<>();
      for (Parcel parcel : partition.getValue()) {
        switch (parcel.what()) {
          case SIGNATURES -> signatures.add(parcel.pack());
          case PAIRS -> parcel.read(Pair.class, pair -> pairs.merge(new PairKey(pair.a(), pair.b()), pair, Pair::and));
          case SUPERSEDED -> parcel.read(Superseded.class, s -> superseded.add(s.storyId()));
          default -> throw new IllegalStateException("no place for " + parcel.what());
        }
      }
      Map<Node, List<Pair>> visits = new HashMap<>();
      Set<Node> hosts = new HashSet<>();
      for (Pair pair : pairs.values()) {
        if (pair.guest().partition(partitions) == home) {
          visits.computeIfAbsent(pair.guest(), k -> new ArrayList<>(2)).add(pair);
        }
        if (pair.host().partition(partitions) == home) {
          hosts.add(pair.host());
        }
      }
      pairs.clear();
      Set<Long> wanted = repeated(signatures);
      hosts.forEach(node -> wanted.add(node.hi()));
      visits.keySet().forEach(node -> wanted.add(node.hi()));
      Members members = new Members();
      Map<Node, NodeSignature> fullest = new HashMap<>();
      Parcel.Writer<Member> decided = new Parcel.Writer<>(What.MEMBERS, Member.class, DedupFns.to(out.get(MEMBERS)));
      for (byte[] pack : signatures) {
        KeyedPack.read(
            pack,
            RecordCoder.of(StorySignature.class),
            wanted::contains,
            s -> {
              Member member = new Member(s.node(), s.rank(), !s.rank().known() && superseded.contains(s.rank().storyId()));
              decided.add(home, member);
              if (hosts.contains(s.node()) || visits.containsKey(s.node())) {
                members.add(member);
                fullest.merge(s.node(), new NodeSignature(s.node(), s.shingles(), s.numbers()), (x, y) -> x.shingles().length >= y.shingles().length ? x : y);
              }
            });
      }
      decided.close();
      Parcel.Writer<Edge.Side> sides = new Parcel.Writer<>(What.SIDES, Edge.Side.class, DedupFns.to(out.get(SIDES)));
      Parcel.Writer<NodeSignature> visited = new Parcel.Writer<>(What.HOSTS, NodeSignature.class, DedupFns.to(out.get(LETTERS)));
      Parcel.Writer<Letter> letters = new Parcel.Writer<>(What.LETTERS, Letter.class, DedupFns.to(out.get(LETTERS)));
      for (Node node : members.nodes()) {
        NodeSignature signature = fullest.get(node);
        sides.add(node.partition(places), members.side(node));
        if (hosts.contains(node)) {
          visited.add(home, signature);
        }
        visit(signature, visits.getOrDefault(node, List.of()), letters);
      }
      sides.close();
      visited.close();
      letters.close();
    }

    private void visit(NodeSignature guest, List<Pair> visits, Parcel.Writer<Letter> letters) {
      TreeMap<Integer, List<Pair>> byPartition = new TreeMap<>();
      for (Pair pair : visits) {
        byPartition.computeIfAbsent(pair.host().partition(partitions), k -> new ArrayList<>(2)).add(pair);
      }
      byPartition.forEach(
          (to, pairs) -> {
            long[] hosts = new long[2 * pairs.size()];
            byte[] updates = new byte[pairs.size()];
            for (int i = 0; i < updates.length; i++) {
              hosts[2 * i] = pairs.get(i).host().hi();
              hosts[2 * i + 1] = pairs.get(i).host().lo();
              updates[i] = (byte) (pairs.get(i).update() ? 1 : 0);
            }
            letters.add(to, new Letter(guest, hosts, updates));
          });
    }
  }

  /** Two nodes, whoever travels. */
  private record PairKey(Node a, Node b) {}

  /** Guests and hosts of a partition to verified edges, where they have enough in common; and, when there are several places, to what hangs together by them. */
  static final class VerifyFn extends DoFn<KV<Integer, Iterable<Parcel>>, KV<Integer, Parcel>> {
    private static final long serialVersionUID = 1L;

    private final int places;

    VerifyFn(int places) {
      this.places = places;
    }

    @ProcessElement
    public void process(@Element KV<Integer, Iterable<Parcel>> partition, MultiOutputReceiver out) {
      List<Parcel> letters = new ArrayList<>();
      Map<Node, NodeSignature> hosts = new HashMap<>();
      for (Parcel parcel : partition.getValue()) {
        if (parcel.what() == What.HOSTS) {
          parcel.read(NodeSignature.class, host -> hosts.put(host.node(), host));
        } else {
          letters.add(parcel);
        }
      }
      Parcel.Writer<Edge> edges = new Parcel.Writer<>(What.EDGES, Edge.class, DedupFns.to(out.get(EDGES)));
      Forest forest = new Forest();
      Consumer<Edge> sink =
          edge -> {
            edges.add(edge.a().partition(places), edge);
            if (places > 1) {
              forest.link(edge.a().hi(), edge.b().hi());
            }
          };
      letters.forEach(parcel -> parcel.read(Letter.class, letter -> verify(letter, hosts, sink)));
      edges.close();
      Parcel.Writer<Link> links = new Parcel.Writer<>(What.LINKS, Link.class, DedupFns.to(out.get(LINKS)));
      forest.trees((node, tree) -> links.add(0, new Link(node, tree)));
      links.close();
    }

    private static void verify(Letter letter, Map<Node, NodeSignature> hosts, Consumer<Edge> edges) {
      NodeSignature guest = letter.side();
      for (int i = 0; i < letter.updates().length; i++) {
        NodeSignature host = hosts.get(new Node(letter.hosts()[2 * i], letter.hosts()[2 * i + 1]));
        Likeness likeness = Likeness.of(guest, host);
        boolean update = letter.updates()[i] == 1;
        if (likeness.related() || update) {
          edges.accept(new Edge(guest.node(), host.node(), likeness.jaccard(), likeness.near(), likeness.template(), update));
        }
      }
    }
  }
}
