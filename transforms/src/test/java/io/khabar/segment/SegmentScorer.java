package io.khabar.segment;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.khabar.corpus.LineCount;
import io.khabar.corpus.LineEvidence;
import io.khabar.corpus.LineObservations;
import io.khabar.model.Clue;
import io.khabar.model.ClueField;
import io.khabar.model.Kind;
import io.khabar.model.LabelledPage;
import io.khabar.model.Line;
import io.khabar.model.Page;
import io.khabar.text.MatchKey;
import io.khabar.text.Words;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/** Scores labels and metadata on the material for measuring; args: the folder that holds seeds, gold and eval, then any of seeds, raw, dev, show:NAME. */
public final class SegmentScorer {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final PageSegmenter SEGMENTER = PageSegmenter.of(SegmentRules.shipped());
  private static final MetadataReader READER = MetadataReader.of(SegmentRules.shipped());

  private SegmentScorer() {}

  public static void main(String[] args) throws IOException {
    Path shared = Path.of(args[0]);
    for (int i = 1; i < args.length; i++) {
      if (args[i].equals("seeds")) {
        seeds(shared);
      } else if (args[i].equals("raw")) {
        raw(shared);
      } else if (args[i].equals("dev")) {
        dev(shared);
      } else if (args[i].startsWith("kit:")) {
        kit(Path.of(args[i].substring(4)));
      } else {
        show(Path.of(args[i]));
      }
    }
  }

  static Page text(String name, String text) {
    return new Page("0".repeat(32), "", name, 0, 0, "text/plain", "UTF-8", 1, null, null, null, text, List.of(), List.of(), List.of());
  }

  private static Metadata read(LabelledPage page) {
    List<MetadataReader.StoryLine> lines = new ArrayList<>();
    for (Line line : page.lines()) {
      lines.add(new MetadataReader.StoryLine(page.page().text().substring(line.start(), line.end()), line.kind()));
    }
    return READER.read(page.page(), lines, true);
  }

  private static void show(Path file) throws IOException {
    Page page = text(file.getFileName().toString(), Files.readString(file));
    LabelledPage labelled = SEGMENTER.label(page, LineEvidence.NONE);
    for (Line line : labelled.lines()) {
      if (line.kind() != Kind.BLANK) {
        String t = page.text().substring(line.start(), line.end()).strip();
        System.out.printf(java.util.Locale.ROOT, "%-12s %-34s %.2f  %s%n", line.kind(), line.rule(), line.confidence(), t.length() > 90 ? t.substring(0, 90) + "~" + t.length() : t);
      }
    }
    System.out.println(read(labelled));
  }

  private static void seeds(Path shared) throws IOException {
    JsonNode gold = JSON.readTree(shared.resolve("gold/seeds.json").toFile()).get("documents");
    int good = 0;
    int all = 0;
    for (var names = gold.fieldNames(); names.hasNext(); ) {
      String name = names.next();
      JsonNode g = gold.get(name);
      String text = Files.readString(shared.resolve("seeds").resolve(name));
      LabelledPage labelled = SEGMENTER.label(text(name, text), LineEvidence.NONE);
      String[] raw = text.split("\n", -1);
      int at = 0;
      for (int n = 0; n < raw.length; n++) {
        JsonNode want = g.get("lines").get(String.valueOf(n + 1));
        if (want != null) {
          Map<Kind, Integer> votes = new HashMap<>();
          for (Line line : labelled.lines()) {
            int cover = Math.min(line.end(), at + raw[n].length()) - Math.max(line.start(), at);
            if (cover > 0 && line.kind() != Kind.BLANK) {
              votes.merge(line.kind(), cover, Integer::sum);
            }
          }
          String got = votes.entrySet().stream().max(Map.Entry.comparingByValue()).map(e -> e.getKey().code()).orElse("nothing");
          String w = want.asText().replace("embedded_", "");
          JsonNode also = g.path("also").path(String.valueOf(n + 1));
          boolean same = got.equals(w) || ("byline credit".contains(got) && "byline credit".contains(w)) || got.equals(also.asText(null));
          all++;
          good += same ? 1 : 0;
          if (!same) {
            System.out.println(name.substring(0, 3) + " line " + (n + 1) + ": " + got + ", expected " + w + ": " + raw[n]);
          }
        }
        at += raw[n].length() + 1;
      }
      Metadata m = read(labelled);
      if (!MatchKey.of(String.valueOf(m.title())).equals(MatchKey.of(g.get("title").asText()))) {
        System.out.println(name.substring(0, 3) + " title " + m.title());
      }
      System.out.println(name.substring(0, 3) + " outlet " + m.outlet() + " credits " + m.credits() + " authors " + m.authors() + " tags " + m.tags() + " related " + m.related() + " captions " + m.captions() + " stamps " + m.datelines() + m.pageClocks());
    }
    System.out.println("seeds: " + good + " of " + all + " lines");
  }

