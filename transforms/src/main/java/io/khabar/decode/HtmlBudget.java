package io.khabar.decode;

import io.khabar.lane.Rejection;

/**
 * Refuses an HTML page that would cost too much before it is parsed: one pass over its chars counts tags and how deep they are left open. Work is counted
 * and never timed, so that the same pages are refused on any machine.
 */
final class HtmlBudget {
  /** Formatting elements left open are opened again in every block that follows: they multiply. */
  private static final int MAX_OPEN_FORMATTING = 256;

  private static final long SCRIPT = HtmlNames.key("script");
  private static final long STYLE = HtmlNames.key("style");

  private HtmlBudget() {}

  /**
   * Looks at a page's length.
   *
   * @throws Rejection {@code too_complex}
   */
  static void checkLength(String html, DecodeConfig config) {
    if (html.length() > config.maxHtmlChars()) {
      throw new Rejection("too_complex", "the page has " + html.length() + " chars of HTML, the bound is " + config.maxHtmlChars());
    }
  }

  /**
   * Looks at the tags that reach the parser.
   *
   * @throws Rejection {@code too_complex}
   */
  static void check(char[] html, int length, DecodeConfig config) {
    int tags = 0;
    int depth = 0;
    int formatting = 0;
    for (int i = 0; i < length; i++) {
      if (html[i] != '<') {
        continue;
      }
      boolean closing = i + 1 < length && html[i + 1] == '/';
      int from = closing ? i + 2 : i + 1;
      int to = from;
      long name = 0;
      while (to < length && to - from < 12 && isNameChar(html[to])) {
        name = HtmlNames.key(name, html[to++]);
      }
      if (to == from) {
        continue;
      }
      if (++tags > config.maxHtmlTags()) {
        throw new Rejection("too_complex", "the page has more than " + config.maxHtmlTags() + " tags");
      }
      int says = HtmlNames.says(name);
      if ((says & HtmlNames.CLOSES_ITSELF) != 0) {
        continue;
      }
      int step = closing ? -1 : 1;
      if ((says & HtmlNames.FORMATTING) != 0) {
        formatting = Math.max(0, formatting + step);
      }
      depth = Math.max(0, depth + step);
      if (depth > config.maxHtmlDepth() || formatting > MAX_OPEN_FORMATTING) {
        throw new Rejection("too_complex", "the page nests more than " + (depth > config.maxHtmlDepth() ? config.maxHtmlDepth() : MAX_OPEN_FORMATTING) + " elements");
      }
      if (!closing && (name == SCRIPT || name == STYLE)) {
        int end = close(html, to, length, name);
        if (end < 0) {
          return;
        }
        depth--;
        i = end + 1;
      }
    }
  }

  /** Where the end tag of code begins, or -1. */
  private static int close(char[] html, int from, int length, long name) {
    int letters = name == SCRIPT ? 6 : 5;
    for (int i = from; i + 2 + letters <= length; i++) {
      if (html[i] == '<' && html[i + 1] == '/') {
        long key = 0;
        for (int k = i + 2; k < i + 2 + letters; k++) {
          key = HtmlNames.key(key, html[k]);
        }
        if (key == name) {
          return i;
        }
      }
    }
    return -1;
  }

  private static boolean isNameChar(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
  }
}
