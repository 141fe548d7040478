package io.khabar.segment;

import io.khabar.corpus.LineEvidence;
import io.khabar.corpus.LineObservations;
import io.khabar.model.Clue;
import io.khabar.model.ClueField;
import io.khabar.model.Kind;
import io.khabar.model.LabelledPage;
import io.khabar.model.Line;
import io.khabar.model.Page;
import java.util.ArrayList;
import java.util.List;

/**
 * Tells what every line of a page is. Lines cover the page's text without gap or overlap; each has the rule that decided and a
 * confidence. Thread-safe, built once. Cost: linear in the text.
 *
 * <p>Does not part stories: the lines of a second story on the page are labelled as they stand, and long prose is never anything but body
 * unless a phrase of the rule files says so.
 */
public final class PageSegmenter {
  private final SegmentRules rules;

  private PageSegmenter(SegmentRules rules) {
    this.rules = rules;
  }

  /** A segmenter over some rules. */
  public static PageSegmenter of(SegmentRules rules) {
    return new PageSegmenter(rules);
  }

  /** Labels a page's lines. */
  public LabelledPage label(Page page, LineEvidence evidence) {
    String outlet = LineObservations.outletKey(page);
    LineLabeller.Prior prior = prior(page);
    boolean record = prior == LineLabeller.Prior.RECORD;
    PageLines lines = new PageLines(page.text(), page.blocks(), rules, evidence, outlet, record);
    int[] visible = new int[lines.count];
    int n = 0;
    for (int i = 0; i < lines.count; i++) {
      if (!lines.blank[i] && !lines.signs(i)) {
        visible[n++] = i;
      }
    }
    visible = java.util.Arrays.copyOf(visible, n);
    LineRules lineRules = new LineRules(rules, page, lines, visible, record);
    LabelScores scores = lineRules.score(evidence, outlet);
    LineLabeller.Labels labels = LineLabeller.label(visible, scores, lineRules.shortLine, lineRules.firstProse(), lineRules.markedTail() ? prior : prior.unmarkedTail());
    List<Line> out = new ArrayList<>(lines.count);
    int v = 0;
    for (int i = 0; i < lines.count; i++) {
      if (lines.blank[i]) {
        out.add(new Line(lines.start[i], lines.end[i], Kind.BLANK, "blank", 1));
        continue;
      }
      if (lines.signs(i)) {
        // a rule of dashes or stars: nothing is lost with it, and it says nothing of its neighbours
        out.add(new Line(lines.start[i], lines.end[i], Kind.NAV, "nav/signs_only", 1));
        continue;
      }
      Kind kind = labels.kind[v];
      String rule = scores.rule(i, kind);
      out.add(new Line(lines.start[i], lines.end[i], kind, rule == null ? placeRule(kind, labels.zone[v]) : rule, confidence(labels.margin[v])));
      v++;
    }
    return new LabelledPage(page, out);
  }

  private static String placeRule(Kind kind, int zone) {
    if (kind == Kind.RELATED) {
      return "related/below_cue";
    }
    return zone == 0 ? "place/before_story" : zone == 1 ? "place/in_story" : "place/after_story";
  }

  private static double confidence(double margin) {
    double c = 1 / (1 + StrictMath.exp(-margin / 2));
    return StrictMath.round(c * 1000) / 1000.0;
  }

  private static LineLabeller.Prior prior(Page page) {
    if (page.blocks().isEmpty()) {
      for (Clue clue : page.clues()) {
        if (clue.field() == ClueField.TITLE && clue.source().equals("record")) {
          return LineLabeller.Prior.RECORD;
        }
      }
    }
    return LineLabeller.Prior.PAGE;
  }
}
