package io.khabar.split;

import io.khabar.text.MatchKey;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Walks a page's candidates from top to bottom, each judged against the story that it would end. */
final class BorderFinder {
  /** Nats that a tail of the main story needs: below a cue an insert is likely, without one it is not. */
  private static final double TAIL_BELOW_CUE = 10;

  private static final double TAIL_ELSEWHERE = 25;
  /** By how much a lower line must be better than an upper one; the line right below a cue is the headline that the cue announces. */
  private static final double UPPER = 2;

  private static final double UPPER_BELOW_CUE = 5;

  /** A page that calls itself a round-up, and one that proves to be one. */
  private static final double BONUS_BY_TITLE = 2.5;

  private static final double BONUS_BY_ITEMS = 1;
  private static final int LEAST_ITEMS = 3;

  /** Words of a headline that nothing but its words speaks for. */
  private static final int LEAST_WORDS = 3;

  private final SplitRules rules;
  private final PageView view;
  private final PageTerms terms;
  private final StorySplitter.Judge judge;
  private final BorderEvidence evidence;
  private final Bag main;
  private final Bag embedded;
  private final Bag spare;
  /** The first line of prose. */
  private final int head;

  private List<Border> borders;
  private int alone;
  private Map<Integer, String> refused = new HashMap<>();

  BorderFinder(PageView view, PageTerms terms, SplitRules rules, StorySplitter.Judge judge) {
    this.rules = rules;
    this.view = view;
    this.terms = terms;
    this.judge = judge;
    this.head = view.nextProse[0];
    evidence = new BorderEvidence(view, terms, rules.openers, head);
    main = new Bag(terms);
    embedded = new Bag(terms);
    spare = new Bag(terms);
  }

  /** Why lines that might have begun a story did not, by line: what to add to their rules. */
  Map<Integer, String> refused() {
    return refused;
  }

  /** The page's borders, top to bottom. */
  List<Border> find() {
    boolean listed = rules.roundUp(view.recordTitle);
    for (int c = 0; c < Math.min(head, 3) && !listed; c++) {
      listed = rules.roundUp(view.text.substring(view.start[c], view.end[c]));
    }
    walk(0, true);
    if (view.live) {
      return borders;
    }
    if (alone >= LEAST_ITEMS || listed && alone > 0) {
      List<Border> before = borders;
      Map<Integer, String> refusedBefore = refused;
      walk(listed ? BONUS_BY_TITLE : BONUS_BY_ITEMS, false);
      int first = firstItem();
      if (alone + (first < 0 ? 0 : 1) >= LEAST_ITEMS) {
        return items(first);
      }
      borders = before;
      refused = refusedBefore;
    }
    return borders;
  }

  /** The headline of a round-up's first item: below the page's title and above the first prose; -1 for none. */
  private int firstItem() {
    int c = head - 1;
    while (c >= 0 && c > head - 4 && !view.shaped[c]) {
      c--;
    }
    if (c < 0 || c <= head - 4 || c == 0 && view.recordTitle.isEmpty()) {
      return -1;
    }
    String key = MatchKey.of(view.text.substring(view.start[c], view.end[c]));
    String title = view.recordTitle.isEmpty() ? view.text.substring(view.start[0], view.end[0]) : view.recordTitle;
    return key.equals(MatchKey.of(title)) ? -1 : c;
  }

  private List<Border> items(int first) {
    List<Border> out = new ArrayList<>();
    String mark = String.format(Locale.ROOT, "+round-up(%d)", borders.size() + (first < 0 ? 0 : 1));
    int story = 0;
    if (first >= 0) {
      out.add(new Border(first, ++story, "split:headline" + mark, borders.get(0).confidence()));
    }
    for (Border border : borders) {
      out.add(new Border(border.line(), ++story, border.rule() + mark, border.confidence()));
    }
    return out;
  }

