package io.khabar.dedup;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The stories of each node, and which of them stays as far as the node alone can say. */
final class Members {
  private final Map<Node, List<Rank>> ranks = new HashMap<>();

  void add(Node node, Rank rank) {
    ranks.computeIfAbsent(node, k -> new ArrayList<>(1)).add(rank);
  }

  Set<Node> nodes() {
    return ranks.keySet();
  }

  List<Rank> of(Node node) {
    return ranks.get(node);
  }

  /** The node's side of an edge; {@code superseded} holds ids of stories of this run. */
  Edge.Side side(Node node, Set<String> superseded) {
    Rank best = null;
    Rank bestSuperseded = null;
    for (Rank rank : ranks.get(node)) {
      if (!rank.known() && superseded.contains(rank.storyId())) {
        bestSuperseded = better(bestSuperseded, rank);
      } else {
        best = better(best, rank);
      }
    }
    return new Edge.Side(node, best == null ? bestSuperseded : best, ranks.get(node).size(), best == null);
  }

  private static Rank better(Rank a, Rank b) {
    return a == null || b.compareTo(a) < 0 ? b : a;
  }
}
