package io.khabar.dedup;

import io.khabar.dedup.Parcel.What;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.values.KV;

/** The steps of {@link FindDuplicates} that part edges by component, for dumps whose edges do not fit one place. */
final class ComponentFns {
  private ComponentFns() {}

  /** Links of all partitions to the component of each node, for the node's partition. */
  static final class LabelFn extends DoFn<KV<Integer, Iterable<Parcel>>, KV<Integer, Parcel>> {
    private static final long serialVersionUID = 1L;

    private final int partitions;

    LabelFn(int partitions) {
      this.partitions = partitions;
    }

    @ProcessElement
    public void process(@Element KV<Integer, Iterable<Parcel>> all, OutputReceiver<KV<Integer, Parcel>> out) {
      Forest forest = new Forest();
      for (Parcel parcel : all.getValue()) {
        parcel.read(Link.class, link -> forest.link(link.node(), link.other()));
      }
      Parcel.Writer<Link> labels = new Parcel.Writer<>(What.LABELS, Link.class, DedupFns.to(out));
      forest.trees((node, tree) -> labels.add(Node.partition(node, partitions), new Link(node, tree)));
      labels.close();
    }
  }

  /** Edges and sides of a partition of nodes to the partitions of their components. */
  static final class RouteFn extends DoFn<KV<Integer, Iterable<Parcel>>, KV<Integer, Parcel>> {
    private static final long serialVersionUID = 1L;

    private final int partitions;

    RouteFn(int partitions) {
      this.partitions = partitions;
    }

    @ProcessElement
    public void process(@Element KV<Integer, Iterable<Parcel>> partition, OutputReceiver<KV<Integer, Parcel>> out) {
      List<Parcel> parcels = new ArrayList<>();
      Map<Long, Long> component = new HashMap<>();
      for (Parcel parcel : partition.getValue()) {
        if (parcel.what() == What.LABELS) {
          parcel.read(Link.class, label -> component.put(label.node(), label.other()));
        } else {
          parcels.add(parcel);
        }
      }
      Parcel.Writer<Edge> edges = new Parcel.Writer<>(What.EDGES, Edge.class, DedupFns.to(out));
      Parcel.Writer<Edge.Side> sides = new Parcel.Writer<>(What.SIDES, Edge.Side.class, DedupFns.to(out));
      for (Parcel parcel : parcels) {
        if (parcel.what() == What.EDGES) {
          parcel.read(Edge.class, edge -> edges.add(to(edge.a(), component), edge));
        } else {
          parcel.read(Edge.Side.class, side -> sides.add(to(side.node(), component), side));
        }
      }
      edges.close();
      sides.close();
    }

    /** A node without an edge is a component of its own. */
    private int to(Node node, Map<Long, Long> component) {
      return Node.partition(component.getOrDefault(node.hi(), node.hi()), partitions);
    }
  }
}
