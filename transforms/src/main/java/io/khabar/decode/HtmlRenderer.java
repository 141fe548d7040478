package io.khabar.decode;

import io.khabar.model.Block;
import io.khabar.model.Clue;
import io.khabar.text.Arabic;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/**
 * Renders HTML to the text a browser would show, a line for each block, and says of each line where it stood. One walk over the tree, without recursion;
 * nothing that the page points to is fetched.
 *
 * <p>Blocks, list items, table rows and {@code <br>} make lines; each ends with a line feed, there are no empty ones. Blanks are collapsed, but for
 * {@code <pre>}. Scripts, styles, templates, form fields, what is hidden by attribute or inline style and what is hidden from screen readers is no text;
 * the {@code <title>} is a clue. A {@link Block} covers a line without its line feed.
 */
final class HtmlRenderer {
  /** What came of a page. */
  record Rendered(String text, List<Block> blocks, List<Clue> clues, String url) {}

  private static final Set<String> BLOCKS =
      Set.of("address", "article", "aside", "blockquote", "body", "button", "caption", "center", "dd", "details", "dialog", "dir", "div", "dl",
          "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hgroup", "hr", "html",
          "legend", "li", "main", "menu", "nav", "ol", "p", "pre", "search", "section", "summary", "table", "tbody", "tfoot", "thead", "tr",
          "td", "th", "ul", "amp-img", "marquee", "label");

  private static final Set<String> NO_TEXT =
      Set.of("script", "style", "noscript", "template", "iframe", "svg", "math", "canvas", "object", "embed", "applet", "select", "datalist",
          "textarea", "input", "audio", "video", "map", "noframes", "noembed", "frameset", "progress", "meter", "amp-ad", "amp-embed", "amp-twitter",
          "amp-facebook", "amp-instagram", "amp-iframe", "amp-analytics");

  private static final Set<String> PROSE = Set.of("p", "blockquote", "h1", "h2", "h3", "h4", "h5", "h6", "td", "pre");

  /** Tags whose presence shows that a text is HTML. */
  private static final Set<String> TELLING =
      Set.of("p", "br", "div", "span", "a", "b", "strong", "i", "em", "u", "ul", "ol", "li", "h1", "h2", "h3", "h4", "h5", "h6", "img", "table",
          "tr", "td", "blockquote", "figure", "figcaption", "section", "article", "html", "body", "script", "iframe", "font", "center", "hr");

  private static final int MAX_CELL = 120;
  private static final int MAX_TAG = 4000;

  private final DecodeConfig config;

  HtmlRenderer(DecodeConfig config) {
    this.config = config;
  }

