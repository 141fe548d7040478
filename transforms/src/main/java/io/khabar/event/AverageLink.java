package io.khabar.event;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.TreeMap;

/**
 * Average-link clustering of a sparse graph (UPGMA, Sokal and Michener 1958): the two clusters whose members are most alike on average join first, until no
 * two are alike enough. A pair without a link counts as nothing, so a chain of stories does not make one event of many. Time n log n in the links.
 *
 * <p>The larger a cluster, the more alike it must be: many reports of one event retell the same facts, while a kind of event (holiday greetings, the day's oil
 * price) gathers many stories that are loosely alike. Each doubling beyond two members asks for {@value #STEP} more.
 *
 * <p>Members whose similarity reaches {@code same} print one text; however many they are, they weigh as one, or a report that fifty sites reprint would
 * outvote everything else. Ties are broken by the members' numbers.
 */
final class AverageLink {
  /** In the units of the likenesses given. */
  static final int STEP = 40;

  /** Doublings beyond which no more is asked for. */
  private static final double MOST_STEPS = 4;

  /** No event is told over more days than this; only members whose day was given count. */
  static final int MOST_DAYS = 30;

  private record Join(double likeness, int a, int b) {}

  private static final Comparator<Join> ORDER =
      Comparator.comparingDouble((Join j) -> -j.likeness()).thenComparingInt(Join::a).thenComparingInt(Join::b);

  private final double threshold;
  private final double same;
  private final List<TreeMap<Integer, Double>> links = new ArrayList<>();
  private final double[] weight;
  private final int[] firstDay;
  private final int[] lastDay;
  private final int[] label;
  private final int[] text;

  /** A graph of {@code n} members without links. */
  AverageLink(int n, double threshold, double same) {
    this.threshold = threshold;
    this.same = same;
    this.weight = new double[n];
    this.firstDay = new int[n];
    this.lastDay = new int[n];
    this.label = new int[n];
    this.text = new int[n];
    for (int i = 0; i < n; i++) {
      links.add(new TreeMap<>());
      weight[i] = 1;
      firstDay[i] = Integer.MAX_VALUE;
      lastDay[i] = Integer.MIN_VALUE;
      label[i] = i;
      text[i] = i;
    }
  }

  /** Links two members; of several links between the same two the strongest counts. */
  void link(int a, int b, double likeness) {
    links.get(a).merge(b, likeness, Math::max);
    links.get(b).merge(a, likeness, Math::max);
  }

  /** Gives a member's day, or {@link EventFeatures#NO_DAY}. */
  void day(int member, int day) {
    if (day != EventFeatures.NO_DAY) {
      firstDay[member] = day;
      lastDay[member] = day;
    }
  }

  /** Clusters; afterwards {@link #cluster} and {@link #text} answer. */
  void run() {
    PriorityQueue<Join> queue = new PriorityQueue<>(ORDER);
    for (int a = 0; a < label.length; a++) {
      for (var link : links.get(a).tailMap(a, false).entrySet()) {
        offer(queue, a, link.getKey(), link.getValue());
      }
    }
    while (!queue.isEmpty()) {
      Join join = queue.poll();
      Double now = links.get(join.a()) == null ? null : links.get(join.a()).get(join.b());
      if (now != null && now == join.likeness() && now >= needed(join.a(), join.b())) {
        join(join, queue);
      }
    }
  }

  /** The smallest member of a member's cluster. */
  int cluster(int member) {
    return root(label, member);
  }

  /** The smallest member that prints the same text. */
  int text(int member) {
    return root(text, member);
  }

  private static int root(int[] parents, int member) {
    int at = member;
    while (parents[at] != at) {
      parents[at] = parents[parents[at]];
      at = parents[at];
    }
    return at;
  }

  private double needed(int a, int b) {
    long last = Math.max(lastDay[a], lastDay[b]);
    if (last - Math.min(firstDay[a], firstDay[b]) > MOST_DAYS && last != EventFeatures.NO_DAY) {
      return Double.POSITIVE_INFINITY;
    }
    double doublings = StrictMath.log((weight[a] + weight[b]) / 2) / StrictMath.log(2);
    return threshold + STEP * Math.min(MOST_STEPS, doublings);
  }

  private void offer(PriorityQueue<Join> queue, int x, int y, double likeness) {
    if (likeness >= needed(x, y)) {
      queue.add(new Join(likeness, Math.min(x, y), Math.max(x, y)));
    }
  }

  private void join(Join join, PriorityQueue<Join> queue) {
    int a = join.a();
    int b = join.b();
    label[b] = a;
    firstDay[a] = Math.min(firstDay[a], firstDay[b]);
    lastDay[a] = Math.max(lastDay[a], lastDay[b]);
    double wa = weight[a];
    double wb = weight[b];
    boolean oneText = join.likeness() >= same;
    if (oneText) {
      text[root(text, b)] = root(text, a);
    }
    TreeMap<Integer, Double> mine = links.get(a);
    TreeMap<Integer, Double> other = links.get(b);
    links.set(b, null);
    mine.remove(b);
    other.remove(a);
    TreeMap<Integer, Double> joined = new TreeMap<>();
    mine.forEach((c, s) -> joined.put(c, wa * s / (wa + wb)));
    other.forEach((c, s) -> joined.merge(c, wb * s / (wa + wb), Double::sum));
    links.set(a, joined);
    weight[a] = oneText ? Math.max(wa, wb) : wa + wb;
    joined.forEach(
        (c, s) -> {
          links.get(c).remove(b);
          links.get(c).put(a, s);
          offer(queue, a, c, s);
        });
  }
}
