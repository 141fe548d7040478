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

  private static final String OPENERS = "[(\u00AB\u201C";
  private static final String CLOSERS = "])\u00BB\u201D";
  private static final char OPENED = '\u00AB';
  private static final char CLOSED = '\u00BB';
  private static final int LONGEST_WRAPPED = 26;

  /** Fewer words in quotes are a part of a headline. */
  private static final int LEAST_WRAPPED = 4;

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

  /**
   * The word behind a headline that brackets or quotes stand around, or -1.
   *
   * @param at the first word that may stand inside: the headline's, or that of the cue before it
   * @param headline its first word
   */
  int wrapped(int at, int headline, int last) {
    char close = 0;
    for (int i = at == 0 ? 0 : words.end(at - 1); i < words.start(headline) && close == 0; i++) {
      int opener = OPENERS.indexOf(text.charAt(i));
      boolean outer = i < words.start(at) || i >= words.end(headline - 1);
      close = opener >= 0 && outer ? CLOSERS.charAt(opener) : 0;
      boolean turned = text.charAt(i) == CLOSED && i > 0 && LineSpans.isBlank(text.charAt(i - 1)) && LineSpans.isBlank(text.charAt(i + 1));
      if (turned) {
        // quotes typed the wrong way round, as a left-to-right line would have them
        return turned(headline, last);
      }
    }
    if (close == 0) {
      return -1;
    }
    char open = OPENERS.charAt(CLOSERS.indexOf(close));
    int depth = 0;
    for (int i = headline == 0 ? 0 : words.end(headline - 1); i < words.start(headline); i++) {
      depth += text.charAt(i) == open ? 1 : 0;
    }
    depth = Math.max(1, depth);
    for (int w = headline + 1; w <= Math.min(last, headline + LONGEST_WRAPPED); w++) {
      int stop = w < words.count() ? words.start(w) : text.length();
      for (int i = words.end(w - 1); i < stop; i++) {
        char c = text.charAt(i);
        depth += c == open ? 1 : c == close ? -1 : 0;
        if (depth == 0) {
          return w - headline >= LEAST_WRAPPED || w == last ? w : -1;
        }
      }
    }
    return -1;
  }

  private int turned(int headline, int last) {
    for (int w = headline + 1; w <= Math.min(last, headline + LONGEST_WRAPPED); w++) {
      int stop = w < words.count() ? words.start(w) : text.length();
      for (int i = words.end(w - 1) + 1; i < stop; i++) {
        if (text.charAt(i) == OPENED && LineSpans.isBlank(text.charAt(i - 1)) && (i + 1 == text.length() || LineSpans.isBlank(text.charAt(i + 1)))) {
          return w;
        }
      }
    }
    return -1;
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
