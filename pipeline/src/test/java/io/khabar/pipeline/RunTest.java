package io.khabar.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The real main on real files: the ledger, the gates, the manifest, staging. */
class RunTest {
  private static final String STORY =
      "افتتاح الجسر الجديد في المدينة\n\nأعلنت بلدية المدينة صباح الأحد افتتاح الجسر الجديد الذي يصل ضفتي النهر بعد أعمال استمرت ثلاث سنوات."
          + "\n\nوقال رئيس البلدية إن الجسر سيخفف الازدحام عن وسط المدينة ويختصر الطريق على سكان القرى الشرقية إلى النصف.";

  @TempDir Path dir;

  private Runs.Result run(Path input, Path output, String... more) {
    String[] args = Stream.concat(Stream.of("run", "--input=" + input, "--output=" + output), Stream.of(more)).toArray(String[]::new);
    return Runs.main(args);
  }

  @Test
  void everyRecordIsADocumentARejectOrSkipped() throws IOException {
    Path in = dir.resolve("in");
    Runs.write(in.resolve("a.txt"), STORY);
    Runs.write(in.resolve("empty.txt"), "");
    Runs.write(in.resolve("README.md"), "# notes");
    Runs.write(in.resolve("b.jsonl"), "{\"title\":\"عنوان\",\"text\":\"" + STORY.replace("\n", "\\n") + " وأضاف.\"}\n{broken\n{\"title\":\"آخر\",\"text\":\"خبر آخر قصير عن الطقس.\"}\n");
    Path out = dir.resolve("out");
    Runs.Result result = run(in, out);
    assertEquals(Main.OK, result.exit(), result.err());
    JsonNode ledger = Runs.manifest(out).path("ledger");
    assertEquals(6, ledger.path("records_read").asInt());
    assertEquals(3, ledger.path("documents").asInt());
    assertEquals(2, ledger.path("rejects").asInt());
    assertEquals(1, ledger.path("skipped").asInt());
    assertEquals(ledger.path("characters_in").asLong(), ledger.path("segment_characters").asLong());
    List<JsonNode> rejects = Runs.rows(out, "rejects");
    JsonNode broken = rejects.stream().filter(r -> r.path("reason").asText().equals("invalid_json")).findFirst().orElseThrow();
    assertEquals("{broken", new String(Base64.getDecoder().decode(broken.path("payload").asText()), java.nio.charset.StandardCharsets.UTF_8).strip());
    assertEquals("decode", broken.path("stage").asText());
    assertTrue(rejects.stream().anyMatch(r -> r.path("reason").asText().equals("empty")));
  }

  @Test
  void whatStandsAmongFilesAndIsNoneIsCounted() throws IOException {
    Path in = dir.resolve("in");
    Runs.write(in.resolve("a.txt"), STORY);
    Files.createSymbolicLink(in.resolve("gone.txt"), dir.resolve("nowhere"));
    Files.createSymbolicLink(in.resolve("up"), in);
    Path out = dir.resolve("out");
    assertEquals(Main.OK, run(in, out).exit());
    assertEquals("{\"dangling_link\":1,\"link_loop\":1}", Runs.manifest(out).path("skipped").toString());
    assertEquals(3, Runs.manifest(out).path("ledger").path("records_read").asInt());
    Path links = Files.createDirectories(dir.resolve("links"));
    Files.createSymbolicLink(links.resolve("gone.txt"), dir.resolve("nowhere"));
    Runs.Result none = run(links, out, "--overwrite");
    assertEquals(Main.USAGE, none.exit());
    assertTrue(none.lastLine().contains("no input matched " + links + " but pipes, devices or links to nothing"), none.err());
  }

  @Test
  void segmentsCoverThePageAndMentionsStandWhereTheySay() throws IOException {
    Path in = Runs.write(dir.resolve("in/a.txt"), STORY + "\n\nوزار وزير الخارجية الروسي سيرغي لافروف موسكو وقال لافروف 😀 إن المحادثات مستمرة.");
    Path out = dir.resolve("out");
    assertEquals(Main.OK, run(in, out).exit());
    JsonNode document = Runs.rows(out, "documents").get(0);
    StringBuilder joined = new StringBuilder();
    int at = 0;
    for (JsonNode segment : Runs.rows(out, "segments")) {
      assertEquals(at, segment.path("start").asInt());
      at = segment.path("end").asInt();
      joined.append(segment.path("text").asText());
    }
    assertEquals(document.path("text").asText(), joined.toString());
    assertEquals(document.path("char_count").asInt(), at);
    JsonNode story = Runs.rows(out, "stories").get(0);
    List<JsonNode> mentions = Runs.rows(out, "mentions");
    assertFalse(mentions.isEmpty());
    for (JsonNode mention : mentions) {
      String text = story.path(mention.path("field").asText()).asText();
      int start = text.offsetByCodePoints(0, mention.path("start").asInt());
      int end = text.offsetByCodePoints(0, mention.path("end").asInt());
      assertEquals(mention.path("surface").asText(), text.substring(start, end));
    }
  }

