package io.khabar.segment;

import io.khabar.corpus.LineEvidence;
import io.khabar.corpus.LineObservations;
import io.khabar.corpus.LineSpans;
import io.khabar.corpus.Sentences;
import io.khabar.model.Kind;
import io.khabar.text.Arabic;
import java.util.Arrays;

/**
 * Cuts lines where their words show that two things were glued together: a cue and the headline it announces («اقرأ المزيد: ...»), a paragraph
 * and the promotion behind it, a mail address at its end, a closing sentence that recurs over the outlet's pages.
 */
final class CueCutter {
  private static final int SHORTEST_HEADLINE = 2;
  private static final int GLUED = 4;

  /** A line of more words holds more than a paragraph's end. */
  private static final int LONG = 40;

  private static final int LONGEST_HEADLINE = 18;
  private static final int LONGEST_CLOSING = 240;
  private static final int MOST_CLOSING = 4;
  private static final int MOST_PROMOTIONS = 40;

  /** In chars. */
  private static final int LONGEST_SIGNATURE = 40;

  private final String text;
  private final PageWords words;
  private final SegmentRules rules;
  private final LineEvidence evidence;
  private final String outlet;
  private int[] out;
  private int count;

  CueCutter(String text, PageWords words, SegmentRules rules, LineEvidence evidence, String outlet) {
    this.text = text;
    this.words = words;
    this.rules = rules;
    this.evidence = evidence;
    this.outlet = outlet;
  }

  /** The ends of the lines, with the further cuts. */
  int[] cut(int[] ends) {
    out = new int[ends.length + 8];
    int word = 0;
    int start = 0;
    for (int end : ends) {
      while (word < words.count() && words.start(word) < start) {
        word++;
      }
      int first = word;
      while (word < words.count() && words.start(word) < end) {
        word++;
      }
      line(end, first, word);
      add(end);
      start = end;
    }
    return Arrays.copyOf(out, count);
  }

  private void line(int end, int first, int last) {
    int buttons = buttons(first, last);
    if (buttons > first) {
      add(opening(buttons));
      line(end, buttons, last);
      return;
    }
    int cue = rules.cueLength(words, text, first, last);
    int from = first;
    if (cue > 0 && last - first - cue >= SHORTEST_HEADLINE) {
      add(opening(first + cue));
      if (last - first <= LONG) {
        return;
      }
      from = headlineEnd(first + cue, last);
      if (from < last) {
        add(opening(from));
      }
    }
    if (last - from <= GLUED) {
      return;
    }
    if (last - from > LONG) {
      from = insideLong(from, last);
    }
    if (last - from > GLUED) {
      tail(from, end, last);
    }
  }

  /** The first word behind a picture strip's buttons in Latin letters («Next Previous name - outlet»). */
  private int buttons(int first, int last) {
    if (first >= last || words.keyChar(first, 0) > 127) {
      return first;
    }
    int end = rules.menuLength(words, first, last);
    return end > 0 && first + end < last && words.keyChar(first + end, 0) > 127 ? first + end : first;
  }

  /** The end of a line: a promotion, a mail address, a closing sentence that recurs. */
  private void tail(int first, int end, int last) {
    int from = first;
    // a bound, so that a line of nothing but promotions costs no square of its length
    for (int n = 0; n < MOST_PROMOTIONS; n++) {
      int at = last - from > GLUED ? rules.cut(words, from + 1, last, w -> opensSentence(w)) : -1;
      int stop = at > 0 ? sentenceEnd(at, last) : last;
      if (at < 0 || last - at <= LONG || stop == last) {
        end(from, at, end, last);
        return;
      }
      // the story goes on behind it
      add(opening(at));
      add(opening(stop));
      from = stop;
    }
  }

  private void end(int first, int promotion, int end, int last) {
    if (last - first <= GLUED) {
      return;
    }
    int start = words.start(first);
    int at = promotion > 0 ? opening(promotion) : -1;
    int mail = mail(start, at > 0 ? at : end);
    if (mail > start) {
      add(mail);
    }
    if (at > start) {
      add(at);
    } else if (mail <= start) {
      closing(start, end);
    }
  }

  /** The last sentences of a paragraph, as far as they are the site's. */
  private void closing(int start, int end) {
    int[] cuts = new int[MOST_CLOSING];
    int n = 0;
    int stop = end;
    while (n < MOST_CLOSING && stop - start > LineObservations.LONGEST_LINE) {
      int tail = Sentences.tail(text, start, stop, LONGEST_CLOSING);
      if (tail <= start || !site(tail, stop) && !(stop == end && signed(tail, stop))) {
        break;
      }
      cuts[n++] = tail;
      stop = tail;
    }
    while (n > 0) {
      add(cuts[--n]);
    }
  }

