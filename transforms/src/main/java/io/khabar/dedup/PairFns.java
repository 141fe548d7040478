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
import java.util.function.BiConsumer;
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

  /** How many pairs a partition gathers before it tells them, so that crowded buckets do not fill the memory with them. */
  private static final int GATHERED = 200_000;

  private PairFns() {}

  /** Bands and URLs of a partition to candidate pairs, told to the node that travels, and to nodes that are visited; one may be told more than once. And to stories that give way. */
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
      Proposals proposals = new Proposals(partitions, DedupFns.to(out.get(PAIRS)));
      long[] crowds = new long[1];
      BandPack.buckets(bands, refs -> crowds[0] += Bucket.propose(refs, proposals::add) ? 1 : 0);
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
              // which of the two a band lets travel is not known here; the edge has to say that they are versions either way
              proposals.add(s.pair());
              proposals.add(s.pair().turned());
            });
      }
      proposals.close();
      superseded.close();
    }
  }

  /** Pairs of a partition on their way to the homes of their nodes. */
  private static final class Proposals {
    private final int partitions;
    private final Visits pairs = new Visits();
    private final Visits.Packs visits;
    private final Parcel.Writer<Node> visited;
    private final Set<Node> told = new HashSet<>();

    Proposals(int partitions, BiConsumer<Integer, Parcel> out) {
      this.partitions = partitions;
      this.visits = new Visits.Packs(partitions, (home, pack) -> out.accept(home, new Parcel(What.VISITS, pack)));
      this.visited = new Parcel.Writer<>(What.VISITED, Node.class, out);
    }

    void add(Pair pair) {
      pairs.add(pair);
      if (told.add(pair.host())) {
        visited.add(pair.host().partition(partitions), pair.host());
      }
      if (pairs.size() >= GATHERED) {
        pairs.close((guest, hosts, updates) -> visits.add(guest.partition(partitions), guest, hosts, updates));
      }
    }

    void close() {
      pairs.close((guest, hosts, updates) -> visits.add(guest.partition(partitions), guest, hosts, updates));
      visits.close();
      visited.close();
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
      Visits pairs = new Visits();
      Set<Node> hosts = new HashSet<>();
      Set<String> superseded = new HashSet<>();
      for (Parcel parcel : partition.getValue()) {
        switch (parcel.what()) {
          case SIGNATURES -> signatures.add(parcel.pack());
          case VISITS -> pairs.read(parcel.pack());
          case VISITED -> parcel.read(Node.class, hosts::add);
          case SUPERSEDED -> parcel.read(Superseded.class, s -> superseded.add(s.storyId()));
          default -> throw new IllegalStateException("no place for " + parcel.what());
        }
      }
      Set<Node> guests = pairs.guests();
      Set<Long> wanted = repeated(signatures);
      hosts.forEach(node -> wanted.add(node.hi()));
      guests.forEach(node -> wanted.add(node.hi()));
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
              if (hosts.contains(s.node()) || guests.contains(s.node())) {
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
        sides.add(node.partition(places), members.side(node));
        if (hosts.contains(node)) {
          visited.add(home, fullest.get(node));
        }
      }
      pairs.close((guest, to, updates) -> visit(fullest.get(guest), to, updates, letters));
      sides.close();
      visited.close();
      letters.close();
    }

    private void visit(NodeSignature guest, List<Node> hosts, boolean[] updates, Parcel.Writer<Letter> letters) {
      TreeMap<Integer, List<Integer>> byPartition = new TreeMap<>();
      for (int i = 0; i < hosts.size(); i++) {
        byPartition.computeIfAbsent(hosts.get(i).partition(partitions), k -> new ArrayList<>(2)).add(i);
      }
      byPartition.forEach(
          (to, there) -> {
            long[] names = new long[2 * there.size()];
            byte[] versions = new byte[there.size()];
            for (int i = 0; i < versions.length; i++) {
              Node host = hosts.get(there.get(i));
              names[2 * i] = host.hi();
              names[2 * i + 1] = host.lo();
              versions[i] = (byte) (updates[there.get(i)] ? 1 : 0);
            }
            letters.add(to, new Letter(guest, names, versions));
          });
    }
  }

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
