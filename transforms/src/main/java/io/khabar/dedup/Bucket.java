package io.khabar.dedup;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * The nodes that share a band. A small bucket proposes all its pairs; a crowded one, which the square would make hopeless, pairs every node with a few anchors
 * only, the first nodes in the order of their hashes, and with its neighbours in the order of their figures, so that two copies of one bulletin meet among a
 * hundred thousand bulletins of the same form. Nodes that earlier runs kept come first, so they are the anchors, and are not paired with each other.
 */
final class Bucket {
  static final int ALL_PAIRS = 40;
  static final int ANCHORS = 4;
  static final int NEIGHBOURS = 3;

  private Bucket() {}

  /** Proposes the pairs of a bucket; the order of {@code refs} does not show, nor do repeats. */
  static void propose(List<BandRef> refs, Consumer<Pair> sink) {
    TreeMap<Node, BandRef> distinct = new TreeMap<>();
    refs.forEach(ref -> distinct.merge(ref.node(), ref, (a, b) -> a.known() ? b : a));
    List<BandRef> nodes = new ArrayList<>(distinct.values());
    nodes.sort(Comparator.comparing((BandRef ref) -> !ref.known()));
    int n = nodes.size();
    int anchors = n <= ALL_PAIRS ? n : ANCHORS;
    for (int i = 1; i < n; i++) {
      for (int j = 0; j < Math.min(i, anchors); j++) {
        pair(nodes.get(j), nodes.get(i), sink);
      }
    }
    if (n > ALL_PAIRS) {
      nodes.sort(Comparator.comparingInt(BandRef::figures).thenComparing(BandRef::node));
      for (int i = 1; i < n; i++) {
        for (int j = Math.max(0, i - NEIGHBOURS); j < i; j++) {
          pair(nodes.get(j), nodes.get(i), sink);
        }
      }
    }
  }

  private static void pair(BandRef a, BandRef b, Consumer<Pair> sink) {
    if (!a.known() || !b.known()) {
      sink.accept(Pair.of(a.node(), b.node()));
    }
  }
}
