package io.khabar.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.khabar.read.InputFile;
import io.khabar.read.InputFiles;
import io.khabar.sink.DatasetReader;
import io.khabar.sink.Store;
import io.khabar.sink.StoreFiles;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What must hold of input and output on any file system but the local disk's: the real main, and the same rows. */
abstract class ElsewhereTests {
  private static final String TEXT = "سفينة حبوب ترسو في الميناء\n\nرست سفينة تحمل ثلاثين ألف طن من القمح في الميناء صباح اليوم وقال مدير الميناء إن تفريغها يستغرق أربعة أيام.";

  @TempDir Path local;
  private String root;

  /** Where a test may write; its file system is known to Beam again after this, for a local run of this process may have made Beam forget what its options said. */
  abstract String place();

  @BeforeEach
  void ownFolder() {
    root = place() + "/" + UUID.randomUUID();
  }

  private void put(String path, byte[] bytes) throws IOException {
    try (OutputStream out = Store.of(root).create(root + "/" + path)) {
      out.write(bytes);
    }
  }

  private void put(String path, String text) throws IOException {
    put(path, text.getBytes(StandardCharsets.UTF_8));
  }

  private String text(String path) throws IOException {
    return new String(Store.of(root).open(root + "/" + path).readAllBytes(), StandardCharsets.UTF_8);
  }

  private void putSample(String folder) throws IOException {
    try (Stream<Path> walk = Files.walk(Runs.SAMPLE)) {
      for (Path file : walk.filter(Files::isRegularFile).toList()) {
        put(folder + "/" + Runs.SAMPLE.relativize(file), Files.readAllBytes(file));
      }
    }
  }

  private Runs.Result run(String input, String output, String... more) {
    return Runs.main(Stream.concat(Stream.of("run", "--input=" + input, "--output=" + output), Stream.of(more)).toArray(String[]::new));
  }

  private static void assertOk(Runs.Result result) {
    assertEquals(Main.OK, result.exit(), result.err());
  }

  private static void assertRefused(Runs.Result result, String says) {
    assertEquals(Main.USAGE, result.exit(), result.err());
    assertTrue(result.lastLine().contains(says), result.err());
  }

  private List<String> paths(String part) {
    return InputFiles.expand(part.replace("ROOT", root), new StoreFiles()).stream().map(InputFile::path).toList();
  }