  private void walk(double bonus, boolean tails) {
    borders = new ArrayList<>();
    refused = new HashMap<>();
    alone = 0;
    main.clear();
    embedded.clear();
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
      int cue = cueAbove(c, lede);
      int best = -1;
      double bestScore = 0;
      double peak = Double.NEGATIVE_INFINITY;
      double[] bestEvidence = null;
      for (int k = c; k <= lede; k++) {
        if (k > cue && view.candidate(k)) {
          double[] x = evidence.at(k, story, cue);
          double score = judge.score(view.start[k], x, cue >= 0) + (cue < 0 ? bonus : 0);
          if (view.live && cue < 0 && x[BorderEvidence.GROUP] == 0) {
            // a live blog's entries are one story by design
            score = Math.min(score, -1);
          }
          if (cue < 0 && bonus == 0 && view.words[k] < LEAST_WORDS && x[BorderEvidence.GROUP] == 0) {
            // two words that what follows takes up are a subhead's, whatever changes below it
            score = Math.min(score, -1);
          }
          peak = Math.max(peak, score);
          if (best < 0 || score > bestScore + margin(bestScore, best, cue)) {
            best = k;
            bestScore = score;
            bestEvidence = x;
          }
        }
      }
      if (best < 0 || peak <= 0) {
        if (best >= 0) {
          refused.put(best, String.format(Locale.ROOT, "+split:same-story(%.1f)", peak) + parts(bestEvidence, cue));
        }
        do {
          story.add(c++);
        } while (c < lede);
        continue;
      }
      while (c < best) {
        story.add(c++);
      }
      if (story != main && tails) {
        tail(from, best, below);
      }
      borders.add(new Border(best, ++stories, rule(bestEvidence, cue), BorderModel.confidence(peak)));
      below = cue >= 0;
      alone += below ? 0 : 1;
      from = best;
      story = embedded;
      story.clear();
      do {
        story.add(c++);
      } while (c < lede);
    }
    if (story != main && tails) {
      tail(from, view.count, below);
    }
  }

  /** By how much a lower line must be better: of two lines that look right the upper one is the headline, the lower a subtitle or a signature. */
  private static double margin(double upper, int line, int cue) {
    if (upper <= 0) {
      return line == cue + 1 && cue >= 0 && upper > -UPPER ? UPPER : 0;
    }
    return line == cue + 1 ? UPPER_BELOW_CUE : UPPER;
  }

  private String rule(double[] x, int cue) {
    return "split:" + (cue >= 0 ? "cue+" : "") + shares(x, cue);
  }

  private String parts(double[] x, int cue) {
    return "+" + shares(x, cue);
  }

  /** How much of the headline each side takes up, how alike both sides are and what follows is to itself, and what weighed most. */
  private String shares(double[] x, int cue) {
    return String.format(
        Locale.ROOT,
        "headline(%.2f>%.2f)+cohesion(%.2f<%.2f)%s%s",
        x[BorderEvidence.HEADLINE_RIGHT],
        x[BorderEvidence.HEADLINE_LEFT],
        x[BorderEvidence.COHESION],
        x[BorderEvidence.INSIDE],
        x[BorderEvidence.GROUP] > 0 ? "+container" : "",
        judge.weighs(x, cue >= 0));
  }

  private void tail(int from, int to, boolean below) {
    spare.clear();
    Returns.Tail tail = Returns.find(view, terms, main, spare, from, to, below ? TAIL_BELOW_CUE : TAIL_ELSEWHERE);
    if (tail.line() < to) {
      borders.add(new Border(tail.line(), 0, String.format(Locale.ROOT, "split:return(%.1f)", tail.nats()), BorderModel.confidence(tail.nats() / 4)));
      for (int c = tail.line(); c < to; c++) {
        main.add(c);
      }
    }
  }

  /** The line of the nearest cue above the run of short lines that {@code c} begins, or inside it; -1 for none. */
  private int cueAbove(int c, int lede) {
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
}
