package io.khabar.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.khabar.pipeline.KhabarOptions;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.apache.beam.sdk.options.PipelineOptionsFactory;
import org.junit.jupiter.api.Test;

/** Which engine a command line and a size of input come to. */
class EngineTest {
  private static String runner(long textBytes, String... args) throws IOException {
    PipelineOptionsFactory.register(KhabarOptions.class);
    Engine.registerBeamOptions();
    KhabarOptions options = PipelineOptionsFactory.fromArgs(args).as(KhabarOptions.class);
    try (Engine engine = Engine.prepare(options, args, textBytes, new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8))) {
      return options.getRunner().getSimpleName();
    }
  }

  @Test
  void aSmallInputNeedsNoRunnerOfBeams() throws IOException {
    assertEquals("SmallRunner", runner(Engine.SMALL_BYTES));
    assertEquals("DirectRunner", runner(Engine.SMALL_BYTES + 1));
  }

  @Test
  void whatIsAskedForIsGiven() throws IOException {
    assertEquals("DirectRunner", runner(1, "--runner=DirectRunner"));
    assertEquals("DirectRunner", runner(1, "--workers=2"));
    assertEquals("DirectRunner", runner(1, "--targetParallelism=2"));
    assertEquals("DirectRunner", runner(1, "--enforce"));
  }
}
