package io.khabar.dedup;

import io.khabar.model.DuplicateKind;
import io.khabar.model.Relation;
import io.khabar.model.RelationKind;
import io.khabar.text.Ids;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * Decides over verified edges who stays. Nodes are taken from the best rank down: one that no better node claimed stays and claims every unclaimed node that
 * has a near edge to it. So every duplicate is verified against the story it gives way to. What an earlier run kept comes first and is never claimed. Nodes
 * that a later version of their URL replaces come last: they give way to that version where it stays, else to a copy, else they stay. Exact; ties cannot
 * happen, for ranks end in ids. About 300 bytes a node that has a candidate and 50 an edge.
 */
final class Resolver {
  private static final byte NEAR = 1;
  private static final byte TEMPLATE = 2;
  private static final byte UPDATE = 4;

  private final Map<Node, Integer> places = new HashMap<>();
  private Node[] nodes = new Node[1024];
  private Edge.Side[] sides = new Edge.Side[1024];

  private int[] a = new int[1024];
  private int[] b = new int[1024];
  private double[] jaccard = new double[1024];
  private byte[] what = new byte[1024];
  private int count;

  private int[] claimedBy;
  private int[] clusterSize;
  private DuplicateKind[] kind;
  private double[] similarity;

  /** Adds what is known of a node; every node of an edge must be told before {@link #resolve}, once or more often. */
  void add(Edge.Side side) {
    // the place first: it may make the arrays anew
    int place = place(side.node());
    sides[place] = side;
  }

  /** Adds an edge; edges may come in any order, and twice. */
  void add(Edge edge) {
    if (count == a.length) {
      int larger = count + (count >> 1);
      a = Arrays.copyOf(a, larger);
      b = Arrays.copyOf(b, larger);
      jaccard = Arrays.copyOf(jaccard, larger);
      what = Arrays.copyOf(what, larger);
    }
    a[count] = place(edge.a());
    b[count] = place(edge.b());
    jaccard[count] = edge.jaccard();
    what[count++] = (byte) ((edge.near() ? NEAR : 0) | (edge.template() ? TEMPLATE : 0) | (edge.update() ? UPDATE : 0));
  }

  private int place(Node node) {
    int size = places.size();
    Integer known = places.putIfAbsent(node, size);
    if (known != null) {
      return known;
    }
    if (size == nodes.length) {
      nodes = Arrays.copyOf(nodes, 2 * size);
      sides = Arrays.copyOf(sides, 2 * size);
    }
    nodes[size] = node;
    return size;
  }

  /** Decides, and hands on the fate of every node that has a near edge or a version, in the order of ranks; nodes that stay alone get none. */
  void resolve(Consumer<NodeFate> sink) {
    int n = places.size();
    claimedBy = new int[n];
    clusterSize = new int[n];
    kind = new DuplicateKind[n];
    similarity = new double[n];
    Arrays.fill(claimedBy, -1);
    Arrays.fill(similarity, 1.0);
    // the edges that decide, by node: edge numbers from first[i] to before first[i + 1]
    int[] first = new int[n + 1];
    for (int e = 0; e < count; e++) {
      if ((what[e] & (NEAR | UPDATE)) != 0) {
        first[a[e] + 1]++;
        first[b[e] + 1]++;
      }
    }
    for (int i = 0; i < n; i++) {
      first[i + 1] += first[i];
    }
    int[] mine = new int[first[n]];
    int[] at = Arrays.copyOf(first, n);
    for (int e = 0; e < count; e++) {
      if ((what[e] & (NEAR | UPDATE)) != 0) {
        mine[at[a[e]]++] = e;
        mine[at[b[e]]++] = e;
      }
    }
    int[] order =
        IntStream.range(0, n)
            .filter(i -> first[i] < first[i + 1])
            .boxed()
            .sorted(Comparator.comparing((Integer i) -> sides[i].superseded()).thenComparing(i -> sides[i].best()))
            .mapToInt(i -> i)
            .toArray();
    for (int i : order) {
      if (claimedBy[i] >= 0) {
        continue;
      }
      if (sides[i].superseded() && (givesWay(i, UPDATE, mine, first) || givesWay(i, NEAR, mine, first))) {
        continue;
      }
      claimedBy[i] = i;
      clusterSize[i] += sides[i].members();
      for (int k = first[i]; k < first[i + 1]; k++) {
        int other = a[mine[k]] + b[mine[k]] - i;
        if ((what[mine[k]] & NEAR) != 0 && claimedBy[other] < 0 && !sides[other].best().known() && sides[other].superseded() == sides[i].superseded()) {
          giveWay(other, i, DuplicateKind.NEAR, jaccard[mine[k]]);
        }
      }
    }
    for (int i : order) {
      int kept = claimedBy[i];
      sink.accept(new NodeFate(nodes[i], sides[kept].best(), kept == i, kept == i ? DuplicateKind.NEAR : kind[i], similarity[i], clusterSize[kept]));
    }
  }

