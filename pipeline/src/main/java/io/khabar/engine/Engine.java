package io.khabar.engine;

import io.khabar.pipeline.KhabarOptions;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.reflect.Method;
import java.util.Arrays;
import org.apache.beam.runners.direct.DirectOptions;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.options.ExperimentalOptions;
import org.apache.beam.sdk.options.PipelineOptions.CheckEnabled;
import org.apache.beam.sdk.options.PipelineOptionsFactory;

/** An engine made ready for one run; closing it gives back what was taken for it. */
public interface Engine extends AutoCloseable {
  /** Up to here one thread is done before the Direct runner's threads are (BENCHMARKS.md, "Start-up"). */
  long SMALL_BYTES = 4L << 20;

  @Override
  void close() throws IOException;

  /** Changes a graph that is built where this engine does the same work in another way. */
  default void adapt(Pipeline pipeline) {}

  /**
   * Makes the engine that the options name ready.
   *
   * @param args the command line, which alone tells a default from the same value said by the user
   * @param textBytes about how much text the input holds
   * @param err where a warning goes
   */
  static Engine prepare(KhabarOptions options, String[] args, long textBytes, PrintStream err) throws IOException {
    options.setStableUniqueNames(CheckEnabled.ERROR);
    int workers = options.getWorkers() > 0 ? options.getWorkers() : Runtime.getRuntime().availableProcessors();
    // by name: naming the class would load the engine that is not asked for
    return switch (options.getRunner().getSimpleName()) {
      case "DirectRunner" -> isSmall(options, args, textBytes) ? small(options) : DirectEngine.prepare(options, workers, textBytes, err);
      case "FlinkRunner" -> FlinkEngine.prepare(options, args, workers);
      case "SparkRunner" -> SparkEngine.prepare(options, args, workers);
      default -> () -> {};
    };
  }

  /** Whether the work is less than making the Direct runner ready, and nobody asked for that runner, its parallelism or its checks. */
  private static boolean isSmall(KhabarOptions options, String[] args, long textBytes) {
    return textBytes <= SMALL_BYTES && options.getWorkers() == 0 && !options.isEnforce() && !said(args, "runner") && !said(args, "targetParallelism");
  }

  private static Engine small(KhabarOptions options) {
    options.setRunner(SmallRunner.class);
    return () -> {};
  }

  /** Makes the options of the engine that the command line names known; the others' would only be checked, at every start. */
  static void registerOptions(String[] args) {
    for (String arg : args) {
      if (arg.startsWith("--runner=") && arg.contains("Flink")) {
        FlinkEngine.registerOptions();
      } else if (arg.startsWith("--runner=") && arg.contains("Spark")) {
        SparkEngine.registerOptions();
      }
    }
  }

  /** Makes those of Beam's own options known that mean something here; dear, and so only for a command line that holds what is not ours. */
  static void registerBeamOptions() {
    PipelineOptionsFactory.register(DirectOptions.class);
    PipelineOptionsFactory.register(ExperimentalOptions.class);
  }

  /** The runner that an option unknown to the others belongs to, or null. */
  static String runnerOf(String option) {
    return FlinkEngine.knows(option) ? "FlinkRunner" : SparkEngine.knows(option) ? "SparkRunner" : null;
  }

  /** Whether an interface of options, or one that it extends, has a getter of an option. */
  static boolean has(Class<?> options, String option) {
    String end = Character.toUpperCase(option.charAt(0)) + option.substring(1);
    return Arrays.stream(options.getMethods()).map(Method::getName).anyMatch(name -> name.equals("get" + end) || name.equals("is" + end));
  }

  /** Whether the command line sets an option. */
  static boolean said(String[] args, String option) {
    for (String arg : args) {
      if (arg.equals("--" + option) || arg.startsWith("--" + option + "=")) {
        return true;
      }
    }
    return false;
  }
}