  private static void raw(Path shared) throws IOException {
    double sum = 0;
    int pages = 0;
    int titles = 0;
    int leaks = 0;
    for (String json : Files.readAllLines(shared.resolve("eval/raw-pages.gold.jsonl"))) {
      JsonNode g = JSON.readTree(json);
      String file = g.get("file").asText();
      Metadata m = read(SEGMENTER.label(text("eval/raw-pages/" + file, Files.readString(shared.resolve("eval/raw-pages").resolve(file))), LineEvidence.NONE));
      StringBuilder want = new StringBuilder();
      g.get("paragraphs").forEach(p -> want.append(p.asText()).append(' '));
      String have = String.join("\n", m.paragraphs());
      double f1 = f1(want, have);
      sum += f1;
      pages++;
      boolean title = m.title() != null && MatchKey.of(m.title()).equals(MatchKey.of(g.get("title").asText()));
      titles += title ? 1 : 0;
      List<String> leaked = new ArrayList<>();
      for (JsonNode not : g.get("must_not")) {
        if (squeeze(have).contains(squeeze(not.asText()))) {
          leaked.add(not.asText());
        }
      }
      leaks += leaked.size();
      List<String> captions = new ArrayList<>();
      g.get("captions").forEach(c -> captions.add(c.asText()));
      if (f1 < 0.985 || !title || !leaked.isEmpty() || m.datelines().isEmpty() || !captions.equals(m.captions()) || m.related().size() != g.get("related").size() || m.authors().size() != g.get("authors").size()) {
        System.out.printf(java.util.Locale.ROOT, "%-40s F1 %.3f title %s leaks %s stamps %s clocks %s captions %s related %s authors %s outlet %s place %s%n", file.substring(Math.max(0, file.length() - 40)), f1, title ? "ok" : m.title(), leaked, m.datelines(), m.pageClocks(), m.captions(), m.related(), m.authors(), m.outlet(), m.datelinePlace());
      }
    }
    System.out.printf(java.util.Locale.ROOT, "raw-pages: F1 %.4f titles %d of %d leaks %d%n", sum / pages, titles, pages, leaks);
  }

  /** Pages that kit.py made: titles, and what of the host's own lines is not body. */
  private static void kit(Path folder) throws IOException {
    Map<String, Integer> kinds = new TreeMap<>();
    int pages = 0;
    int titles = 0;
    for (String json : Files.readAllLines(folder.resolve("pages.jsonl"))) {
      JsonNode a = JSON.readTree(json);
      String t = a.get("text").asText();
      Page page = new Page("0".repeat(32), "", "kit", pages, 0, "application/json", "UTF-8", 1, a.path("url").asText(null), null, null, t, List.of(), List.of(), List.of());
      LabelledPage labelled = SEGMENTER.label(page, LineEvidence.NONE);
      Metadata m = read(labelled);
      pages++;
      String first = t.substring(0, t.indexOf('\n'));
      boolean ok = m.title() != null && MatchKey.of(m.title()).equals(MatchKey.of(first));
      titles += ok ? 1 : 0;
      if (!ok) {
        System.out.println("title " + a.get("url").asText() + " | " + first + " | " + m.title());
      }
      for (int l = 1; l < labelled.lines().size(); l++) {
        Line line = labelled.lines().get(l);
        String x = t.substring(line.start(), line.end()).strip();
        kinds.merge(line.kind() + " " + line.rule(), Words.of(x).count(), Integer::sum);
        if (line.kind() != Kind.BODY && line.kind() != Kind.BLANK && !line.rule().startsWith("related-cues") || folder.endsWith("dates") && l == 1) {
          System.out.println(a.get("url").asText().replaceAll(".*/", "") + " " + line.kind() + " " + line.rule() + " | " + (x.length() > 110 ? x.substring(0, 110) : x));
        }
      }
    }
    System.out.println(folder + " titles " + titles + " of " + pages + " " + kinds);
  }

  private static String squeeze(String s) {
    return s.replaceAll("\\s+", " ").strip();
  }

