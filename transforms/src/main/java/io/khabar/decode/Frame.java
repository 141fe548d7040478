package io.khabar.decode;

import org.jsoup.nodes.Element;

/** An element that the lines below it may be told by, and the one above it. */
final class Frame {
  private static final int MAX_HINT = 160;

  final Element element;
  final Frame above;
  final String tag;
  final String container;
  final int group;
  final boolean row;

  /** How many pictures stand in it or one level below. */
  int images;

  private final ClassNames names;
  private final boolean plain;
  private String hint;
  private String own;
  private String kind;
  private int says = -1;
  private int saysItself = -1;

  /** What the page's shape knows of it. */
  ElementShape shape;

  Frame(Element element, Frame above, ClassNames names, String tag, String container, int group, boolean row) {
    this.element = element;
    this.above = above;
    this.names = names;
    this.tag = tag;
    this.container = container;
    this.group = group;
    this.row = row;
    this.plain = element.attributesSize() == 0;
  }

  private String attribute(String name) {
    return plain ? "" : element.attributes().get(name);
  }

  /** Whether it stands in an {@code <article>}. */
  boolean inArticle() {
    for (Frame f = this; f != null; f = f.above) {
      if (f.element.normalName().equals("article")) {
        return true;
      }
    }
    return false;
  }

  /** Class and id words, nearest first, capitals inside them parted by a hyphen; null when there are none. */
  String hint() {
    if (hint == null) {
      StringBuilder all = names.line();
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
      saysItself = 0;
      String classes = attribute("class");
      String id = attribute("id");
      if (classes.length() <= ClassNames.MAX_CHARS && id.length() <= ClassNames.MAX_CHARS) {
        ClassNames.Words first = names.of(classes);
        ClassNames.Words second = names.of(id);
        own = second.words().isEmpty() ? first.words() : first.words().isEmpty() ? second.words() : first.words() + ' ' + second.words();
        saysItself = first.says() | second.says();
      }
    }
    return own;
  }

  /** What its own class and id words say by the rule file, as bits. */
  int saysItself() {
    if (saysItself < 0) {
      own();
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

  /** What it shares with siblings built alike: its tag and the first of its classes without digits. */
  String kind() {
    if (kind == null) {
      String name = element.normalName();
      String classes = attribute("class").strip();
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
    String property = attribute("itemprop");
    return !property.isEmpty() && (" " + property + " ").contains(" articleBody ");
  }

  /** Whether it is a thing of its own by schema.org: an article, an item of a list. */
  boolean isItem() {
    if (plain || !element.attributes().hasKey("itemscope")) {
      return false;
    }
    String type = attribute("itemtype");
    return type.endsWith("Article") || type.endsWith("ListItem") || type.endsWith("BlogPosting");
  }

  /** Whether it is a part of the page with a name of its own: a section with a label, an ARIA region. */
  boolean isRegion() {
    if (plain) {
      return false;
    }
    String role = attribute("role");
    return role.equals("region") || role.equals("complementary") || (element.normalName().equals("section") && (element.hasAttr("aria-label") || element.hasAttr("aria-labelledby")));
  }

  /** Whether it holds text and no blocks, as a rule. */
  boolean isParagraph() {
    String name = element.normalName();
    return name.equals("p") || name.equals("li") || name.equals("blockquote") || (name.length() == 2 && name.charAt(0) == 'h');
  }
}
