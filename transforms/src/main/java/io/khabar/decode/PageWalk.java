package io.khabar.decode;

import io.khabar.model.Block;
import io.khabar.model.Clue;
import io.khabar.text.Arabic;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jsoup.nodes.Attributes;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/** One walk over a page's tree, without recursion, see {@link HtmlRenderer}. */
final class PageWalk {
  private static final int MAX_CELL = 120;
  private static final int MANY_NODES = 12;
  private static final int STAMP_DIGITS = 4;

  private final ShownText out;
  private final ClassNames names;
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

  /** The elements that are open, how far each is read, and what its tag says. */
  private Element[] open = new Element[64];

  private int[] read = new int[64];
  private int[] tags = new int[64];
  private int depth;

  PageWalk(ShownText out, ClassNames names) {
    this.out = out;
    this.names = names;
    out.clear();
  }

  HtmlRenderer.Rendered run(Document document) {
    clues.document(document);
    begin(document, 0);
    while (depth > 0) {
      Element e = open[depth - 1];
      int at = read[depth - 1]++;
      if (at == e.childNodeSize()) {
        depth--;
        tail(e, tags[depth]);
        continue;
      }
      Node node = e.childNode(at);
      if (node instanceof TextNode text) {
        text(text.getWholeText());
      } else if (node instanceof Element child) {
        int tag = Tags.of(child.normalName());
        if (head(child, tag, at == 0 ? null : e.childNode(at - 1))) {
          begin(child, tag);
        }
      }
    }
    endLine();
    List<Clue> said = clues.list();
    return new HtmlRenderer.Rendered(out.toString(), shaped(said), said, clues.url());
  }

  private void begin(Element e, int tag) {
    if (depth == open.length) {
      open = Arrays.copyOf(open, depth * 2);
      read = Arrays.copyOf(read, depth * 2);
      tags = Arrays.copyOf(tags, depth * 2);
    }
    open[depth] = e;
    read[depth] = 0;
    tags[depth++] = tag;
  }

  /** The blocks with what the page's shape says of where they stand. */
  private List<Block> shaped(List<Clue> said) {
    String[] containers = new PageShape(lines, clues.title()).containers();
    for (int i = 0; i < containers.length; i++) {
      Block b = blocks.get(i);
      if (containers[i] != null && !containers[i].equals(b.container())) {
        blocks.set(i, new Block(b.start(), b.end(), b.tag(), containers[i], b.hint(), b.linkChars(), b.href(), b.group()));
      }
    }
    return blocks;
  }

  /** Begins an element; false when nothing in it is text. */
  private boolean head(Element e, int tag, Node before) {
    String name = e.normalName();
    if ((tag & Tags.CLUES) != 0) {
      if (name.equals("head")) {
        clues.head(e);
      } else if (name.equals("script")) {
        clues.script(e);
      } else {
        clues.element(e, name, true);
      }
      return false;
    }
    int attributes = e.attributesSize();
    boolean plain = attributes == 0;
    // most elements have a class and nothing more, most links an address
    boolean simple = attributes == 1 && (e.attributes().hasKey("class") || e.attributes().hasKey("href"));
    if ((tag & Tags.NO_TEXT) != 0 || (!plain && !simple && isHidden(e.attributes()))) {
      return false;
    }
    if ((tag & Tags.PICTURE) != 0) {
      Frame f = frame;
      for (int up = 0; up < 3 && f != null; up++) {
        f.images++;
        f = f.above;
      }
    }
    if ((tag & Tags.BREAK) != 0) {
      endLine();
      return false;
    }
    boolean block = (tag & Tags.BLOCK) != 0;
    if (block && (tag & Tags.CELL) != 0 && frame != null && frame.row) {
      if (out.length() > lineStart) {
        out.append('\t');
        gap = false;
      }
    } else if (block) {
      endLine();
    } else if (before instanceof Element sibling && standsApart(e, sibling)) {
      if (isStamp(sibling) != isStamp(e)) {
        endLine();
      } else {
        gap = true;
      }
    }
    if ((tag & (Tags.BLOCK | Tags.BOX)) != 0 || (!plain && speaks(name, e.attributes()))) {
      push(e, name, block, plain || simple);
    }
    if (name.equals("a")) {
      link = e;
      linkBegun = false;
      // links side by side are words of their own, though nothing parts them
      if (linkEnd == out.length()) {
        gap = true;
      }
    } else if ((tag & Tags.PRE) != 0) {
      pre++;
    } else if ((tag & Tags.TIME) != 0) {
      time++;
    }
    if (!plain && !simple || (tag & Tags.SPEAKS) != 0) {
      clues.element(e, name, link == null && !aside(frame));
    }
    return true;
  }

  /** Whether an element within a line tells more than how it looks. */
  private static boolean speaks(String name, Attributes all) {
    return all.hasKey("class") || (name.equals("a") && all.hasKey("href")) || all.hasKey("id") || all.hasKey("itemprop") || all.hasKey("itemscope") || all.hasKey("role");
  }

