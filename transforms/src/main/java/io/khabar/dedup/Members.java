package io.khabar.dedup;

import io.khabar.model.Cluster;
import io.khabar.model.Duplicate;
import io.khabar.model.DuplicateKind;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

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

  /** What becomes of a node's stories, given the one of them that would stay and the node's fate, null where it has no near copy. */
  static void decide(List<Rank> ranks, Rank best, NodeFate fate, Consumer<Duplicate> duplicates, Consumer<Cluster> clusters) {
    boolean own = fate == null || fate.keptNode();
    Rank kept = own ? best : fate.kept();
    int size = fate == null ? ranks.size() : fate.clusterSize();
    if (own && size == 1) {
      return;
    }
    String cluster = Resolver.clusterId(kept.storyId());
    Collections.sort(ranks);
    for (Rank rank : ranks) {
      if (!rank.known() && !rank.equals(kept)) {
        duplicates.accept(new Duplicate(rank.storyId(), kept.storyId(), kept.run(), own ? DuplicateKind.EXACT : fate.kind(), own ? 1.0 : fate.similarity(), cluster));
      }
    }
    if (own && size > 1 && !kept.known()) {
      clusters.accept(new Cluster(kept.storyId(), cluster, size - 1));
    }
  }
}
