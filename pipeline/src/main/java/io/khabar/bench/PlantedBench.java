package io.khabar.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.khabar.model.ParsedPage;
import io.khabar.model.Story;
import io.khabar.pipeline.Arguments;
import io.khabar.pipeline.Main;
import io.khabar.pipeline.UsageException;
import io.khabar.sink.DatasetReader;
import io.khabar.text.MatchKey;
import io.khabar.text.Words;
import java.io.BufferedWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;

/**
 * Plants what sites put into their articles into articles of prose, runs the whole job over the pages, and says how many of the planted lines are still in a
 * story's text, and how many of the articles' own words are not. Each line stands on several pages of its outlet, which has a host of its own, so that the run can
 * learn from its dump; with few pages an outlet there is little to learn. Paragraphs that do not look like prose are left out before.
 */
final class PlantedBench {
  private static final int PAGES = 120;
  private static final int MOST_LINES = 3;

  /** A paragraph of prose has so many words at least and ends in a full stop. */
  private static final int LEAST_WORDS = 12;

  private static final int LEAST_PARAGRAPHS = 3;
  private static final int LEAST_TITLE = 4;

  private final Random random;
  private final List<PlantedLine> lines;
  private final boolean oneLine;
  private final List<PlantedPage> pages = new ArrayList<>();

  /** An article of nothing but prose. */
  record Prose(String title, List<String> paragraphs) {}

  /** Of some planted lines, how many are left. */
  private static final class Sum {
    int planted;
    int left;
  }

  PlantedBench(List<PlantedLine> lines, long seed, boolean oneLine) {
    this.lines = lines;
    this.random = new Random(seed);
    this.oneLine = oneLine;
  }

  static void run(String[] args, PrintStream out) throws IOException {
    Arguments arguments = Arguments.of("bench planted", args, Set.of("input", "lines", "seed", "oneLine", "pages", "work", "rules"));
    Path input = Path.of(arguments.require("bench planted", "input", "FILE"));
    Path file = Path.of(arguments.require("bench planted", "lines", "FILE"));
    if (!Files.isRegularFile(file)) {
      throw new UsageException("--lines names no file: " + file);
    }
    long seed = number(arguments.get("seed"), "seed", 1);
    int pages = (int) number(arguments.get("pages"), "pages", PAGES);
    // given without a value it is wanted, too
    boolean oneLine = List.of(args).contains("--oneLine") || "true".equals(arguments.get("oneLine"));
    PlantedBench bench = new PlantedBench(PlantedLine.read(file), seed, oneLine);
    bench.plant(prose(Articles.read(input)), pages);
    Path work = arguments.get("work") == null ? Files.createTempDirectory("khabar-planted") : Path.of(arguments.get("work"));
    Files.createDirectories(work);
    bench.write(work.resolve("pages.jsonl"));
    List<String> job = new ArrayList<>(List.of("run", "--input=" + work.resolve("pages.jsonl"), "--output=" + work.resolve("out"), "--overwrite", "--formats=jsonl"));
    if (arguments.get("rules") != null) {
      job.add("--rules=" + arguments.get("rules"));
    }
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    PrintStream quiet = new PrintStream(said, true, StandardCharsets.UTF_8);
    int exit = Main.run(job.toArray(String[]::new), quiet, quiet);
    if (exit != Main.OK) {
      throw new IllegalStateException("the run over the pages ended with exit code " + exit + ": " + said.toString(StandardCharsets.UTF_8));
    }
    bench.compare(work.resolve("out"), out);
    out.println("pages and run: " + work);
  }

  private static long number(String text, String name, long otherwise) {
    try {
      long number = text == null ? otherwise : Long.parseLong(text);
      if (number > 0 && number <= 100_000) {
        return number;
      }
    } catch (NumberFormatException e) {
      // the sentence below says it
    }
    throw new UsageException("--" + name + " takes a number from 1 to 100000, not '" + text + "'");
  }

  /** The articles' prose, each title and each first paragraph once. */
  static List<Prose> prose(List<ParsedPage> articles) {
    List<Prose> prose = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (ParsedPage article : articles) {
      Story story = article.stories().get(0);
      String title = story.title() == null ? "" : story.title().strip();
      List<String> paragraphs = new ArrayList<>();
      for (String line : story.text().split("\\R")) {
        String paragraph = line.strip();
        if (paragraph.endsWith(".") && !paragraph.endsWith("..") && Words.of(paragraph).count() >= LEAST_WORDS) {
          paragraphs.add(paragraph);
        }
      }
      if (paragraphs.size() >= LEAST_PARAGRAPHS && Words.of(title).count() >= LEAST_TITLE && seen.add(MatchKey.of(title)) && seen.add(MatchKey.of(paragraphs.get(0)))) {
        prose.add(new Prose(title, paragraphs));
      }
    }
    return prose;
  }

