package io.khabar.split;

import io.khabar.corpus.TermWeights;
import io.khabar.model.Kind;
import io.khabar.model.LabelledPage;
import io.khabar.model.Line;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

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
  private final SplitRules rules;
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

    /** What weighs most in the score, for the rule; empty for nothing to say. */
    default String weighs(double[] evidence, boolean cue) {
      return "";
    }
  }

  private StorySplitter(SplitRules rules, Judge judge) {
    this.rules = rules;
    this.judge = judge;
  }

  /**
   * A splitter with the shipped rules and a user's own.
   *
   * @param rules a folder with {@code split/*.tsv}, whose rows go before ours; null for none
   * @throws IllegalArgumentException when a row makes no sense; the message names it
   */
  public static StorySplitter of(String rules) {
    SplitRules read = SplitRules.load(rules == null ? null : Path.of(rules));
    return new StorySplitter(read, read.weights);
  }

  static StorySplitter judgedBy(Judge judge) {
    return new StorySplitter(SplitRules.shipped(), judge);
  }

  /**
   * The page's lines with their stories; they cover the page as the lines given do.
   *
   * @param page labelled lines that cover the page's text
   * @param weights how much terms say, best {@code TermWeights.background().plus(run)}
   */
  public List<SplitLine> split(LabelledPage page, TermWeights weights) {
    PageView view = new PageView(page);
    int head = view.nextProse[0];
    List<Border> borders = List.of();
    Map<Integer, String> refused = Map.of();
    for (int c = head + 1; c < view.count; c++) {
      if (view.candidate(c)) {
        BorderFinder finder = new BorderFinder(view, new PageTerms(view, weights), rules, judge);
        borders = finder.find();
        refused = finder.refused();
        break;
      }
    }
    return write(view, borders, refused);
  }

  private static List<SplitLine> write(PageView view, List<Border> borders, Map<Integer, String> refused) {
    List<SplitLine> out = new ArrayList<>(view.lines.size());
    int c = 0;
    int b = 0;
    int story = 0;
    boolean ownCue = false;
    int lastProse = view.count - 1;
    while (lastProse >= 0 && !view.prose[lastProse]) {
      lastProse--;
    }
    for (int i = 0; i < view.lines.size(); i++) {
      Line line = view.lines.get(i);
      if (c >= view.count || view.line[c] != i) {
        out.add(new SplitLine(line.start(), line.end(), line.kind(), -1, line.rule(), line.confidence()));
        continue;
      }
      Border border = b < borders.size() && borders.get(b).line() == c ? borders.get(b++) : null;
      if (border != null) {
        story = border.story();
        ownCue = false;
      }
      ownCue |= view.cue[c];
      Kind kind = line.kind();
      if (view.live && kind == Kind.TITLE && story == 0) {
        line = new Line(line.start(), line.end(), kind, line.rule() + "+split:live-blog(" + view.stamps + ")", line.confidence());
      }
      if (border == null && refused.containsKey(c)) {
        line = new Line(line.start(), line.end(), kind, line.rule() + refused.get(c), line.confidence());
      }
      if (border == null && kind == Kind.NAV && (story == 0 || c > lastProse)) {
        out.add(new SplitLine(line.start(), line.end(), kind, -1, line.rule(), line.confidence()));
      } else if (border != null && story > 0) {
        out.add(new SplitLine(line.start(), line.end(), Kind.TITLE, story, border.rule(), border.confidence()));
      } else if (border != null) {
        out.add(new SplitLine(line.start(), line.end(), inside(view, c, kind, ownCue || story == 0), 0, border.rule(), border.confidence()));
      } else if (story > 0 && inside(view, c, kind, ownCue || story == 0) != kind) {
        out.add(new SplitLine(line.start(), line.end(), Kind.BODY, story, "split:body" + refused.getOrDefault(c, ""), line.confidence()));
      } else {
        out.add(new SplitLine(line.start(), line.end(), kind, story, line.rule(), line.confidence()));
      }
      c++;
    }
    return out;
  }

  /**
   * What a line is once its story is known: prose that was taken for a link or a title is body, and so is a line of an embedded story that was taken for a
   * link because it stands below the cue that announced the story.
   *
   * @param links whether links may stand here: in the main story, and below a cue of the embedded story's own
   */
  private static Kind inside(PageView view, int c, Kind kind, boolean links) {
    return switch (kind) {
      case TITLE -> view.prose[c] ? Kind.BODY : kind;
      case RELATED -> view.prose[c] || !links ? Kind.BODY : kind;
      // a menu line gets here only when its place or its end was all that spoke for a menu
      case NAV -> Kind.BODY;
      default -> kind;
    };
  }
}
