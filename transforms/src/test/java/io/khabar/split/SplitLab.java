package io.khabar.split;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.khabar.corpus.LineEvidence;
import io.khabar.corpus.TermWeights;
import io.khabar.model.Clue;
import io.khabar.model.ClueField;
import io.khabar.model.Kind;
import io.khabar.model.LabelledPage;
import io.khabar.model.Page;
import io.khabar.segment.PageSegmenter;
import io.khabar.segment.SegmentRules;
import io.khabar.text.Hash64;
import io.khabar.text.Words;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;

/**
 * The splitter's laboratory, run by hand: {@code score DIR} computes the figures of the evaluation kit from {@code pages.jsonl} and {@code gold.json},
 * {@code dump FILE OUT} writes the evidence of every candidate for fitting the weights, {@code cuts FILE} lists the articles that are cut.
 */
final class SplitLab {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Pattern MARKS = Pattern.compile("[\u064b-\u065f\u0640\u200b-\u200f\u202a-\u202e]");
  private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}_]+");

  private static final PageSegmenter SEGMENTER = PageSegmenter.of(SegmentRules.shipped());

  private SplitLab() {}

  public static void main(String[] args) throws Exception {
    List<JsonNode> pages = read(Path.of(args[0].equals("score") ? args[1] + "/pages.jsonl" : args[1]));
    TermWeights weights = System.getProperty("bare") != null ? TermWeights.background() : TermWeights.background().plus(count(pages));
    switch (args[0]) {
      case "score" -> score(pages, JSON.readTree(Files.readString(Path.of(args[1], "gold.json"))), weights);
      case "dump" -> dump(pages, Path.of(args[2]), weights);
      case "cuts" -> cuts(pages, weights);
      case "time" -> time(pages, weights);
      default -> throw new IllegalArgumentException(args[0]);
    }
  }

  private static List<JsonNode> read(Path file) throws IOException {
    List<JsonNode> out = new ArrayList<>();
    try (InputStream raw = Files.newInputStream(file);
        InputStream in = file.toString().endsWith(".gz") ? new GZIPInputStream(raw) : raw;
        BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        out.add(JSON.readTree(line));
      }
    }
    return out;
  }

  /** Real labels, with {@code -Dplain} the simplest ones. */
  private static LabelledPage label(JsonNode page) {
    if (System.getProperty("plain") != null) {
      return PlainLabels.of(text(page));
    }
    Page raw = PlainLabels.page(text(page));
    List<Clue> clues = List.of();
    if (page.has("content") && System.getProperty("merged") == null) {
      clues = List.of(new Clue(ClueField.TITLE, page.get("title").asText(), "record"));
    }
    return SEGMENTER.label(
        new Page("0", "0", "t", 0, 0, "text/plain", "UTF-8", 1, page.path("url").asText(), page.path("source").asText(null), null, raw.text(), List.of(), clues, List.of()),
        LineEvidence.NONE);
  }

  static String text(JsonNode page) {
    if (page.has("content") && System.getProperty("merged") == null && System.getProperty("plain") == null) {
      return page.get("content").asText();
    }
    return page.has("content") ? page.get("title").asText() + "\n" + page.get("content").asText() : page.get("text").asText();
  }

  private static TermWeights count(List<JsonNode> pages) {
    Map<Long, Integer> df = new HashMap<>();
    for (JsonNode page : pages) {
      Words words = Words.of(text(page));
      Set<Long> once = new HashSet<>();
      for (int i = 0; i < words.count(); i++) {
        once.add(Hash64.of(words.stem(i)));
      }
      once.forEach(t -> df.merge(t, 1, Integer::sum));
    }
    return TermWeights.of(pages.size(), df);
  }

  static String key(String text) {
    return NO_WORD.matcher(MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFC)).replaceAll("")).replaceAll(" ").strip();
  }

  private static boolean begins(String key, String paragraph) {
    String p = key(paragraph);
    return key.contains(p.substring(0, Math.min(50, p.length())));
  }

  private static boolean ends(String key, String paragraph) {
    String p = key(paragraph);
    return key.contains(p.substring(Math.max(0, p.length() - 50)));
  }

  private static boolean clean(String e, String m, JsonNode host, JsonNode guest) {
    return begins(e, guest.get(0).asText()) && ends(e, guest.get(1).asText()) && !begins(e, host.get(1).asText())
        && begins(m, host.get(0).asText()) && ends(m, host.get(1).asText())
        && !begins(m, guest.get(0).asText()) && !ends(m, guest.get(1).asText());
  }

  private static void score(List<JsonNode> pages, JsonNode gold, TermWeights weights) {
    StorySplitter splitter = new StorySplitter();
    Map<String, int[]> stat = new TreeMap<>();
    boolean show = System.getProperty("show") != null;
    for (JsonNode page : pages) {
      String url = page.get("url").asText();
      JsonNode g = gold.get(url.substring(url.lastIndexOf('/') + 1));
      String text = text(page);
      List<SplitLine> lines = splitter.split(label(page), weights);
      Map<Integer, StringBuilder> body = new TreeMap<>();
      Map<Integer, StringBuilder> whole = new TreeMap<>();
      int current = 0;
      Map<Integer, String> title = new HashMap<>();
      String rules = "";
      for (SplitLine l : lines) {
        current = l.story() >= 0 ? l.story() : current;
        whole.computeIfAbsent(current, s -> new StringBuilder()).append(text, l.start(), l.end()).append(text.charAt(l.end() - 1) == '\n' ? "" : " ");
        if (l.story() >= 0 && l.kind() == Kind.BODY) {
          body.computeIfAbsent(l.story(), s -> new StringBuilder()).append(text, l.start(), l.end()).append('\n');
        }
        if (l.kind() == Kind.TITLE) {
          title.putIfAbsent(l.story(), text.substring(l.start(), l.end()));
        }
        if (l.story() != 0 && l.kind() != Kind.BODY && l.kind() != Kind.TITLE && l.kind() != Kind.BLANK || l.story() == 0 && l.kind() != Kind.BODY && l.kind() != Kind.TITLE) {
          rules += "      [" + l.kind() + " " + l.story() + " " + l.rule() + "] " + text.substring(l.start(), l.end()).strip() + "\n";
        }
        if (l.rule().startsWith("split:") && !l.rule().equals("split:body")) {
          rules += "   " + l.rule() + " " + text.substring(l.start(), l.end()).strip() + "\n";
        }
      }
      if (show && body.size() < 2 && g.get("embedded").asBoolean()) {
        for (SplitLine l : lines) {
          if (key(text.substring(l.start(), l.end())).equals(key(g.get("title").asText()))) {
            rules += "   MISSED " + l.kind() + " " + l.rule() + "\n";
          }
        }
      }
      int[] c = stat.computeIfAbsent(g.get("kind").asText(), k -> new int[5]);
      c[0]++;
      c[1] += body.size() > 1 ? 1 : 0;
      boolean good = body.size() == 1;
      if (g.get("embedded").asBoolean()) {
        good = false;
        if (body.size() == 2) {
          boolean t = key(title.getOrDefault(1, "")).equals(key(g.get("title").asText()));
          JsonNode host = g.get("host");
          JsonNode guest = g.get("guest");
          String e = key(body.get(1) == null ? "" : body.get(1).toString());
          String m = key(body.get(0).toString());
          boolean clean = clean(e, m, host, guest);
          // the borders alone, whatever the lines were labelled
          c[4] += clean(key(whole.get(1).toString()), key(whole.get(0).toString()), host, guest) ? 1 : 0;
          c[2] += t ? 1 : 0;
          c[3] += clean ? 1 : 0;
          good = t && clean;
          if (!good) {
            rules += "   title " + t + " guest " + begins(e, guest.get(0).asText()) + ends(e, guest.get(1).asText()) + " no host end in guest " + !begins(e, host.get(1).asText())
                + " host " + begins(m, host.get(0).asText()) + ends(m, host.get(1).asText()) + " no guest in host " + !begins(m, guest.get(0).asText()) + !ends(m, guest.get(1).asText())
                + "\n     HE " + host.get(1).asText() + "\n     G0 " + guest.get(0).asText() + "\n     G1 " + guest.get(1).asText() + "\n";
          }
        }
      }
      if (!good && show) {
        System.out.println("-- " + g.get("kind").asText() + " " + url + " gold title: " + g.get("title").asText() + " stories " + body.size() + "\n" + rules);
      }
    }
    stat.forEach(
        (kind, c) ->
            System.out.printf(
                Locale.ROOT, "%-15s pages %5d  split %5d %.4f  title %.4f  clean %.4f  borders alone %.4f%n", kind, c[0], c[1], c[1] / (double) c[0], c[2] / (double) c[0], c[3] / (double) c[0], c[4] / (double) c[0]));
  }

  /** Rows: page, kind, outlet, start, cue, label, evidence; pages give {@code starts}, the places of the headlines pasted in. */
  private static void dump(List<JsonNode> pages, Path out, TermWeights weights) throws IOException {
    try (PrintStream to = new PrintStream(Files.newOutputStream(out), false, StandardCharsets.UTF_8)) {
      to.println("page\tkind\toutlet\tstart\tcue\tlabel\t" + String.join("\t", BorderEvidence.NAMES));
      int n = 0;
      for (JsonNode page : pages) {
        Set<Integer> starts = new HashSet<>();
        page.path("starts").forEach(s -> starts.add(s.asInt()));
        String id = n++ + "\t" + page.path("kind").asText("article") + "\t" + page.path("source").asText() + "\t";
        new StorySplitter(
                (start, x, cue) -> {
                  StringBuilder row = new StringBuilder(id).append(start).append('\t').append(cue ? 1 : 0).append('\t').append(starts.contains(start) ? 1 : 0);
                  for (double v : x) {
                    row.append('\t').append(String.format(Locale.ROOT, "%.4f", v));
                  }
                  to.println(row);
                  return starts.contains(start) ? 1 : -1;
                })
            .split(label(page), weights);
      }
    }
  }

  private static void cuts(List<JsonNode> pages, TermWeights weights) {
    StorySplitter splitter = new StorySplitter();
    int cut = 0;
    for (JsonNode page : pages) {
      String text = text(page);
      boolean first = true;
      for (SplitLine l : splitter.split(label(page), weights)) {
        if (l.story() > 0 && l.kind() == Kind.TITLE && l.rule().startsWith("split:")) {
          if (first) {
            cut++;
            System.out.println("== " + page.path("source").asText() + " " + page.path("title").asText());
          }
          first = false;
          String around = text.substring(Math.max(0, l.start() - 100), Math.min(text.length(), l.end() + 160)).replace("\n", " | ");
          System.out.println("   " + String.format(Locale.ROOT, "%.3f ", l.confidence()) + l.rule() + " " + text.substring(l.start(), l.end()).strip() + "\n      " + around);
        }
      }
    }
    System.out.printf(Locale.ROOT, "%d of %d cut, %.4f%n", cut, pages.size(), cut / (double) pages.size());
  }

  private static void time(List<JsonNode> pages, TermWeights weights) {
    StorySplitter splitter = new StorySplitter();
    List<LabelledPage> labelled = new ArrayList<>();
    pages.forEach(p -> labelled.add(label(p)));
    for (int round = 0; round < 6; round++) {
      java.lang.management.ThreadMXBean cpu = java.lang.management.ManagementFactory.getThreadMXBean();
      long t = cpu.getCurrentThreadCpuTime();
      for (LabelledPage p : labelled) {
        splitter.split(p, weights);
      }
      System.out.printf(Locale.ROOT, "%.4f ms a page%n", (cpu.getCurrentThreadCpuTime() - t) / 1e6 / labelled.size());
    }
  }
}
