package io.khabar.engine;

import io.khabar.pipeline.KhabarOptions;
import java.io.PrintStream;
import java.util.Locale;
import org.apache.beam.runners.direct.DirectOptions;
import org.apache.beam.sdk.Pipeline;

/** The Direct runner: one process, everything in memory. */
final class DirectEngine implements Engine {
  private static final double GB = 1 << 30;

  /** What a run of a few pages needs: models, gazetteers, the engine. */
  private static final long BASE_BYTES = 200L << 20;

  /** Bytes of heap for each byte of text in the input, as measured (BENCHMARKS.md, "Memory of the Direct runner"). */
  private static final int HEAP_PER_TEXT_BYTE = 12;

  private final boolean inPlace;

  private DirectEngine(boolean inPlace) {
    this.inPlace = inPlace;
  }

  @Override
  public void adapt(Pipeline pipeline) {
    if (inPlace) {
      GroupInPlace.everywhere(pipeline);
    }
  }

  @Override
  public void close() {}

  static Engine prepare(KhabarOptions options, int workers, long textBytes, PrintStream err) {
    DirectOptions direct = options.as(DirectOptions.class);
    // the checks copy every element through its coder, which costs six to twelve times the work
    direct.setEnforceImmutability(options.isEnforce());
    direct.setEnforceEncodability(options.isEnforce());
    direct.setTargetParallelism(workers);
    String warning = warning(textBytes, Runtime.getRuntime().maxMemory());
    if (warning != null) {
      err.println("khabar: " + warning);
    }
    // the checks look at copies; without them nothing needs one
    return new DirectEngine(!options.isEnforce());
  }

  /** A sentence when a dump with so much text will hardly fit into so much heap, else null. */
  static String warning(long textBytes, long heapBytes) {
    long needed = BASE_BYTES + HEAP_PER_TEXT_BYTE * textBytes;
    if (needed <= heapBytes) {
      return null;
    }
    return String.format(
        Locale.ROOT,
        "the Direct runner holds the whole dump in memory: about %.1f GB of text need about %.0f GB of heap, and Java may take %.1f GB; --runner=FlinkRunner spills to "
            + "disk instead, and KHABAR_JAVA_OPTS=-Xmx%.0fg gives Java more",
        textBytes / GB, Math.ceil(needed / GB), heapBytes / GB, Math.ceil(needed / GB));
  }
}
