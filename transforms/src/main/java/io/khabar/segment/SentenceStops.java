package io.khabar.segment;

import io.khabar.text.Arabic;

/** Where sentences end between the words of a page. Remembers the last answer; not thread-safe. */
final class SentenceStops {
  private final String text;
  private final PageWords words;

  /** From which word on, up to which, and in which line the end of a sentence was looked for last: a line of many cues asks about one sentence again and again. */
  private int soughtFrom;

  private int soughtEnd;
  private int soughtLast;

  SentenceStops(String text, PageWords words) {
    this.text = text;
    this.words = words;
  }

  /** The first word of the next sentence. */
  int end(int from, int last) {
    if (from < soughtFrom || from >= soughtEnd || last != soughtLast) {
      int w = from + 1;
      while (w < last && !before(w)) {
        w++;
      }
      soughtFrom = from;
      soughtEnd = Math.min(w, last);
      soughtLast = last;
    }
    return soughtEnd;
  }

  /** Whether a stop that ends a sentence stands before a word. */
  boolean before(int w) {
    for (int i = words.end(w - 1); i < words.start(w); i++) {
      char c = text.charAt(i);
      boolean inAddress = c == '.' && i + 1 == words.start(w) && words.keyChar(w, 0) < 128 && words.keyChar(w - 1, 0) < 128;
      if (inAddress) {
        continue;
      }
      if (c == '*' || c == '\u2022' || (c == '.' || c == '!' || c == '?' || c == Arabic.QUESTION_MARK) && !text.startsWith("..", i) && words.keyLength(w - 1) > 1) {
        return true;
      }
    }
    return false;
  }

  /** Whether two dots stand before a word: they part the halves of one headline. */
  boolean dots(int w) {
    for (int i = words.end(w - 1); i < words.start(w); i++) {
      if (text.startsWith("..", i)) {
        return true;
      }
    }
    return false;
  }

  /** Whether what stands before a word lets a sentence, or a call, begin with it. */
  boolean opens(int w) {
    for (int i = words.end(w - 1); i < words.start(w); i++) {
      char c = text.charAt(i);
      if (c == '.' || c == '!' || c == '?' || c == Arabic.QUESTION_MARK || c == '*' || c == '|' || c == '-' || c == '\u2026' || c == '(' || c == '\u2022' || c == ':') {
        return true;
      }
    }
    // behind an address the sentence is over too
    return words.keyLength(w - 1) > 1 && words.keyChar(w - 1, 0) < 128 && words.keyChar(w - 1, 0) > '9';
  }
}
