package io.khabar.engine;

import java.io.IOException;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.PipelineResult;
import org.apache.beam.sdk.PipelineRunner;
import org.apache.beam.sdk.coders.Coder;
import org.apache.beam.sdk.coders.KvCoder;
import org.apache.beam.sdk.io.BoundedSource;
import org.apache.beam.sdk.io.Read;
import org.apache.beam.sdk.metrics.MetricResults;
import org.apache.beam.sdk.options.PipelineOptions;
import org.apache.beam.sdk.runners.TransformHierarchy.Node;
import org.apache.beam.sdk.transforms.Flatten;
import org.apache.beam.sdk.transforms.GroupByKey;
import org.apache.beam.sdk.transforms.Impulse;
import org.apache.beam.sdk.transforms.Materializations;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.Reshuffle;
import org.apache.beam.sdk.transforms.View;
import org.apache.beam.sdk.transforms.ViewFn;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionView;
import org.apache.beam.sdk.values.TupleTag;
import org.joda.time.Duration;

/**
 * Runs a graph step by step in the thread that asks, with everything in memory: for input so small that getting the Direct runner ready (its rewriting of the graph, its
 * classes made at run time, its watermarks) costs more than the work. It knows what Khabar's graphs are made of, in one global window; anything else is refused by name,
 * for a step that was left out or done otherwise would change the rows without a word. A graph that comes to hold state, timers, schemas or splitting fails the tests of small
 * runs, and belongs on the Direct runner.
 */
@SuppressWarnings("unchecked")
public final class SmallRunner extends PipelineRunner<PipelineResult> {
  private final PipelineOptions options;
  private final Map<PCollection<?>, List<Object>> contents = new IdentityHashMap<>();
  private final Map<PCollectionView<?>, Object> views = new IdentityHashMap<>();

  private SmallRunner(PipelineOptions options) {
    this.options = options;
  }

  /** Beam makes a runner through this. */
  public static SmallRunner fromOptions(PipelineOptions options) {
    return new SmallRunner(options);
  }

  @Override
  public PipelineResult run(Pipeline pipeline) {
    pipeline.traverseTopologically(
        new Pipeline.PipelineVisitor.Defaults() {
          @Override
          public CompositeBehavior enterCompositeTransform(Node node) {
            return whole(node) ? CompositeBehavior.DO_NOT_ENTER_TRANSFORM : CompositeBehavior.ENTER_TRANSFORM;
          }

          @Override
          public void visitPrimitiveTransform(Node node) {
            step(node);
          }
        });
    return new Done();
  }

  /** Does a composite at once where its parts only serve engines with many workers. */
  private boolean whole(Node node) {
    PTransform<?, ?> transform = node.getTransform();
    if (transform instanceof Read.Bounded<?> read) {
      put(node, read(read.getSource()));
    } else if (transform instanceof Reshuffle || transform instanceof Reshuffle.ViaRandomKey) {
      put(node, input(node));
    } else {
      return false;
    }
    return true;
  }

  private void step(Node node) {
    PTransform<?, ?> transform = node.getTransform();
    if (transform instanceof ParDo.MultiOutput<?, ?> parDo) {
      Map<TupleTag<?>, List<Object>> outputs = new LinkedHashMap<>();
      node.getOutputs().forEach((tag, output) -> outputs.put(tag, contents.computeIfAbsent(output, o -> new ArrayList<>())));
      List<Object> input = input(node);
      if (!input.isEmpty()) {
        new SmallBundle((ParDo.MultiOutput<Object, Object>) parDo, options, this::view, outputs).run(input);
      }
    } else if (transform instanceof GroupByKey) {
      put(node, group(node));
    } else if (transform instanceof Flatten.PCollections) {
      List<Object> all = new ArrayList<>();
      node.getInputs().values().forEach(from -> all.addAll(contents.get(from)));
      put(node, all);
    } else if (transform instanceof Impulse) {
      put(node, List.of(new byte[0]));
    } else if (transform instanceof View.CreatePCollectionView) {
      put(node, input(node));
    } else {
      throw new UnsupportedOperationException("a small run does not know the step '" + node.getFullName() + "'");
    }
  }

