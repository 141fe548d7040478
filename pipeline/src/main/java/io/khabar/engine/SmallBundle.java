package io.khabar.engine;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.options.PipelineOptions;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.reflect.DoFnSignature;
import org.apache.beam.sdk.transforms.reflect.DoFnSignature.MethodWithExtraParameters;
import org.apache.beam.sdk.transforms.reflect.DoFnSignature.Parameter;
import org.apache.beam.sdk.transforms.reflect.DoFnSignatures;
import org.apache.beam.sdk.transforms.windowing.BoundedWindow;
import org.apache.beam.sdk.transforms.windowing.GlobalWindow;
import org.apache.beam.sdk.transforms.windowing.PaneInfo;
import org.apache.beam.sdk.values.OutputBuilder;
import org.apache.beam.sdk.values.PCollectionView;
import org.apache.beam.sdk.values.Row;
import org.apache.beam.sdk.values.TupleTag;
import org.apache.beam.sdk.values.WindowedValues;
import org.joda.time.Instant;

/**
 * All of a step's elements in one bundle, in this thread. The function's methods are called by plain reflection: Beam would write a class for each function with ByteBuddy,
 * which pays from some thousand elements up. There is one window, so time, window and pane of what is put out say nothing; kinds of functions that no graph of ours has
 * (state, timers, splitting, schemas) are refused before or at their first element.
 */
@SuppressWarnings("unchecked")
final class SmallBundle {
  private final DoFn<Object, Object> fn;
  private final DoFnSignature signature;
  private final PipelineOptions options;
  private final Function<PCollectionView<?>, Object> views;
  private final Map<TupleTag<?>, List<Object>> outputs;
  private final TupleTag<Object> main;
  private final DoFn<Object, Object>.ProcessContext context;
  private Object element;

  SmallBundle(
      ParDo.MultiOutput<Object, Object> parDo, PipelineOptions options, Function<PCollectionView<?>, Object> views, Map<TupleTag<?>, List<Object>> outputs) {
    fn = parDo.getFn();
    signature = DoFnSignatures.signatureForDoFn(fn);
    this.options = options;
    this.views = views;
    this.outputs = outputs;
    main = parDo.getMainOutputTag();
    context = new Context(fn);
    if (signature.isStateful() || signature.processElement().isSplittable()) {
      throw new UnsupportedOperationException("a small run does not know state, timers or splitting: " + fn.getClass().getName());
    }
  }

  void run(List<Object> elements) {
    prepare(signature.processElement().targetMethod());
    call(signature.setup());
    try {
      call(signature.startBundle());
      Method process = signature.processElement().targetMethod();
      List<Parameter> parameters = signature.processElement().extraParameters();
      Object[] arguments = new Object[parameters.size()];
      for (Object each : elements) {
        element = each;
        for (int i = 0; i < arguments.length; i++) {
          arguments[i] = argument(parameters.get(i));
        }
        invoke(process, arguments);
      }
      call(signature.finishBundle());
    } finally {
      call(signature.teardown());
    }
  }

  private void call(MethodWithExtraParameters method) {
    if (method != null) {
      prepare(method.targetMethod());
      invoke(method.targetMethod(), method.extraParameters().stream().map(this::argument).toArray());
    }
  }

  private static void prepare(Method method) {
    // the functions are private classes of their transforms
    method.setAccessible(true);
  }

  private void invoke(Method method, Object[] arguments) {
    try {
      method.invoke(fn, arguments);
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof Error error) {
        throw error;
      }
      throw new Pipeline.PipelineExecutionException(e.getCause());
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }

  private Object argument(Parameter parameter) {
    if (parameter instanceof Parameter.ElementParameter) {
      return element;
    } else if (parameter instanceof Parameter.OutputReceiverParameter) {
      return new Receiver<>(outputs.get(main));
    } else if (parameter instanceof Parameter.TaggedOutputReceiverParameter) {
      return new Receivers();
    } else if (parameter instanceof Parameter.ProcessContextParameter) {
      return context;
    } else if (parameter instanceof Parameter.FinishBundleContextParameter) {
      return new FinishContext(fn);
    } else if (parameter instanceof Parameter.PipelineOptionsParameter) {
      return options;
    }
    throw new UnsupportedOperationException("a small run does not know " + parameter + " of " + fn.getClass().getName());
  }

  /** Where one output's elements are gathered; time and window are dropped, for there is one window. */
  private record Receiver<T>(List<Object> gathered) implements DoFn.OutputReceiver<T> {
    @Override
    public void output(T value) {
      gathered.add(value);
    }

    @Override
    public OutputBuilder<T> builder(T value) {
      return new WindowedValues.Builder<T>()
          .setValue(value)
          .setTimestamp(BoundedWindow.TIMESTAMP_MIN_VALUE)
          .setWindow(GlobalWindow.INSTANCE)
          .setPaneInfo(PaneInfo.NO_FIRING)
          .setReceiver(made -> gathered.add(made.getValue()));
    }
  }

  private final class Receivers implements DoFn.MultiOutputReceiver {
    @Override
    public <T> DoFn.OutputReceiver<T> get(TupleTag<T> tag) {
      return new Receiver<>(outputs.get(tag));
    }

    @Override
    public <T> DoFn.OutputReceiver<Row> getRowReceiver(TupleTag<T> tag) {
      throw new UnsupportedOperationException("a small run knows no schemas");
    }
  }

  private final class Context extends DoFn<Object, Object>.ProcessContext {
    Context(DoFn<Object, Object> fn) {
      fn.super();
    }

    @Override
    public Object element() {
      return element;
    }

    @Override
    public <T> T sideInput(PCollectionView<T> view) {
      return (T) views.apply(view);
    }

    @Override
    public Instant timestamp() {
      return BoundedWindow.TIMESTAMP_MIN_VALUE;
    }

    @Override
    public PaneInfo pane() {
      return PaneInfo.NO_FIRING;
    }

    @Override
    public String currentRecordId() {
      return null;
    }

    @Override
    public Long currentRecordOffset() {
      return null;
    }

    @Override
    public PipelineOptions getPipelineOptions() {
      return options;
    }

    @Override
    public void output(Object value) {
      outputs.get(main).add(value);
    }

    @Override
    public <T> void output(TupleTag<T> tag, T value) {
      outputs.get(tag).add(value);
    }

    @Override
    public void outputWithTimestamp(Object value, Instant timestamp) {
      output(value);
    }

    @Override
    public <T> void outputWithTimestamp(TupleTag<T> tag, T value, Instant timestamp) {
      output(tag, value);
    }

    @Override
    public void outputWindowedValue(Object value, Instant timestamp, Collection<? extends BoundedWindow> windows, PaneInfo pane) {
      output(value);
    }

    @Override
    public <T> void outputWindowedValue(TupleTag<T> tag, T value, Instant timestamp, Collection<? extends BoundedWindow> windows, PaneInfo pane) {
      output(tag, value);
    }
  }

  private final class FinishContext extends DoFn<Object, Object>.FinishBundleContext {
    FinishContext(DoFn<Object, Object> fn) {
      fn.super();
    }

    @Override
    public PipelineOptions getPipelineOptions() {
      return options;
    }

    @Override
    public void output(Object value, Instant timestamp, BoundedWindow window) {
      outputs.get(main).add(value);
    }

    @Override
    public <T> void output(TupleTag<T> tag, T value, Instant timestamp, BoundedWindow window) {
      outputs.get(tag).add(value);
    }
  }
}
