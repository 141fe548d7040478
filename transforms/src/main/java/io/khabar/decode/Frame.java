package io.khabar.decode;

import java.util.Locale;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;

/** An element that the lines below it may be told by, and the one above it. */
final class Frame {
  private static final int MAX_HINT = 160;

  final Node node;
  final Frame above;
  final String tag;
  final String container;
  final int group;
  final boolean row;

  /** How many pictures stand in it or one level below. */
  int images;

  private String hint;
  private String own;
  private String kind;
  private int says = -1;
  private int saysItself = -1;

  /** What the page's shape knows of it. */
  ElementShape shape;

  Frame(Node node, Frame above, String tag, String container, int group, boolean row) {
    this.node = node;
    this.above = above;
    this.tag = tag;
    this.container = container;
    this.group = group;
    this.row = row;
  }

  /** Whether it stands in an {@code <article>}. */
  boolean inArticle() {
    for (Frame f = this; f != null; f = f.above) {
      if (f.node.normalName().equals("article")) {
        return true;
      }
    }
    return false;
  }

  /** Class and id words, nearest first, capitals inside them parted by a hyphen; null when there are none. */
  String hint() {
    if (hint == null) {
      StringBuilder all = new StringBuilder(MAX_HINT * 2);
      for (Frame f = this; f != null && all.length() < MAX_HINT; f = f.above) {
        String mine = f.own();
        if (!mine.isEmpty()) {
          if (all.length() > 0) {
            all.append(' ');
          }
          all.append(mine);
        }
      }
      hint = all.toString();
    }
    return hint.isEmpty() ? null : hint;
  }

  private String own() {
    if (own == null) {
      own = "";
      if (node instanceof Element e && e.attributesSize() > 0) {
        String classes = e.attr("class");
        String id = e.attr("id");
        if (!(classes.isEmpty() && id.isEmpty()) && classes.length() <= MAX_HINT && id.length() <= MAX_HINT) {
          own = squeeze(classes + ' ' + id);
        }
      }
    }
    return own;
  }

  private static String squeeze(String words) {
    StringBuilder out = new StringBuilder(words.length() + 8);
    for (int i = 0; i < words.length(); i++) {
      char c = words.charAt(i);
      if (c > ' ') {
        if (Character.isUpperCase(c) && i > 0 && Character.isLowerCase(words.charAt(i - 1)) && i + 1 < words.length() && Character.isLowerCase(words.charAt(i + 1))) {
          out.append('-');
        }
        out.append(c);
      } else if (out.length() > 0 && out.charAt(out.length() - 1) != ' ') {
        out.append(' ');
      }
    }
    return out.toString().strip().toLowerCase(Locale.ROOT);
  }

  /** What its own class and id words say by the rule file, as bits. */
  int saysItself() {
    if (saysItself < 0) {
      saysItself = 0;
      String mine = own();
      int from = 0;
      while (from < mine.length()) {
        int blank = mine.indexOf(' ', from);
        int to = blank < 0 ? mine.length() : blank;
        saysItself |= word(mine.substring(from, to));
        from = to + 1;
      }
    }
    return saysItself;
  }

  /** The same with what the elements above it say, but for the page's own. */
  int says() {
    if (says < 0) {
      says = above == null || tag.equals("body") ? 0 : above.says() | saysItself();
    }
    return says;
  }

  /** As the rule file writes words: «story__content» and «story_content» are story-content, «box--big» is box too, «post-12» is post. */
  private static int word(String word) {
    int end = word.length();
    while (end > 0 && (Character.isDigit(word.charAt(end - 1)) || (end < word.length() && word.charAt(end - 1) == '-'))) {
      end--;
    }
    String plain = word.substring(0, end);
    if (plain.indexOf('_') < 0 && plain.indexOf("--") < 0) {
      return ClassWords.of(plain);
    }
    int modifier = plain.indexOf("--");
    int bits = ClassWords.of(plain.replace("--", "-").replace("__", "-").replace('_', '-'));
    return modifier <= 0 ? bits : bits | ClassWords.of(plain.substring(0, modifier).replace("__", "-").replace('_', '-'));
  }

  /** What it shares with siblings built alike: its tag and the first of its classes without digits. */
  String kind() {
    if (kind == null) {
      String name = node.normalName();
      String classes = node instanceof Element e ? e.className().strip() : "";
      StringBuilder out = new StringBuilder(name);
      for (int i = 0; i < classes.length() && classes.charAt(i) > ' '; i++) {
        if (i == 0) {
          out.append(' ');
        }
        if (!Character.isDigit(classes.charAt(i))) {
          out.append(classes.charAt(i));
        }
      }
      kind = out.toString();
    }
    return kind;
  }

  /** Whether schema.org's articleBody stands in it. */
  boolean isArticleBody() {
    return node instanceof Element e && e.attributesSize() > 0 && (" " + e.attr("itemprop") + " ").contains(" articleBody ");
  }

  /** Whether it is a thing of its own by schema.org: an article, an item of a list. */
  boolean isItem() {
    if (!(node instanceof Element e) || e.attributesSize() == 0 || !e.hasAttr("itemscope")) {
      return false;
    }
    String type = e.attr("itemtype");
    return type.endsWith("Article") || type.endsWith("ListItem") || type.endsWith("BlogPosting");
  }

  /** Whether it is a part of the page with a name of its own: a section with a label, an ARIA region. */
  boolean isRegion() {
    if (!(node instanceof Element e) || e.attributesSize() == 0) {
      return false;
    }
    String role = e.attr("role");
    return role.equals("region") || role.equals("complementary") || (e.normalName().equals("section") && (e.hasAttr("aria-label") || e.hasAttr("aria-labelledby")));
  }

  /** Whether it holds text and no blocks, as a rule. */
  boolean isParagraph() {
    String name = node.normalName();
    return name.equals("p") || name.equals("li") || name.equals("blockquote") || (name.length() == 2 && name.charAt(0) == 'h');
  }
}
