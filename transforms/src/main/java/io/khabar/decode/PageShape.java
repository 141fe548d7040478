package io.khabar.decode;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Where on a page its article stands, told by the page's shape and not by what its lines say: cards that repeat and lead elsewhere are {@code teaser}s, the
 * element that holds most of the remaining prose is the {@code article}, boxes inside it that are built unlike its paragraphs are {@code insert}s, and prose that
 * stands elsewhere is {@code outside}. Words of class names help (a rule file) but nothing rests on them. One pass over the lines and their ancestors; no
 * order of a hash map shows.
 */
final class PageShape {
  private static final int CARD_CHARS = 700;
  private static final int CARD_PROSE = 3;
  private static final int HEAD_LINES = 4;
  private static final double MOST_OF_CARDS = 0.6;
  private static final double DOMINATES = 0.7;
  private static final double ENOUGH = 0.4;
  private static final double SURE = 0.5;
  private static final double INSERT = 0.3;
  private static final double ABOVE_TITLE = 0.2;
  private static final int CAPTION_CHARS = 250;
  private static final int SAME_CHARS = 40;
  private static final Set<String> HEADINGS = Set.of("h1", "h2", "h3", "h4", "h5", "h6");
  private static final Set<String> AWAY = Set.of("nav", "aside", "footer", "form", "comments", "figure");
  private static final Set<String> PARTS = Set.of("p", "blockquote", "ul", "ol", "li", "table", "tbody", "tr", "td", "dl", "dd", "pre", "details", "summary");

  private final List<ElementShape> shapes = new ArrayList<>();
  private final List<RenderedLine> lines;
  private final String title;

  /** @param title the page's title as its markup gives it, or null */
  PageShape(List<RenderedLine> lines, String title) {
    this.lines = lines;
    this.title = title == null ? null : squeeze(title);
  }

  /** A container for each line, null where the shape says nothing. */
  String[] containers() {
    String[] found = new String[lines.size()];
    int titleLine = gather();
    cards();
    ElementShape root = root(titleLine);
    boolean sure = root != null && root.above != null;
    int first = sure ? firstLine(root) : -1;
    Set<ElementShape> inserts = sure ? inserts(root) : Set.of();
    for (int i = 0; i < found.length; i++) {
      RenderedLine line = lines.get(i);
      String landmark = line.frame == null ? null : line.frame.container;
      ElementShape shape = shapeOf(line);
      if (i == titleLine) {
        found[i] = landmark;
      } else if (inTeaser(shape)) {
        found[i] = "teaser";
      } else if (says(line.frame, ClassWords.COMMENTS)) {
        found[i] = "comments";
      } else if (sure && inside(shape, root)) {
        ElementShape box = childOf(shape, root);
        if (box != null && inserts.contains(box)) {
          found[i] = "insert";
        } else if (isCaption(line, shape, root)) {
          found[i] = "figure";
        } else if (landmark == null || landmark.equals("main") || landmark.equals("header")) {
          found[i] = "article";
        }
      } else if (sure && (landmark == null || landmark.equals("main") || landmark.equals("article"))) {
        // a lead may stand between the title and the text
        boolean lead = titleLine >= 0 && i > titleLine && i < first;
        found[i] = !lead ? "outside" : isCaption(line, shape, root) ? "figure" : landmark;
      }
    }
    return found;
  }

  /** Adds every line up to its ancestors; the line that is the page's title, or -1. */
  private int gather() {
    int titleLine = -1;
    int heading = -1;
    for (int i = 0; i < lines.size(); i++) {
      RenderedLine line = lines.get(i);
      boolean isTitle = line.links == 0 && isTitle(line.text);
      if (isTitle && (titleLine < 0 || (line.tag.equals("h1") && !lines.get(titleLine).tag.equals("h1")))) {
        titleLine = i;
      }
      if (heading < 0 && line.tag.equals("h1") && line.links == 0) {
        heading = i;
      }
      boolean isHeading = HEADINGS.contains(line.tag);
      boolean hasTitle = isTitle || line.tag.equals("h1");
      for (ElementShape s = shape(line.frame); s != null; s = s.above) {
        if (line.isLink && s.lines < HEAD_LINES) {
          s.headLink = true;
        }
        s.lines++;
        s.chars += line.text.length();
        s.prose += line.isProse ? 1 : 0;
        s.links += line.isLink ? 1 : 0;
        s.headings += isHeading ? 1 : 0;
        s.hasTitle |= hasTitle;
      }
    }
    return titleLine >= 0 ? titleLine : heading;
  }

