package io.khabar.dedup;

import io.khabar.model.Relation;
import io.khabar.model.RelationKind;
import io.khabar.text.Ids;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Decides over verified edges who stays. Nodes are taken from the best rank down: one that no better node claimed stays and claims every unclaimed node that
 * has a near edge to it. So every duplicate is verified against the story it gives way to. Exact; ties cannot happen, for ranks end in ids.
 */
final class Resolver {
  private final Map<Node, Info> nodes = new HashMap<>();
  private final List<Edge> related = new ArrayList<>();

  private static final class Info {
    final Node node;
    final Rank best;
    final int members;
    final Map<Node, Double> near = new TreeMap<>();
    Info claimedBy;
    double similarity = 1.0;
    int clusterSize;

    Info(Node node, Rank best, int members) {
      this.node = node;
      this.best = best;
      this.members = members;
    }
  }

  /** Adds an edge; edges may come in any order, and twice. */
  void add(Edge edge) {
    if (!edge.near()) {
      related.add(edge);
      return;
    }
    Info a = nodes.computeIfAbsent(edge.a(), n -> new Info(n, edge.bestA(), edge.membersA()));
    Info b = nodes.computeIfAbsent(edge.b(), n -> new Info(n, edge.bestB(), edge.membersB()));
    a.near.put(b.node, edge.jaccard());
    b.near.put(a.node, edge.jaccard());
  }

  /** Decides. Every node that has a near edge gets a fate; nodes that stay alone get none. */
  List<NodeFate> resolve() {
    List<Info> order = new ArrayList<>(nodes.values());
    order.sort(Comparator.comparing((Info i) -> i.best));
    for (Info kept : order) {
      if (kept.claimedBy != null) {
        continue;
      }
      kept.claimedBy = kept;
      kept.clusterSize = kept.members;
      kept.near.forEach(
          (node, similarity) -> {
            Info other = nodes.get(node);
            if (other.claimedBy == null) {
              other.claimedBy = kept;
              other.similarity = similarity;
              kept.clusterSize += other.members;
            }
          });
    }
    List<NodeFate> fates = new ArrayList<>();
    for (Info info : order) {
      Info kept = info.claimedBy;
      fates.add(new NodeFate(info.node, kept.best.storyId(), kept == info, info.similarity, clusterId(kept.best.storyId()), kept.clusterSize));
    }
    return fates;
  }

  /** Relations between stories that stay, after {@link #resolve()}; of several between the same two the most similar. */
  List<Relation> relations() {
    Map<String, Relation> best = new TreeMap<>();
    for (Edge edge : related) {
      String a = kept(edge.a(), edge.bestA());
      String b = kept(edge.b(), edge.bestB());
      if (!a.equals(b)) {
        String first = a.compareTo(b) < 0 ? a : b;
        String second = first.equals(a) ? b : a;
        Relation relation = new Relation(first, second, edge.template() ? RelationKind.TEMPLATE : RelationKind.REPRINT, edge.jaccard());
        best.merge(first + " " + second, relation, (x, y) -> Collections.max(List.of(x, y), Comparator.comparingDouble(Relation::similarity).thenComparing(Relation::kind)));
      }
    }
    return List.copyOf(best.values());
  }

  private String kept(Node node, Rank best) {
    Info info = nodes.get(node);
    return info == null ? best.storyId() : info.claimedBy.best.storyId();
  }

  /** The id of a cluster is a hash of the story that stays. */
  static String clusterId(String keptStoryId) {
    return Ids.of("cluster", keptStoryId).substring(0, 16);
  }
}
