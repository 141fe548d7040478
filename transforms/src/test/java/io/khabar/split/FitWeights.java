package io.khabar.split;

import io.khabar.corpus.CorpusCounter;
import io.khabar.corpus.CorpusEvidence;
import io.khabar.model.Clue;
import io.khabar.model.ClueField;
import io.khabar.model.Page;
import io.khabar.segment.PageSegmenter;
import io.khabar.segment.SegmentRules;
import io.khabar.split.MadePages.Made;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/**
 * Fits {@code split/weights.tsv}, run by hand: {@code ARTICLES OUT [HALF]}. ARTICLES are JSON lines ({@code title}, {@code content}, {@code source}); with HALF 0
 * or 1 only that half of the outlets is looked at, so that the other half can judge. The threshold is set by leaving out one outlet after the other: at the shares of
 * cut pages named below, each page scored by weights that saw nothing of its outlet.
 */
final class FitWeights {
  /** The share of ordinary articles, and of pages with bare links, that may be cut. */
  private static final double CUT_ARTICLES = 0.0035;

  private static final double CUT_LINKS = 0.0060;
  private static final double RIDGE = 2;

  /** Evidence that made pages have too little of: set by hand, alone and below a cue. */
  private static final Object[][] HELD = {{"title-kind", 0.5, 0.5}, {"group", 3.0, 2.0}, {"ended", 0.5, 0.3}, {"h1", 1.5, 1.0}};

  /** One candidate of a page. */
  private record Candidate(int page, String outlet, String kind, boolean cue, Logistic.Row row) {}

  private FitWeights() {}

  public static void main(String[] args) throws IOException {
    List<MadePages.Article> articles = MadePages.articles(Path.of(args[0]));
    Set<String> outlets = new TreeSet<>(articles.stream().map(MadePages.Article::outlet).toList());
    if (args.length > 2) {
      outlets = new TreeSet<>(MadePages.halves(articles).get(Integer.parseInt(args[2])));
    }
    System.err.println("outlets " + outlets);
    List<Candidate> candidates = candidates(MadePages.of(articles, outlets::contains, 7));
    System.err.println(candidates.size() + " candidates");
    double[][] weights = {fit(candidates, outlets, false), fit(candidates, outlets, true)};
    try (PrintStream out = new PrintStream(Files.newOutputStream(Path.of(args[1])), false, StandardCharsets.UTF_8)) {
      for (int i = 0; i < BorderEvidence.NAMES.length; i++) {
        out.printf(Locale.ROOT, "%s\t%.2f\t%.2f%n", BorderEvidence.NAMES[i], weights[0][i], weights[1][i]);
      }
    }
  }

  static Page page(String title, String text, String outlet, int n) {
    List<Clue> clues = title == null || title.isEmpty() ? List.of() : List.of(new Clue(ClueField.TITLE, title, "record"));
    return new Page(
        Integer.toString(n), "0", "made", n, 0, "text/plain", "UTF-8", 1, "https://example.test/" + n, outlet, null, text, List.of(), clues, List.of());
  }

  private static List<Candidate> candidates(List<Made> made) {
    CorpusCounter counter = new CorpusCounter();
    List<Page> pages = new ArrayList<>();
    for (Made m : made) {
      pages.add(page(m.title(), m.text(), m.outlet(), pages.size()));
      if (m.kind().equals("article")) {
        counter.add(pages.get(pages.size() - 1));
      }
    }
    CorpusEvidence evidence = CorpusEvidence.of(CorpusCounter.sum(List.of(counter)));
    PageSegmenter segmenter = PageSegmenter.of(SegmentRules.shipped());
    List<Candidate> out = new ArrayList<>();
    for (int p = 0; p < made.size(); p++) {
      int n = p;
      Made m = made.get(p);
      StorySplitter.judgedBy(
              (start, x, cue) -> {
                boolean yes = m.starts().contains(start);
                out.add(new Candidate(n, m.outlet(), m.kind(), cue, new Logistic.Row(x.clone(), yes, 1)));
                return yes ? 100 : -100;
              })
          .split(segmenter.label(pages.get(p), evidence.lines()), evidence.terms());
    }
    return out;
  }

  private static double[] held(boolean cue) {
    double[] held = new double[BorderEvidence.NAMES.length];
    Arrays.fill(held, Double.NaN);
    for (Object[] row : HELD) {
      held[Arrays.asList(BorderEvidence.NAMES).indexOf(row[0])] = (Double) row[cue ? 2 : 1];
    }
    return held;
  }

  private static double[] fit(List<Candidate> all, Set<String> outlets, boolean cue) {
    List<Candidate> mine = all.stream().filter(c -> c.cue() == cue).toList();
    // what is an ordinary page here
    String ordinary = cue ? "links" : "article";
    List<Double> worst = new ArrayList<>();
    List<Double> found = new ArrayList<>();
    for (String outlet : outlets) {
      List<Logistic.Row> rows = mine.stream().filter(c -> !c.outlet().equals(outlet)).map(Candidate::row).toList();
      double[] w = Logistic.fit(rows, held(cue), RIDGE);
      int page = -1;
      for (Candidate c : mine) {
        if (!c.outlet().equals(outlet)) {
          continue;
        }
        double score = Logistic.dot(w, c.row().x());
        if (c.kind().equals(ordinary)) {
          if (c.page() != page) {
            worst.add(score);
          } else {
            worst.set(worst.size() - 1, Math.max(score, worst.get(worst.size() - 1)));
          }
          page = c.page();
        }
        if (c.row().yes()) {
          found.add(score);
        }
      }
    }
    Collections.sort(worst, Collections.reverseOrder());
    long pages = cue ? worst.size() : all.stream().filter(c -> c.kind().equals(ordinary)).mapToInt(Candidate::page).max().orElse(0) + 1L;
    double threshold = worst.get((int) (pages * (cue ? CUT_LINKS : CUT_ARTICLES)));
    long above = found.stream().filter(s -> s > threshold).count();
    System.err.printf(
        Locale.ROOT, "%s: %d of %d ordinary pages have candidates; threshold %.2f; found on outlets not seen %.4f of %d%n", cue ? "cue" : "alone", worst.size(), pages, threshold,
        above / (double) found.size(), found.size());
    double[] w = Logistic.fit(mine.stream().map(Candidate::row).toList(), held(cue), RIDGE);
    w[0] -= threshold;
    return w;
  }
}
