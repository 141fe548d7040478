package io.khabar.decode;

import io.khabar.lane.Rejection;
import java.util.Locale;
import java.util.Set;

/**
 * Refuses an HTML page that would cost too much before it is parsed: one pass over its chars counts tags and how deep they are left open. Work is counted
 * and never timed, so that the same pages are refused on any machine.
 */
final class HtmlBudget {
  /** Elements that the parser closes by itself; left open they do not nest. */
  private static final Set<String> SELF_CLOSING =
      Set.of("p", "li", "dt", "dd", "td", "th", "tr", "tbody", "thead", "tfoot", "option", "optgroup", "colgroup", "rp", "rt",
          "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr",
          "html", "head", "body", "frame", "basefont", "bgsound", "keygen", "image");

  /** Elements whose open copies are opened again in every block that follows: unclosed ones multiply. */
  private static final Set<String> FORMATTING =
      Set.of("a", "b", "big", "code", "em", "font", "i", "nobr", "s", "small", "strike", "strong", "tt", "u");

  private static final int MAX_OPEN_FORMATTING = 256;

  private HtmlBudget() {}

  /**
   * Looks at a page.
   *
   * @throws Rejection {@code too_complex}
   */
  static void check(String html, DecodeConfig config) {
    if (html.length() > config.maxHtmlChars()) {
      throw new Rejection("too_complex", "the page has " + html.length() + " chars of HTML, the bound is " + config.maxHtmlChars());
    }
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
      String name = html.substring(from, to).toLowerCase(Locale.ROOT);
      if (SELF_CLOSING.contains(name)) {
        continue;
      }
      int step = closing ? -1 : 1;
      if (FORMATTING.contains(name)) {
        formatting = Math.max(0, formatting + step);
      }
      depth = Math.max(0, depth + step);
      if (depth > config.maxHtmlDepth() || formatting > MAX_OPEN_FORMATTING) {
        throw new Rejection("too_complex", "the page nests more than " + (depth > config.maxHtmlDepth() ? config.maxHtmlDepth() : MAX_OPEN_FORMATTING) + " elements");
      }
      if (!closing && (name.equals("script") || name.equals("style"))) {
        int end = html.indexOf("</" + name, to);
        int upper = end < 0 ? html.indexOf("</" + name.toUpperCase(Locale.ROOT), to) : end;
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
