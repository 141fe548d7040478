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
  static void check(String html, DecodeConfig config) {
    int tags = 0;
    int depth = 0;
    int formatting = 0;
    for (int i = html.indexOf('<'); i >= 0; i = html.indexOf('<', i + 1)) {
      boolean closing = i + 1 < html.length() && html.charAt(i + 1) == '/';
      int from = closing ? i + 2 : i + 1;
      int to = from;
      long name = 0;
      while (to < html.length() && to - from < 12 && isNameChar(html.charAt(to))) {
        name = HtmlNames.key(name, html.charAt(to++));
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
        int end = html.indexOf(name == SCRIPT ? "</script" : "</style", to);
        int upper = end < 0 ? html.indexOf(name == SCRIPT ? "</SCRIPT" : "</STYLE", to) : end;
        if (upper < 0) {
          return;
        }
        depth--;
        i = upper + 1;
      }
    }
  }

  private static boolean isNameChar(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
  }
}
