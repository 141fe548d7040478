package io.khabar.corpus;

import java.util.Arrays;

/**
 * Where a page's text breaks by its blanks alone: at line breaks, and at runs of three or more blanks, which is what blocks leave behind when tags
 * are stripped without a line break (a run of two is a soft wrap). Spans cover the text without gap or overlap; blanks belong to the span they end.
 */
public final class LineSpans {
  static final int BLOCK_RUN = 3;

  private final int[] ends;
  private final int count;

  private LineSpans(int[] ends, int count) {
    this.ends = ends;
    this.count = count;
  }

  /** The spans of a text. */
  public static LineSpans of(CharSequence text) {
    int[] ends = new int[32];
    int count = 0;
    int start = 0;
    int i = 0;
    int n = text.length();
    while (i < n) {
      char c = text.charAt(i);
      if (!isBlank(c)) {
        i++;
        continue;
      }
      int from = i;
      int cut = -1;
      while (i < n && isBlank(text.charAt(i))) {
        char b = text.charAt(i);
        i++;
        if (isBreak(b)) {
          if (b == '\r' && i < n && text.charAt(i) == '\n') {
            i++;
          }
          cut = i;
          break;
        }
      }
      if (cut < 0 && i < n && i - from >= BLOCK_RUN && from > start) {
        cut = i;
      }
      if (cut > 0) {
        if (count == ends.length) {
          ends = Arrays.copyOf(ends, count * 2);
        }
        ends[count++] = cut;
        start = cut;
      }
    }
    if (start < n) {
      if (count == ends.length) {
        ends = Arrays.copyOf(ends, count + 1);
      }
      ends[count++] = n;
    }
    return new LineSpans(ends, count);
  }

  /** How many spans. */
  public int count() {
    return count;
  }

  /** First char of span {@code i}. */
  public int start(int i) {
    return i == 0 ? 0 : ends[i - 1];
  }

  /** One past the last char of span {@code i}. */
  public int end(int i) {
    return ends[i];
  }

  /** Whether a char breaks lines. */
  public static boolean isBreak(char c) {
    return c == '\n' || c == '\r' || c == '\u0085' || c == '\u2028' || c == '\u2029' || c == '\f' || c == '\u000B';
  }

  /** Whether a char shows nothing and parts words. */
  public static boolean isBlank(char c) {
    // letters of the Arabic and Latin scripts come first: they are what nearly all text is made of
    if (c > ' ' && c < 127 || c >= '\u0600' && c < '\u1680') {
      return false;
    }
    return c == ' ' || c == '\t' || c == '\u00A0' || isBreak(c) || (c > 127 && Character.isSpaceChar(c));
  }
}
