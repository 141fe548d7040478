package io.khabar.split;

import io.khabar.corpus.TermWeights;
import io.khabar.model.Kind;
import io.khabar.model.LabelledPage;
import io.khabar.model.Line;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Parts the lines of a page into its stories: the main one and those pasted below or into it, with or without a cue.
 *
 * <p>A border stands before a line that looks like a headline and has prose below it, when the evidence ({@code BorderEvidence}: cue, cohesion with the
 * story so far, what the headline announces, bylines and datelines, HTML containers) speaks for another story more than for the same one; the weights are data
 * ({@code split/weights.tsv}). A cue with bare headlines stays what it is. After a border the text may come back to the main story.
 *
 * <p>Thread-safe, linear in the page's length. Pages without a candidate cost one pass over their chars.
 */
public final class StorySplitter {
  private static final double TAIL_BELOW_CUE = 4;
  private static final double TAIL_ELSEWHERE = 25;

  private final RelatedCues cues = RelatedCues.shipped();
  private final Judge judge;

  /** Weighs evidence. */
  interface Judge {
    /**
     * The log odds of a border, less the threshold: above 0 is a border.
     *
     * @param start where the line begins in the page's text
     * @param evidence by {@link BorderEvidence#NAMES}
     * @param cue whether a cue stands above
     */
    double score(int start, double[] evidence, boolean cue);
  }

  /** With the shipped weights. */
  public StorySplitter() {
    this(BorderModel.shipped());
  }

  StorySplitter(Judge judge) {
    this.judge = judge;
  }

  /** A border before a content line: a new story, or the way back to story 0. */
  private record Border(int line, int story, String rule, double confidence) {}

  /**
   * The page's lines with their stories; they cover the page as the lines given do.
   *
   * @param page labelled lines that cover the page's text
   * @param weights how much terms say, best {@code TermWeights.background().plus(run)}
   */
  public List<SplitLine> split(LabelledPage page, TermWeights weights) {
    PageView view = new PageView(page, cues);
    int head = view.nextProse[0];
    List<Border> borders = List.of();
    for (int c = head + 1; c < view.count; c++) {
      if (view.candidate(c)) {
        borders = borders(view, new PageTerms(view, weights), head);
        break;
      }
    }
    return write(view, borders);
  }

  private List<Border> borders(PageView view, PageTerms terms, int head) {
    List<Border> borders = new ArrayList<>();
    BorderEvidence evidence = new BorderEvidence(view, terms, head);
    Bag main = new Bag(terms);
    Bag story = main;
    int from = 0;
    int stories = 0;
    boolean below = false;
    int c = 0;
    while (c < view.count) {
      if (c <= head || !view.candidate(c)) {
        story.add(c++);
        continue;
      }
      int lede = view.nextProse[c + 1];
      int cue = cueAbove(view, c, lede);
      int best = -1;
      double bestScore = 0;
      double[] bestEvidence = null;
      for (int k = c; k <= lede; k++) {
        if (k > cue && view.candidate(k)) {
          double[] x = evidence.at(k, story, cue);
          double score = judge.score(view.start[k], x, cue >= 0);
          if (best < 0 || score > bestScore) {
            best = k;
            bestScore = score;
            bestEvidence = x;
          }
        }
      }
      if (best < 0 || bestScore <= 0) {
        do {
          story.add(c++);
        } while (c < lede);
        continue;
      }
      if (story != main) {
        tail(view, terms, main, from, best, below, borders);
      }
      stories++;
      String rule =
          String.format(
              Locale.ROOT,
              "split:%sheadline+cohesion(%.2f<%.2f)%s",
              cue >= 0 ? "cue+" : "",
              bestEvidence[BorderEvidence.COHESION],
              bestEvidence[BorderEvidence.INSIDE],
              bestEvidence[BorderEvidence.GROUP] > 0 ? "+container" : "");
      borders.add(new Border(best, stories, rule, BorderModel.confidence(bestScore)));
      below = cue >= 0;
      from = best;
      story = new Bag(terms);
      for (c = best; c < Math.max(lede, best + 1); c++) {
        story.add(c);
      }
    }
    if (story != main) {
      tail(view, terms, main, from, view.count, below, borders);
    }
    return borders;
  }

  private void tail(PageView view, PageTerms terms, Bag main, int from, int to, boolean below, List<Border> borders) {
    Returns.Tail tail = Returns.find(view, terms, main, from, to, below ? TAIL_BELOW_CUE : TAIL_ELSEWHERE);
    if (tail.line() < to) {
      borders.add(
          new Border(tail.line(), 0, String.format(Locale.ROOT, "split:return(%.1f)", tail.nats()), BorderModel.confidence(tail.nats() / 4)));
      for (int c = tail.line(); c < to; c++) {
        main.add(c);
      }
    }
  }

  /** The line of the nearest cue above the run of short lines that {@code c} begins, or inside it; -1 for none. */
  static int cueAbove(PageView view, int c, int lede) {
    for (int k = Math.min(lede, view.count) - 1; k >= c; k--) {
      if (view.cue[k]) {
        return k;
      }
    }
    for (int k = c - 1; k >= 0 && k >= c - 6 && !view.prose[k]; k--) {
      if (view.cue[k]) {
        return k;
      }
    }
    return -1;
  }

  private static List<SplitLine> write(PageView view, List<Border> borders) {
    List<SplitLine> out = new ArrayList<>(view.lines.size());
    int c = 0;
    int b = 0;
    int story = 0;
    for (int i = 0; i < view.lines.size(); i++) {
      Line line = view.lines.get(i);
      if (c >= view.count || view.line[c] != i) {
        out.add(new SplitLine(line.start(), line.end(), line.kind(), -1, line.rule(), line.confidence()));
        continue;
      }
      Border border = b < borders.size() && borders.get(b).line() == c ? borders.get(b++) : null;
      if (border != null) {
        story = border.story();
      }
      Kind kind = line.kind();
      if (border != null && story > 0) {
        out.add(new SplitLine(line.start(), line.end(), Kind.TITLE, story, border.rule(), border.confidence()));
      } else if (border != null) {
        out.add(new SplitLine(line.start(), line.end(), inside(view, c, kind), 0, border.rule(), border.confidence()));
      } else if (story > 0 && inside(view, c, kind) != kind) {
        out.add(new SplitLine(line.start(), line.end(), Kind.BODY, story, "split:body", line.confidence()));
      } else {
        out.add(new SplitLine(line.start(), line.end(), kind, story, line.rule(), line.confidence()));
      }
      c++;
    }
    return out;
  }

  /** Prose that was taken for a link or a title is body once its story is known. */
  private static Kind inside(PageView view, int c, Kind kind) {
    return view.prose[c] && (kind == Kind.RELATED || kind == Kind.TITLE) ? Kind.BODY : kind;
  }
}
