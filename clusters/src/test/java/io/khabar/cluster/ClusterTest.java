package io.khabar.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The jar on clusters of several processes: the same rows as on the Direct runner, also when a worker is killed in the middle. */
class ClusterTest {
  private static final Path WORK = Path.of(System.getProperty("khabar.work", "target/work")).toAbsolutePath();
  private static final int MINUTES = 12;
  private static final ObjectMapper JSON = new ObjectMapper();

  private static Path pages;
  private static Map<String, List<String>> expected;

  @BeforeAll
  static void runOnTheDirectRunner() throws Exception {
    delete(WORK);
    pages = Pages.write(WORK.resolve("pages"), 640);
    Path out = WORK.resolve("direct");
    try (Cluster none = new NoCluster(WORK.resolve("direct-logs"))) {
      Process process = none.run("run", arguments(out));
      assertTrue(process.waitFor(MINUTES, TimeUnit.MINUTES));
      assertEquals(0, process.exitValue(), none.log("run"));
    }
    expected = rows(out);
    assertTrue(expected.get("stories").size() > 400, "the input is too small to say anything");
    assertTrue(expected.get("duplicates").size() > 40, "the input has no duplicates");
  }

  @Test
  void flink() throws Exception {
    try (Cluster cluster = new FlinkCluster(WORK.resolve("flink-logs"), 2)) {
      sameRows(cluster, WORK.resolve("flink"));
    }
  }

  @Test
  void spark() throws Exception {
    try (Cluster cluster = new SparkCluster(WORK.resolve("spark-logs"), 2)) {
      sameRows(cluster, WORK.resolve("spark"));
    }
  }

  @Test
  void flinkLosesAWorkerThatIsReplaced() throws Exception {
    try (Cluster cluster = new FlinkCluster(WORK.resolve("flink-killed-logs"), 2)) {
      loseAWorker(cluster, WORK.resolve("flink-killed"));
    }
  }

  @Test
  void sparkLosesAWorkerThatIsReplaced() throws Exception {
    try (Cluster cluster = new SparkCluster(WORK.resolve("spark-killed-logs"), 2)) {
      loseAWorker(cluster, WORK.resolve("spark-killed"));
    }
  }

  private static List<String> arguments(Path out) {
    return List.of("--input=" + pages, "--output=" + out, "--partitions=6");
  }

  private static void sameRows(Cluster cluster, Path out) throws Exception {
    Process process = cluster.run("run", arguments(out));
    assertTrue(process.waitFor(MINUTES, TimeUnit.MINUTES), "the job did not end");
    assertEquals(0, process.exitValue(), cluster.log("run"));
    assertSame(rows(out));
  }

  /** Kills a worker when the first files of datasets are being written: the moment when a sink could write rows twice or lose them. */
  private static void loseAWorker(Cluster cluster, Path out) throws Exception {
    Process process = cluster.run("run", arguments(out));
    Path staging = out.resolve("_staging");
    cluster.await("the first file", MINUTES * 60, () -> !process.isAlive() || hasFile(staging));
    assertTrue(process.isAlive(), "the job ended before a worker could be killed: " + cluster.log("run"));
    cluster.kill(cluster.workers.get(0));
    assertTrue(process.isAlive(), "the worker was killed too late");
    cluster.addWorker();
    assertTrue(process.waitFor(MINUTES, TimeUnit.MINUTES), "the job did not end");
    if (process.exitValue() == 0) {
      assertSame(rows(out));
      assertFalse(Files.exists(staging), "staging was left behind");
      System.out.println(cluster.getClass().getSimpleName() + ": a worker was killed, and the job ended with the same rows");
    } else {
      assertEquals(4, process.exitValue(), cluster.log("run"));
      assertFalse(Files.exists(out.resolve("_MANIFEST.json")), "a failed job published a manifest");
      try (Stream<Path> folders = Files.list(out)) {
        assertEquals(List.of("_staging"), folders.map(f -> f.getFileName().toString()).toList(), "a failed job published files");
      }
      System.out.println(cluster.getClass().getSimpleName() + ": a worker was killed, and the job failed and published nothing");
    }
  }

  private static boolean hasFile(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return false;
    }
    try (Stream<Path> files = Files.walk(folder)) {
      return files.anyMatch(f -> f.toString().endsWith(".parquet"));
    } catch (java.io.UncheckedIOException e) {
      // moved while we looked
      return true;
    }
  }

  private static void assertSame(Map<String, List<String>> rows) {
    for (Map.Entry<String, List<String>> dataset : expected.entrySet()) {
      List<String> mine = rows.get(dataset.getKey());
      for (int i = 0; i < Math.min(dataset.getValue().size(), mine.size()); i++) {
        assertEquals(dataset.getValue().get(i), mine.get(i), dataset.getKey());
      }
      assertEquals(dataset.getValue().size(), mine.size(), dataset.getKey());
    }
    assertEquals(expected.keySet(), rows.keySet());
  }

  /** The rows that the manifest lists, by dataset, sorted; both formats must have as many. */
  private static Map<String, List<String>> rows(Path out) throws IOException {
    Map<String, List<String>> rows = new TreeMap<>();
    JsonNode datasets = JSON.readTree(out.resolve("_MANIFEST.json").toFile()).path("datasets");
    datasets
        .fields()
        .forEachRemaining(
            dataset -> {
              List<String> lines = new ArrayList<>();
              long parquet = 0;
              for (JsonNode file : dataset.getValue().path("files")) {
                Path path = out.resolve(file.path("path").asText());
                assertTrue(Files.isRegularFile(path), path + " is listed and not there");
                if (path.toString().endsWith(".jsonl")) {
                  lines.addAll(lines(path));
                } else {
                  parquet += file.path("rows").asLong();
                }
              }
              assertEquals(lines.size(), parquet, dataset.getKey());
              lines.sort(null);
              rows.put(dataset.getKey(), lines);
            });
    return rows;
  }

  private static List<String> lines(Path file) {
    try {
      return Files.readAllLines(file);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  /** The Direct runner, in a process of its own like the others. */
  private static final class NoCluster extends Cluster {
    NoCluster(Path folder) throws IOException {
      super(folder);
    }

    @Override
    void addWorker() {
      throw new UnsupportedOperationException();
    }

    @Override
    List<String> options() {
      // said, for a small run without it needs no runner of Beam's at all
      return List.of("--runner=DirectRunner");
    }
  }
}
