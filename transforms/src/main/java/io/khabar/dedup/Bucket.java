package io.khabar.dedup;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * The nodes that share a band. A small bucket proposes all its pairs. A crowded one, which the square would make hopeless, pairs every node with a few anchors,
 * those most likely to stay, so that whatever is a copy of the one that stays is compared with it; and with nodes that have the same figures, so that two
 * copies of one bulletin meet among a hundred thousand bulletins of the same form. Nodes that earlier runs kept come first and are not paired with each other.
 */
final class Bucket {
  static final int ALL_PAIRS = 40;
  static final int ANCHORS = 4;
  static final int NEIGHBOURS = 3;

  private static final Comparator<BandRef> LIKELIEST_FIRST =
      Comparator.comparing((BandRef ref) -> !ref.known()).thenComparing(BandRef::merit, Long::compareUnsigned).thenComparing(BandRef::node);
  private static final Comparator<BandRef> BY_FIGURES = Comparator.comparingInt(BandRef::figures).thenComparing(BandRef::node);

  private Bucket() {}

  /** Proposes the pairs of a bucket and returns whether it was too crowded for all of them; the order of {@code refs} does not show, nor do repeats. */
  static boolean propose(List<BandRef> refs, Consumer<Pair> sink) {
    if (refs.size() == 2) {
      // most buckets
      BandRef one = refs.get(0);
      BandRef other = refs.get(1);
      if (!one.node().equals(other.node())) {
        pair(one, other, sink);
      }
      return false;
    }
    TreeMap<Node, BandRef> distinct = new TreeMap<>();
    refs.forEach(ref -> distinct.merge(ref.node(), ref, Bucket::both));
    List<BandRef> nodes = new ArrayList<>(distinct.values());
    nodes.sort(LIKELIEST_FIRST);
    int n = nodes.size();
    boolean crowded = n > ALL_PAIRS;
    int anchors = crowded ? ANCHORS : n;
    for (int i = 1; i < n; i++) {
      for (int j = 0; j < Math.min(i, anchors); j++) {
        pair(nodes.get(j), nodes.get(i), sink);
      }
    }
    if (crowded) {
      nodes.sort(BY_FIGURES);
      for (int i = 1; i < n; i++) {
        for (int j = i - 1; j >= Math.max(0, i - NEIGHBOURS) && nodes.get(j).figures() == nodes.get(i).figures(); j--) {
          pair(nodes.get(j), nodes.get(i), sink);
        }
      }
    }
    return crowded;
  }

  /** A node that this run found again is not known alone; the better of its stories speaks for it. */
  private static BandRef both(BandRef a, BandRef b) {
    BandRef better = Long.compareUnsigned(a.merit(), b.merit()) <= 0 ? a : b;
    return new BandRef(a.band(), a.node(), a.known() && b.known(), a.figures(), better.merit());
  }

  /** Whoever proposes it and why, the one likelier to stay travels: so every bucket tells a pair alike. */
  private static void pair(BandRef one, BandRef other, Consumer<Pair> sink) {
    if (!one.known() || !other.known()) {
      boolean first = LIKELIEST_FIRST.compare(one, other) < 0;
      sink.accept(new Pair(first ? one.node() : other.node(), first ? other.node() : one.node(), false));
    }
  }
}
