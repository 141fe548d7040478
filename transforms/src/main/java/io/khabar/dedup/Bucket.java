package io.khabar.dedup;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * The nodes that share a band. A small bucket proposes all its pairs; a large one, which the square would make hopeless, pairs every node with a few anchors
 * only: the first nodes in the order of their hashes, and its neighbours in that order.
 */
final class Bucket {
  static final int ALL_PAIRS = 40;
  static final int ANCHORS = 8;
  static final int NEIGHBOURS = 4;

  private Bucket() {}

  /** Proposes pairs of distinct nodes. {@code nodes} are sorted and distinct. */
  static void pairs(List<Node> nodes, Consumer<Pair> sink) {
    int n = nodes.size();
    if (n <= ALL_PAIRS) {
      for (int i = 0; i < n; i++) {
        for (int j = i + 1; j < n; j++) {
          sink.accept(new Pair(nodes.get(i), nodes.get(j)));
        }
      }
      return;
    }
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < Math.min(i, ANCHORS); j++) {
        sink.accept(new Pair(nodes.get(j), nodes.get(i)));
      }
      for (int j = Math.max(ANCHORS, i - NEIGHBOURS); j < i; j++) {
        sink.accept(new Pair(nodes.get(j), nodes.get(i)));
      }
    }
  }

  /** Sorts and removes repeats. */
  static List<Node> distinct(List<Node> nodes) {
    nodes.sort(null);
    List<Node> distinct = new ArrayList<>(nodes.size());
    for (Node node : nodes) {
      if (distinct.isEmpty() || !distinct.get(distinct.size() - 1).equals(node)) {
        distinct.add(node);
      }
    }
    return distinct;
  }
}
