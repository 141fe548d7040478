package io.khabar.decode;

import java.util.Set;
import java.util.TreeSet;

/** Names of elements and attributes as numbers, and what {@link HtmlLean} and {@link HtmlBudget} have to know of each. */
final class HtmlNames {
  /** An element that begins a line wherever it stands. */
  static final int BLOCK = 1;

  /** An attribute that the renderer, its landmarks, its clues or the page's shape ask for, of any element. */
  static final int KEPT = 1 << 1;

  /** An element whose own attributes are asked for, or by which the parser tells it apart: of formatting elements it keeps no more than three alike open. */
  static final int WHOLE = 1 << 2;

  /** An element that holds no markup. */
  static final int RAW = 1 << 3;

  /** An element in which every blank counts. */
  static final int BLANKS = 1 << 4;

  /** An element that the parser opens again, if it was left open, before the next text, be it a blank; its number stands above. */
  static final int FORMATTING = 1 << 5;

  /** An element that the parser closes by itself; left open it does not nest. */
  static final int CLOSES_ITSELF = 1 << 6;

  static final int NUMBER = 7;
  private static final String[] FORMATS = {"a", "b", "big", "code", "em", "font", "i", "nobr", "s", "small", "strike", "strong", "tt", "u"};

  private static final int SLOTS = 512;
  private static final long[] NAMES = new long[SLOTS];
  private static final int[] SAYS = new int[SLOTS];

  static {
    // not those that mean nothing outside a table, or twice on a page
    Set<String> sure = new TreeSet<>(Tags.with(Tags.BLOCK));
    sure.removeAll(Set.of("html", "body", "caption", "tbody", "tfoot", "thead", "tr", "td", "th"));
    say(BLOCK, sure.toArray(new String[0]));
    say(KEPT, "class", "id", "hidden", "aria-hidden", "role", "itemprop", "itemscope", "itemtype", "content", "datetime", "property");
    say(WHOLE, "html", "base", "section", "b", "big", "code", "em", "font", "i", "nobr", "s", "small", "strike", "strong", "tt", "u", "annotation-xml");
    say(RAW, "title", "textarea", "xmp", "iframe", "noembed", "noframes");
    say(BLANKS, "pre", "listing", "textarea", "plaintext");
    say(
        CLOSES_ITSELF, "p", "li", "dt", "dd", "td", "th", "tr", "tbody", "thead", "tfoot", "option", "optgroup", "colgroup", "rp", "rt", "area", "base", "br", "col", "embed",
        "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr", "html", "head", "body", "frame", "basefont", "bgsound", "keygen", "image");
    for (int i = 0; i < FORMATS.length; i++) {
      say(FORMATTING | i << NUMBER, FORMATS[i]);
    }
  }

  /** How many kinds of formatting elements there are. */
  static final int FORMATS_COUNT = FORMATS.length;

  private HtmlNames() {}

  private static void say(int bits, String... names) {
    for (String name : names) {
      int slot = slot(key(name));
      NAMES[slot] = key(name);
      SAYS[slot] |= bits;
    }
  }

  /** Where a name stands or would stand: every tag and attribute of every page is looked up. */
  private static int slot(long key) {
    int slot = (int) (key * 0x9E3779B97F4A7C15L >>> 55);
    while (NAMES[slot] != 0 && NAMES[slot] != key) {
      slot = (slot + 1) % SLOTS;
    }
    return slot;
  }

  /** What a name says, as bits; elements and attributes share the table. */
  static int says(long key) {
    return SAYS[slot(key)];
  }

  /** The number of a name. */
  static long key(String name) {
    long key = 0;
    for (int i = 0; i < name.length(); i++) {
      key = key(key, name.charAt(i));
    }
    return key;
  }

  /** A name as a number, letter by letter, without regard to case. Names of more than nine letters may share one; that keeps an attribute too many. */
  static long key(long key, char c) {
    return key << 7 ^ (c | 0x20);
  }
}
