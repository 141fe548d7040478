package io.khabar.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Runs the real program over {@code sample-input} and holds every row of the tables in its README, so that what is promised there and what is tested cannot drift
 * apart. What the rows cannot say, the invariants of the datasets, follows after them.
 */
class SampleInputTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String INPUT = "../sample-input";

  @TempDir static Path temp;

  private static Path output;
  private static ReadmeTables readme;
  private static final Map<String, List<JsonNode>> ROWS = new HashMap<>();
  private static JsonNode manifest;

  /** Rows of documents, stories and duplicates by the names that the README gives them. */
  private static final Map<String, JsonNode> DOCUMENTS = new TreeMap<>();

  private static final Map<String, JsonNode> STORIES = new TreeMap<>();
  private static final Map<String, JsonNode> DUPLICATES = new TreeMap<>();
  private static final Map<String, String> NAME_OF_ID = new HashMap<>();

  @BeforeAll
  static void run() throws IOException {
    output = temp.resolve("out");
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    PrintStream sink = new PrintStream(err, true, StandardCharsets.UTF_8);
    int code = Main.run(new String[] {"run", "--input=" + INPUT, "--output=" + output}, sink, sink);
    assertEquals(Main.OK, code, err.toString(StandardCharsets.UTF_8));
    manifest = JSON.readTree(output.resolve("_MANIFEST.json").toFile());
    for (String dataset : (Iterable<String>) () -> manifest.get("datasets").fieldNames()) {
      ROWS.put(dataset, rows(dataset));
    }
    for (String dataset : List.of("documents", "segments", "stories", "mentions", "duplicates", "relations", "entities", "events", "signatures", "rejects")) {
      assertNotNull(ROWS.get(dataset), "the manifest has no dataset " + dataset);
    }
    readme = ReadmeTables.of(Path.of(INPUT, "README.md"));
    nameRows();
  }

  // ---- the README's tables

  @Test
  void countsAreThoseOfTheReadme() {
    readme.each("Counts", 2, (row, checks) -> {
      JsonNode ledger = manifest.get("ledger").get(row.get(0));
      checks.add(() -> assertNotNull(ledger, row.get(0)));
      checks.add(() -> assertEquals(row.get(1), ledger.asText(), row.get(0)));
    });
  }

  @Test
  void rejectsAreThoseOfTheReadme() {
    TreeSet<String> found = new TreeSet<>();
    for (JsonNode reject : ROWS.get("rejects")) {
      String file = file(reject.get("source_uri").asText());
      long index = reject.get("record_index").asLong(-1);
      found.add(file + (hasMany(file) && index >= 0 ? "#" + index : "") + " " + reject.get("reason").asText());
    }
    TreeSet<String> said = new TreeSet<>();
    readme.table("Rejects", 2).forEach(row -> said.add(row.get(0) + " " + row.get(1)));
    assertEquals(said, found);
  }

  @Test
  void skippedAreThoseOfTheReadme() throws IOException {
    Map<String, Integer> said = new TreeMap<>();
    readme.table("Skipped", 2).forEach(row -> said.put(row.get(0), Integer.valueOf(row.get(1))));
    assertEquals(JSON.readTree(JSON.writeValueAsString(said)), manifest.get("skipped"));
  }

  @Test
  void excludedAreThoseOfTheReadme() throws IOException {
    Map<String, Integer> said = new TreeMap<>();
    readme.each("Excluded", 2, (row, checks) -> {
      said.merge(row.get(1), 1, Integer::sum);
      checks.add(() -> assertTrue(DOCUMENTS.containsKey(row.get(0)), "no document " + row.get(0)));
      checks.add(() -> assertFalse(STORIES.containsKey(row.get(0)), row.get(0)));
    });
    assertEquals(JSON.readTree(JSON.writeValueAsString(said)), manifest.get("excluded"));
  }

  @Test
  void storiesAreThoseOfTheReadmeAndNoOther() {
    List<String> found = new ArrayList<>();
    STORIES.forEach((name, story) -> found.add(String.join(" | ", name, text(story, "kind"), day(story, "published"), text(story, "title"))));
    List<String> said = new ArrayList<>();
    readme.table("Stories", 4).forEach(row -> said.add(String.join(" | ", row)));
    found.sort(null);
    said.sort(null);
    assertEquals(String.join("\n", said), String.join("\n", found));
  }

  @Test
  void duplicatesAreThoseOfTheReadmeAndNoOther() {
    TreeSet<String> found = new TreeSet<>();
    DUPLICATES.forEach((name, row) -> found.add(name + " " + text(row, "kind") + " " + NAME_OF_ID.get(text(row, "kept_story_id"))));
    TreeSet<String> said = new TreeSet<>();
    readme.table("Duplicates", 3).forEach(row -> said.add(String.join(" ", row)));
    assertEquals(said, found);
  }

  @Test
  void relationsOfTheReadmeAreThere() {
    TreeSet<String> found = new TreeSet<>();
    for (JsonNode row : ROWS.get("relations")) {
      String one = NAME_OF_ID.get(text(row, "story_id"));
      String other = NAME_OF_ID.get(text(row, "other_story_id"));
      found.add(one + " " + text(row, "kind") + " " + other);
      found.add(other + " " + text(row, "kind") + " " + one);
    }
    readme.each("Relations", 3, (row, checks) -> checks.add(() -> assertTrue(found.contains(String.join(" ", row)), row + " is not in " + found)));
  }

  @Test
  void linesAreWhatTheReadmeSays() {
    Map<String, List<String>> lines = new HashMap<>();
    for (JsonNode segment : ROWS.get("segments")) {
      lines.computeIfAbsent(text(segment, "document_id"), k -> new ArrayList<>()).add(text(segment, "kind") + " " + text(segment, "text").strip());
    }
    readme.each("Lines", 3, (row, checks) -> {
      JsonNode document = DOCUMENTS.get(row.get(0));
      checks.add(() -> assertNotNull(document, "no document " + row.get(0)));
      checks.add(() -> {
        List<String> labelled = lines.get(text(document, "document_id"));
        String line = row.get(1) + " " + row.get(2);
        assertTrue(labelled.contains(line), row.get(0) + " has no segment '" + line + "' but " + labelled.stream().filter(l -> l.contains(row.get(2))).toList());
      });
      if (!row.get(1).equals("title")) {
        checks.add(() -> assertFalse(text(STORIES.get(row.get(0)), "text").lines().anyMatch(l -> l.strip().equals(row.get(2))), "in the story's text: " + row));
      }
    });
  }

  @Test
  void fieldsAreWhatTheReadmeSays() {
    readme.each("Fields", 3, (row, checks) -> checks.add(() -> {
      JsonNode story = STORIES.get(row.get(0));
      assertNotNull(story, "no story " + row.get(0));
      JsonNode value = story.get(row.get(1));
      assertNotNull(value, "no field " + row.get(1));
      List<String> values = new ArrayList<>();
      if (value.isArray()) {
        value.forEach(v -> values.add(v.isObject() ? text(v, "title") : v.asText()));
      } else {
        values.add(row.get(1).equals("parent_story_id") ? NAME_OF_ID.get(value.asText()) : value.asText());
      }
      assertTrue(values.contains(row.get(2)), row + " but " + values);
    }));
  }

  @Test
  void textsAreWhatTheReadmeSays() {
    readme.each("Texts", 4, (row, checks) -> {
      JsonNode story = STORIES.get(row.get(0));
      checks.add(() -> assertNotNull(story, "no story " + row.get(0)));
      checks.add(() -> assertEquals(row.get(1), String.valueOf(text(story, "text").lines().filter(l -> !l.isBlank()).count()), "paragraphs of " + row.get(0)));
      checks.add(() -> assertTrue(text(story, "text").contains(row.get(2)), row.get(0) + " does not hold " + row.get(2)));
      checks.add(() -> assertFalse(text(story, "text").contains(row.get(3)), row.get(0) + " holds " + row.get(3)));
    });
  }

  @Test
  void mentionsOfTheReadmeAreThere() {
    Map<String, TreeSet<String>> found = new HashMap<>();
    for (JsonNode mention : ROWS.get("mentions")) {
      String story = NAME_OF_ID.get(text(mention, "story_id"));
      found.computeIfAbsent(story, k -> new TreeSet<>()).add(text(mention, "type") + " " + text(mention, "surface"));
    }
    readme.each("Mentions", 3, (row, checks) -> checks.add(() -> {
      TreeSet<String> there = found.get(row.get(0));
      assertTrue(there != null && there.contains(row.get(1) + " " + row.get(2)), row + " but " + there);
    }));
  }

  @Test
  void charsetsAreWhatTheReadmeSays() {
    readme.each("Charsets", 2, (row, checks) -> checks.add(() -> assertEquals(row.get(1), text(DOCUMENTS.get(row.get(0)), "charset"), row.get(0))));
  }

  @Test
  void eventsJoinWhatTheReadmeJoins() {
    readme.each("Events", 2, (row, checks) -> checks.add(() -> assertEquals(of(row.get(0), "event_id"), of(row.get(1), "event_id"), row.toString())));
    readme.each("Other events", 2, (row, checks) -> checks.add(() -> assertNotEquals(of(row.get(0), "event_id"), of(row.get(1), "event_id"), row.toString())));
  }

  @Test
  void storylinesJoinWhatTheReadmeJoins() {
    readme.each("Storylines", 2, (row, checks) -> checks.add(() -> {
      assertNotNull(of(row.get(0), "storyline_id"), row.toString());
      assertEquals(of(row.get(0), "storyline_id"), of(row.get(1), "storyline_id"), row.toString());
    }));
  }

  @Test
  void spellingsMeetInOneEntity() {
    Map<String, TreeSet<String>> idsOfName = new HashMap<>();
    Map<String, TreeSet<String>> idsOfSurface = new HashMap<>();
    for (JsonNode mention : ROWS.get("mentions")) {
      idsOfSurface.computeIfAbsent(text(mention, "surface"), k -> new TreeSet<>()).add(String.valueOf(text(mention, "entity_id")));
    }
    for (JsonNode entity : ROWS.get("entities")) {
      idsOfName.computeIfAbsent(text(entity, "name_ar"), k -> new TreeSet<>()).add(text(entity, "entity_id"));
    }
    readme.each("Names", 2, (row, checks) -> checks.add(() -> {
      TreeSet<String> ids = idsOfName.get(row.get(0));
      assertTrue(ids != null && ids.size() == 1, row.get(0) + " has the ids " + ids);
      assertEquals(ids, idsOfSurface.get(row.get(1)), row.toString());
    }));
  }

  // ---- what holds for any run

  @Test
  void segmentsCoverTheirDocuments() {
    Map<String, TreeMap<Integer, JsonNode>> parts = new HashMap<>();
    for (JsonNode segment : ROWS.get("segments")) {
      parts.computeIfAbsent(text(segment, "document_id"), k -> new TreeMap<>()).put(segment.get("ordinal").asInt(), segment);
    }
    for (JsonNode document : ROWS.get("documents")) {
      StringBuilder joined = new StringBuilder();
      int at = 0;
      for (JsonNode segment : parts.get(text(document, "document_id")).values()) {
        assertEquals(at, segment.get("start").asInt(), text(document, "source_uri"));
        at = segment.get("end").asInt();
        joined.append(text(segment, "text"));
      }
      assertEquals(text(document, "text"), joined.toString());
      assertEquals(document.get("char_count").asInt(), at);
    }
  }

  @Test
  void mentionsStandWhereTheySay() {
    Map<String, JsonNode> byId = new HashMap<>();
    ROWS.get("stories").forEach(s -> byId.put(text(s, "story_id"), s));
    assertTrue(ROWS.get("mentions").size() > 200, "only " + ROWS.get("mentions").size() + " mentions");
    for (JsonNode mention : ROWS.get("mentions")) {
      int[] points = text(byId.get(text(mention, "story_id")), text(mention, "field")).codePoints().toArray();
      int start = mention.get("start").asInt();
      assertEquals(text(mention, "surface"), new String(points, start, mention.get("end").asInt() - start));
    }
  }

  @Test
  void manifestListsEveryFile() throws IOException {
    TreeSet<String> listed = new TreeSet<>();
    manifest.get("datasets").forEach(d -> d.get("files").forEach(f -> listed.add(f.get("path").asText())));
    TreeSet<String> there = new TreeSet<>();
    try (Stream<Path> files = Files.walk(output)) {
      files.filter(f -> f.getFileName().toString().startsWith("part-")).forEach(f -> there.add(output.relativize(f).toString().replace('\\', '/')));
    }
    assertEquals(listed, there);
    assertTrue(Files.size(output.resolve("report.html")) > 0);
  }

  @Test
  void parquetSaysTheSame() throws SQLException {
    try (Connection duckdb = DriverManager.getConnection("jdbc:duckdb:");
        Statement sql = duckdb.createStatement()) {
      for (String dataset : ROWS.keySet()) {
        assertEquals(manifest.get("datasets").get(dataset).get("rows").asInt(), ROWS.get(dataset).size(), dataset);
        assertEquals(String.valueOf(ROWS.get(dataset).size()), one(sql, "SELECT count(*) FROM " + parquet(dataset)), dataset);
      }
      Map<String, String> types = new HashMap<>();
      try (ResultSet columns = sql.executeQuery("DESCRIBE SELECT * FROM " + parquet("stories"))) {
        while (columns.next()) {
          types.put(columns.getString(1), columns.getString(2));
        }
      }
      for (String list : List.of("authors", "credits", "captions", "tags", "warnings")) {
        assertEquals("VARCHAR[]", types.get(list), list);
      }
      assertEquals("STRUCT(title VARCHAR, url VARCHAR)[]", types.get("related"));
      assertTrue(types.get("entities").startsWith("STRUCT(") && types.get("entities").endsWith("[]"), types.get("entities"));
      for (String day : List.of("published", "updated", "published_estimate", "page_clock", "event_date")) {
        assertEquals("DATE", types.get(day), day);
      }
      for (JsonNode story : ROWS.get("stories")) {
        String where = parquet("stories") + " WHERE story_id = '" + text(story, "story_id") + "'";
        assertEquals(text(story, "title"), one(sql, "SELECT title FROM " + where));
        assertEquals(text(story, "text"), one(sql, "SELECT text FROM " + where));
        assertEquals(text(story, "published"), one(sql, "SELECT CAST(published AS VARCHAR) FROM " + where));
        assertEquals(String.valueOf(story.get("tags").size()), one(sql, "SELECT len(tags) FROM " + where));
      }
      assertEquals("0", one(sql, "SELECT count(*) FROM " + parquet("stories") + " WHERE url = '' OR outlet = '' OR published_at = ''"), "empty is null, never \"\"");
    }
  }

  // ---- reading

  private static String parquet(String dataset) {
    return "'" + output.toString().replace("'", "''") + "/" + dataset + "/*.parquet'";
  }

  private static String one(Statement sql, String query) throws SQLException {
    try (ResultSet result = sql.executeQuery(query)) {
      assertTrue(result.next(), query);
      return result.getString(1);
    }
  }

  private static List<JsonNode> rows(String dataset) throws IOException {
    List<JsonNode> rows = new ArrayList<>();
    for (JsonNode file : manifest.get("datasets").get(dataset).get("files")) {
      if (file.get("path").asText().endsWith(".jsonl")) {
        for (String line : Files.readAllLines(output.resolve(file.get("path").asText()), StandardCharsets.UTF_8)) {
          rows.add(JSON.readTree(line));
        }
      }
    }
    return rows;
  }

  private static void nameRows() {
    Map<String, String> nameOfDocument = new HashMap<>();
    for (JsonNode document : ROWS.get("documents")) {
      String file = file(text(document, "source_uri"));
      String name = hasMany(file) ? file + "#" + document.get("record_index").asLong() : file;
      nameOfDocument.put(text(document, "document_id"), name);
      assertNull(DOCUMENTS.put(name, document), "two documents are named " + name);
    }
    for (JsonNode story : ROWS.get("stories")) {
      String page = nameOfDocument.get(text(story, "document_id"));
      String name = text(story, "kind").equals("main") ? page : page + "##" + story.get("ordinal").asInt();
      assertNull(STORIES.put(name, story), "two stories are named " + name);
      NAME_OF_ID.put(text(story, "story_id"), name);
    }
    for (JsonNode duplicate : ROWS.get("duplicates")) {
      assertNull(DUPLICATES.put(nameOfDocument.get(text(duplicate, "document_id")), duplicate), "a page has two duplicates");
    }
  }

  /** Whether a file holds several records, which its kind decides. */
  private static boolean hasMany(String file) {
    return file.matches(".*\\.(jsonl|tsv|warc)(\\.\\w+)?") || file.equals("dumps/world-cup.json");
  }

  private static String file(String uri) {
    assertTrue(uri.startsWith(INPUT + "/"), uri);
    return uri.substring(INPUT.length() + 1);
  }

  private static String of(String story, String field) {
    assertNotNull(STORIES.get(story), "no story " + story);
    return text(STORIES.get(story), field);
  }

  private static String day(JsonNode row, String field) {
    String day = text(row, field);
    return day == null ? "-" : day;
  }

  private static String text(JsonNode row, String field) {
    JsonNode value = row.get(field);
    return value == null || value.isNull() ? null : value.asText();
  }
}
