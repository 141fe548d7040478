package io.khabar.report;

import com.fasterxml.jackson.databind.JsonNode;
import io.khabar.pipeline.Arguments;
import io.khabar.pipeline.Extra;
import io.khabar.pipeline.Main;
import io.khabar.segment.LeakCounter;
import io.khabar.sink.DatasetReader;
import io.khabar.sink.Store;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** Writes {@code report.html} of a finished run: the books, what was removed and why, the largest events, what to look at next. Opens offline. */
public final class ReportCommand {
  private static final int TOP = 20;
  private static final int LINES_HELD = 1_000_000;
  private static final String STYLE =
      "body{font:15px/1.5 system-ui,sans-serif;max-width:70rem;margin:2rem auto;padding:0 1rem;color:#1a1a1a}"
          + "h1{font-size:1.5rem}h2{font-size:1.1rem;margin-top:2rem;border-bottom:1px solid #ccc}"
          + "table{border-collapse:collapse;margin:.5rem 0}td,th{padding:.15rem .7rem;border-bottom:1px solid #eee;text-align:start;vertical-align:top}"
          + "th{color:#555;font-weight:600}.none{color:#888}";

  private ReportCommand() {}

  /** Runs the command. */
  public static int run(String[] args, PrintStream out) throws IOException {
    Arguments arguments = Arguments.of("report", args, Set.of("output"));
    String output = arguments.require("report", "output", "DIR");
    Extra.forRunIn(output);
    write(output);
    out.println(output + "/report.html");
    return Main.OK;
  }

  /** Writes the report of the run that a folder holds. */
  public static void write(String output) throws IOException {
    DatasetReader datasets = DatasetReader.open(output);
    byte[] page = page(datasets).getBytes(StandardCharsets.UTF_8);
    String path = output + "/report.html";
    try (OutputStream file = Store.of(path).create(path)) {
      file.write(page);
    }
  }

  private static String page(DatasetReader datasets) throws IOException {
    JsonNode manifest = datasets.manifest();
    CompletableFuture<List<List<String>>> leaks = meanwhile(() -> leaks(datasets));
    Html html = new Html();
    html.raw("<!doctype html><html lang=en><head><meta charset=utf-8><title>Khabar run</title><style>" + STYLE + "</style></head><body>");
    html.raw("<h1>Khabar run " + Html.escape(manifest.path("run_id").asText()) + "</h1>");
    html.paragraph("Finished " + manifest.path("finished_at").asText() + ", version " + manifest.path("version").asText());
    html.heading("The ledger");
    html.table(List.of("", "count"), fields(manifest.path("ledger")));
    html.heading("Datasets");
    List<List<String>> rows = new ArrayList<>();
    manifest.path("datasets").fields().forEachRemaining(e -> rows.add(List.of(e.getKey(), e.getValue().path("rows").asText())));
    html.table(List.of("dataset", "rows"), rows);
    for (String part : List.of("rejected", "skipped", "excluded", "warnings")) {
      html.heading(Character.toUpperCase(part.charAt(0)) + part.substring(1));
      html.table(List.of("reason", "count"), fields(manifest.path(part)));
    }
    html.heading("Largest events");
    html.table(List.of("stories", "outlets", "day", "title"), events(datasets));
    html.heading("Most named");
    html.table(List.of("mentions", "stories", "type", "name", "in English"), entities(datasets));
    html.heading("Names that no list knows: what to add to the gazetteer next");
    html.table(List.of("mentions", "type", "surface"), unlinked(datasets));
    html.heading("Lines that recur inside stories: boilerplate that was not told apart yet, if any");
    html.table(List.of("stories", "line"), leaks.join());
    return html.raw("</body></html>").toString();
  }

  private static List<List<String>> fields(JsonNode node) {
    List<List<String>> rows = new ArrayList<>();
    for (Iterator<Map.Entry<String, JsonNode>> it = node.fields(); it.hasNext(); ) {
      Map.Entry<String, JsonNode> e = it.next();
      rows.add(List.of(e.getKey().replace('_', ' '), e.getValue().asText()));
    }
    return rows;
  }

