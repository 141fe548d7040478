package io.khabar.event;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * Joins events whose stories share main actors and action, over whatever time. Between two events the mean similarity of the pairs that were compared counts,
 * less when few pairs of the larger event were; then average link, as for events, each event weighing one.
 */
final class Storylines {
  /** Two groups of events are one storyline when they are as alike as this on average, in thousandths. */
  static final int SAME_STORYLINE = 300;

  private static final double NEVER = 1e9;

  private final int[] first;
  private final int[] events;

  private Storylines(int n) {
    first = new int[n];
    events = new int[n];
    for (int i = 0; i < n; i++) {
      first[i] = i;
    }
  }

  /** The smallest anchor of the storyline of an event, which is named by its anchor. */
  int first(int anchor) {
    return first[anchor];
  }

  /** How many events the storyline of an event has. */
  int events(int anchor) {
    return events[first[anchor]];
  }

  /**
   * Storylines of events.
   *
   * @param anchor by story, the event it belongs to
   * @param from by edge, a story
   * @param to by edge, the other story
   * @param storyline by edge, in thousandths
   */
  static Storylines of(int[] anchor, int[] from, int[] to, int[] storyline) {
    Storylines lines = new Storylines(anchor.length);
    int[] size = new int[anchor.length];
    for (int i : anchor) {
      size[i]++;
    }
    Map<Long, double[]> between = new TreeMap<>();
    for (int e = 0; e < from.length; e++) {
      int x = Math.min(anchor[from[e]], anchor[to[e]]);
      int y = Math.max(anchor[from[e]], anchor[to[e]]);
      if (x != y && storyline[e] >= EdgeFinder.LEAST_STORYLINE) {
        double[] sum = between.computeIfAbsent((long) x << 32 | y, k -> new double[2]);
        sum[0] += storyline[e];
        sum[1]++;
      }
    }
    int[] a = new int[between.size()];
    int[] b = new int[between.size()];
    double[] likeness = new double[between.size()];
    Components components = new Components(anchor.length);
    int n = 0;
    for (Map.Entry<Long, double[]> pair : between.entrySet()) {
      a[n] = (int) (pair.getKey() >>> 32);
      b[n] = (int) (long) pair.getKey();
      double[] sum = pair.getValue();
      likeness[n] = sum[0] / Math.max(sum[1], Math.max(size[a[n]], size[b[n]]));
      if (likeness[n] >= SAME_STORYLINE) {
        components.join(a[n], b[n]);
      }
      n++;
    }
    for (List<Integer> edges : components.group(a, b)) {
      int[] members = IntStream.concat(edges.stream().mapToInt(e -> a[e]), edges.stream().mapToInt(e -> b[e])).sorted().distinct().toArray();
      AverageLink graph = new AverageLink(members.length, SAME_STORYLINE, NEVER);
      for (int e : edges) {
        graph.link(Arrays.binarySearch(members, a[e]), Arrays.binarySearch(members, b[e]), likeness[e]);
      }
      graph.run();
      for (int m = 0; m < members.length; m++) {
        lines.first[members[m]] = members[graph.cluster(m)];
      }
    }
    for (int i = 0; i < anchor.length; i++) {
      if (anchor[i] == i) {
        lines.events[lines.first[i]]++;
      }
    }
    return lines;
  }
}
