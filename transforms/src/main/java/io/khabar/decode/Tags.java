package io.khabar.decode;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What the name of an element says of how it shows, as bits: one look-up for every element of every page. */
final class Tags {
  /** It makes lines of its own. */
  static final int BLOCK = 1;

  /** Nothing in it is shown. */
  static final int NO_TEXT = 1 << 1;

  /** It holds running text, parted by nothing but its words. */
  static final int PROSE = 1 << 2;

  /** It shows nothing and speaks of the page. */
  static final int CLUES = 1 << 3;

  /** It speaks of the page by what it shows. */
  static final int SPEAKS = 1 << 4;

  static final int PICTURE = 1 << 5;
  static final int BREAK = 1 << 6;
  static final int CELL = 1 << 7;
  static final int PRE = 1 << 8;
  static final int TIME = 1 << 9;

  /** It makes no line, but may hold all of a text. */
  static final int BOX = 1 << 10;

  private static final Map<String, Integer> TAGS = new HashMap<>();

  static {
    put(
        BLOCK, "address", "article", "aside", "blockquote", "body", "button", "caption", "center", "dd", "details", "dialog", "dir", "div", "dl", "dt", "fieldset",
        "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hgroup", "hr", "html", "legend", "li", "main", "menu", "nav", "ol",
        "p", "pre", "search", "section", "summary", "table", "tbody", "tfoot", "thead", "tr", "td", "th", "ul", "amp-img", "marquee", "label");
    put(
        NO_TEXT, "style", "noscript", "template", "iframe", "svg", "math", "canvas", "object", "embed", "applet", "select", "datalist", "textarea", "input", "audio",
        "video", "map", "noframes", "noembed", "frameset", "progress", "meter", "amp-ad", "amp-embed", "amp-twitter", "amp-facebook", "amp-instagram", "amp-iframe",
        "amp-analytics");
    put(PROSE, "p", "blockquote", "h1", "h2", "h3", "h4", "h5", "h6", "td", "pre");
    put(CLUES, "head", "script", "meta", "link");
    put(SPEAKS, "h1", "time");
    put(PICTURE, "img", "amp-img", "picture");
    put(BREAK, "br", "hr");
    put(CELL, "td", "th");
    put(PRE, "pre");
    put(TIME, "time");
    put(BOX, "font");
  }

  private Tags() {}

  private static void put(int bit, String... names) {
    for (String name : names) {
      TAGS.merge(name, bit, (a, b) -> a | b);
    }
  }

  /** The names that have a bit. */
  static Set<String> with(int bit) {
    return TAGS.entrySet().stream().filter(e -> (e.getValue() & bit) != 0).map(Map.Entry::getKey).collect(Collectors.toSet());
  }

  /** The bits of an element's name in lower case, 0 for one that says nothing. Names with a hyphen are those of a page's own elements. */
  static int of(String name) {
    Integer bits = TAGS.get(name);
    return bits != null ? bits : name.indexOf('-') > 0 ? BOX : 0;
  }

  static boolean isBlock(String name) {
    return (of(name) & BLOCK) != 0;
  }
}
