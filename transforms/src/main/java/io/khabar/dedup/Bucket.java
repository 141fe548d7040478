package io.khabar.dedup;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * The nodes that share a band. A small bucket proposes all its pairs; a large one, which the square would make hopeless, pairs every node with a few anchors
 * only: the first nodes in the order of their hashes, and its neighbours in that order. Nodes that earlier runs kept come first, so they are the anchors, and
 * are not paired with each other.
 */
final class Bucket {
  static final int ALL_PAIRS = 40;
  static final int ANCHORS = 8;
  static final int NEIGHBOURS = 4;

  private Bucket() {}

  /** Proposes pairs of distinct nodes. {@code nodes} are distinct, those of {@code known} of them that only earlier runs hold first, each part sorted. */
  static void pairs(List<Node> nodes, int known, Consumer<Pair> sink) {
    int n = nodes.size();
    boolean small = n <= ALL_PAIRS;
    for (int i = known; i < n; i++) {
      int anchors = small ? i : Math.min(i, ANCHORS);
      for (int j = 0; j < anchors; j++) {
        sink.accept(Pair.of(nodes.get(j), nodes.get(i)));
      }
      for (int j = small ? i : Math.max(ANCHORS, i - NEIGHBOURS); j < i; j++) {
        sink.accept(Pair.of(nodes.get(j), nodes.get(i)));
      }
    }
  }

  /** Proposes the pairs of a bucket. */
  static void propose(List<BandRef> refs, Consumer<Pair> sink) {
    TreeMap<Node, Boolean> known = new TreeMap<>();
    refs.forEach(ref -> known.merge(ref.node(), ref.known(), Boolean::logicalAnd));
    List<Node> nodes = new ArrayList<>(known.size());
    known.forEach((node, old) -> { if (old) { nodes.add(node); } });
    int old = nodes.size();
    known.forEach((node, isOld) -> { if (!isOld) { nodes.add(node); } });
    pairs(nodes, old, sink);
  }
}
