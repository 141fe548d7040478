package io.khabar.event;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;

/**
 * Resolves all links of a run in one place: stories to events by average link, then events to storylines ({@link Storylines}). Links may come in any order, and
 * each from one side or both; the outcome is the same. At most {@link Strongest#MOST} links a story and 40 bytes a link: a million stories, of which news links
 * about five each, take 200 MB, and never more than 2 GB whatever they are.
 */
final class EventClusterer {
  /** Two clusters are one event when their stories are as alike as this on average, in thousandths. */
  static final int SAME_EVENT = 340;

  /** From here up two stories print one text. */
  static final int SAME_TEXT = 850;

  private final List<Links> links = new ArrayList<>();
  private long[] nodes;
  private int[] from;
  private int[] to;
  private int[] alike;
  private int[] related;
  private long cutShort;

  /** Adds the links of one story; every story that another one links to must be added, too. */
  void add(Links story) {
    links.add(story);
  }

  /** Hands on the fate of every story that has a link, in the order of nodes. */
  void resolve(Consumer<EventFate> sink) {
    read();
    int[] anchor = new int[nodes.length];
    int[] text = new int[nodes.length];
    int[] central = new int[nodes.length];
    for (int i = 0; i < nodes.length; i++) {
      anchor[i] = i;
      text[i] = i;
    }
    Components components = new Components(nodes.length);
    for (int e = 0; e < from.length; e++) {
      if (alike[e] >= SAME_EVENT) {
        components.join(from[e], to[e]);
      }
    }
    components.group(from, to, (edges, start, end) -> cluster(edges, start, end, anchor, text, central));
    int[] size = new int[nodes.length];
    for (int i : anchor) {
      size[i]++;
    }
    Storylines storylines = Storylines.of(anchor, from, to, related);
    cutShort += storylines.cutShort();
    for (int i = 0; i < nodes.length; i++) {
      int first = storylines.first(anchor[i]);
      sink.accept(
          new EventFate(nodes[i], nodes[anchor[i]], size[anchor[i]], nodes[text[i]], central[i], nodes[first], storylines.events(anchor[i]) > 1));
    }
  }

  /** How many groups were not clustered to the end, see {@link AverageLink}. */
  long cutShort() {
    return cutShort;
  }

  private void cluster(int[] edges, int start, int end, int[] anchor, int[] text, int[] central) {
    int[] members = Components.members(edges, start, end, from, to);
    AverageLink graph = new AverageLink(members.length, SAME_EVENT, SAME_TEXT);
    for (int i = start; i < end; i++) {
      graph.link(Arrays.binarySearch(members, from[edges[i]]), Arrays.binarySearch(members, to[edges[i]]), alike[edges[i]]);
    }
    for (int m = 0; m < members.length; m++) {
      graph.day(m, links.get(members[m]).day());
    }
    graph.run();
    cutShort += graph.cutShort() ? 1 : 0;
    for (int m = 0; m < members.length; m++) {
      anchor[members[m]] = members[graph.cluster(m)];
      text[members[m]] = members[graph.text(m)];
    }
    for (int i = start; i < end; i++) {
      int e = edges[i];
      if (anchor[from[e]] == anchor[to[e]]) {
        central[from[e]] += alike[e];
        central[to[e]] += alike[e];
      }
    }
  }

  /** Numbers the stories in the order of nodes and makes one edge of what either side tells. */
  private void read() {
    links.sort(Comparator.comparing(Links::node, Long::compareUnsigned));
    nodes = links.stream().mapToLong(Links::node).toArray();
    int[][] mine = new int[nodes.length][];
    int count = 0;
    for (int i = 0; i < nodes.length; i++) {
      long[] others = links.get(i).others();
      mine[i] = new int[others.length];
      for (int k = 0; k < others.length; k++) {
        mine[i][k] = place(others[k]);
      }
      Arrays.sort(mine[i]);
      count += others.length;
    }
    from = new int[count];
    to = new int[count];
    alike = new int[count];
    related = new int[count];
    int e = 0;
    for (int i = 0; i < nodes.length; i++) {
      Links story = links.get(i);
      for (int k = 0; k < story.others().length; k++) {
        int j = place(story.others()[k]);
        // the story with the smaller number tells, unless only the other one does
        if (i < j || Arrays.binarySearch(mine[j], i) < 0) {
          from[e] = Math.min(i, j);
          to[e] = Math.max(i, j);
          alike[e] = Links.event(story.values()[k]);
          related[e++] = Links.storyline(story.values()[k]);
        }
      }
      // what was read is let go
      links.set(i, new Links(story.node(), story.day(), new long[0], new int[0]));
    }
    from = Arrays.copyOf(from, e);
    to = Arrays.copyOf(to, e);
    alike = Arrays.copyOf(alike, e);
    related = Arrays.copyOf(related, e);
  }

  private int place(long node) {
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
