package io.khabar.segment;

import io.khabar.text.MatchKey;

/** What is glued to the head of a line: a picture strip's buttons, or who publishes and from where. */
final class LineHead {
  /** Words of a line that holds more than a paragraph. */
  private static final int LONG = 40;

  private static final int LEAST_REST = 4;
  private static final int MOST_IN_NAME = 4;
  private static final int MOST_IN_PLACE = 3;

  private final SegmentRules rules;
  private final String text;
  private final PageWords words;
  private final String outlet;

  LineHead(SegmentRules rules, String text, PageWords words, String outlet) {
    this.rules = rules;
    this.text = text;
    this.words = words;
    this.outlet = outlet;
  }

  /** The first word behind the head; {@code first} when the line has none. */
  int end(int first, int last) {
    int end = buttons(first, last);
    return end > first || last - first <= LONG ? end : byline(first, last);
  }

  /** The first word behind a picture strip's buttons in Latin letters («Next Previous name - outlet»). */
  private int buttons(int first, int last) {
    if (first >= last || words.keyChar(first, 0) > 127) {
      return first;
    }
    int end = rules.menuLength(words, first, last);
    return end > 0 && first + end < last && words.keyChar(first + end, 0) > 127 ? first + end : first;
  }

  /** The first word behind an outlet or agency and a place with which a line opens («outlet - place أعلنت ...»), or {@code first}. */
  private int byline(int first, int last) {
    for (int w = first + 1; w <= Math.min(first + MOST_IN_NAME, last - LEAST_REST); w++) {
      if (!SegmentRules.separated(text, words, w, last)) {
        continue;
      }
      String printed = text.substring(words.start(first), words.end(w - 1));
      Names.Part name = rules.names().part(printed);
      boolean own = outlet != null && MatchKey.of(printed).equals(MatchKey.of(outlet));
      if (name != Names.Part.OUTLET && name != Names.Part.AGENCY && !own) {
        return first;
      }
      for (int end = Math.min(w + MOST_IN_PLACE, last - LEAST_REST); end > w; end--) {
        boolean free = text.substring(words.end(end - 1), words.start(end)).isBlank();
        if (free && rules.names().part(text.substring(words.start(w), words.end(end - 1))) == Names.Part.PLACE) {
          return end;
        }
      }
      return first;
    }
    return first;
  }
}
