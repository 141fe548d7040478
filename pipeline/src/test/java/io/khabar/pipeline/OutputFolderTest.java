package io.khabar.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.khabar.sink.OutputFolder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a run finds where it is to write, and what earlier runs left where it is to read. */
class OutputFolderTest {
  private static final String TEXT = "سفينة حبوب ترسو في الميناء\n\nرست سفينة تحمل ثلاثين ألف طن من القمح في الميناء صباح اليوم وقال مدير الميناء إن تفريغها يستغرق أربعة أيام.";

  @TempDir Path dir;

  private Path page() throws IOException {
    return Runs.write(dir.resolve("in/a.txt"), TEXT);
  }

  private Runs.Result run(Path output, String... more) throws IOException {
    String[] args = new String[more.length + 3];
    args[0] = "run";
    args[1] = "--input=" + page();
    args[2] = "--output=" + output;
    System.arraycopy(more, 0, args, 3, more.length);
    return Runs.main(args);
  }

  private void assertRefused(Runs.Result result, String says) {
    assertEquals(Main.USAGE, result.exit(), result.err());
    assertTrue(result.lastLine().contains(says), result.err());
  }

  @Test
  void aSecondRunDoesNotWriteBesideAFirst() throws IOException {
    Path output = dir.resolve("out");
    try (OutputFolder first = OutputFolder.claim(output.toString(), false)) {
      assertRefused(run(output), "another run is writing to");
    }
    assertEquals(Main.OK, run(output).exit());
    assertFalse(Files.exists(output.resolve("_lock")));
  }

  @Test
  void aRunOfAnotherProcessDoesNotWriteBesideAFirst() throws IOException, InterruptedException {
    Path output = dir.resolve("out");
    try (OutputFolder first = OutputFolder.claim(output.toString(), false)) {
      Path java = Path.of(System.getProperty("java.home"), "bin", "java");
      Process second =
          new ProcessBuilder(java.toString(), "-cp", System.getProperty("java.class.path"), "io.khabar.pipeline.Main", "run", "--input=" + page(), "--output=" + output)
              .redirectErrorStream(true)
              .start();
      String said = new String(second.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertEquals(Main.USAGE, second.waitFor(), said);
      assertTrue(said.contains("another run is writing to"), said);
    }
  }

  @Test
  void aLinkedDatasetFolderIsNotWrittenThrough() throws IOException {
    Path victim = Runs.write(dir.resolve("victim/part-00000-of-00001.jsonl"), "theirs");
    Files.createDirectories(dir.resolve("out"));
    Files.createSymbolicLink(dir.resolve("out/documents"), dir.resolve("victim"));
    assertRefused(run(dir.resolve("out")), "documents is no folder of a run");
    assertEquals("theirs", Files.readString(victim));
  }

  @Test
  void filesOfOthersWhereARunWritesStay() throws IOException {
    Runs.write(dir.resolve("one/_staging"), "theirs");
    assertRefused(run(dir.resolve("one")), "_staging is no folder of a run");
    Runs.write(dir.resolve("two/report.html"), "theirs");
    assertRefused(run(dir.resolve("two")), "report.html is no file of a run");
    Files.createDirectories(dir.resolve("three/report.html"));
    assertRefused(run(dir.resolve("three")), "report.html is no file of a run");
    assertEquals("theirs", Files.readString(dir.resolve("one/_staging")));
    assertEquals("theirs", Files.readString(dir.resolve("two/report.html")));
  }

  @Test
  void aDamagedBaselineIsRefused() throws IOException {
    Path earlier = dir.resolve("earlier");
    assertEquals(Main.OK, run(earlier).exit());
    Path signatures = earlier.resolve("signatures/part-00000-of-00001.jsonl");
    Files.writeString(signatures, "");
    assertRefused(run(dir.resolve("out"), "--baseline=" + earlier), "the run is damaged");
    Files.delete(signatures);
    assertRefused(run(dir.resolve("out"), "--baseline=" + earlier), "the run is damaged");
  }

  @Test
  void whatAnEarlierRunPublishedBelowTheInputIsCountedAndNotRead() throws IOException {
    Path in = page().getParent();
    assertEquals(Main.OK, Runs.main("run", "--input=" + in, "--output=" + in.resolve("out")).exit());
    Path second = dir.resolve("second");
    assertEquals(Main.OK, Runs.main("run", "--input=" + in, "--output=" + second).exit());
    assertEquals(1, Runs.rows(second, "documents").size());
    assertTrue(Runs.manifest(second).path("skipped").path("file_of_a_run").asLong() > 10, Runs.manifest(second).toString());
    // who names a dataset itself wants it read
    assertEquals(Main.OK, Runs.main("run", "--input=" + in.resolve("out/documents/part-00000-of-00001.jsonl"), "--output=" + dir.resolve("third")).exit());
  }

  @Test
  void equalRecordsOfTwoFoldersAreTwoDocuments() throws IOException {
    Path a = Runs.write(dir.resolve("mon/x.txt"), TEXT);
    Path b = Runs.write(dir.resolve("tue/x.txt"), TEXT);
    Path output = dir.resolve("out");
    Runs.Result result = Runs.main("run", "--input=" + a.getParent() + "," + b.getParent() + "," + dir + "/./mon", "--output=" + output);
    assertEquals(Main.OK, result.exit(), result.err());
    assertEquals(2, Runs.rows(output, "documents").size());
    assertEquals(1, Runs.rows(output, "stories").size());
    assertEquals("exact", Runs.rows(output, "duplicates").get(0).path("kind").asText());
  }

  @Test
  void aDamagedRunIsNoRun() throws IOException {
    for (String manifest : List.of("", "{}", "[1,2]", "garbage")) {
      Path output = dir.resolve("damaged" + manifest.length());
      Runs.write(output.resolve("_MANIFEST.json"), manifest);
      assertEquals(Main.USAGE, Runs.main("report", "--output=" + output).exit(), manifest);
      assertEquals(Main.USAGE, Runs.main("explain", "--output=" + output, "--id=a").exit(), manifest);
    }
    Path file = Runs.write(dir.resolve("file"), "");
    assertRefused(Runs.main("report", "--output=" + file), "holds no finished run");
  }

  @Test
  void rulesThatCannotBeUsedAreNamed() throws IOException {
    Path rules = dir.resolve("rules");
    Runs.write(rules.resolve("cues/nav.tsv"), "شارك\n");
    assertRefused(run(dir.resolve("out"), "--rules=" + rules), "cues/nav.tsv: row");
    Runs.write(rules.resolve("cues/nav.tsv"), "\uFEFF# من صنعنا\nours\tline\t5\tاشترك في نشرة المرفأ\n");
    Runs.Result result = run(dir.resolve("out"), "--rules=" + rules);
    assertEquals(Main.OK, result.exit(), result.err());
    assertRefused(run(dir.resolve("out2"), "--rules=" + dir.resolve("in")), "holds no file named like one of ours");
  }

  @Test
  void rulesAreInTheRunsId() throws IOException {
    Path rules = dir.resolve("rules");
    Runs.write(rules.resolve("cues/nav.tsv"), "ours\tline\t5\tاشترك في نشرة المرفأ\n");
    run(dir.resolve("one"), "--rules=" + rules, "--formats=jsonl");
    Runs.write(rules.resolve("cues/nav.tsv"), "ours\tline\t5\tاشترك في نشرة الميناء\n");
    run(dir.resolve("two"), "--rules=" + rules, "--formats=jsonl");
    assertFalse(Runs.manifest(dir.resolve("one")).path("run_id").equals(Runs.manifest(dir.resolve("two")).path("run_id")));
  }
}
