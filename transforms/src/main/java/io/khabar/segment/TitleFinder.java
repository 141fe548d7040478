package io.khabar.segment;

import io.khabar.model.Clue;
import io.khabar.model.ClueField;
import io.khabar.model.Kind;
import io.khabar.model.Page;
import java.util.function.IntToDoubleFunction;

/**
 * Finds the headline among a page's first lines: by its length, its place, its repetition (alone, or inside the page's title with the outlet's name), and
 * what the markup says it is.
 */
final class TitleFinder {
  /** A title stands among a page's first lines. */
  private static final int MOST_HEAD = 200;

  /** Lines a headline is compared with: a page of tens of thousands of short lines must not cost their square. */
  private static final int MOST_COMPARED = 1_000;

  /** Words; few headlines are longer. */
  private static final int LONG = 14;

  private final Page page;
  private final PageLines lines;
  private final LabelScores scores;
  private final int[] visible;
  private final boolean[] shortLine;
  private final int firstProse;

  TitleFinder(Page page, PageLines lines, LabelScores scores, int[] visible, boolean[] shortLine, int firstProse) {
    this.page = page;
    this.lines = lines;
    this.scores = scores;
    this.visible = visible;
    this.shortLine = shortLine;
    this.firstProse = firstProse;
  }

  /**
   * Finds the headline and marks it and its repetitions.
   *
   * @param doubts what speaks against a line, at least 0
   * @return its place among the visible lines, or -1
   */
  int find(IntToDoubleFunction doubts) {
    int title = -1;
    double best = 0;
    boolean first = true;
    // in HTML prose may stand above the title (a news ticker); markup says where the title is
    int stop = page.blocks().isEmpty() ? Math.min(Math.min(visible.length, firstProse + 1), MOST_HEAD) : visible.length;
    long[] clue = clueTitle();
    for (int v = 0; v < stop; v++) {
      int i = visible[v];
      int words = lines.wordCount(i);
      if (words < 2 || words > 30 || !shortLine[v] && !isClue(i, clue) || scores.of(i, Kind.NAV) >= 3 || scores.of(i, Kind.RELATED_CUE) > 2) {
        continue;
      }
      double s = 1 + Math.min(2, (words - 2) * 0.35) + scores.of(i, Kind.TITLE);
      if (lines.stops[i] > 0) {
        s += 0.3;
      }
      if (first) {
        s += 0.8;
      }
      first = false;
      if (stop == visible.length && !page.blocks().isEmpty() && v > firstProse && scores.of(i, Kind.TITLE) < 4) {
        continue;
      }
      for (int u = 0; u < Math.min(Math.min(stop, firstProse + 1), MOST_COMPARED); u++) {
        if (u != v && lines.same(i, visible[u])) {
          s += 3;
          break;
        }
        if (u < v && contains(visible[u], i) && words >= 3) {
          // the page's title above has this one, and the outlet's name
          s += 3;
          break;
        }
        if (u > v && contains(i, visible[u]) && lines.wordCount(visible[u]) >= 3) {
          s -= 1.5;
        }
      }
      if (clue != null) {
        s += isClue(i, clue) ? 5 : -2;
      }
      if (lines.numbers[i] > 0 && lines.numbers[i] * 2 >= words) {
        s -= 3;
      }
      if (lines.commas[i] >= 2 && words > LONG) {
        // a column's first sentence, left open by dots
        s -= 1.5;
      }
      s -= doubts.applyAsDouble(i);
      if (s > best + 0.25) {
        best = s;
        title = v;
      }
    }
    if (title < 0 || best < (clue == null && visible.length > 1 ? 0.9 : 3)) {
      return -1;
    }
    if (page.url() != null && clue != null && !isClue(visible[title], clue) && best < 4) {
      return -1;
    }
    int i = visible[title];
    scores.add(i, Kind.TITLE, 7, "title/best_headline");
    for (int u = 0; u < Math.min(stop, Math.max(firstProse + 1, title)); u++) {
      int j = visible[u];
      if (u != title && (lines.same(i, j) || (lines.wordCount(i) >= 3 && contains(j, i) && lines.wordCount(j) <= lines.wordCount(i) + 8))) {
        scores.add(j, Kind.TITLE, 7, "title/repeats_headline");
      }
    }
    return title;
  }

  private long[] clueTitle() {
    for (Clue clue : page.clues()) {
      if (clue.field() == ClueField.TITLE) {
        PageWords words = new PageWords(clue.value());
        long[] hashes = new long[words.count()];
        for (int k = 0; k < hashes.length; k++) {
          hashes[k] = words.hash(k);
        }
        return hashes;
      }
    }
    return null;
  }

  private boolean isClue(int i, long[] clue) {
    if (clue == null) {
      return false;
    }
    int n = lines.wordCount(i);
    if (n == 0 || n > clue.length) {
      return false;
    }
    outer:
    for (int at = 0; at + n <= clue.length; at++) {
      for (int k = 0; k < n; k++) {
        if (clue[at + k] != lines.words.hash(lines.firstWord[i] + k)) {
          continue outer;
        }
      }
      return n == clue.length || n >= 3;
    }
    return false;
  }

  /** Whether the words of line {@code small} stand in line {@code big} in their order. */
  private boolean contains(int big, int small) {
    int n = lines.wordCount(small);
    int m = lines.wordCount(big);
    if (n == 0 || m <= n) {
      return false;
    }
    outer:
    for (int at = 0; at + n <= m; at++) {
      for (int k = 0; k < n; k++) {
        if (lines.words.hash(lines.firstWord[big] + at + k) != lines.words.hash(lines.firstWord[small] + k)) {
          continue outer;
        }
      }
      return true;
    }
    return false;
  }
}
