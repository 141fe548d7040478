package io.khabar.event;

/**
 * Average-link clustering of a sparse graph (UPGMA, Sokal and Michener 1958): the two clusters whose members are most alike on average join first, until no
 * two are alike enough. A pair without a link counts as nothing, so a chain of stories does not make one event of many.
 *
 * <p>The larger a cluster, the more alike it must be: many reports of one event retell the same facts, while a kind of event (holiday greetings, the day's oil
 * price) gathers many stories that are loosely alike. Each doubling beyond two members asks for {@value #STEP} more.
 *
 * <p>Members whose similarity reaches {@code same} print one text; however many they are, they weigh as one, or a report that fifty sites reprint would
 * outvote everything else. Ties are broken by the members' numbers.
 *
 * <p><b>Cost.</b> Rows hold sums, not means, so joining touches only the shorter of two rows, and each link is moved at most log n times. Means fall behind
 * silently; the queue finds out when it comes to them, for no mean ever rises by a join without being offered anew. Whatever the graph, no more than
 * {@link #POPS} candidates a link are looked at: beyond that what is left stays apart, and {@link #cutShort} says so.
 */
final class AverageLink {
  /** In the units of the likenesses given. */
  static final int STEP = 40;

  /** Doublings beyond which no more is asked for. */
  private static final double MOST_STEPS = 4;

  /** No event is told over more days than this; only members whose day was given count. */
  static final int MOST_DAYS = 30;

  /** Candidates looked at for each link, at most; news takes two or three. */
  static final int POPS = 64;

  /** Below this a row's scale is brought back to 1, long before a double runs out of digits. */
  private static final double LEAST_SCALE = 1e-60;

  private final double threshold;
  private final double same;
  /** By member that holds its cluster's links, null for the others: other holders and sums of likenesses, times both scales. */
  private final SparseRow[] rows;
  private final double[] scale;
  private final double[] weight;
  private final int[] smallest;
  private final int[] firstDay;
  private final int[] lastDay;
  private final int[] label;
  private final int[] text;
  private final JoinQueue queue = new JoinQueue();
  private boolean cutShort;

  /** A graph of {@code n} members without links. */
  AverageLink(int n, double threshold, double same) {
    this.threshold = threshold;
    this.same = same;
    this.rows = new SparseRow[n];
    this.scale = new double[n];
    this.weight = new double[n];
    this.smallest = new int[n];
    this.firstDay = new int[n];
    this.lastDay = new int[n];
    this.label = new int[n];
    this.text = new int[n];
    for (int i = 0; i < n; i++) {
      rows[i] = new SparseRow();
      scale[i] = 1;
      weight[i] = 1;
      smallest[i] = i;
      firstDay[i] = Integer.MAX_VALUE;
      lastDay[i] = Integer.MIN_VALUE;
      label[i] = i;
      text[i] = i;
    }
  }

  /** Links two members; of several links between the same two the strongest counts. */
  void link(int a, int b, double likeness) {
    if (likeness > rows[a].get(b)) {
      rows[a].put(b, likeness);
      rows[b].put(a, likeness);
    }
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
    long links = 0;
    for (int a = 0; a < rows.length; a++) {
      links += rows[a].size();
      for (int slot = 0; slot < rows[a].slots(); slot++) {
        if (rows[a].key(slot) > a) {
          offer(a, rows[a].key(slot));
        }
      }
    }
    long left = POPS * (links / 2 + 1);
    while (!queue.isEmpty() && left-- > 0) {
      double likeness = queue.likeness();
      int least = queue.least();
      int most = queue.most();
      int x = queue.x();
      int y = queue.y();
      queue.removeFirst();
      if (rows[x] == null || rows[y] == null) {
        continue;
      }
      if (mean(x, y) != likeness || Math.min(smallest[x], smallest[y]) != least || Math.max(smallest[x], smallest[y]) != most) {
        offer(x, y);
      } else if (likeness >= needed(x, y)) {
        join(x, y, likeness);
      }
    }
    cutShort = !queue.isEmpty();
    queue.clear();
  }

  /** Whether the budget of work ran out before all that belongs together was joined. */
  boolean cutShort() {
    return cutShort;
  }

  /** The smallest member of a member's cluster. */
  int cluster(int member) {
    return smallest[root(label, member)];
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

  private double mean(int x, int y) {
    return scale[x] * scale[y] * rows[x].get(y) / (weight[x] * weight[y]);
  }

  private void offer(int one, int other) {
    int x = Math.min(one, other);
    int y = Math.max(one, other);
    double mean = mean(x, y);
    if (mean >= needed(x, y)) {
      queue.add(mean, Math.min(smallest[x], smallest[y]), Math.max(smallest[x], smallest[y]), x, y);
    }
  }

  private void join(int x, int y, double likeness) {
    // the longer row stays where it is
    boolean first = rows[x].size() > rows[y].size() || rows[x].size() == rows[y].size() && smallest[x] < smallest[y];
    int kept = first ? x : y;
    int gone = first ? y : x;
    if (likeness >= same) {
      int a = root(text, smallest[kept]);
      int b = root(text, smallest[gone]);
      text[Math.max(a, b)] = Math.min(a, b);
    }
    label[gone] = kept;
    smallest[kept] = Math.min(smallest[kept], smallest[gone]);
    firstDay[kept] = Math.min(firstDay[kept], firstDay[gone]);
    lastDay[kept] = Math.max(lastDay[kept], lastDay[gone]);
    double both = weight[kept] + weight[gone];
    double factor = scale[gone] / scale[kept];
    weight[kept] = likeness >= same ? Math.max(weight[kept], weight[gone]) : both;
    scale[kept] *= weight[kept] / both;
    SparseRow row = rows[kept];
    SparseRow other = rows[gone];
    rows[gone] = null;
    row.remove(gone);
    other.remove(kept);
    for (int slot = 0; slot < other.slots(); slot++) {
      int c = other.key(slot);
      if (c >= 0) {
        double sum = row.get(c) + factor * other.value(slot);
        row.put(c, sum);
        rows[c].remove(gone);
        rows[c].put(kept, sum);
      }
    }
    if (scale[kept] < LEAST_SCALE) {
      rescale(kept);
    }
    for (int slot = 0; slot < other.slots(); slot++) {
      if (other.key(slot) >= 0) {
        offer(kept, other.key(slot));
      }
    }
  }

  private void rescale(int x) {
    rows[x].scale(scale[x]);
    for (int slot = 0; slot < rows[x].slots(); slot++) {
      if (rows[x].key(slot) >= 0) {
        rows[rows[x].key(slot)].put(x, rows[x].value(slot));
      }
    }
    scale[x] = 1;
  }
}