  private void put(Node node, List<Object> elements) {
    node.getOutputs().values().forEach(output -> contents.put(output, elements));
  }

  private static PCollection<?> mainInput(Node node) {
    for (Map.Entry<TupleTag<?>, PCollection<?>> input : node.getInputs().entrySet()) {
      if (!node.getTransform().getAdditionalInputs().containsKey(input.getKey())) {
        return input.getValue();
      }
    }
    throw new IllegalStateException(node.getFullName() + " has no input");
  }

  private List<Object> input(Node node) {
    return contents.get(mainInput(node));
  }

  private <T> List<Object> read(BoundedSource<T> source) {
    List<Object> all = new ArrayList<>();
    try (BoundedSource.BoundedReader<T> reader = source.createReader(options)) {
      for (boolean more = reader.start(); more; more = reader.advance()) {
        all.add(reader.getCurrent());
      }
    } catch (IOException e) {
      throw new Pipeline.PipelineExecutionException(e);
    }
    return all;
  }

  private List<Object> group(Node node) {
    Coder<Object> keys = (Coder<Object>) ((KvCoder<?, ?>) mainInput(node).getCoder()).getKeyCoder();
    List<Object> groups = new ArrayList<>();
    grouped(keys, input(node)).values().forEach(group -> groups.add(KV.of(group.key, group.values)));
    return groups;
  }

  private record Group(Object key, List<Object> values) {}

  private static Map<Object, Group> grouped(Coder<Object> keys, List<Object> pairs) {
    Map<Object, Group> groups = new LinkedHashMap<>();
    for (Object element : pairs) {
      KV<Object, Object> pair = (KV<Object, Object>) element;
      groups.computeIfAbsent(keys.structuralValue(pair.getKey()), k -> new Group(pair.getKey(), new ArrayList<>())).values.add(pair.getValue());
    }
    return groups;
  }

  /** What a step sees of a side input; its elements are there, for steps come in the graph's order. */
  private Object view(PCollectionView<?> view) {
    return views.computeIfAbsent(view, this::materialized);
  }

  private Object materialized(PCollectionView<?> view) {
    List<Object> elements = contents.get(view.getPCollection());
    ViewFn<Object, ?> fn = (ViewFn<Object, ?>) view.getViewFn();
    if (fn.getMaterialization().getUrn().equals(Materializations.ITERABLE_MATERIALIZATION_URN)) {
      return fn.apply((Materializations.IterableView<Object>) () -> elements);
    }
    Coder<Object> keys = (Coder<Object>) ((KvCoder<?, ?>) view.getPCollection().getCoder()).getKeyCoder();
    Map<Object, Group> groups = grouped(keys, elements);
    return fn.apply(
        new Materializations.MultimapView<Object, Object>() {
          @Override
          public Iterable<Object> get() {
            return groups.values().stream().map(Group::key).toList();
          }

          @Override
          public Iterable<Object> get(Object key) {
            Group group = groups.get(keys.structuralValue(key));
            return group == null ? List.of() : group.values;
          }
        });
  }

  /** A job that ended before {@code run} came back; one that fails ends with its exception. */
  private static final class Done implements PipelineResult {
    @Override
    public State getState() {
      return State.DONE;
    }

    @Override
    public State cancel() {
      return State.DONE;
    }

    @Override
    public State waitUntilFinish(Duration duration) {
      return State.DONE;
    }

    @Override
    public State waitUntilFinish() {
      return State.DONE;
    }

    /** Not there, as Beam's contract has it for runners that keep none: nothing in Khabar counts by metrics. */
    @Override
    public MetricResults metrics() {
      throw new UnsupportedOperationException("a small run counts nothing; its numbers are in the ledger");
    }
  }
}