  private static JsonNode manifest(String output) throws IOException {
    return DatasetReader.open(output).manifest();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "--formats=parquet", "--runner=DirectRunner", "--runner=FlinkRunner", "--runner=SparkRunner"})
  void theRowsAreThoseOfTheLocalDisk(String option) throws IOException {
    putSample("in");
    String[] more = option.isEmpty() ? new String[0] : new String[] {option};
    assertOk(run(root + "/in", root + "/out", more));
    assertOk(run(Runs.SAMPLE.toString(), local.resolve("out").toString(), more));
    place();
    List<String> theirs = new ArrayList<>();
    for (String row : Runs.allRows(root + "/out")) {
      theirs.add(row.replace(root + "/in/", Runs.SAMPLE + "/"));
    }
    assertTrue(theirs.size() > 500, theirs.size() + " rows");
    assertEquals(Runs.allRows(local.resolve("out")), theirs);
    // nothing but what the manifest lists, and no trace of the work
    List<String> listed = new ArrayList<>(List.of("_MANIFEST.json", "report.html"));
    manifest(root + "/out").path("datasets").forEach(dataset -> dataset.path("files").forEach(file -> listed.add(file.path("path").asText())));
    listed.sort(null);
    assertEquals(listed, Store.of(root).list(root + "/out").stream().map(file -> file.substring((root + "/out/").length())).toList());
  }

  @Test
  void foldersGlobsAndFilesMeanWhatTheyMeanOnTheLocalDisk() throws IOException {
    for (String name : List.of("a.txt", "b/x y.json", "b/c/خبر.txt", "b/c/[1].html", "b/c/100%.txt", "b/empty.txt")) {
      put(name, name.contains("empty") ? "" : "نص");
    }
    List<String> all = List.of("a.txt", "b/c/100%.txt", "b/c/[1].html", "b/c/خبر.txt", "b/empty.txt", "b/x y.json");
    assertEquals(all, paths("ROOT"));
    assertEquals(all, paths("ROOT/"));
    assertEquals(List.of("x y.json"), paths("ROOT/b/x y.json"));
    assertEquals(List.of("empty.txt"), paths("ROOT/b/empty.txt"));
    assertEquals(List.of("a.txt", "b/c/100%.txt", "b/c/خبر.txt", "b/empty.txt"), paths("ROOT/{*.txt,**/*.txt}"));
    assertEquals(all.subList(1, 6), paths("ROOT/b*"));
    assertEquals(List.of("c/100%.txt", "c/خبر.txt", "empty.txt"), paths("ROOT/b/**.txt"));
    assertEquals(all, paths("ROOT,ROOT/b/c,ROOT/a.txt"));
    InputFile file = InputFiles.expand(root + "/b/", new StoreFiles()).get(1);
    assertEquals(root + "/b/c/[1].html c/[1].html 4", file.uri() + " " + file.path() + " " + file.bytes());
    for (InputFile each : InputFiles.expand(root, new StoreFiles())) {
      assertEquals(each.bytes(), new StoreFiles().open(each).readAllBytes().length, each.uri());
    }
    assertEquals("ص", new String(new StoreFiles().open(file, 2).readAllBytes(), StandardCharsets.UTF_8));
    for (String none : new String[] {"ROOT/none", "ROOT/*.pdf", "ROOT/b/none.txt"}) {
      String message = assertThrows(IllegalArgumentException.class, () -> paths(none)).getMessage();
      assertTrue(message.endsWith("matches no file"), message);
    }
  }

  @Test
  void aLargeFileIsReadInRanges() throws IOException {
    StringBuilder lines = new StringBuilder();
    for (int i = 0; lines.length() < (5 << 20); i++) {
      lines.append("{\"id\": ").append(i).append(", \"text\": \"").append(TEXT.replace("\n", "\\n")).append(' ').append(i % 50).append("\"}\n");
    }
    put("in/many.jsonl", lines.toString());
    Path same = Runs.write(local.resolve("in/many.jsonl"), lines.toString());
    assertOk(run(root + "/in", root + "/out", "--formats=parquet"));
    assertOk(run(same.getParent().toString(), local.resolve("out").toString(), "--formats=parquet"));
    place();
    assertEquals(manifest(local.resolve("out").toString()).path("ledger"), manifest(root + "/out").path("ledger"));
  }

  @Test
  void anOutputBelowTheInputIsNotRead() throws IOException {
    put("in/a.txt", TEXT);
    assertOk(run(root + "/in", root + "/in/out"));
    assertOk(run(root + "/in", root + "/in/out", "--overwrite"));
    assertEquals(1, manifest(root + "/in/out").path("ledger").path("records_read").asInt());
    // and what an earlier run published there is counted
    assertOk(run(root + "/in", root + "/second"));
    assertEquals(1, manifest(root + "/second").path("ledger").path("documents").asInt());
    assertTrue(manifest(root + "/second").path("skipped").path("file_of_a_run").asInt() > 10, manifest(root + "/second").toString());
  }

  @Test
  void anEarlierRunAndOtherPeoplesFilesStay() throws IOException {
    put("in/a.txt", TEXT);
    assertOk(run(root + "/in", root + "/out"));
    assertRefused(run(root + "/in", root + "/out"), "--overwrite");
    put("out/stories/novel.txt", "mine");
    assertRefused(run(root + "/in", root + "/out", "--overwrite"), "novel.txt");
    assertEquals("mine", text("out/stories/novel.txt"));
    assertEquals("in/a.txt", "in/" + paths("ROOT/in").get(0));
  }

  @Test
  void aRunThatFailsItsGatePublishesNothing() throws IOException {
    put("in/a.txt", TEXT);
    assertOk(run(root + "/in", root + "/out"));
    String before = text("out/_MANIFEST.json");
    put("bad/junk.jsonl", "{junk\n".repeat(120));
    assertEquals(Main.GATE, run(root + "/bad", root + "/out", "--overwrite").exit());
    assertEquals(before, text("out/_MANIFEST.json"));
    assertTrue(text("out/_failed/reason.json").contains("120 of 120 records"));
    // what was left behind is swept by the next run
    assertOk(run(root + "/in", root + "/out", "--overwrite"));
    assertFalse(Store.of(root).exists(root + "/out/_failed/reason.json"));
  }

  @Test
  void earlierRunsAreBaselinesAndCanBeLookedInto() throws IOException {
    put("in/a.txt", TEXT);
    assertOk(run(root + "/in", root + "/monday"));
    assertOk(run(root + "/in", root + "/tuesday", "--baseline=" + root + "/monday"));
    assertEquals(0, manifest(root + "/tuesday").path("ledger").path("stories").asInt());
    assertEquals(1, manifest(root + "/tuesday").path("ledger").path("duplicates").asInt());
    String id = DatasetReader.open(root + "/monday").rows("documents", row -> true).get(0).path("document_id").asText();
    Runs.Result explained = Runs.main("explain", "--output=" + root + "/monday", "--id=" + id);
    assertOk(explained);
    assertTrue(explained.out().contains("سفينة حبوب"), explained.out());
    assertOk(Runs.main("report", "--output=" + root + "/monday"));
    assertRefused(Runs.main("report", "--output=" + root + "/sunday"), "holds no finished run");
  }
}
