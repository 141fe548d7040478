package io.khabar.event;

import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * Resolves all edges of a run in one place: stories to events by average link, then events to storylines ({@link Storylines}). Edges may come in any order and
 * more than once; the outcome is the same. 32 bytes an edge while they gather.
 */
final class EventClusterer {
  /** Two clusters are one event when their stories are as alike as this on average, in thousandths. */
  static final int SAME_EVENT = 340;

  /** From here up two stories print one text. */
  static final int SAME_TEXT = 850;

  private long[] a = new long[1024];
  private long[] b = new long[1024];
  private int[] dayA = new int[1024];
  private int[] dayB = new int[1024];
  private int[] event = new int[1024];
  private int[] storyline = new int[1024];
  private int count;

  void add(EventEdge edge) {
    if (count == a.length) {
      a = Arrays.copyOf(a, 2 * count);
      b = Arrays.copyOf(b, 2 * count);
      dayA = Arrays.copyOf(dayA, 2 * count);
      dayB = Arrays.copyOf(dayB, 2 * count);
      event = Arrays.copyOf(event, 2 * count);
      storyline = Arrays.copyOf(storyline, 2 * count);
    }
    a[count] = edge.a();
    b[count] = edge.b();
    dayA[count] = edge.dayA();
    dayB[count] = edge.dayB();
    event[count] = edge.event();
    storyline[count++] = edge.storyline();
  }

  /** Hands on the fate of every story that has an edge, in the order of nodes. */
  void resolve(Consumer<EventFate> sink) {
    long[] nodes = nodes();
    long[] pairs = pairs(nodes);
    int[] from = new int[pairs.length];
    int[] to = new int[pairs.length];
    int[] day = new int[nodes.length];
    int[] alike = new int[pairs.length];
    int[] related = new int[pairs.length];
    for (int e = 0; e < pairs.length; e++) {
      from[e] = (int) (pairs[e] >>> 32);
      to[e] = (int) pairs[e];
    }
    for (int e = 0; e < count; e++) {
      int at = Arrays.binarySearch(pairs, pair(nodes, e));
      day[from[at]] = dayA[e];
      day[to[at]] = dayB[e];
      alike[at] = event[e];
      related[at] = storyline[e];
    }
    int[] anchor = new int[nodes.length];
    int[] text = new int[nodes.length];
    int[] central = new int[nodes.length];
    for (int i = 0; i < nodes.length; i++) {
      anchor[i] = i;
      text[i] = i;
    }
    Components components = new Components(nodes.length);
    for (int e = 0; e < pairs.length; e++) {
      if (alike[e] >= SAME_EVENT) {
        components.join(from[e], to[e]);
      }
    }
    for (List<Integer> edges : components.group(from, to)) {
      int[] members = IntStream.concat(edges.stream().mapToInt(e -> from[e]), edges.stream().mapToInt(e -> to[e])).sorted().distinct().toArray();
      AverageLink graph = new AverageLink(members.length, SAME_EVENT, SAME_TEXT);
      for (int e : edges) {
        graph.link(Arrays.binarySearch(members, from[e]), Arrays.binarySearch(members, to[e]), alike[e]);
      }
      for (int m = 0; m < members.length; m++) {
        graph.day(m, day[members[m]]);
      }
      graph.run();
      for (int m = 0; m < members.length; m++) {
        anchor[members[m]] = members[graph.cluster(m)];
        text[members[m]] = members[graph.text(m)];
      }
      for (int e : edges) {
        if (anchor[from[e]] == anchor[to[e]]) {
          central[from[e]] += alike[e];
          central[to[e]] += alike[e];
        }
      }
    }
    int[] size = new int[nodes.length];
    for (int i : anchor) {
      size[i]++;
    }
    Storylines storylines = Storylines.of(anchor, from, to, related);
    for (int i = 0; i < nodes.length; i++) {
      int first = storylines.first(anchor[i]);
      sink.accept(
          new EventFate(nodes[i], nodes[anchor[i]], size[anchor[i]], nodes[text[i]], central[i], nodes[first], storylines.events(anchor[i]) > 1));
    }
  }

  private long pair(long[] nodes, int e) {
    return (long) place(nodes, a[e]) << 32 | place(nodes, b[e]);
  }

  /** The distinct pairs, ascending, each as the places of its nodes. */
  private long[] pairs(long[] nodes) {
    long[] pairs = new long[count];
    for (int e = 0; e < count; e++) {
      pairs[e] = pair(nodes, e);
    }
    return Distinct.sorted(pairs);
  }

  private long[] nodes() {
    long[] all = new long[2 * count];
    for (int e = 0; e < count; e++) {
      // flipping the sign makes the order of signed numbers that of unsigned ones
      all[2 * e] = a[e] ^ Long.MIN_VALUE;
      all[2 * e + 1] = b[e] ^ Long.MIN_VALUE;
    }
    long[] nodes = Distinct.sorted(all);
    for (int i = 0; i < nodes.length; i++) {
      nodes[i] ^= Long.MIN_VALUE;
    }
    return nodes;
  }

  private static int place(long[] nodes, long node) {
    int low = 0;
    int high = nodes.length - 1;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (Long.compareUnsigned(nodes[middle], node) < 0) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