  private boolean isTitle(String text) {
    if (title == null || text.length() < RenderedLine.LEAST_HEADLINE || text.length() > title.length() + 2) {
      return false;
    }
    // lines come with single blanks
    return text.length() * 2 >= title.length() && title.contains(text);
  }

  private static String squeeze(String text) {
    return text.strip().replaceAll("[\\s\u00A0]+", " ");
  }

  private ElementShape shape(Frame frame) {
    if (frame == null) {
      return null;
    }
    if (frame.shape == null) {
      ElementShape above = shape(frame.above);
      frame.shape = new ElementShape(frame, above);
      shapes.add(frame.shape);
      if (above != null) {
        above.add(frame.shape);
      }
    }
    return frame.shape;
  }

  private static ElementShape shapeOf(RenderedLine line) {
    return line.frame == null ? null : line.frame.shape;
  }

  /** Siblings built alike, most of which begin with a link to another page and say little more. */
  private void cards() {
    for (ElementShape parent : shapes) {
      if (parent.below == null || parent.below.next == null) {
        continue;
      }
      Map<String, List<ElementShape>> kinds = new LinkedHashMap<>();
      for (ElementShape s = parent.below; s != null; s = s.next) {
        kinds.computeIfAbsent(s.frame.kind(), k -> new ArrayList<>()).add(s);
      }
      kinds.forEach(PageShape::cards);
    }
    for (ElementShape s : shapes) {
      // an item that says it is a news article of its own, and is not the page's
      s.teaser |= title != null && !s.hasTitle && s.chars <= CARD_CHARS && s.prose <= 1 && s.frame.isItem();
      // those above come first
      s.inTeaser = s.teaser || (s.above != null && s.above.inTeaser);
    }
  }

  private static void cards(String kind, List<ElementShape> group) {
    if (group.size() == 1) {
      return;
    }
    int cards = 0;
    for (ElementShape s : group) {
      cards += isCard(s) ? 1 : 0;
    }
    if (cards == 0) {
      return;
    }
    boolean named = kind.indexOf(' ') > 0 || kind.equals("article") || kind.equals("li");
    boolean all = cards >= (named ? 2 : 3) && cards >= group.size() * MOST_OF_CARDS;
    for (ElementShape s : group) {
      // a card among paragraphs that are built alike: nothing in it but its headline and a date
      boolean alone = s.frame.images > 0 && s.prose == 0 && s.lines <= HEAD_LINES && !s.frame.isParagraph();
      s.teaser |= (all || alone) && isCard(s);
    }
  }

  private static boolean isCard(ElementShape s) {
    return s.headLink && !s.hasTitle && s.chars <= CARD_CHARS && s.prose <= CARD_PROSE && s.prose * 2 <= s.lines + 1;
  }

  private static boolean inTeaser(ElementShape shape) {
    return shape != null && shape.inTeaser;
  }

  /** A short text alone in a box with a picture, near or in the article. */
  private static boolean isCaption(RenderedLine line, ElementShape shape, ElementShape root) {
    if (line.isLink || line.text.length() > CAPTION_CHARS || HEADINGS.contains(line.tag) || line.tag.equals("p") && line.text.length() > CAPTION_CHARS / 2) {
      return false;
    }
    ElementShape box = shape;
    for (int up = 0; up < 3 && box != null && box != root && !inside(root, box) && box.lines <= 2 && !box.hasTitle; up++) {
      if (box.frame.images > 0 && !box.frame.isParagraph() && !says(box.frame, ClassWords.PERSON)) {
        return true;
      }
      box = box.above;
    }
    return false;
  }

  /** Whether the class words of an element or of one above it say so; those of the page's own element speak of its system. */
  private static boolean says(Frame frame, int what) {
    return frame != null && (frame.says() & what) != 0;
  }

  private static boolean saysItself(Frame frame, int what) {
    return (frame.saysItself() & what) != 0;
  }

