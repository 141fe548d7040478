package io.khabar.pipeline;

import java.util.List;
import org.apache.beam.sdk.options.PipelineOptions;
import org.apache.beam.sdk.options.PipelineOptionsRegistrar;

/**
 * The options that the jar knows before an engine is chosen. It stands in the jar in place of Beam's own registrars: each of their interfaces is checked together with all
 * before it, which was a quarter of a small run, and {@code run} takes none of their options.
 */
public final class OptionsRegistrar implements PipelineOptionsRegistrar {
  @Override
  public Iterable<Class<? extends PipelineOptions>> getPipelineOptions() {
    return List.of(KhabarOptions.class);
  }
}
