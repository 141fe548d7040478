package io.khabar.decode;

import io.khabar.lane.Rejection;
import java.util.Arrays;

/**
 * Refuses an HTML page that would cost too much before it is parsed: one pass over its chars counts tags and how deep they are left open. Work is counted
 * and never timed, so that the same pages are refused on any machine.
 */
final class HtmlBudget {
  /** Elements that the parser closes by itself; left open they do not nest. */
  private static final long[] SELF_CLOSING =
      keys("p", "li", "dt", "dd", "td", "th", "tr", "tbody", "thead", "tfoot", "option", "optgroup", "colgroup", "rp", "rt",
          "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr",
          "html", "head", "body", "frame", "basefont", "bgsound", "keygen", "image");

  /** Elements whose open copies are opened again in every block that follows: unclosed ones multiply. */
  private static final long[] FORMATTING =
      keys("a", "b", "big", "code", "em", "font", "i", "nobr", "s", "small", "strike", "strong", "tt", "u");

  private static final int MAX_OPEN_FORMATTING = 256;

  private static final long SCRIPT = key("script", 0, 6);
  private static final long STYLE = key("style", 0, 5);

  private HtmlBudget() {}

  private static long[] keys(String... names) {
    long[] keys = new long[names.length];
    for (int i = 0; i < names.length; i++) {
      keys[i] = key(names[i], 0, names[i].length());
    }
    Arrays.sort(keys);
    return keys;
  }

  /** A name as a number, its letters in lower case: every tag of every page is looked up. */
  private static long key(String text, int from, int to) {
    long key = to - from;
    for (int i = from; i < to; i++) {
      key = key * 67 + (text.charAt(i) | 0x20);
    }
    return key;
  }

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
      while (to < html.length() && to - from < 12 && isNameChar(html.charAt(to))) {
        to++;
      }
      if (to == from) {
        continue;
      }
      if (++tags > config.maxHtmlTags()) {
        throw new Rejection("too_complex", "the page has more than " + config.maxHtmlTags() + " tags");
      }
      long name = key(html, from, to);
      if (Arrays.binarySearch(SELF_CLOSING, name) >= 0) {
        continue;
      }
      int step = closing ? -1 : 1;
      if (Arrays.binarySearch(FORMATTING, name) >= 0) {
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