  private static double f1(CharSequence want, CharSequence have) {
    Map<String, Integer> bag = new HashMap<>();
    Words w = Words.of(want);
    for (int i = 0; i < w.count(); i++) {
      bag.merge(w.surface(i), 1, Integer::sum);
    }
    Words h = Words.of(have);
    int both = 0;
    for (int i = 0; i < h.count(); i++) {
      if (bag.merge(h.surface(i), -1, Integer::sum) >= 0) {
        both++;
      }
    }
    double p = (double) both / Math.max(1, h.count());
    double r = (double) both / Math.max(1, w.count());
    return p + r == 0 ? 0 : 2 * p * r / (p + r);
  }

  static List<Page> articles(Path file) throws IOException {
    List<Page> pages = new ArrayList<>();
    try (BufferedReader in = new BufferedReader(new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        JsonNode a = JSON.readTree(line);
        List<Clue> clues = new ArrayList<>();
        if (a.hasNonNull("title") && !a.get("title").asText().isBlank()) {
          clues.add(new Clue(ClueField.TITLE, a.get("title").asText(), "record"));
        }
        if (a.hasNonNull("author") && !a.get("author").asText().isBlank()) {
          clues.add(new Clue(ClueField.AUTHOR, a.get("author").asText(), "record"));
        }
        pages.add(new Page("0".repeat(32), "", "articles", pages.size(), 0, "application/json", "UTF-8", 1, a.path("url").asText(null), a.path("source").asText(null), null, a.path("content").asText(""), List.of(), clues, List.of()));
      }
    }
    return pages;
  }

  private static void dev(Path shared) throws IOException {
    List<Page> pages = articles(shared.resolve("eval/articles-dev.jsonl.gz"));
    Map<String, LineCount> counts = new TreeMap<>();
    for (Page page : pages) {
      for (LineCount c : LineObservations.of(page)) {
        counts.merge(c.outlet() + c.template(), c, LineCount::plus);
      }
    }
    LineEvidence evidence = LineEvidence.of(counts.values());
    System.out.println("evidence " + evidence + " of " + counts.size());
    long words = 0;
    long kept = 0;
    Map<String, Integer> lost = new HashMap<>();
    Map<String, Long> byRule = new TreeMap<>();
    for (Page page : pages) {
      LabelledPage labelled = SEGMENTER.label(page, evidence);
      for (Line line : labelled.lines()) {
        if (line.kind() == Kind.BLANK) {
          continue;
        }
        String t = page.text().substring(line.start(), line.end()).strip();
        int w = Words.of(t).count();
        words += w;
        if (line.kind() == Kind.BODY) {
          kept += w;
        } else {
          lost.merge(line.kind() + " " + line.rule() + " | " + page.outlet() + " | " + (t.length() > 120 ? t.substring(0, 120) : t), 1, Integer::sum);
          byRule.merge(line.kind() + " " + line.rule(), (long) w, Long::sum);
        }
      }
    }
    List<LeakCounter.Leak> leaks = new ArrayList<>();
    for (Page page : pages) {
      leaks.addAll(LeakCounter.of(String.join("\n", read(SEGMENTER.label(page, evidence)).paragraphs())));
    }
    for (LeakCounter.Leak leak : LeakCounter.top(leaks, 60)) {
      System.out.println("leak " + leak.count().documents() + " (" + leak.count().surroundings().length + ") " + leak.example());
    }
    System.out.println("words " + words + " body " + kept + " share " + (double) kept / words);
    byRule.forEach((rule, n) -> System.out.println(n + " " + rule));
    try (Stream<Map.Entry<String, Integer>> s = lost.entrySet().stream()) {
      Files.write(Path.of(System.getProperty("java.io.tmpdir"), "segment-lost.txt"), (Iterable<String>) s.sorted((a, b) -> b.getValue() - a.getValue() != 0 ? b.getValue() - a.getValue() : a.getKey().compareTo(b.getKey())).map(e -> e.getValue() + " " + e.getKey().replace('\n', ' '))::iterator);
    }
    for (int round = 0; round < 4; round++) {
      java.lang.management.ThreadMXBean cpu = java.lang.management.ManagementFactory.getThreadMXBean();
      long t0 = cpu.getCurrentThreadCpuTime();
      for (Page page : pages) {
        SEGMENTER.label(page, evidence);
      }
      long t1 = cpu.getCurrentThreadCpuTime();
      for (Page page : pages) {
        read(SEGMENTER.label(page, evidence));
      }
      long t2 = cpu.getCurrentThreadCpuTime();
      System.out.printf(java.util.Locale.ROOT, "label %.3f ms, with metadata %.3f ms a page%n", (t1 - t0) / 1e6 / pages.size(), (t2 - t1) / 1e6 / pages.size());
    }
  }
}
