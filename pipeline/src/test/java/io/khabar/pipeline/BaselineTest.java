package io.khabar.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Day after day with the earlier days as baseline finds the copies that one run over all days finds. */
class BaselineTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String[] WORDS =
      ("الجسر المدينة النهر البلدية السكان الطريق المطر الشتاء الربيع المدرسة الطلاب المعلم الكتاب المكتبة السوق التجار الأسعار القمح الحصاد المزارع"
              + " السفينة الميناء البحر الصيادون الشبكة القارب الرياح العاصفة المطار الطائرة المسافر الرحلة الفندق السياح الصيف الملعب الفريق المباراة"
              + " الهدف الجمهور البطولة الكأس الطبيب المستشفى الدواء المريض العلاج المصنع العمال الإنتاج الآلة الكهرباء الماء السد الخزان البئر القرية"
              + " افتتح أعلن زار وقع ناقش أكد رفض طالب وافق استقبل بحث دشن شارك حضر غادر عاد بدأ انتهى ارتفع انخفض زاد قل وصل كشف نفى أوضح أضاف")
          .split(" ");

  @TempDir Path dir;

  private record Record(String id, int day, String url, String text) {
    String line() {
      String says = id.startsWith("r") ? "fetched_at" : "published";
      return JSON.createObjectNode().put("url", url).put("title", "خبر عن " + text.substring(0, 30)).put("text", text).put(says, "2024-03-0" + day).toString();
    }
  }

  private static List<String> words(Random random, int n) {
    List<String> words = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      words.add(WORDS[random.nextInt(WORDS.length)]);
    }
    return words;
  }

  /**
   * Sixty stories on three days: some come again as they are, with a changed tail, or under their URL with more text; of some no day is known but that of
   * fetching, and they come in a row of three, each a copy of the next, the last and longest none of the first.
   */
  private static List<Record> dump() {
    Random random = new Random(7);
    List<Record> all = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      int day = 1 + i % 3;
      List<String> words = words(random, 60 + random.nextInt(60));
      String url = "https://akhbar.test/" + i;
      if (i % 4 == 3) {
        words = words(random, 120);
        all.add(new Record("r" + i, day, url, String.join(" ", words.subList(0, 100))));
        all.add(new Record("r" + i, Math.min(3, day + 1), url + "/b", String.join(" ", words.subList(8, 108))));
        all.add(new Record("r" + i, Math.min(3, day + 1), url + "/c", String.join(" ", words.subList(16, 120))));
        continue;
      }
      all.add(new Record("s" + i, day, url, String.join(" ", words)));
      int later = Math.min(3, day + random.nextInt(3));
      switch (i % 4) {
        case 0 -> all.add(new Record("e" + i, later, url + "/copy", String.join("  ", words)));
        case 1 -> all.add(new Record("n" + i, later, url + "/near", String.join(" ", words) + " " + String.join(" ", words(random, 4))));
        case 2 -> all.add(new Record("u" + i, later, url, String.join(" ", words.subList(0, words.size() / 2)) + " " + String.join(" ", words(random, 40))));
        default -> throw new IllegalStateException();
      }
    }
    return all;
  }

  private static Path file(Path file, List<Record> records) throws IOException {
    return Runs.write(file, records.stream().map(Record::line).collect(Collectors.joining("\n")) + "\n");
  }

  /** Sets of texts that one kept story stands for. */
  private static Set<Set<String>> clusters(Map<String, String> textOf, Map<String, String> keptOf) {
    Map<String, Set<String>> byKept = new TreeMap<>();
    keptOf.forEach((story, kept) -> byKept.computeIfAbsent(kept, k -> new TreeSet<>()).add(textOf.get(story)));
    Set<Set<String>> sets = new java.util.HashSet<>(byKept.values());
    return sets;
  }

  private static void gather(Path out, Map<String, String> textOf, Map<String, String> keptOf) throws IOException {
    for (JsonNode d : Runs.rows(out, "documents")) {
      textOf.put(d.path("document_id").asText() + ".0", d.path("url").asText() + " " + d.path("text").asText());
    }
    for (JsonNode s : Runs.rows(out, "stories")) {
      keptOf.put(s.path("story_id").asText(), s.path("story_id").asText());
    }
    for (JsonNode d : Runs.rows(out, "duplicates")) {
      keptOf.put(d.path("story_id").asText(), d.path("kept_story_id").asText());
    }
  }

  @Test
  void dayAfterDayRepresentsTheClustersOfOneRun() throws IOException {
    List<Record> dump = dump();
    Path all = dir.resolve("all");
    assertEquals(Main.OK, Runs.main("run", "--input=" + file(dir.resolve("all-in/all.jsonl"), dump), "--output=" + all, "--updates=first").exit());
    Map<String, String> textOf = new HashMap<>();
    Map<String, String> keptOf = new HashMap<>();
    gather(all, textOf, keptOf);
    Set<Set<String>> once = clusters(textOf, keptOf);
    assertEquals(75, once.size());

    Map<String, String> dailyTextOf = new HashMap<>();
    Map<String, String> dailyKeptOf = new HashMap<>();
    Map<String, Set<String>> runs = new TreeMap<>();
    List<String> baseline = new ArrayList<>();
    for (int day = 1; day <= 3; day++) {
      int today = day;
      Path in = file(dir.resolve("in" + day + "/day.jsonl"), dump.stream().filter(r -> r.day() == today).toList());
      Path out = dir.resolve("out" + day);
      List<String> args = new ArrayList<>(List.of("run", "--input=" + in, "--output=" + out));
      if (day > 1) {
        args.add("--baseline=" + String.join(",", baseline));
        // one of the earlier runs is read from Parquet, the other from JSON lines
      }
      if (day == 1) {
        args.add("--formats=parquet");
      }
      Runs.Result result = Runs.main(args.toArray(String[]::new));
      assertEquals(Main.OK, result.exit(), result.err());
      gather(out, dailyTextOf, dailyKeptOf);
      for (JsonNode d : Runs.rows(out, "duplicates")) {
        if (!d.path("kept_run_id").isNull()) {
          runs.computeIfAbsent(d.path("kept_run_id").asText(), k -> new TreeSet<>()).add(d.path("kind").asText());
        }
      }
      baseline.add(out.toString());
    }
    assertEquals(once, clusters(dailyTextOf, dailyKeptOf));
    Set<String> earlier = Set.of(Runs.manifest(dir.resolve("out1")).path("run_id").asText(), Runs.manifest(dir.resolve("out2")).path("run_id").asText());
    assertEquals(earlier, runs.keySet());
    assertTrue(runs.values().stream().anyMatch(kinds -> kinds.containsAll(Arrays.asList("exact", "near", "update"))), runs.toString());
  }

  @Test
  void theSameDumpAgainIsAllDuplicates() throws IOException {
    Path in = file(dir.resolve("in/a.jsonl"), dump().subList(0, 12));
    Path first = dir.resolve("first");
    Path again = dir.resolve("again");
    assertEquals(Main.OK, Runs.main("run", "--input=" + in, "--output=" + first).exit());
    assertEquals(Main.OK, Runs.main("run", "--input=" + in, "--output=" + again, "--baseline=" + first).exit());
    assertEquals(0, Runs.rows(again, "stories").size());
    assertEquals(12, Runs.rows(again, "duplicates").size());
    Runs.rows(again, "duplicates").forEach(d -> assertTrue(d.path("kept_run_id").isTextual(), d.toString()));
  }

  @Test
  void aGlobNamesAllEarlierRunsButTheOutput() throws IOException {
    List<Path> nights = List.of(dir.resolve("out/monday"), dir.resolve("out/tuesday"));
    for (int night = 0; night < 2; night++) {
      Path in = file(dir.resolve("in" + night + "/a.jsonl"), dump().subList(4 * night, 4 * night + 4));
      assertEquals(Main.OK, Runs.main("run", "--input=" + in, "--output=" + nights.get(night)).exit());
    }
    Path in = file(dir.resolve("in/a.jsonl"), dump().subList(0, 12));
    Path out = dir.resolve("out/wednesday");
    for (String again : List.of("--overwrite=false", "--overwrite")) {
      Runs.Result result = Runs.main("run", "--input=" + in, "--output=" + out, "--baseline=" + dir.resolve("out/*"), again);
      assertEquals(Main.OK, result.exit(), result.err());
      List<String> runs = Runs.rows(out, "duplicates").stream().map(d -> d.path("kept_run_id").asText()).toList();
      for (Path night : nights) {
        assertEquals(4, Collections.frequency(runs, Runs.manifest(night).path("run_id").asText()), again);
      }
    }
  }
}