  /**
   * Renders a page or a fragment.
   *
   * @throws io.khabar.lane.Rejection {@code too_complex} when it is beyond the budget
   */
  Rendered render(String html) {
    HtmlBudget.check(html, config);
    Document document = Jsoup.parse(HtmlLean.of(html));
    return new Walk().run(document);
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

  private static final class Walk {
    private final StringBuilder out = new StringBuilder(8 << 10);
    private final List<Block> blocks = new ArrayList<>();
    private final List<RenderedLine> lines = new ArrayList<>();
    private final HtmlClues clues = new HtmlClues();
    private Frame frame;
    private int groups;
    private int pre;
    private Element link;
    private boolean linkBegun;
    private int linkEnd = -1;
    private int time;
    private boolean gap;

    private int lineStart;
    private Frame lineFrame;
    private int lineLink;
    private int lineTime;
    private String lineHref;

    Rendered run(Document document) {
      clues.document(document);
      Node node = document;
      while (node != null) {
        boolean descend = head(node);
        if (descend && node.childNodeSize() > 0) {
          node = node.childNode(0);
          continue;
        }
        if (descend) {
          tail(node);
        }
        while (node != document && node.nextSibling() == null) {
          node = node.parent();
          tail(node);
        }
        node = node == document ? null : node.nextSibling();
      }
      endLine();
      List<Clue> said = clues.list();
      return new Rendered(out.toString(), shaped(said), said, clues.url());
    }

    /** The blocks with what the page's shape says of where they stand. */
    private List<Block> shaped(List<Clue> said) {
      String[] containers = new PageShape(lines, clues.title()).containers();
      List<Block> shaped = new ArrayList<>(blocks.size());
      for (int i = 0; i < containers.length; i++) {
        Block b = blocks.get(i);
        shaped.add(
            containers[i] == null
                ? b
                : new Block(b.start(), b.end(), b.tag(), containers[i], b.hint(), b.linkChars(), b.href(), b.group()));
      }
      return shaped;
    }

    private boolean head(Node node) {
      if (node instanceof TextNode text) {
        text(text.getWholeText());
        return false;
      }
      if (!(node instanceof Element e)) {
        return false;
      }
      String tag = e.normalName();
      if (tag.equals("head")) {
        clues.head(e);
        return false;
      }
      if (tag.equals("script")) {
        clues.script(e);
        return false;
      }
      if (tag.equals("meta") || tag.equals("link")) {
        clues.element(e, tag, true);
        return false;
      }
      if (NO_TEXT.contains(tag) || hidden(e)) {
        return false;
      }
      if (tag.equals("img") || tag.equals("amp-img") || tag.equals("picture")) {
        Frame f = frame;
        for (int up = 0; up < 3 && f != null; up++) {
          f.images++;
          f = f.above;
        }
      }
      if (tag.equals("br") || tag.equals("hr")) {
        endLine();
        return false;
      }
      boolean block = BLOCKS.contains(tag);
      boolean cell = block && frame != null && frame.row && (tag.equals("td") || tag.equals("th"));
      if (cell) {
        if (out.length() > lineStart) {
          out.append('\t');
          gap = false;
        }
      } else if (block) {
        endLine();
      }
      if (!block && standsApart(e)) {
        if (isStamp((Element) e.previousSibling()) != isStamp(e)) {
          endLine();
        } else {
          gap = true;
        }
      }
      if (block || e.attributesSize() > 0) {
        push(e, tag, block);
      }
      if (tag.equals("a")) {
        link = e;
        linkBegun = false;
        // links side by side are words of their own, though nothing parts them
        if (linkEnd == out.length()) {
          gap = true;
        }
      } else if (tag.equals("pre")) {
        pre++;
      } else if (tag.equals("time")) {
        time++;
      }
      clues.element(e, tag, link == null && !aside(frame));
      return true;
    }

    /** Author, date and count beside each other, each in an element of its own class, are parted by style alone; inside a paragraph they are its words. */
    private boolean standsApart(Element e) {
      if (!(e.previousSibling() instanceof Element before) || frame == null || PROSE.contains(frame.tag)) {
        return false;
      }
      return (e.hasAttr("class") || before.hasAttr("class")) && !e.className().equals(before.className()) && !BLOCKS.contains(before.normalName());
    }

    /** A short text with a year or a time of day in it. */
    private static boolean isStamp(Element e) {
      int digits = 0;
      int chars = 0;
      for (Node child : e.childNodes()) {
        if (child instanceof TextNode text) {
          String s = text.getWholeText();
          chars += s.length();
          for (int i = 0; i < s.length() && chars <= MAX_CELL; i++) {
            digits += Arabic.digit(s.charAt(i)) >= 0 ? 1 : 0;
          }
        }
      }
      return digits >= 4 && chars <= MAX_CELL;
    }

    private static boolean aside(Frame frame) {
      String c = frame == null ? null : frame.container;
      return c != null && (c.equals("nav") || c.equals("aside") || c.equals("footer") || c.equals("comments"));
    }

    private void tail(Node node) {
      if (!(node instanceof Element e)) {
        return;
      }
      String tag = e.normalName();
      boolean cell = frame != null && frame.node == e && frame.above != null && frame.above.row && (tag.equals("td") || tag.equals("th"));
      if (!cell && BLOCKS.contains(tag)) {
        endLine();
      }
      if (e == link) {
        link = null;
        linkEnd = out.length();
      } else if (tag.equals("pre")) {
        pre--;
      } else if (tag.equals("time")) {
        time--;
      }
      if (frame != null && frame.node == node) {
        frame = frame.above;
      }
    }

    private void push(Element e, String tag, boolean block) {
      String landmark = Landmarks.of(e, tag);
      if ("footer".equals(landmark) && frame != null && frame.inArticle()) {
        // the line of author and date is a footer to some systems, and the article's own
        landmark = null;
      }
      int group = frame == null ? -1 : frame.group;
      if (landmark != null && (landmark.equals("article") || (landmark.equals("main") && group < 0))) {
        group = groups++;
      }
      String container = landmark != null ? landmark : frame == null ? null : frame.container;
      String shown = block ? tag : frame == null ? "body" : frame.tag;
      frame = new Frame(e, frame, shown, container, group, tag.equals("tr") && isDataRow(e));
    }

    /** A row of short cells is one line; a row that lays out the page is not. */
    private static boolean isDataRow(Element row) {
      for (Element cell : row.children()) {
        if (cell.childNodeSize() > 12) {
          return false;
        }
        int length = 0;
        for (Node child : cell.childNodes()) {
          if (child instanceof TextNode text) {
            length += text.getWholeText().strip().length();
          } else if (child instanceof Element inner) {
            if (BLOCKS.contains(inner.normalName()) && !(inner.normalName().equals("p") && cell.childrenSize() == 1) || inner.normalName().equals("br")) {
              return false;
            }
            for (Node deep : inner.childNodes()) {
              if (deep instanceof TextNode text) {
                length += text.getWholeText().strip().length();
              } else if (deep instanceof Element d && (d.childrenSize() > 0 || BLOCKS.contains(d.normalName()))) {
                return false;
              }
            }
          }
        }
        if (length > MAX_CELL) {
          return false;
        }
      }
      return true;
    }

    private void text(String s) {
      for (int i = 0; i < s.length(); i++) {
        char c = s.charAt(i);
        if (c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f' || c == '\u00A0') {
          if (pre == 0) {
            gap = true;
          } else if (c == '\n') {
            endLine();
          } else {
            put(c == '\r' ? ' ' : c);
          }
          continue;
        }
        if (gap) {
          gap = false;
          if (out.length() > lineStart && out.charAt(out.length() - 1) != '\t') {
            // the blank before a link is not part of it
            Element inside = link;
            link = linkBegun ? link : null;
            put(' ');
            link = inside;
          }
        }
        put(c);
      }
    }

    private void put(char c) {
      if (lineFrame == null) {
        lineFrame = frame;
      }
      out.append(c);
      if (link != null) {
        linkBegun = true;
        lineLink++;
        if (lineHref == null && link.hasAttr("href")) {
          lineHref = link.attr("href");
        }
      }
      if (time > 0) {
        lineTime++;
      }
    }

    private void endLine() {
      int end = out.length();
      while (end > lineStart && out.charAt(end - 1) <= ' ') {
        end--;
      }
      if (end > lineStart) {
        out.setLength(end);
        Frame f = lineFrame;
        boolean isTime = lineTime * 10 >= (end - lineStart) * 8;
        String tag = isTime ? "time" : f == null ? "body" : f.tag;
        int links = lineHref != null && lineHref.startsWith("#") ? 0 : Math.min(lineLink, end - lineStart);
        lines.add(new RenderedLine(out.substring(lineStart, end), tag, f, links));
        blocks.add(
            new Block(
                lineStart, end, tag, f == null ? null : f.container, f == null ? null : Chars.sound(f.hint()), Math.min(lineLink, end - lineStart),
                Chars.sound(lineHref), f == null ? -1 : f.group));
        out.append('\n');
      } else {
        out.setLength(lineStart);
      }
      lineStart = out.length();
      lineFrame = null;
      lineLink = 0;
      lineTime = 0;
      lineHref = null;
      gap = false;
    }

    private static boolean hidden(Element e) {
      if (e.attributesSize() == 0) {
        return false;
      }
      if (e.hasAttr("hidden") || e.attr("aria-hidden").equalsIgnoreCase("true")) {
        return true;
      }
      String style = e.attr("style");
      if (style.isEmpty()) {
        return false;
      }
      String flat = style.toLowerCase(Locale.ROOT).replace(" ", "");
      return flat.contains("display:none") || flat.contains("visibility:hidden");
    }
  }
}
