package io.khabar.segment;

import io.khabar.corpus.LineSpans;

/** Mail addresses and handles inside a text. */
final class Addresses {
  /** In chars. */
  private static final int LONGEST = 40;

  private final String text;
  private final PageWords words;

  Addresses(String text, PageWords words) {
    this.text = text;
    this.words = words;
  }

  /** Whether a mail address or a handle begins at a word. */
  boolean begins(int w) {
    int from = words.start(w);
    if (words.keyChar(w, 0) > 127 || from > 0 && !LineSpans.isBlank(text.charAt(from - 1)) && text.charAt(from - 1) != '@') {
      return false;
    }
    boolean at = from > 0 && text.charAt(from - 1) == '@';
    for (int i = from; i < Math.min(text.length(), from + LONGEST) && text.charAt(i) < 128 && !LineSpans.isBlank(text.charAt(i)); i++) {
      at |= text.charAt(i) == '@';
    }
    return at;
  }

  /** The first char of a mail address that stands behind the end of a sentence, or -1. */
  int behindStop(int start, int end) {
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
}
