package io.khabar.corpus;

import io.khabar.text.Arabic;

/** Where the last sentence of a paragraph begins: the place that boilerplate is glued to. */
public final class Sentences {
  private static final int LONGEST_TAIL = 120;

  private Sentences() {}

  /** The first char of the last sentence of {@code text[from, to)}, or -1 when the text is one sentence or the last one is long. */
  public static int tail(String text, int from, int to) {
    return tail(text, from, to, LONGEST_TAIL);
  }

  /** The same with a bound of one's own, in chars. */
  public static int tail(String text, int from, int to, int longest) {
    int end = to;
    while (end > from && LineSpans.isBlank(text.charAt(end - 1))) {
      end--;
    }
    // what closes the text closes its last sentence
    int i = end - 1;
    while (i > from && closes(text.charAt(i))) {
      i--;
    }
    int least = Math.max(from + 1, end - longest);
    for (; i >= least; i--) {
      char c = text.charAt(i);
      boolean stop = c == '.' || c == '!' || c == '?' || c == Arabic.QUESTION_MARK;
      boolean abbreviation = i >= 2 && (text.charAt(i - 2) == '.' || LineSpans.isBlank(text.charAt(i - 2)));
      // a dot inside a number or an address stops nothing
      boolean inside = i + 1 < end && (Arabic.digit(text.charAt(i + 1)) >= 0 || (text.charAt(i + 1) < 128 && Character.isLetter(text.charAt(i + 1))));
      if (stop && !abbreviation && !inside) {
        int start = i + 1;
        while (start < end && (closes(text.charAt(start)) || LineSpans.isBlank(text.charAt(start)))) {
          start++;
        }
        return start < end ? start : -1;
      }
    }
    return -1;
  }

  private static boolean closes(char c) {
    return ".!?\"'\u00BB\u201D\u2019)]\u2026".indexOf(c) >= 0 || c == Arabic.QUESTION_MARK;
  }
}
