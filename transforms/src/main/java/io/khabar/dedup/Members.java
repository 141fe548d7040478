package io.khabar.dedup;

import io.khabar.model.Cluster;
import io.khabar.model.Duplicate;
import io.khabar.model.DuplicateKind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** The stories of each node, and which of them stays as far as the node alone can say. */
final class Members {
  private final Map<Node, List<Member>> members = new HashMap<>();

  void add(Member member) {
    members.computeIfAbsent(member.node(), k -> new ArrayList<>(1)).add(member);
  }

  Set<Node> nodes() {
    return members.keySet();
  }

  /** The node's side of an edge. */
  Edge.Side side(Node node) {
    Rank best = null;
    Rank bestSuperseded = null;
    for (Member member : members.get(node)) {
      if (member.superseded()) {
        bestSuperseded = better(bestSuperseded, member.rank());
      } else {
        best = better(best, member.rank());
      }
    }
    return new Edge.Side(node, best == null ? bestSuperseded : best, members.get(node).size(), best == null);
  }

  private static Rank better(Rank a, Rank b) {
    return a == null || b.compareTo(a) < 0 ? b : a;
  }

  /** What becomes of a node's stories, given the node's fate, null where it has no near copy. */
  void decide(Node node, NodeFate fate, Consumer<Duplicate> duplicates, Consumer<Cluster> clusters) {
    List<Member> mine = members.get(node);
    boolean own = fate == null || fate.keptNode();
    int size = fate == null ? mine.size() : fate.clusterSize();
    if (own && size == 1) {
      return;
    }
    Rank kept = own ? side(node).best() : fate.kept();
    String cluster = Resolver.clusterId(kept.storyId());
    mine.sort(Comparator.comparing(Member::rank));
    for (Member member : mine) {
      Rank rank = member.rank();
      if (!rank.known() && !rank.equals(kept)) {
        duplicates.accept(new Duplicate(rank.storyId(), kept.storyId(), kept.run(), own ? DuplicateKind.EXACT : fate.kind(), own ? 1.0 : fate.similarity(), cluster));
      }
    }
    if (own && size > 1 && !kept.known()) {
      clusters.accept(new Cluster(kept.storyId(), cluster, size - 1));
    }
  }
}