  @Test
  void aDumpOfJunkFailsItsGateAndPublishesNothing() throws IOException {
    StringBuilder junk = new StringBuilder();
    for (int i = 0; i < 120; i++) {
      junk.append("{junk ").append(i).append('\n');
    }
    Path in = Runs.write(dir.resolve("in/junk.jsonl"), junk.toString());
    Path out = dir.resolve("out");
    Runs.Result result = run(in, out);
    assertEquals(Main.GATE, result.exit(), result.err());
    assertTrue(result.lastLine().contains("120 of 120 records were rejected"), result.err());
    assertFalse(Files.exists(out.resolve("_MANIFEST.json")));
    assertTrue(Files.readString(out.resolve("_failed/reason.json")).contains("were rejected"));
    assertFalse(Files.readString(out.resolve("_failed/reason.json")).contains("stories/part-"));
    try (Stream<Path> files = Files.walk(out.resolve("_failed/rejects"))) {
      assertTrue(files.anyMatch(f -> f.toString().endsWith(".jsonl")));
    }
    assertFalse(Files.exists(out.resolve("_staging")));
  }

  @Test
  void aFailedGateLeavesAnEarlierRunAsItWas() throws IOException {
    Path out = dir.resolve("out");
    assertEquals(Main.OK, run(Runs.write(dir.resolve("good/a.txt"), STORY), out).exit());
    String before = Files.readString(out.resolve("_MANIFEST.json"));
    StringBuilder junk = new StringBuilder();
    for (int i = 0; i < 120; i++) {
      junk.append("{junk ").append(i).append('\n');
    }
    assertEquals(Main.GATE, run(Runs.write(dir.resolve("bad/junk.jsonl"), junk.toString()), out, "--overwrite").exit());
    assertEquals(before, Files.readString(out.resolve("_MANIFEST.json")));
    assertEquals(1, Runs.rows(out, "stories").size());
  }

  @Test
  void whatTheManifestDoesNotListDoesNotStandInADataset() throws IOException {
    Path in = Runs.write(dir.resolve("in/a.txt"), STORY);
    Path out = dir.resolve("out");
    Runs.write(out.resolve("stories/part-99999-of-99999.jsonl"), "{}");
    Runs.write(out.resolve("_staging/0123456789abcdef/attempts/x"), "left behind");
    assertEquals(Main.OK, run(in, out).exit());
    assertFalse(Files.exists(out.resolve("stories/part-99999-of-99999.jsonl")));
    assertFalse(Files.exists(out.resolve("_staging")));
    Runs.manifest(out).path("datasets").forEach(
        dataset -> dataset.path("files").forEach(file -> assertTrue(Files.exists(out.resolve(file.path("path").asText())), file.toString())));
  }

  @Test
  void filesThatNoRunWroteAreNeverDeleted() throws IOException {
    Path in = Runs.write(dir.resolve("in/a.txt"), STORY);
    Path out = dir.resolve("out");
    for (String mine : List.of("stories/novel.txt", "documents/thesis.docx", "_staging/mine.txt", "_failed/mine.txt")) {
      Path file = Runs.write(out.resolve(mine), "mine");
      Runs.Result result = run(in, out, "--overwrite");
      assertEquals(Main.USAGE, result.exit(), mine);
      assertTrue(result.err().contains(file.getFileName().toString()), result.err());
      assertEquals("mine", Files.readString(file));
      Files.delete(file);
    }
  }

  @Test
  void anOutputThatIsAFileIsAMistakeOfUsage() throws IOException {
    Path in = Runs.write(dir.resolve("in/a.txt"), STORY);
    Path file = Runs.write(dir.resolve("file"), "x");
    assertEquals(Main.USAGE, run(in, file).exit());
    assertEquals(Main.USAGE, run(in, file.resolve("below")).exit());
  }

  @Test
  void aBrokenGazetteerIsAMistakeOfUsage() throws IOException {
    Path in = Runs.write(dir.resolve("in/a.txt"), STORY);
    Path broken = Runs.write(dir.resolve("broken.tsv"), "garbage\n");
    Runs.Result result = run(in, dir.resolve("out"), "--gazetteer=" + broken);
    assertEquals(Main.USAGE, result.exit(), result.err());
    assertTrue(result.err().contains("broken.tsv"), result.err());
  }

