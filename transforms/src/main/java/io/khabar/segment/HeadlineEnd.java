package io.khabar.segment;

import io.khabar.corpus.LineSpans;
import io.khabar.text.Arabic;

/**
 * Where a headline ends that runs on into a story without a stop or a line break, as in pages squeezed to one line. Told by the words that open
 * sentences of news, the conjunction that most paragraphs open with, the length headlines have, and what cannot stand at a headline's end.
 *
 * <p>Headlines of 4 to 16 words before paragraphs of other outlets than the words were counted on: right in 60 % of cases, 0.6 words of the
 * story taken and 0.6 words of the headline left in the mean.
 */
final class HeadlineEnd {
  private static final int SHORTEST = 3;
  private static final int LONGEST = 20;
  private static final int MEAN = 9;

  /** Twice the variance of a headline's length in words. */
  private static final double SPREAD = 18;

  /** Of several headlines below one cue. */
  private static final int LONGEST_LIST = 40;

  private static final double OPENER = 4;
  private static final double CONJUNCTION = 2.5;

  /** Against an end inside a headline's quotation, or behind its dots. */
  private static final double WITHIN = 4;

  /** A headline at the very end of a page may be longer. */
  private static final int LONGEST_LAST = 26;

  private final SegmentRules rules;
  private final Cues cues;
  private final String text;
  private final PageWords words;

  HeadlineEnd(SegmentRules rules, Cues cues, String text, PageWords words) {
    this.rules = rules;
    this.cues = cues;
    this.text = text;
    this.words = words;
  }

  /**
   * The word with which the story goes on.
   *
   * @param from the headline's first word
   * @param stop the first word behind its sentence
   * @param last one past the line's last word
   * @param list whether several headlines may stand there
   */
  int of(int from, int stop, int last, boolean list) {
    if (from >= stop || rules.opensSentence(words, from)) {
      return from;
    }
    int longest = list ? LONGEST_LIST : LONGEST;
    int best = -1;
    double score = Double.NEGATIVE_INFINITY;
    boolean opened = false;
    int quotes = 0;
    for (int w = from + 1; w < Math.min(stop, from + SHORTEST); w++) {
      quotes += quotes(w);
    }
    for (int w = from + SHORTEST; w < Math.min(stop, from + longest); w++) {
      Cues.Cue next = cues.at(w, last);
      if (next != null && next.announces() || cues.recurs(w, last)) {
        return w;
      }
      boolean opener = rules.opensSentence(words, w);
      quotes += quotes(w);
      double s = shape(w, opener) + length(w - from, list) - (quotes > 0 ? WITHIN : 0);
      if (s > score) {
        score = s;
        best = w;
        opened = opener;
      }
    }
    // a stop near by ends the headline, unless a sentence opens before it
    return stop - from <= (stop == last ? LONGEST_LAST : LONGEST) && !opened || best < 0 ? stop : best;
  }

  /** How many quotations open before a word, less those that close. */
  private int quotes(int w) {
    int open = 0;
    for (int i = words.end(w - 1); i < words.start(w); i++) {
      char c = text.charAt(i);
      open += c == '\u00AB' || c == '\u201C' ? 1 : c == '\u00BB' || c == '\u201D' ? -1 : 0;
    }
    return open;
  }

  private static double length(int n, boolean list) {
    // one headline or two: nothing is known of their length but that the first has some
    double off = n - (list ? MEAN * 1.5 : MEAN);
    return -off * off / (list ? SPREAD * 4 : SPREAD);
  }

  /** Whether a word carries the conjunction of most paragraphs' first words, and no article behind it. */
  boolean conjunction(int w) {
    return words.keyLength(w) > 3 && words.keyChar(w, 0) == Arabic.WAW && !(words.keyChar(w, 1) == Arabic.ALEF && words.keyChar(w, 2) == '\u0644');
  }

  private double shape(int w, boolean opener) {
    double s = opener ? OPENER : conjunction(w) ? CONJUNCTION : rules.isStopWord(words.hash(w)) ? -0.5 : 0;
    s -= rules.isStopWord(words.hash(w - 1)) ? 3 : 0;
    // what two dots part is one headline: «اتفاق على الهدنة.. والأسواق تنتظر»
    String gap = text.substring(words.end(w - 1), words.start(w));
    s -= gap.contains("..") || gap.indexOf('\u2026') >= 0 ? WITHIN : 0;
    int blanks = 0;
    for (int i = words.end(w - 1); i < words.start(w); i++) {
      char c = text.charAt(i);
      blanks += LineSpans.isBlank(c) ? 1 : 0;
      s += switch (c) {
        case ',', Arabic.COMMA, ':' -> -2;
        case '!', '?', Arabic.QUESTION_MARK -> 1.5;
        case '\u00BB', '\u201D' -> 0.5;
        case '\u00AB', '\u201C' -> -2;
        default -> 0;
      };
    }
    return blanks > 1 ? s + 1.5 : s;
  }
}
