package io.khabar.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.khabar.corpus.LineEvidence;
import io.khabar.corpus.TermWeights;
import io.khabar.model.Page;
import io.khabar.segment.PageSegmenter;
import io.khabar.segment.SegmentRules;
import io.khabar.split.SplitLine;
import io.khabar.split.StorySplitter;
import io.khabar.text.MatchKey;
import io.khabar.text.Words;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Our borders beside TextTiling, C99 and no borders at all, on pages whose borders are known: a folder with {@code pages.jsonl} ({@code url}, {@code text}) and
 * {@code gold.json} (by page: {@code kind}, {@code embedded}, {@code title}, {@code host}, {@code guest}), as the evaluation kit makes them.
 */
public final class SplitEvaluation {
  private static final String[] METHODS = {"khabar", "texttiling", "c99", "none"};
  private static final int CONTENT_WEIGHT = 220;

  private final PageSegmenter segmenter = PageSegmenter.of(SegmentRules.shipped());
  private final StorySplitter splitter = new StorySplitter();
  private final TermWeights weights = TermWeights.background();
  /** By kind of page: pages, then Pk and WindowDiff of each method, summed in page order. */
  private final Map<String, double[]> sums = new TreeMap<>();

  /** Evaluates the pages of a folder and prints a table: a row for each kind of page, Pk and WindowDiff of each method. */
  public static void run(Path folder, PrintStream out) throws IOException {
    SplitEvaluation evaluation = new SplitEvaluation();
    ObjectMapper json = new ObjectMapper();
    JsonNode gold = json.readTree(Files.readString(folder.resolve("gold.json")));
    for (String row : Files.readAllLines(folder.resolve("pages.jsonl"), StandardCharsets.UTF_8)) {
      JsonNode page = json.readTree(row);
      String url = page.get("url").asText();
      JsonNode answer = gold.get(url.substring(url.lastIndexOf('/') + 1));
      if (answer != null) {
        evaluation.add(page.get("text").asText(), answer);
      }
    }
    evaluation.print(out);
  }

  private void add(String text, JsonNode gold) {
    String[] lines = text.split("\n", -1);
    int[] words = new int[lines.length];
    int[] start = new int[lines.length];
    List<List<String>> terms = new ArrayList<>();
    int at = 0;
    for (int i = 0; i < lines.length; i++) {
      start[i] = at;
      at += lines[i].length() + 1;
      Words w = Words.of(lines[i]);
      words[i] = w.count();
      List<String> content = new ArrayList<>();
      for (int k = 0; k < w.count(); k++) {
        String stem = w.stem(k);
        if (weights.of(stem) >= CONTENT_WEIGHT) {
          content.add(stem);
        }
      }
      terms.add(content);
    }
    boolean[] truth = truth(lines, gold);
    boolean[][] found = {ours(text, start), TextTiling.borders(terms), C99.borders(terms), new boolean[lines.length]};
    double[] sum = sums.computeIfAbsent(gold.get("kind").asText(), k -> new double[1 + 2 * METHODS.length]);
    sum[0]++;
    for (int m = 0; m < METHODS.length; m++) {
      sum[1 + 2 * m] += StoryBorders.pk(words, truth, found[m]);
      sum[2 + 2 * m] += StoryBorders.windowDiff(words, truth, found[m]);
    }
  }

  /** A border before the pasted headline, and one before the tail of a page that goes on. */
  private static boolean[] truth(String[] lines, JsonNode gold) {
    boolean[] out = new boolean[lines.length];
    if (!gold.get("embedded").asBoolean()) {
      return out;
    }
    String title = MatchKey.of(gold.get("title").asText());
    String last = MatchKey.of(gold.get("guest").get(1).asText());
    int i = 1;
    while (i < lines.length && !MatchKey.of(lines[i]).equals(title)) {
      i++;
    }
    if (i < lines.length) {
      out[i] = true;
    }
    while (i < lines.length && !MatchKey.of(lines[i]).equals(last)) {
      i++;
    }
    if (gold.get("kind").asText().equals("middle") && i + 1 < lines.length) {
      out[i + 1] = true;
    }
    return out;
  }

  private boolean[] ours(String text, int[] start) {
    Page page = new Page("", "", "", 0, 0, "text/plain", "UTF-8", 1, null, null, null, text, List.of(), List.of(), List.of());
    boolean[] out = new boolean[start.length];
    int story = 0;
    int line = 0;
    for (SplitLine l : splitter.split(segmenter.label(page, LineEvidence.NONE), weights)) {
      while (line + 1 < start.length && start[line + 1] <= l.start()) {
        line++;
      }
      if (l.story() >= 0 && l.story() != story) {
        out[line] = true;
        story = l.story();
      }
    }
    return out;
  }

  private void print(PrintStream out) {
    StringBuilder head = new StringBuilder(String.format(Locale.ROOT, "%-15s %6s", "kind", "pages"));
    for (String method : METHODS) {
      head.append(String.format(Locale.ROOT, "  %10s Pk  WindowDiff", method));
    }
    out.println(head);
    sums.forEach(
        (kind, sum) -> {
          StringBuilder row = new StringBuilder(String.format(Locale.ROOT, "%-15s %6d", kind, (int) sum[0]));
          for (int m = 0; m < METHODS.length; m++) {
            row.append(String.format(Locale.ROOT, "  %13.4f  %10.4f", sum[1 + 2 * m] / sum[0], sum[2 + 2 * m] / sum[0]));
          }
          out.println(row);
        });
  }
}
