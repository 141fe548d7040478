package io.khabar.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.khabar.corpus.CorpusCounter;
import io.khabar.corpus.CorpusEvidence;
import io.khabar.corpus.SiteWords;
import io.khabar.corpus.TermWeights;
import io.khabar.model.LabelledPage;
import io.khabar.model.Page;
import io.khabar.model.ParsedPage;
import io.khabar.segment.PageSegmenter;
import io.khabar.segment.SegmentRules;
import io.khabar.split.SplitConfig;
import io.khabar.split.SplitLine;
import io.khabar.split.StoryAssembler;
import io.khabar.split.StorySplitter;
import io.khabar.text.MatchKey;
import io.khabar.text.Words;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Pages whose stories are known, parted as a run over them would: how many are split, titled and parted cleanly, and our borders beside TextTiling, C99 and no
 * borders at all. A folder with {@code pages.jsonl} ({@code url}, {@code text}) and {@code gold.json} (by page: {@code kind}, {@code embedded}, {@code title},
 * {@code host}, {@code guest}).
 */
final class SplitEvaluation {
  private static final String[] METHODS = {"khabar", "texttiling", "c99", "none"};
  private static final int CONTENT_WEIGHT = 220;

  private final PageSegmenter segmenter;
  private final StorySplitter splitter;
  private final StoryAssembler assembler;
  private final TermWeights background = TermWeights.background();
  private final CorpusEvidence evidence;
  private final PrintStream show;
  /** By kind of page. */
  private final Map<String, Sums> sums = new TreeMap<>();

  private static final class Sums {
    int pages;
    int split;
    int title;
    int clean;
    int borders;
    int prose;
    int proseClean;
    final double[] pk = new double[METHODS.length];
    final double[] windowDiff = new double[METHODS.length];
  }

  private SplitEvaluation(CorpusEvidence evidence, String rules, PrintStream show) {
    segmenter = PageSegmenter.of(rules == null ? SegmentRules.shipped() : SegmentRules.load(Path.of(rules)));
    splitter = StorySplitter.of(rules);
    assembler = new StoryAssembler(new SplitConfig(Set.of("ar"), null, rules));
    this.evidence = evidence;
    this.show = show;
  }

  /**
   * Evaluates the pages of a folder and prints two tables with a row for each kind of page.
   *
   * @param rules a folder of rule files that go before ours, or null
   * @param show whether pages that are not as they should be are listed, with the reasons
   */
  static void run(Path folder, String rules, boolean show, PrintStream out) throws IOException {
    List<Page> pages = PageFile.read(folder.resolve("pages.jsonl"));
    CorpusCounter counter = new CorpusCounter(SiteWords.load(rules == null ? null : Path.of(rules)));
    pages.forEach(counter::add);
    SplitEvaluation evaluation = new SplitEvaluation(CorpusEvidence.of(CorpusCounter.sum(List.of(counter))), rules, show ? out : null);
    JsonNode gold = new ObjectMapper().readTree(Files.readString(folder.resolve("gold.json")));
    for (Page page : pages) {
      JsonNode answer = page.url() == null ? null : gold.get(page.url().substring(page.url().lastIndexOf('/') + 1));
      if (answer != null) {
        evaluation.add(page, answer);
      }
    }
    evaluation.print(out);
  }

  private void add(Page page, JsonNode gold) {
    LabelledPage labelled = segmenter.label(page, evidence.lines());
    List<SplitLine> split = splitter.split(labelled, evidence.terms());
    ParsedPage parsed = assembler.assemble(page, split);
    Sums sum = sums.computeIfAbsent(gold.get("kind").asText(), k -> new Sums());
    sum.pages++;
    sum.split += parsed.stories().size() > 1 ? 1 : 0;
    List<String> faults = new ArrayList<>();
    if (gold.get("embedded").asBoolean()) {
      Parted parted = Parted.of(parsed, gold);
      sum.title += parted.title() ? 1 : 0;
      sum.clean += parted.clean() ? 1 : 0;
      sum.borders += parted.borders() ? 1 : 0;
      boolean prose = Parted.prose(gold);
      sum.prose += prose ? 1 : 0;
      sum.proseClean += prose && parted.clean() && parted.title() ? 1 : 0;
      faults = parted.faults();
    } else if (parsed.stories().size() > 1) {
      faults.add("split");
    }
    if (show != null && !faults.isEmpty()) {
      show.println("-- " + gold.get("kind").asText() + " " + page.url() + " " + gold.path("title").asText());
      faults.forEach(fault -> show.println("   " + fault));
      for (SplitLine line : split) {
        show.printf(
            Locale.ROOT, "      %2d %-11s %s  %s%n", line.story(), line.kind().code(), page.text().substring(line.start(), Math.min(line.end(), line.start() + 90)).strip(), line.rule());
      }
    }
    compare(page.text(), split, gold, sum);
  }

  /** Adds Pk and WindowDiff of each method. */
  private void compare(String text, List<SplitLine> split, JsonNode gold, Sums sum) {
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
        if (background.of(stem) >= CONTENT_WEIGHT) {
          content.add(stem);
        }
      }
      terms.add(content);
    }
    boolean[] truth = truth(lines, gold);
    boolean[][] found = {ours(split, start), TextTiling.borders(terms), C99.borders(terms), new boolean[lines.length]};
    for (int m = 0; m < METHODS.length; m++) {
      sum.pk[m] += StoryBorders.pk(words, truth, found[m]);
      sum.windowDiff[m] += StoryBorders.windowDiff(words, truth, found[m]);
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

  private static boolean[] ours(List<SplitLine> split, int[] start) {
    boolean[] out = new boolean[start.length];
    int story = 0;
    int line = 0;
    for (SplitLine l : split) {
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
    out.printf(Locale.ROOT, "%-15s %6s  %6s  %7s  %11s  %7s  %13s  %s%n", "kind", "pages", "split", "share", "title right", "clean", "borders right", "clean and titled, of pages whose stories open and close with prose");
    sums.forEach(
        (kind, s) -> {
          double n = s.pages;
          out.printf(
              Locale.ROOT, "%-15s %6d  %6d  %7.4f  %11.4f  %7.4f  %13.4f  %7.4f of %d%n", kind, s.pages, s.split, s.split / n, s.title / n, s.clean / n, s.borders / n,
              s.proseClean / (double) Math.max(1, s.prose), s.prose);
        });
    out.println();
    StringBuilder head = new StringBuilder(String.format(Locale.ROOT, "%-15s", "Pk, WindowDiff"));
    for (String method : METHODS) {
      head.append(String.format(Locale.ROOT, "  %16s", method));
    }
    out.println(head);
    sums.forEach(
        (kind, s) -> {
          StringBuilder row = new StringBuilder(String.format(Locale.ROOT, "%-15s", kind));
          for (int m = 0; m < METHODS.length; m++) {
            row.append(String.format(Locale.ROOT, "  %7.4f, %7.4f", s.pk[m] / s.pages, s.windowDiff[m] / s.pages));
          }
          out.println(row);
        });
  }
}