  void plant(List<Prose> prose, int pagesAnOutlet) {
    Map<String, List<PlantedLine>> byOutlet = new TreeMap<>();
    lines.forEach(line -> byOutlet.computeIfAbsent(line.outlet(), k -> new ArrayList<>()).add(line));
    if (prose.size() < byOutlet.size() * 2) {
      throw new UsageException("--input holds " + prose.size() + " articles of prose, too few for " + byOutlet.size() + " outlets");
    }
    List<Prose> dealt = new ArrayList<>(prose);
    Collections.shuffle(dealt, random);
    int each = Math.min(pagesAnOutlet, dealt.size() / byOutlet.size());
    int next = 0;
    int site = 0;
    for (Map.Entry<String, List<PlantedLine>> outlet : byOutlet.entrySet()) {
      site++;
      // every line comes as often as every other, in an order that changes
      List<PlantedLine> deck = new ArrayList<>();
      for (int page = 0; page < each; page++) {
        Set<PlantedLine> chosen = new HashSet<>();
        List<PlantedLine> here = new ArrayList<>();
        int count = 1 + random.nextInt(Math.min(MOST_LINES, outlet.getValue().size()));
        while (here.size() < count) {
          if (deck.isEmpty()) {
            deck.addAll(outlet.getValue());
            Collections.shuffle(deck, random);
          }
          PlantedLine line = deck.remove(deck.size() - 1);
          if (chosen.add(line)) {
            here.add(line);
          }
        }
        pages.add(page("https://site" + site + ".example/news/" + (page + 1), outlet.getKey(), dealt.get(next++), here, prose));
      }
    }
  }

  private PlantedPage page(String url, String outlet, Prose article, List<PlantedLine> chosen, List<Prose> others) {
    List<String> filled = new ArrayList<>();
    List<String> text = new ArrayList<>(article.paragraphs());
    Map<Integer, List<String>> behind = new TreeMap<>();
    for (PlantedLine line : chosen) {
      Prose other = others.get(random.nextInt(others.size()));
      String written = line.filled(other.title());
      filled.add(written);
      int place = line.middle() ? 1 + random.nextInt(text.size() - 1) : text.size();
      behind.computeIfAbsent(place, k -> new ArrayList<>()).add(written);
    }
    StringBuilder page = new StringBuilder();
    String between = oneLine ? " " : "\n";
    for (int p = 0; p < text.size(); p++) {
      page.append(p == 0 ? "" : between).append(text.get(p));
      for (String line : behind.getOrDefault(p + 1, List.of())) {
        page.append(between).append(line);
      }
    }
    return new PlantedPage(url, outlet, article.title(), article.paragraphs(), chosen, filled, page.toString());
  }

  void write(Path file) throws IOException {
    ObjectMapper json = new ObjectMapper();
    try (BufferedWriter rows = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
      for (PlantedPage page : pages) {
        rows.write(json.writeValueAsString(json.createObjectNode().put("url", page.url()).put("source", page.outlet()).put("title", page.title()).put("content", page.text())));
        rows.write('\n');
      }
    }
  }

  /** What a run made of the pages, beside what was planted. */
  private void compare(Path run, PrintStream out) throws IOException {
    Map<String, StringBuilder> main = new HashMap<>();
    Map<String, StringBuilder> all = new HashMap<>();
    Map<String, String> ids = new HashMap<>();
    DatasetReader reader = DatasetReader.open(run.toString());
    reader.forEach("documents", row -> ids.put(row.path("document_id").asText(), row.path("url").asText()));
    reader.forEach(
        "stories",
        row -> {
          String url = ids.get(row.path("document_id").asText());
          String text = row.path("text").asText();
          all.computeIfAbsent(url, k -> new StringBuilder()).append(text).append('\n');
          if (row.path("kind").asText().equals("main")) {
            main.computeIfAbsent(url, k -> new StringBuilder()).append(text).append('\n');
          }
        });
    compare(main, all, out);
  }

  /**
   * The same for texts at hand.
   *
   * @param main by page the text of its main story
   * @param all the texts of all its stories
   */
  void compare(Map<String, ? extends CharSequence> main, Map<String, ? extends CharSequence> all, PrintStream out) {
    Map<String, Sum> sums = new TreeMap<>();
    List<String> misses = new ArrayList<>();
    List<String> losses = new ArrayList<>();
    long words = 0;
    long lost = 0;
    int untold = 0;
    for (PlantedPage page : pages) {
      if (!main.containsKey(page.url())) {
        untold++;
        continue;
      }
      for (int i = 0; i < page.lines().size(); i++) {
        PlantedLine line = page.lines().get(i);
        String left = page.left(i, all.get(page.url()).toString());
        for (String group : new String[] {"all", "kind " + line.kind(), "outlet " + line.outlet(), "place " + line.place()}) {
          Sum sum = sums.computeIfAbsent(group, k -> new Sum());
          sum.planted++;
          sum.left += left == null ? 0 : 1;
        }
        if (left != null) {
          misses.add(page.url() + "  " + line.place() + "  " + page.filled().get(i) + "  =>  " + left);
        }
      }
      words += page.words();
      for (String gone : page.lost(main.get(page.url()).toString())) {
        lost += Words.of(gone).count();
        losses.add(page.url() + "  " + gone);
      }
    }
    Collections.sort(misses);
    misses.forEach(miss -> out.println("left  " + miss));
    losses.forEach(loss -> out.println("lost  " + loss));
    out.printf(Locale.ROOT, "%-28s %8s %6s %7s%n", "planted lines", "planted", "left", "share");
    sums.forEach((group, sum) -> out.printf(Locale.ROOT, "%-28s %8d %6d %6.2f%%%n", group, sum.planted, sum.left, 100.0 * sum.left / sum.planted));
    out.printf(
        Locale.ROOT, "%d pages, %d without a story of their own (copies); own words %d, kept %.3f%%, lost %d%n", pages.size(), untold, words, 100.0 * (words - lost) / Math.max(1, words), lost);
  }
}
