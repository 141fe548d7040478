package io.khabar.dedup;

import io.khabar.coder.KeyedPack;
import io.khabar.coder.Pack;
import io.khabar.coder.RecordCoder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.TupleTag;

/** The steps of {@link FindDuplicates} from bands to verified edges. */
final class PairFns {
  static final TupleTag<Pair> PAIRS = new TupleTag<>() {};
  static final TupleTag<Letter> LETTERS = new TupleTag<>() {};
  static final TupleTag<Edge.Side> SIDES = new TupleTag<>() {};

  /** How many pairs a partition remembers to have proposed, so that crowded buckets do not fill the memory with them. */
  private static final int REMEMBERED = 200_000;

  private PairFns() {}

  /** Bands of a partition to candidate pairs; one that several bands propose may come more than once. */
  static final class ProposeFn extends DoFn<KV<Integer, Iterable<byte[]>>, Pair> {
    private static final long serialVersionUID = 1L;

    @ProcessElement
    public void process(@Element KV<Integer, Iterable<byte[]>> partition, MultiOutputReceiver out) {
      List<byte[]> packs = new ArrayList<>();
      partition.getValue().forEach(packs::add);
      Set<Pair> told = new HashSet<>();
      long[] crowds = new long[1];
      BandPack.buckets(packs, refs -> crowds[0] += Bucket.propose(refs, pair -> tell(pair, told, out)) ? 1 : 0);
      if (crowds[0] > 0) {
        out.get(FindDuplicates.COUNTS).output(KV.of("dedup.crowded_buckets", crowds[0]));
      }
    }

    private static void tell(Pair pair, Set<Pair> told, MultiOutputReceiver out) {
      if (told.add(pair)) {
        out.get(PAIRS).output(pair);
      }
      if (told.size() >= REMEMBERED) {
        told.clear();
      }
    }
  }

  /** Signatures of a partition's nodes and the pairs they are in, to the letters that bring both sides of each pair together. */
  static final class AnswerFn extends DoFn<KV<Integer, Iterable<Parcel>>, Letter> {
    private static final long serialVersionUID = 1L;

    private final int partitions;

    AnswerFn(int partitions) {
      this.partitions = partitions;
    }

    @ProcessElement
    public void process(@Element KV<Integer, Iterable<Parcel>> partition, MultiOutputReceiver out) {
      List<byte[]> signatures = new ArrayList<>();
      Map<PairKey, Pair> pairs = new HashMap<>();
      Set<String> superseded = new HashSet<>();
      for (Parcel parcel : partition.getValue()) {
        switch (parcel.what()) {
          case SIGNATURES -> signatures.add(parcel.pack());
          case PAIRS -> Pack.read(parcel.pack(), RecordCoder.of(Pair.class), pair -> pairs.merge(new PairKey(pair.a(), pair.b()), pair, Pair::and));
          case SUPERSEDED -> Pack.read(parcel.pack(), RecordCoder.of(Superseded.class), s -> superseded.add(s.storyId()));
          default -> throw new IllegalStateException("no place for " + parcel.what());
        }
      }
      Map<Node, List<Pair>> visits = new HashMap<>();
      Set<Node> hosts = new HashSet<>();
      for (Pair pair : pairs.values()) {
        if (pair.guest().partition(partitions) == partition.getKey()) {
          visits.computeIfAbsent(pair.guest(), k -> new ArrayList<>(2)).add(pair);
        }
        if (pair.host().partition(partitions) == partition.getKey()) {
          hosts.add(pair.host());
        }
      }
      pairs.clear();
      Set<Long> wanted = new HashSet<>();
      hosts.forEach(node -> wanted.add(node.hi()));
      visits.keySet().forEach(node -> wanted.add(node.hi()));
      Members members = new Members();
      Map<Node, StorySignature> fullest = new HashMap<>();
      for (byte[] pack : signatures) {
        KeyedPack.read(
            pack,
            RecordCoder.of(StorySignature.class),
            wanted::contains,
            s -> {
              if (hosts.contains(s.node()) || visits.containsKey(s.node())) {
                members.add(s.node(), s.rank());
                fullest.merge(s.node(), s, (x, y) -> x.shingles().length >= y.shingles().length ? x : y);
              }
            });
      }
      for (Node node : members.nodes()) {
        NodeSignature signature = new NodeSignature(node, fullest.get(node).shingles(), fullest.get(node).numbers());
        out.get(SIDES).output(members.side(node, superseded));
        if (hosts.contains(node)) {
          out.get(LETTERS).output(new Letter(partition.getKey(), signature, new long[0], new byte[0]));
        }
        visit(signature, visits.getOrDefault(node, List.of()), out);
      }
    }

    private void visit(NodeSignature guest, List<Pair> visits, MultiOutputReceiver out) {
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
            out.get(LETTERS).output(new Letter(to, guest, hosts, updates));
          });
    }
  }

  /** Two nodes, whoever travels. */
  private record PairKey(Node a, Node b) {}

  /** Guests and hosts of a partition to verified edges, where they have enough in common. */
  static final class VerifyFn extends DoFn<KV<Integer, Iterable<byte[]>>, Edge> {
    private static final long serialVersionUID = 1L;

    @ProcessElement
    public void process(@Element KV<Integer, Iterable<byte[]>> partition, OutputReceiver<Edge> out) {
      List<byte[]> packs = new ArrayList<>();
      Map<Node, NodeSignature> hosts = new HashMap<>();
      for (byte[] pack : partition.getValue()) {
        packs.add(pack);
        Pack.read(
            pack,
            RecordCoder.of(Letter.class),
            letter -> {
              if (letter.hosts().length == 0) {
                hosts.put(letter.side().node(), letter.side());
              }
            });
      }
      for (byte[] pack : packs) {
        Pack.read(pack, RecordCoder.of(Letter.class), letter -> verify(letter, hosts, out));
      }
    }

    private static void verify(Letter letter, Map<Node, NodeSignature> hosts, OutputReceiver<Edge> out) {
      NodeSignature guest = letter.side();
      for (int i = 0; i < letter.updates().length; i++) {
        NodeSignature host = hosts.get(new Node(letter.hosts()[2 * i], letter.hosts()[2 * i + 1]));
        Likeness likeness = Likeness.of(guest, host);
        boolean update = letter.updates()[i] == 1;
        if (likeness.related() || update) {
          out.output(new Edge(guest.node(), host.node(), likeness.jaccard(), likeness.near(), likeness.template(), update));
        }
      }
    }
  }
}
