package io.khabar.explain;

import com.fasterxml.jackson.databind.JsonNode;
import io.khabar.pipeline.Arguments;
import io.khabar.pipeline.Extra;
import io.khabar.pipeline.Main;
import io.khabar.pipeline.UsageException;
import io.khabar.sink.DatasetReader;
import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Shows a document as found: each segment with its kind, its story, and the rule that decided; then what became of its stories. */
public final class ExplainCommand {
  private static final Map<String, String> COLOURS =
      Map.ofEntries(
          Map.entry("title", "1;36"), Map.entry("body", "0"), Map.entry("dateline", "33"), Map.entry("byline", "33"), Map.entry("credit", "33"),
          Map.entry("caption", "35"), Map.entry("tags", "34"), Map.entry("related", "32"), Map.entry("related_cue", "32"), Map.entry("nav", "90"),
          Map.entry("page_clock", "31"), Map.entry("blank", "90"));

  private ExplainCommand() {}

  /** Runs the command. */
  public static int run(String[] args, PrintStream out) throws IOException {
    Arguments arguments = Arguments.of("explain", args, Set.of("output", "id", "color"));
    String output = arguments.require("explain", "output", "DIR");
    String id = arguments.require("explain", "id", "ID");
    String color = arguments.get("color");
    if (color != null && !color.equals("true") && !color.equals("false")) {
      throw new UsageException("explain --color takes true or false, not '" + color + "'");
    }
    boolean colour = color == null ? System.console() != null : color.equals("true");
    if (!id.matches("[0-9a-f]+(\\.[0-9]{1,9})?")) {
      throw new UsageException("explain --id takes a document_id, a story_id, or the beginning of one, not '" + id + "'");
    }
    Extra.forRunIn(output);
    DatasetReader datasets = DatasetReader.open(output);
    String wanted = id.contains(".") ? id.substring(0, id.indexOf('.')) : id;
    List<JsonNode> documents = datasets.rows("documents", row -> row.path("document_id").asText().startsWith(wanted));
    if (documents.isEmpty()) {
      throw new UsageException("no document or story of " + output + " has an id that begins with " + id);
    }
    if (documents.size() > 1) {
      throw new UsageException(documents.size() + " documents have ids that begin with " + id + "; give more of it");
    }
    int ordinal = id.contains(".") ? Integer.parseInt(id.substring(id.indexOf('.') + 1)) : 0;
    if (ordinal >= Math.max(1, documents.get(0).path("story_count").asInt())) {
      throw new UsageException("document " + documents.get(0).path("document_id").asText() + " has " + documents.get(0).path("story_count").asInt() + " stories, and none with number " + ordinal);
    }
    show(documents.get(0), datasets, colour, out);
    return Main.OK;
  }

  private static void show(JsonNode document, DatasetReader datasets, boolean colour, PrintStream out) throws IOException {
    String id = document.path("document_id").asText();
    out.printf(Locale.ROOT, "document %s%n  from %s, record %s at byte %s, %s, %s (%.2f)%n", id, plain(document.path("source_uri").asText()),
        document.path("record_index").asText(), document.path("record_offset").asText(), document.path("media_type").asText(),
        document.path("charset").asText(), document.path("charset_confidence").asDouble());
    List<JsonNode> segments = new ArrayList<>(datasets.rows("segments", row -> row.path("document_id").asText().equals(id)));
    segments.sort(Comparator.comparingInt(s -> s.path("ordinal").asInt()));
    for (JsonNode segment : segments) {
      String kind = segment.path("kind").asText();
      if (kind.equals("blank")) {
        continue;
      }
      String story = segment.path("story_id").isNull() ? "-" : segment.path("story_id").asText().substring(id.length() + 1);
      String text = plain(segment.path("text").asText().strip());
      out.printf(Locale.ROOT, "%n[%d,%d) %s  story %s  rule %s  %.2f%n", segment.path("start").asInt(), segment.path("end").asInt(), kind, story,
          segment.path("rule").asText(), segment.path("confidence").asDouble());
      out.println("  " + (colour ? "\u001b[" + COLOURS.getOrDefault(kind, "0") + "m" + text + "\u001b[0m" : text));
    }
    for (JsonNode story : datasets.rows("stories", row -> row.path("document_id").asText().equals(id))) {
      story(story, datasets, out);
    }
    for (JsonNode excluded : document.path("excluded")) {
      out.printf(Locale.ROOT, "%nstory %s was left out: %s%s%n", excluded.path("story_id").asText(), excluded.path("reason").asText(),
          excluded.path("message").isTextual() ? ", " + plain(excluded.path("message").asText()) : "");
    }
    for (JsonNode duplicate : datasets.rows("duplicates", row -> row.path("document_id").asText().equals(id))) {
      out.printf(Locale.ROOT, "%nstory %s was not kept: %s of story %s%n", duplicate.path("story_id").asText(), copy(duplicate), duplicate.path("kept_story_id").asText());
      if (duplicate.path("kept_run_id").isTextual()) {
        out.printf(Locale.ROOT, "  kept       by an earlier run, %s, of the baseline%n", duplicate.path("kept_run_id").asText());
      }
      for (JsonNode kept : datasets.rows("stories", row -> row.path("story_id").equals(duplicate.path("kept_story_id")))) {
        out.printf(Locale.ROOT, "  kept       %s (%s)%n", plain(kept.path("title").asText("-")), plain(kept.path("source_uri").asText()));
      }
    }
  }

