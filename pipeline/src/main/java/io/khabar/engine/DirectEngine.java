package io.khabar.engine;

import io.khabar.pipeline.KhabarOptions;
import org.apache.beam.runners.direct.DirectOptions;

/** The Direct runner: one process, everything in memory. */
final class DirectEngine {
  private DirectEngine() {}

  static Engine prepare(KhabarOptions options, int workers) {
    DirectOptions direct = options.as(DirectOptions.class);
    // the checks copy every element through its coder, which costs six to twelve times the work
    direct.setEnforceImmutability(options.isEnforce());
    direct.setEnforceEncodability(options.isEnforce());
    direct.setTargetParallelism(workers);
    return () -> {};
  }
}
