package io.khabar.decode;

import io.khabar.model.Block;
import io.khabar.model.Clue;
import java.io.CharArrayReader;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;

/**
 * Renders HTML to the text a browser would show, a line for each block, and says of each line where it stood; nothing that the
 * page points to is fetched. Not thread-safe.
 *
 * <p>Blocks, list items, table rows and {@code <br>} make lines; each ends with a line feed, there are no empty ones. Blanks are collapsed, but for
 * {@code <pre>}. Scripts, styles, templates, form fields, what is hidden by attribute or inline style and what is hidden from screen readers is no text;
 * the {@code <title>} is a clue. A {@link Block} covers a line without its line feed.
 */
final class HtmlRenderer {
  /** What came of a page. */
  record Rendered(String text, List<Block> blocks, List<Clue> clues, String url) {}

  /** Tags whose presence shows that a text is HTML. */
  private static final Set<String> TELLING =
      Set.of("p", "br", "div", "span", "a", "b", "strong", "i", "em", "u", "ul", "ol", "li", "h1", "h2", "h3", "h4", "h5", "h6", "img", "table",
          "tr", "td", "blockquote", "figure", "figcaption", "section", "article", "html", "body", "script", "iframe", "font", "center", "hr");

  private static final int MAX_TAG = 4000;

  /** Chars that serve one page after the other. */
  private static final int KEPT_ROOM = 1 << 18;

  private final DecodeConfig config;
  private char[] room = new char[KEPT_ROOM];
  private final ShownText text = new ShownText();
  private final ClassNames names = new ClassNames();

  HtmlRenderer(DecodeConfig config) {
    this.config = config;
  }

  /**
   * Renders a page or a fragment.
   *
   * @param repair mends mojibake; what is looked at is what may be shown
   * @throws io.khabar.lane.Rejection {@code too_complex} when it is beyond the budget
   */
  Rendered render(String html, UnaryOperator<String> repair) {
    HtmlBudget.checkLength(html, config);
    if (html.length() > room.length || room.length > KEPT_ROOM) {
      room = new char[Math.max(html.length(), KEPT_ROOM)];
    }
    int length = HtmlLean.write(html, room);
    HtmlBudget.check(room, length, config);
    Document document =
        Mojibake.isSuspect(room, length)
            ? Jsoup.parse(repair.apply(new String(room, 0, length)))
            // no string of it is made: pages are long, and memory is what decoding waits for
            : Parser.htmlParser().parseInput(new CharArrayReader(room, 0, length), "");
    return new PageWalk(text, names).run(document);
  }

  /** The same for a text that is sound. */
  Rendered render(String html) {
    return render(html, UnaryOperator.identity());
  }

  /** Whether a text that nobody called HTML holds tags. */
  static boolean looksLikeHtml(String text) {
    for (int i = text.indexOf('<'); i >= 0; i = text.indexOf('<', i + 1)) {
      int from = i + 1 < text.length() && text.charAt(i + 1) == '/' ? i + 2 : i + 1;
      int to = from;
      while (to < text.length() && to - from < 12 && ((text.charAt(to) | 0x20) >= 'a' && (text.charAt(to) | 0x20) <= 'z' || (text.charAt(to) >= '0' && text.charAt(to) <= '9'))) {
        to++;
      }
      if (to == from || to == text.length() || !TELLING.contains(text.substring(from, to).toLowerCase(Locale.ROOT))) {
        continue;
      }
      char next = text.charAt(to);
      int close = text.indexOf('>', to);
      if ((next == '>' || next == '/' || next <= ' ') && close >= 0 && close - to < MAX_TAG) {
        return true;
      }
    }
    return false;
  }
}
