package io.khabar.segment;

import io.khabar.model.Kind;

/** What stands below a picture: lines that close with an agency in brackets, open with a source, or stand between title and lead. */
final class CaptionRules {
  private final SegmentRules rules;
  private final PageLines lines;
  private final LabelScores scores;

  CaptionRules(SegmentRules rules, PageLines lines, LabelScores scores) {
    this.rules = rules;
    this.lines = lines;
    this.scores = scores;
  }

  /** Whether a line looks like a caption wherever it stands. */
  boolean like(int i) {
    return lines.wordCount(i) <= 30 && !lines.sentence[i] && (agencyAtEnd(i) || sourcePrefix(i) || scores.of(i, Kind.CAPTION) >= 3);
  }

  /** Marks captions, which stand before the last prose. */
  void mark(int[] visible, boolean[] shortLine, int title, int firstProse, int lastProse, boolean record) {
    for (int v = 0; v < visible.length; v++) {
      int i = visible[v];
      int words = lines.wordCount(i);
      if (words < 2 || words > 40 || lines.sentence[i] && words > 25) {
        continue;
      }
      if (agencyAtEnd(i) && v < lastProse && !lines.sentence[i]) {
        scores.add(i, Kind.CAPTION, 8, "caption/agency_in_brackets");
        shortLine[v] = true;
      } else if (lines.text.charAt(lines.from[i]) == '\u00A9' && v < lastProse && words <= 12) {
        scores.add(i, Kind.CAPTION, 6, "caption/copyright_sign");
      } else if (sourcePrefix(i) && !lines.mailFirst(i) && !lines.startsWithNumber(i) && words <= 20 && !lines.sentence[i]) {
        scores.add(i, Kind.CAPTION, 5, "caption/source_prefix");
      } else if (!record && title >= 0 && v > title && v < firstProse && firstProse - v <= 4 && words <= 22 && !lines.sentence[i] && shortLine[v] && !openSentence(i)) {
        scores.add(i, Kind.CAPTION, 2, "caption/between_title_and_lead");
      }
    }
  }

  /** Columns leave sentences open: several clauses, and dots at the end. */
  private boolean openSentence(int i) {
    return lines.cutOff[i] && lines.commas[i] >= 2;
  }

  private boolean agencyAtEnd(int i) {
    char last = lines.text.charAt(lines.to[i] - 1);
    if (last != ')') {
      return false;
    }
    int open = lines.to[i] - 1;
    while (open > lines.from[i] && lines.to[i] - open < 40 && lines.text.charAt(open) != '(') {
      open--;
    }
    return open > lines.from[i] && lines.text.charAt(open) == '(' && rules.names().isAgency(lines.text.substring(open + 1, lines.to[i] - 1));
  }

  /** A line that opens with a site or an agency in Latin letters and goes on in Arabic: «Example.org. ...». */
  private boolean sourcePrefix(int i) {
    int k = lines.from[i];
    int end = Math.min(lines.to[i], k + 40);
    int latin = 0;
    boolean dot = false;
    while (k < end && (lines.text.charAt(k) < 128)) {
      char c = lines.text.charAt(k);
      if (Character.isLetter(c)) {
        latin++;
      }
      dot |= c == '.' || c == '/' || c == ':' || c == '|';
      k++;
    }
    return latin >= 3 && dot && k < end && lines.arabic[i] > 3;
  }
}