  /** The {@value #TOP} best rows of a dataset, the best first; only those are held. */
  private static List<JsonNode> top(DatasetReader datasets, String dataset, Set<String> columns, Comparator<JsonNode> bestFirst) throws IOException {
    PriorityQueue<JsonNode> worstFirst = new PriorityQueue<>(bestFirst.reversed());
    datasets.forEach(
        dataset,
        columns,
        "",
        row -> {
          worstFirst.add(row);
          if (worstFirst.size() > TOP) {
            worstFirst.poll();
          }
        });
    List<JsonNode> best = new ArrayList<>(worstFirst);
    best.sort(bestFirst);
    return best;
  }

  private static List<List<String>> events(DatasetReader datasets) throws IOException {
    Set<String> columns = Set.of("event_id", "story_count", "outlet_count", "event_date", "title");
    return top(datasets, "events", columns, Comparator.comparingInt((JsonNode e) -> -e.path("story_count").asInt()).thenComparing(e -> e.path("event_id").asText())).stream()
        .map(e -> List.of(e.path("story_count").asText(), e.path("outlet_count").asText(), e.path("event_date").asText("-"), e.path("title").asText("-")))
        .toList();
  }

  private static List<List<String>> entities(DatasetReader datasets) throws IOException {
    Set<String> columns = Set.of("entity_id", "mention_count", "story_count", "type", "name_ar", "name_en");
    return top(datasets, "entities", columns, Comparator.comparingLong((JsonNode e) -> -e.path("mention_count").asLong()).thenComparing(e -> e.path("entity_id").asText())).stream()
        .map(
            e ->
                List.of(
                    e.path("mention_count").asText(), e.path("story_count").asText(), e.path("type").asText().toLowerCase(Locale.ROOT), e.path("name_ar").asText("-"),
                    e.path("name_en").asText("-")))
        .toList();
  }

  private static List<List<String>> unlinked(DatasetReader datasets) throws IOException {
    Map<String, Integer> counts = new HashMap<>();
    datasets.forEach(
        "mentions",
        Set.of("type", "surface", "name_en"),
        "\"name_en\":null",
        m -> {
          if (m.path("name_en").isNull()) {
            counts.merge(m.path("type").asText().toLowerCase(Locale.ROOT) + "\t" + m.path("surface").asText(), 1, Integer::sum);
          }
        });
    return counts.entrySet().stream()
        .sorted(Map.Entry.<String, Integer>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey()))
        .limit(TOP)
        .map(e -> List.of(e.getValue().toString(), e.getKey().substring(0, e.getKey().indexOf('\t')), e.getKey().substring(e.getKey().indexOf('\t') + 1)))
        .toList();
  }

  private static List<List<String>> leaks(DatasetReader datasets) throws IOException {
    Map<Long, LeakCounter.Leak> sum = new HashMap<>();
    datasets.forEach(
        "stories",
        Set.of("text"),
        "",
        story -> {
          for (LeakCounter.Leak leak : LeakCounter.of(story.path("text").asText(""))) {
            sum.merge(leak.count().template(), leak, LeakCounter.Leak::plus);
          }
          if (sum.size() > LINES_HELD) {
            // a line seen once in so many is no leak; rows come in one order, so the report is the same every time
            sum.values().removeIf(leak -> leak.count().documents() < 2);
          }
        });
    return LeakCounter.top(sum.values(), TOP).stream().map(l -> List.of(Integer.toString(l.count().documents()), l.example())).toList();
  }

  /** Reads on another core while the page is being written. */
  private static CompletableFuture<List<List<String>>> meanwhile(Callable<List<List<String>>> table) {
    return CompletableFuture.supplyAsync(
        () -> {
          try {
            return table.call();
          } catch (Exception e) {
            throw new CompletionException(e);
          }
        });
  }
}