  /** Whether a fragment behind the last full stop names agencies and outlets only. */
  private boolean signed(int from, int to) {
    if (to - from > LONGEST_SIGNATURE) {
      return false;
    }
    String fragment = text.substring(from, to).strip();
    PageWords own = new PageWords(fragment);
    if (own.count() <= GLUED && own.count() > 0 && rules.isPhrase(own, Kind.NAV) && !fragment.endsWith(".")) {
      return true;
    }
    Bylines.Parsed parsed = Bylines.parse(fragment, rules.names());
    return parsed != null && parsed.known() == parsed.parts().size() && (parsed.has(Names.Part.AGENCY) || parsed.has(Names.Part.OUTLET) && parsed.parts().size() > 1);
  }

  private boolean site(int from, int to) {
    return rules.isSite(words, words.at(from), words.at(to)) || evidence.lines().length > 0 && evidence.boilerplate(outlet, text.substring(from, to).strip());
  }

  /** Cues and the site's sentences in a line that holds a whole article; the word from which on nothing was cut. */
  private int insideLong(int first, int last) {
    int from = first;
    int a = first;
    while (a < last) {
      int b = sentenceEnd(a, last);
      int cue = a > first ? rules.cueAt(words, text, a, last) : 0;
      if (cue > 0) {
        add(opening(a));
        int end = Math.min(a + cue, last);
        if (end < last) {
          add(opening(end));
          end = headlineEnd(end, last);
        }
        if (end < last) {
          add(opening(end));
        }
        from = end;
        a = end;
        continue;
      }
      if (b - a <= LONG && rules.isSite(words, a, b)) {
        if (a > first) {
          add(opening(a));
        }
        if (b < last) {
          add(opening(b));
        }
        from = b;
      }
      a = b;
    }
    return from;
  }

  /** Where the headline behind a cue ends: at the end of its sentence when that is near, else at once. */
  private int headlineEnd(int from, int last) {
    int end = sentenceEnd(from, last);
    return end - from <= LONGEST_HEADLINE ? end : from;
  }

  /** The first word of the next sentence. */
  private int sentenceEnd(int from, int last) {
    int w = from + 1;
    while (w < last && !behindStop(w)) {
      w++;
    }
    return Math.min(w, last);
  }

  private boolean behindStop(int w) {
    for (int i = words.end(w - 1); i < words.start(w); i++) {
      char c = text.charAt(i);
      if ((c == '.' || c == '!' || c == '?' || c == Arabic.QUESTION_MARK) && !text.startsWith("..", i) && words.keyLength(w - 1) > 1) {
        return true;
      }
    }
    return false;
  }

  /** Where word {@code w} begins, its opening quote included. */
  private int opening(int w) {
    int at = words.start(w);
    while (at > words.end(w - 1) && "\"'\u00AB\u201C\u2018([{*-\u2022".indexOf(text.charAt(at - 1)) >= 0) {
      at--;
    }
    return at;
  }

  private boolean opensSentence(int w) {
    for (int i = words.end(w - 1); i < words.start(w); i++) {
      char c = text.charAt(i);
      if (c == '.' || c == '!' || c == '?' || c == Arabic.QUESTION_MARK || c == '*' || c == '|' || c == '-' || c == '\u2026' || c == '(' || c == '\u2022' || c == ':') {
        return true;
      }
    }
    // behind an address the sentence is over too
    return words.keyLength(w - 1) > 1 && words.keyChar(w - 1, 0) < 128 && words.keyChar(w - 1, 0) > '9';
  }

  /** The first char of a mail address that stands behind the end of a sentence, or -1. */
  private int mail(int start, int end) {
    int sign = end - 1;
    while (sign > start && text.charAt(sign) != '@') {
      sign--;
    }
    if (sign <= start) {
      return -1;
    }
    int at = sign;
    while (at > start && text.charAt(at - 1) < 128 && !LineSpans.isBlank(text.charAt(at - 1)) && text.charAt(at - 1) != ':' && text.charAt(at - 1) != '(') {
      at--;
    }
    int before = at;
    while (before > start && LineSpans.isBlank(text.charAt(before - 1))) {
      before--;
    }
    boolean stop = before > start && ".!?\u061F\u00BB\"".indexOf(text.charAt(before - 1)) >= 0;
    int after = sign;
    while (after < end && text.charAt(after) < 128 && !LineSpans.isBlank(text.charAt(after))) {
      after++;
    }
    while (after < end && LineSpans.isBlank(text.charAt(after))) {
      after++;
    }
    return stop && sign - at >= 1 && after >= end - 1 ? at : -1;
  }

  private void add(int end) {
    if (count > 0 && end <= out[count - 1]) {
      return;
    }
    if (count == out.length) {
      out = Arrays.copyOf(out, count * 2);
    }
    out[count++] = end;
  }
}
