package io.khabar.segment;

import io.khabar.model.Kind;

/** Finds lists of tags: hash signs, a label, words that come again, commas. */
final class TagLines {
  /** A row of names right below the story, with no verb and no sign between them. */
  private static final int LEAST_NAMES = 5;

  private static final int LEAST_PLACES = 3;
  private static final int NEAR = 2;

  private final PageLines lines;
  private final LabelScores scores;
  private final Names names;
  private final int[] visible;
  private final int lastProse;

  TagLines(PageLines lines, LabelScores scores, Names names, int[] visible, int lastProse) {
    this.names = names;
    this.lines = lines;
    this.scores = scores;
    this.visible = visible;
    this.lastProse = lastProse;
  }

  private int places(int i) {
    int places = 0;
    for (String word : lines.line(i).split("\\s+")) {
      places += names.isPlace(word) ? 1 : 0;
    }
    return places;
  }

  /** The short lines below the label of a list of tags. */
  private void list(int v) {
    for (int u = v + 1; u < Math.min(visible.length, v + 16); u++) {
      int j = visible[u];
      if (lines.wordCount(j) > 4 || lines.sentence[j] || scores.of(j, Kind.NAV) >= 2.5 && (lines.block[j] == null || !HtmlEvidence.linked(lines.block[j]))) {
        return;
      }
      if (lines.block[j] != null && lines.block[visible[v]] != null && !HtmlEvidence.linked(lines.block[j])) {
        return;
      }
      scores.add(j, Kind.TAGS, 5, "tags/below_label");
    }
  }

  /** Marks the lines that are tags. */
  void mark() {
    for (int v = 0; v < visible.length; v++) {
      int i = visible[v];
      int words = lines.wordCount(i);
      if (words > 40 || lines.sentence[i] || (lines.stops[i] > 0 && scores.of(i, Kind.TAGS) < 4)) {
        continue;
      }
      int repeated = 0;
      long[] bag = lines.bag(i);
      for (int k = 1; k < bag.length; k++) {
        if (bag[k] == bag[k - 1]) {
          repeated++;
        }
      }
      if (scores.of(i, Kind.TAGS) >= 4 && words <= 3) {
        list(v);
      }
      int hashes = 0;
      for (int k = lines.from[i]; k < lines.to[i]; k++) {
        if (lines.text.charAt(k) == '#') {
          hashes++;
        }
      }
      if (hashes >= 2) {
        scores.add(i, Kind.TAGS, 5, "tags/hash_signs");
      } else if (v > lastProse && words >= 5 && repeated >= 2 && lines.commas[i] == 0) {
        scores.add(i, Kind.TAGS, 5, "tags/repeated_words");
      } else if (v > lastProse && v <= lastProse + NEAR && words >= LEAST_NAMES && places(i) >= LEAST_PLACES && lines.commas[i] == 0 && !lines.hasDigit(i)) {
        scores.add(i, Kind.TAGS, 4, "tags/names_after_story");
      } else if (v > lastProse && words >= 3 && lines.commas[i] >= 2 && words <= lines.commas[i] * 4 + 4) {
        scores.add(i, Kind.TAGS, 2.5, "tags/list_after_story");
      }
    }
  }
}
