package io.khabar.event;

import java.util.Arrays;

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
  private long cutShort;

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

  /** How many groups were not clustered to the end, see {@link AverageLink}. */
  long cutShort() {
    return cutShort;
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
    long[] between = new long[from.length];
    int[] told = new int[from.length];
    int count = 0;
    for (int e = 0; e < from.length; e++) {
      int x = Math.min(anchor[from[e]], anchor[to[e]]);
      int y = Math.max(anchor[from[e]], anchor[to[e]]);
      if (x != y && storyline[e] >= EdgeFinder.LEAST_STORYLINE) {
        between[count] = (long) x << 32 | y;
        told[count++] = storyline[e];
      }
    }
    long[] pairs = Distinct.sorted(Arrays.copyOf(between, count));
    long[] sum = new long[pairs.length];
    int[] times = new int[pairs.length];
    for (int i = 0; i < count; i++) {
      int at = Arrays.binarySearch(pairs, between[i]);
      sum[at] += told[i];
      times[at]++;
    }
    int[] a = new int[pairs.length];
    int[] b = new int[pairs.length];
    double[] likeness = new double[pairs.length];
    Components components = new Components(anchor.length);
    for (int n = 0; n < pairs.length; n++) {
      a[n] = (int) (pairs[n] >>> 32);
      b[n] = (int) pairs[n];
      likeness[n] = (double) sum[n] / Math.max(times[n], Math.max(size[a[n]], size[b[n]]));
      if (likeness[n] >= SAME_STORYLINE) {
        components.join(a[n], b[n]);
      }
    }
    components.group(
        a,
        b,
        (edges, start, end) -> {
          int[] members = Components.members(edges, start, end, a, b);
          AverageLink graph = new AverageLink(members.length, SAME_STORYLINE, NEVER);
          for (int i = start; i < end; i++) {
            graph.link(Arrays.binarySearch(members, a[edges[i]]), Arrays.binarySearch(members, b[edges[i]]), likeness[edges[i]]);
          }
          graph.run();
          lines.cutShort += graph.cutShort() ? 1 : 0;
          for (int m = 0; m < members.length; m++) {
            lines.first[members[m]] = members[graph.cluster(m)];
          }
        });
    for (int i = 0; i < anchor.length; i++) {
      if (anchor[i] == i) {
        lines.events[lines.first[i]]++;
      }
    }
    return lines;
  }
}
