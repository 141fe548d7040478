package io.khabar.segment;

import io.khabar.model.Kind;

/** Who signs a story: the short lines of names beside its lead and its end. */
final class BylineRules {
  private final SegmentRules rules;
  private final PageLines lines;
  private final LabelScores scores;

  BylineRules(SegmentRules rules, PageLines lines, LabelScores scores) {
    this.rules = rules;
    this.lines = lines;
    this.scores = scores;
  }

  /** Whether a line is an entry of a list or an address: names it has, but not of who wrote. */
  private boolean listed(int i) {
    if (lines.bullet[i]) {
      return true;
    }
    for (int k = lines.from[i]; k < lines.to[i]; k++) {
      char c = lines.text.charAt(k);
      if (c == '@' || c == '+' || c == '.' && k + 1 < lines.to[i] && lines.text.charAt(k + 1) == '.') {
        return true;
      }
    }
    return false;
  }

  /** «name: what he said» is a headline. */
  private boolean quotes(int i, Bylines.Parsed parsed) {
    int colon = lines.text.indexOf(':', lines.from[i]);
    return colon > lines.from[i] && colon < lines.to[i] - 1 && parsed.parts().size() == 2 && parsed.kinds().get(0) == Names.Part.PERSON && parsed.kinds().get(1) == Names.Part.UNKNOWN && parsed.parts().get(1).indexOf(' ') > 0;
  }

  /** Whether the line is pieces of a byline, at least one of them known. */
  boolean names(int i) {
    Bylines.Parsed parsed = lines.wordCount(i) <= 10 ? Bylines.parse(lines.line(i), rules.names()) : null;
    return parsed != null && parsed.known() > 0 && !quotes(i, parsed) && (parsed.known() == parsed.parts().size() || lines.wordCount(i) <= 6);
  }

  /** Marks the lines beside the lead and the end that sign the story. */
  void mark(int[] visible, int title, int firstProse, int lastProse) {
    for (int v = 0; v < visible.length; v++) {
      int i = visible[v];
      int words = lines.wordCount(i);
      if (words > 12 || words == 0 || lines.sentence[i] || lines.letters[i] == 0) {
        continue;
      }
      boolean beforeLead = v < firstProse && firstProse - v <= 4 && v != title || v == 0 && firstProse <= 1;
      boolean afterEnd = v > lastProse && v - lastProse <= 3;
      if (!beforeLead && !afterEnd) {
        continue;
      }
      String line = lines.line(i);
      if (words <= 7 && rules.signs(lines.words, lines.firstWord[i], lines.lastWord[i])) {
        scores.add(i, Kind.BYLINE, 4, "bylines/written-by");
        continue;
      }
      Bylines.Parsed parsed = Bylines.parse(line, rules.names());
      if (parsed == null || quotes(i, parsed)) {
        continue;
      }
      int parts = parsed.parts().size();
      boolean person = parsed.has(Names.Part.PERSON);
      boolean named = parsed.has(Names.Part.OUTLET) || parsed.has(Names.Part.AGENCY) || parsed.has(Names.Part.GENERIC);
      if (parsed.known() == parts && (named || person && (parts > 1 || beforeLead || lines.stops[i] == 0 && v == lastProse + 1))) {
        scores.add(i, person ? Kind.BYLINE : Kind.CREDIT, parts > 1 || named ? 5 : 3, "byline/known_names");
      } else if (parsed.known() > 0 && parts > 1 && lines.stops[i] == 0) {
        scores.add(i, parsed.has(Names.Part.AGENCY) || parsed.has(Names.Part.GENERIC) ? Kind.CREDIT : Kind.BYLINE, 4, "byline/one_known_name");
      } else if (parts > 1 && parts <= 3 && words <= 7 && lines.stops[i] == 0 && lines.numbers[i] == 0 && !listed(i)) {
        scores.add(i, Kind.BYLINE, 2.5, "byline/dashed_names");
      }
      if (named && !person && v > 0 && beforeLead && v - 1 != title) {
        signature(visible[v - 1]);
      }
    }
  }

  /** A name on the line above that of an outlet or agency signs the story, whether a list has it or not. */
  private void signature(int i) {
    int words = lines.wordCount(i);
    if (words >= 2 && words <= 4 && lines.stops[i] == 0 && lines.commas[i] == 0 && !lines.sentence[i] && !lines.hasDigit(i) && scores.of(i, Kind.NAV) < 2) {
      scores.add(i, Kind.BYLINE, 4, "byline/above_outlet");
    }
  }
}