  @Test
  void aRunThatWroteOnlyParquetCanBeExplained() throws IOException {
    Path in = Runs.write(dir.resolve("in/a.txt"), STORY);
    Path out = dir.resolve("out");
    assertEquals(Main.OK, run(in, out, "--formats=parquet", "--documentText=false").exit());
    String id = Runs.rows(out, "documents").get(0).path("document_id").asText();
    assertTrue(Runs.rows(out, "documents").get(0).path("text").isNull());
    Runs.Result explained = Runs.main("explain", "--output=" + out, "--id=" + id.substring(0, 8));
    assertEquals(Main.OK, explained.exit(), explained.err());
    assertTrue(explained.out().contains("افتتاح الجسر الجديد في المدينة"));
    assertTrue(explained.out().contains("body"));
    assertTrue(explained.out().contains("rule "));
  }

  @Test
  void hostileTextIsHarmlessInTheReport() throws IOException {
    Path in = Runs.write(dir.resolve("in/a.jsonl"), "{\"title\":\"<script>alert(1)</script> عنوان الخبر هنا\",\"text\":\"" + STORY.replace("\n", "\\n") + "\"}\n");
    Path out = dir.resolve("out");
    assertEquals(Main.OK, run(in, out).exit());
    String report = Files.readString(out.resolve("report.html"));
    assertFalse(report.contains("<script"), "escaped");
    assertFalse(report.contains("http://") || report.contains("https://"), "opens offline");
    assertTrue(report.contains("&lt;script&gt;"));
  }

  @Test
  void tagGivesOneLineForEachLineBlankOnesToo() throws IOException {
    Path in = Runs.write(dir.resolve("in.txt"), "قال فلاديمير بوتين في موسكو\n\nلا اسم هنا\n");
    Runs.Result result = Runs.main("tag", "--input=" + in);
    assertEquals(Main.OK, result.exit(), result.err());
    String[] lines = result.out().split("\n", -1);
    assertEquals(4, lines.length);
    assertTrue(lines[0].contains("\"surface\":\"فلاديمير بوتين\""), lines[0]);
    assertEquals("{\"text\":\"\",\"mentions\":[]}", lines[1]);
  }

  @Test
  void aStoryThatWasLeftOutSaysWhy() throws IOException {
    String english =
        "The harbour reopened on Monday\n\nThe harbour master said that ships had been waiting outside the port since Friday, when the storm tore two cranes from their rails and closed the channel.";
    Path page = Runs.write(dir.resolve("left/english.txt"), english);
    Path out = dir.resolve("left-out");
    Runs.Result run = Runs.main("run", "--input=" + page, "--output=" + out);
    assertEquals(Main.OK, run.exit(), run.err());
    JsonNode document = Runs.rows(out, "documents").get(0);
    assertEquals("language", document.path("excluded").get(0).path("reason").asText());
    String id = document.path("document_id").asText();
    assertEquals(id + ".0", document.path("excluded").get(0).path("story_id").asText());
    assertTrue(Runs.main("explain", "--output=" + out, "--id=" + id).out().contains("story " + id + ".0 was left out: language"));
    Runs.Result none = Runs.main("explain", "--output=" + out, "--id=" + id + ".7");
    assertEquals(Main.USAGE, none.exit());
    assertTrue(none.err().contains("none with number 7"), none.err());
  }

  @Test
  void explainSaysWhatAStoryStandsForAndWhoKeepsACopy() throws IOException {
    Path in = Runs.write(dir.resolve("in/a.txt"), STORY);
    Runs.write(dir.resolve("in/b.txt"), STORY);
    Path out = dir.resolve("out");
    assertEquals(Main.OK, run(in.getParent(), out).exit());
    JsonNode copy = Runs.rows(out, "duplicates").get(0);
    JsonNode kept = Runs.rows(out, "stories").get(0);
    String gone = Runs.main("explain", "--output=" + out, "--id=" + copy.path("story_id").asText()).out();
    assertTrue(gone.contains("was not kept: exact copy (similarity 1.00) of story " + kept.path("story_id").asText()), gone);
    assertTrue(gone.contains("  kept       " + kept.path("title").asText() + " (" + kept.path("source_uri").asText() + ")"), gone);
    String stays = Runs.main("explain", "--output=" + out, "--id=" + kept.path("story_id").asText()).out();
    assertTrue(stays.contains("  stands for " + copy.path("story_id").asText() + ", exact copy (similarity 1.00)"), stays);

    Path next = dir.resolve("next");
    assertEquals(Main.OK, run(in, next, "--baseline=" + out).exit());
    String known = Runs.main("explain", "--output=" + next, "--id=" + Runs.rows(next, "duplicates").get(0).path("story_id").asText()).out();
    assertTrue(known.contains("  kept       by an earlier run, " + Runs.manifest(out).path("run_id").asText() + ", of the baseline"), known);
  }
}