  private void giveWay(int i, int kept, DuplicateKind why, double likeness) {
    claimedBy[i] = kept;
    kind[i] = why;
    similarity[i] = likeness;
    clusterSize[kept] += sides[i].members();
  }

  /** Lets a node give way to the best of its neighbours that stays. */
  private boolean givesWay(int i, byte over, int[] mine, int[] first) {
    int best = -1;
    double likeness = 0;
    for (int k = first[i]; k < first[i + 1]; k++) {
      int other = a[mine[k]] + b[mine[k]] - i;
      boolean stays = (what[mine[k]] & over) != 0 && claimedBy[other] == other && !sides[other].superseded();
      if (stays && (best < 0 || sides[other].best().compareTo(sides[best].best()) < 0)) {
        best = other;
        likeness = jaccard[mine[k]];
      }
    }
    if (best >= 0) {
      giveWay(i, best, DuplicateKind.UPDATE, likeness);
    }
    return best >= 0;
  }

  /** Hands on the relations between stories of this run that stay, after {@link #resolve}; of several between the same two the most similar. */
  void relations(Consumer<Relation> sink) {
    int[] related = IntStream.range(0, count).filter(e -> (what[e] & (NEAR | UPDATE)) == 0).toArray();
    long[] pairs = new long[related.length];
    for (int i = 0; i < related.length; i++) {
      pairs[i] = pair(related[i]);
    }
    Arrays.sort(pairs);
    int distinct = 0;
    for (int i = 0; i < pairs.length; i++) {
      if (pairs[i] >= 0 && (i == 0 || pairs[i] != pairs[i - 1])) {
        pairs[distinct++] = pairs[i];
      }
    }
    int[] best = new int[distinct];
    Arrays.fill(best, -1);
    for (int e : related) {
      int at = Arrays.binarySearch(pairs, 0, distinct, pair(e));
      if (at >= 0 && (best[at] < 0 || jaccard[e] > jaccard[best[at]] || jaccard[e] == jaccard[best[at]] && (what[e] & TEMPLATE) > (what[best[at]] & TEMPLATE))) {
        best[at] = e;
      }
    }
    for (int i = 0; i < distinct; i++) {
      String x = sides[(int) (pairs[i] >>> 32)].best().storyId();
      String y = sides[(int) pairs[i]].best().storyId();
      boolean template = (what[best[i]] & TEMPLATE) != 0;
      sink.accept(new Relation(x.compareTo(y) < 0 ? x : y, x.compareTo(y) < 0 ? y : x, template ? RelationKind.TEMPLATE : RelationKind.REPRINT, jaccard[best[i]]));
    }
  }

  /** The places of the two that stay for an edge's nodes, or -1 where that is one story, or one of an earlier run. */
  private long pair(int edge) {
    int x = kept(a[edge]);
    int y = kept(b[edge]);
    return x == y || sides[x].best().known() || sides[y].best().known() ? -1 : (long) Math.min(x, y) << 32 | Math.max(x, y);
  }

  private int kept(int i) {
    return claimedBy[i] < 0 ? i : claimedBy[i];
  }

  /** The id of a cluster is a hash of the story that stays. */
  static String clusterId(String keptStoryId) {
    return Ids.of("cluster", keptStoryId).substring(0, 16);
  }
}
