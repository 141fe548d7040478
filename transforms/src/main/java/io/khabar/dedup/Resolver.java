package io.khabar.dedup;

import io.khabar.model.DuplicateKind;
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
 * has a near edge to it. So every duplicate is verified against the story it gives way to. What an earlier run kept comes first and is never claimed. Nodes
 * that a later version of their URL replaces come last: they give way to that version where it stays, else to a copy, else they stay. Exact; ties cannot
 * happen, for ranks end in ids.
 */
final class Resolver {
  private final Map<Node, Info> nodes = new HashMap<>();
  private final List<Edge> related = new ArrayList<>();

  private static final class Info {
    final Edge.Side side;
    final Map<Node, Double> near = new TreeMap<>();
    final Map<Node, Double> versions = new TreeMap<>();
    Info claimedBy;
    DuplicateKind kind = DuplicateKind.NEAR;
    double similarity = 1.0;
    int clusterSize;

    Info(Edge.Side side) {
      this.side = side;
    }

    void giveWay(Info kept, DuplicateKind why, double likeness) {
      claimedBy = kept;
      kind = why;
      similarity = likeness;
      kept.clusterSize += side.members();
    }

    boolean stays() {
      return claimedBy == this;
    }
  }

  /** Adds an edge; edges may come in any order, and twice. */
  void add(Edge edge) {
    if (!edge.near() && !edge.update()) {
      related.add(edge);
      return;
    }
    Info a = info(edge.a());
    Info b = info(edge.b());
    if (edge.near()) {
      a.near.put(b.side.node(), edge.jaccard());
      b.near.put(a.side.node(), edge.jaccard());
    }
    if (edge.update()) {
      a.versions.put(b.side.node(), edge.jaccard());
      b.versions.put(a.side.node(), edge.jaccard());
    }
  }

  private Info info(Edge.Side side) {
    return nodes.computeIfAbsent(side.node(), n -> new Info(side));
  }

  /** Decides. Every node that has a near edge or a version gets a fate; nodes that stay alone get none. */
  List<NodeFate> resolve() {
    List<Info> order = new ArrayList<>(nodes.values());
    order.sort(Comparator.comparing((Info i) -> i.side.superseded()).thenComparing(i -> i.side.best()));
    for (Info info : order) {
      if (info.claimedBy != null) {
        continue;
      }
      if (info.side.superseded() && (claimedBy(info, info.versions, DuplicateKind.UPDATE) || claimedBy(info, info.near, DuplicateKind.UPDATE))) {
        continue;
      }
      info.claimedBy = info;
      info.clusterSize = info.side.members();
      info.near.forEach(
          (node, similarity) -> {
            Info other = nodes.get(node);
            if (other.claimedBy == null && !other.side.best().known() && other.side.superseded() == info.side.superseded()) {
              other.giveWay(info, DuplicateKind.NEAR, similarity);
            }
          });
    }
    List<NodeFate> fates = new ArrayList<>();
    for (Info info : order) {
      Info kept = info.claimedBy;
      fates.add(new NodeFate(info.side.node(), kept.side.best(), kept == info, info.kind, info.similarity, kept.clusterSize));
    }
    return fates;
  }

  /** Lets a node give way to the best of its neighbours that stays. */
  private boolean claimedBy(Info info, Map<Node, Double> neighbours, DuplicateKind kind) {
    Info best = null;
    for (Node node : neighbours.keySet()) {
      Info other = nodes.get(node);
      if (other.stays() && !other.side.superseded() && (best == null || other.side.best().compareTo(best.side.best()) < 0)) {
        best = other;
      }
    }
    if (best != null) {
      info.giveWay(best, kind, neighbours.get(best.side.node()));
    }
    return best != null;
  }

  /** Relations between stories of this run that stay, after {@link #resolve()}; of several between the same two the most similar. */
  List<Relation> relations() {
    Map<String, Relation> best = new TreeMap<>();
    for (Edge edge : related) {
      Rank x = kept(edge.a());
      Rank y = kept(edge.b());
      if (!x.known() && !y.known() && !x.storyId().equals(y.storyId())) {
        String first = x.storyId().compareTo(y.storyId()) < 0 ? x.storyId() : y.storyId();
        String second = first.equals(x.storyId()) ? y.storyId() : x.storyId();
        Relation relation = new Relation(first, second, edge.template() ? RelationKind.TEMPLATE : RelationKind.REPRINT, edge.jaccard());
        best.merge(first + " " + second, relation, (p, q) -> Collections.max(List.of(p, q), Comparator.comparingDouble(Relation::similarity).thenComparing(Relation::kind)));
      }
    }
    return List.copyOf(best.values());
  }

  private Rank kept(Edge.Side side) {
    Info info = nodes.get(side.node());
    return info == null ? side.best() : info.claimedBy.side.best();
  }

  /** The id of a cluster is a hash of the story that stays. */
  static String clusterId(String keptStoryId) {
    return Ids.of("cluster", keptStoryId).substring(0, 16);
  }
}
