package io.khabar.segment;

import io.khabar.corpus.LineEvidence;
import io.khabar.corpus.LineObservations;
import io.khabar.corpus.LineSpans;
import io.khabar.corpus.Sentences;
import io.khabar.text.Arabic;
import java.util.Arrays;

/**
 * Cuts lines where their words show that two things were glued together: a cue and the headline it announces («اقرأ المزيد: ...»), a paragraph
 * and the promotion behind it, a mail address at its end, a closing sentence that recurs over the outlet's pages.
 */
final class CueCutter {
  private static final int SHORTEST_HEADLINE = 2;
  private static final int GLUED = 4;

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
      line(start, end, first, word);
      add(end);
      start = end;
    }
    return Arrays.copyOf(out, count);
  }

  private void line(int start, int end, int first, int last) {
    int cue = rules.cueLength(words, text, first, last);
    if (cue > 0 && last - first - cue >= SHORTEST_HEADLINE) {
      add(opening(first + cue));
      return;
    }
    int n = last - first;
    if (n <= GLUED) {
      return;
    }
    int at = n > GLUED ? rules.cut(words, first + 1, last, w -> opensSentence(w)) : -1;
    if (at > 0) {
      at = opening(at);
    }
    int mail = mail(start, at > 0 ? at : end);
    if (mail > start) {
      add(mail);
    }
    if (at > start) {
      add(at);
    } else if (mail <= start && end - start > LineObservations.LONGEST_LINE && evidence.lines().length > 0) {
      int tail = Sentences.tail(text, start, end);
      if (tail > start && evidence.boilerplate(outlet, text.substring(tail, end).strip())) {
        add(tail);
      }
    }
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