  /** Author, date and count beside each other, each in an element of its own class, are parted by style alone; inside a paragraph they are its words. */
  private boolean standsApart(Element e, Element before) {
    if (frame == null || (Tags.of(frame.tag) & Tags.PROSE) != 0 || (Tags.of(before.normalName()) & Tags.BLOCK) != 0) {
      return false;
    }
    return (e.hasAttr("class") || before.hasAttr("class")) && !e.className().equals(before.className());
  }

  /** A short text with a year or a time of day in it. */
  private static boolean isStamp(Element e) {
    int digits = 0;
    int chars = 0;
    for (int k = 0; k < e.childNodeSize(); k++) {
      if (e.childNode(k) instanceof TextNode text) {
        String s = text.getWholeText().strip();
        chars += s.length();
        for (int i = 0; i < s.length() && chars <= MAX_CELL; i++) {
          digits += Arabic.digit(s.charAt(i)) >= 0 ? 1 : 0;
        }
      }
    }
    return digits >= STAMP_DIGITS && chars <= MAX_CELL;
  }

  private static boolean aside(Frame frame) {
    String c = frame == null ? null : frame.container;
    return c != null && (c.equals("nav") || c.equals("aside") || c.equals("footer") || c.equals("comments"));
  }

  private void tail(Element e, int tag) {
    boolean own = frame != null && frame.element == e;
    boolean cell = own && (tag & Tags.CELL) != 0 && frame.above != null && frame.above.row;
    if ((tag & Tags.BLOCK) != 0 && !cell) {
      endLine();
    }
    if (e == link) {
      link = null;
      linkEnd = out.length();
    } else if ((tag & Tags.PRE) != 0) {
      pre--;
    } else if ((tag & Tags.TIME) != 0) {
      time--;
    }
    if (own) {
      frame = frame.above;
    }
  }

  private void push(Element e, String tag, boolean block, boolean simple) {
    String landmark = Landmarks.of(e, tag, simple);
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
    frame = new Frame(e, frame, names, shown, container, group, tag.equals("tr") && isDataRow(e));
  }

  /** A row of short cells is one line; a row that lays out the page is not. */
  private static boolean isDataRow(Element row) {
    for (Element cell : row.children()) {
      if (cell.childNodeSize() > MANY_NODES) {
        return false;
      }
      int length = 0;
      for (Node child : cell.childNodes()) {
        if (child instanceof TextNode text) {
          length += text.getWholeText().strip().length();
        } else if (child instanceof Element inner) {
          String name = inner.normalName();
          if (Tags.isBlock(name) && !(name.equals("p") && cell.childrenSize() == 1) || name.equals("br")) {
            return false;
          }
          for (Node deep : inner.childNodes()) {
            if (deep instanceof TextNode text) {
              length += text.getWholeText().strip().length();
            } else if (deep instanceof Element d && (d.childrenSize() > 0 || Tags.isBlock(d.normalName()))) {
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
    int n = s.length();
    int i = 0;
    while (i < n) {
      char c = s.charAt(i);
      if (isBlank(c)) {
        i++;
        if (pre == 0) {
          gap = true;
        } else if (c == '\n') {
          endLine();
        } else {
          shows(1, true);
          out.append(c == '\r' ? ' ' : c);
        }
        continue;
      }
      int from = i++;
      while (i < n && !isBlank(s.charAt(i))) {
        i++;
      }
      if (gap) {
        gap = false;
        if (out.length() > lineStart && out.last() != '\t') {
          // the blank before a link is not part of it
          shows(1, linkBegun);
          out.append(' ');
        }
      }
      shows(i - from, true);
      out.append(s, from, i);
    }
  }

  private static boolean isBlank(char c) {
    return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f' || c == '\u00A0';
  }

  /** Counts chars that are about to be shown. */
  private void shows(int chars, boolean inLink) {
    if (lineFrame == null) {
      lineFrame = frame;
    }
    if (link != null && inLink) {
      linkBegun = true;
      lineLink += chars;
      if (lineHref == null && link.hasAttr("href")) {
        lineHref = link.attr("href");
      }
    }
    if (time > 0) {
      lineTime += chars;
    }
  }

  private void endLine() {
    int end = out.length();
    while (end > lineStart && out.charAt(end - 1) <= ' ') {
      end--;
    }
    if (end > lineStart) {
      out.cut(end);
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
      out.cut(lineStart);
    }
    lineStart = out.length();
    lineFrame = null;
    lineLink = 0;
    lineTime = 0;
    lineHref = null;
    gap = false;
  }

  private static boolean isHidden(Attributes all) {
    if (all.hasKey("hidden") || all.get("aria-hidden").equalsIgnoreCase("true")) {
      return true;
    }
    String style = all.get("style");
    if (style.isEmpty()) {
      return false;
    }
    String flat = style.toLowerCase(Locale.ROOT).replace(" ", "");
    return flat.contains("display:none") || flat.contains("visibility:hidden");
  }
}