  /** What kind of copy a story is: versions of one URL need not be alike. */
  private static String copy(JsonNode duplicate) {
    return String.format(
        Locale.ROOT, duplicate.path("kind").asText().equals("update") ? "another version of one URL (%s, similarity %.2f)" : "%s copy (similarity %.2f)",
        duplicate.path("kind").asText(), duplicate.path("similarity").asDouble());
  }

  private static void copies(String id, DatasetReader datasets, PrintStream out) throws IOException {
    for (JsonNode row : datasets.rows("duplicates", row -> row.path("kept_story_id").asText().equals(id) && row.path("kept_run_id").isNull())) {
      out.printf(Locale.ROOT, "  stands for %s, %s%n", row.path("story_id").asText(), copy(row));
    }
    for (JsonNode row : datasets.rows("relations", row -> row.path("story_id").asText().equals(id) || row.path("other_story_id").asText().equals(id))) {
      String other = row.path(row.path("story_id").asText().equals(id) ? "other_story_id" : "story_id").asText();
      out.printf(Locale.ROOT, "  resembles  %s, a %s (similarity %.2f)%n", other, row.path("kind").asText(), row.path("similarity").asDouble());
    }
  }

  private static void story(JsonNode story, DatasetReader datasets, PrintStream out) throws IOException {
    String id = story.path("story_id").asText();
    out.printf(Locale.ROOT, "%nstory %s (%s)%n  title      %s%n", id, story.path("kind").asText(), plain(story.path("title").asText("-")));
    out.printf(Locale.ROOT, "  published  %s (%s)%n", story.path("published").asText("-"), story.path("published_source").asText());
    out.printf(Locale.ROOT, "  event      %s, day %s (%s)%n", story.path("event_id").asText(), story.path("event_date").asText("-"), plain(story.path("event_date_basis").asText("-")));
    if (story.path("warnings").size() > 0) {
      out.printf(Locale.ROOT, "  warnings   %s%n", plain(story.path("warnings").toString()));
    }
    copies(id, datasets, out);
    Map<String, List<String>> names = new TreeMap<>();
    for (JsonNode mention : datasets.rows("mentions", row -> row.path("story_id").asText().equals(id))) {
      String key = mention.path("type").asText() + " " + mention.path("entity_id").asText("(unlinked)") + " by " + mention.path("method").asText();
      names.computeIfAbsent(key, k -> new ArrayList<>()).add(plain(mention.path("surface").asText()));
    }
    names.forEach((key, surfaces) -> out.printf(Locale.ROOT, "  names      %s: %s%n", key, String.join("، ", surfaces.stream().distinct().toList())));
  }

  /** A page's text is hostile: no control char and no bidi override of it reaches the terminal. */
  private static String plain(String text) {
    return text.replaceAll("[\\p{Cc}&&[^\\n\\t]]|[\\u202A-\\u202E\\u2066-\\u2069]", "\uFFFD");
  }
}
