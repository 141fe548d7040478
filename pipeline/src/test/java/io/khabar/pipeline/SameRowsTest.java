package io.khabar.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The same input gives the same rows, whatever the order of files, the parallelism and the engine. */
class SameRowsTest {
  @TempDir static Path dir;

  private static List<String> expected;

  @BeforeAll
  static void runOnce() throws IOException {
    expected = run("once", "--input=" + Runs.SAMPLE);
    assertFalse(expected.isEmpty());
  }

  private static List<String> run(String name, String... options) throws IOException {
    Path out = dir.resolve(name);
    String[] args = Stream.concat(Stream.of("run", "--output=" + out), Stream.of(options)).toArray(String[]::new);
    Runs.Result result = Runs.main(args);
    assertEquals(Main.OK, result.exit(), result.err());
    return Runs.allRows(out);
  }

  private static void assertSame(List<String> rows) {
    // the first difference says more than two lists of a thousand rows
    for (int i = 0; i < Math.min(expected.size(), rows.size()); i++) {
      assertEquals(expected.get(i), rows.get(i));
    }
    assertEquals(expected.size(), rows.size());
  }

  @Test
  void theDirectRunnerWhereASmallRunNeedsNone() throws IOException {
    assertSame(run("direct", "--input=" + Runs.SAMPLE, "--runner=DirectRunner"));
  }

  @Test
  void aSecondRunOnOneWorker() throws IOException {
    assertSame(run("one", "--input=" + Runs.SAMPLE, "--workers=1"));
  }

  @Test
  void sevenWorkersAndFivePartitions() throws IOException {
    assertSame(run("seven", "--input=" + Runs.SAMPLE, "--workers=7", "--partitions=5"));
  }

  @Test
  void theDirectRunnersOwnChecks() throws IOException {
    assertSame(run("checked", "--input=" + Runs.SAMPLE, "--enforce"));
  }

  @Test
  void filesNamedOneByOneInAnotherOrder() throws IOException {
    Path flat = Files.createDirectories(dir.resolve("flat"));
    List<String> files = new ArrayList<>();
    try (Stream<Path> walk = Files.walk(Runs.SAMPLE)) {
      for (Path file : walk.filter(Files::isRegularFile).toList()) {
        Path copy = flat.resolve(file.getParent().getFileName() + "-" + file.getFileName());
        Files.copy(file, copy);
        files.add(copy.toString());
      }
    }
    files.sort(Collections.reverseOrder());
    assertEquals(run("flat-out", "--input=" + flat), run("reversed", "--input=" + String.join(",", files)));
  }

  @ParameterizedTest
  @CsvSource({"FlinkRunner,1", "FlinkRunner,2", "FlinkRunner,7", "SparkRunner,1", "SparkRunner,2", "SparkRunner,7"})
  void everyEngineAtEveryParallelism(String runner, int workers) throws IOException {
    assertSame(run(runner + workers, "--input=" + Runs.SAMPLE, "--runner=" + runner, "--workers=" + workers, "--partitions=" + (1 + workers / 2)));
  }
}