  /** The element that holds the article: one that says so, or the lowest that holds most of the prose; null when there is none. */
  private ElementShape root(int titleLine) {
    double total = 0;
    for (int i = 0; i < lines.size(); i++) {
      RenderedLine line = lines.get(i);
      if (!line.isProse) {
        continue;
      }
      String landmark = line.frame == null ? null : line.frame.container;
      ElementShape shape = shapeOf(line);
      if (landmark != null && AWAY.contains(landmark) || inTeaser(shape) || says(line.frame, ClassWords.COMMENTS) || says(line.frame, ClassWords.INSERT_WORD)) {
        continue;
      }
      double weight = line.text.length() * (i < titleLine ? ABOVE_TITLE : 1);
      total += weight;
      for (ElementShape s = shape; s != null; s = s.above) {
        s.weight += weight;
      }
    }
    if (total == 0) {
      return null;
    }
    ElementShape best = null;
    for (ElementShape s : shapes) {
      boolean body = s.frame.isArticleBody() && !isCopy(s);
      if (s.frame.isArticleBody() && !body) {
        continue;
      }
      if ((body && s.weight > 0 || s.weight >= total * ENOUGH && saysItself(s.frame, ClassWords.CONTENT)) && !inTeaser(s)) {
        boolean better = best == null || body && !best.frame.isArticleBody() || body == best.frame.isArticleBody() && s.weight > best.weight * 1.02;
        // of two that hold the same the inner one is nearer to the text
        best = better || (body == best.frame.isArticleBody() && s.weight * 1.02 >= best.weight && inside(s, best)) ? s : best;
      }
    }
    if (best == null) {
      best = lowest(total);
    }
    return best != null && best.weight >= total * SURE || best != null && best.frame.isArticleBody() ? best : null;
  }

  /** Some pages hold their text twice: once for machines, before the text that people see. */
  private boolean isCopy(ElementShape body) {
    int first = firstProse(body);
    if (first < 0) {
      return false;
    }
    String start = lines.get(first).text;
    start = start.substring(0, Math.min(SAME_CHARS, start.length()));
    for (int i = first + 1; i < lines.size(); i++) {
      if (lines.get(i).text.startsWith(start) && !inside(shapeOf(lines.get(i)), body)) {
        return true;
      }
    }
    return false;
  }

  private int firstProse(ElementShape root) {
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).isProse && inside(shapeOf(lines.get(i)), root)) {
        return i;
      }
    }
    return -1;
  }

  private ElementShape lowest(double total) {
    ElementShape best = null;
    for (ElementShape s : shapes) {
      if (s.weight >= total * DOMINATES && !s.frame.isParagraph() && (best == null || s.weight < best.weight || (s.weight == best.weight && inside(s, best)))) {
        // equal weights: the inner; less weight: further down, but only within what dominates
        if (best == null || inside(s, best)) {
          best = s;
        }
      }
    }
    return best;
  }

  private int firstLine(ElementShape root) {
    for (int i = 0; i < lines.size(); i++) {
      if (inside(shapeOf(lines.get(i)), root)) {
        return i;
      }
    }
    return -1;
  }

  private static boolean inside(ElementShape shape, ElementShape root) {
    for (ElementShape s = shape; s != null; s = s.above) {
      if (s == root) {
        return true;
      }
    }
    return false;
  }

  /** The child of the root that a line stands in; null for the root's own text. */
  private static ElementShape childOf(ElementShape shape, ElementShape root) {
    ElementShape child = null;
    for (ElementShape s = shape; s != root; s = s.above) {
      child = s;
    }
    return child;
  }

  /**
   * Boxes among the article's paragraphs: built unlike them, with a link, a telling name or a heading over no prose, and a small part of the prose. A headed box
   * of prose that leads nowhere is a part of the article.
   */
  private Set<ElementShape> inserts(ElementShape root) {
    Map<String, Double> kinds = new HashMap<>();
    Set<ElementShape> children = new HashSet<>();
    String most = "";
    double best = 0;
    for (RenderedLine line : lines) {
      ElementShape shape = shapeOf(line);
      if (!inside(shape, root)) {
        continue;
      }
      ElementShape child = childOf(shape, root);
      if (child != null) {
        children.add(child);
      }
      if (line.isProse && !inTeaser(shape)) {
        String kind = child == null ? "" : child.frame.kind();
        double sum = kinds.merge(kind, (double) line.text.length(), Double::sum);
        if (sum > best) {
          best = sum;
          most = kind;
        }
      }
    }
    Set<ElementShape> inserts = new HashSet<>();
    for (ElementShape child : children) {
      Frame f = child.frame;
      boolean region = f.isRegion() && child.weight <= root.weight * INSERT && child.lines > 1;
      boolean plain = PARTS.contains(f.tag) && f.above != null && f.kind().indexOf(' ') < 0;
      boolean named = saysItself(f, ClassWords.INSERT_WORD);
      if (HEADINGS.contains(f.tag) || f.tag.equals("figure") || child.hasTitle || (f.kind().equals(most) && !named)) {
        continue;
      }
      boolean built = f.kind().indexOf(' ') > 0 && !f.tag.equals("p") && child.lines > 1 && (child.links > 0 || child.headings > 0 && child.prose == 0);
      if (named || region || (!plain && built && child.weight <= root.weight * INSERT && !saysItself(f, ClassWords.CONTENT))) {
        inserts.add(child);
      }
    }
    return inserts;
  }
}
