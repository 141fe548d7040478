package io.khabar.decode;

import java.util.Arrays;

/**
 * Takes out of a page what no reader sees and no rule looks at, before it is parsed, as a rule well over half of it: scripts (but JSON-LD), styles, what
 * comments say, links and metas that nothing here asks for, such attributes of other elements, and of blanks at a tag all but the first. One pass reads tags,
 * attributes, comments and raw text as the parser's tokenizer does, and ends, the rest of the page untouched, where it is not sure: at a tag with a stray quote,
 * at an element of raw text that does not end.
 */
final class HtmlLean {
  /** Attributes that the renderer, its landmarks, its clues and the page's shape ask for, of any element. */
  private static final long[] KEPT =
      keys("class", "id", "hidden", "aria-hidden", "role", "itemprop", "itemscope", "itemtype", "content", "datetime", "property");

  /** Elements whose own attributes are asked for, or by which the parser tells them apart: of formatting elements it keeps no more than three alike open. */
  private static final long[] WHOLE =
      keys("html", "base", "section", "b", "big", "code", "em", "font", "i", "nobr", "s", "small", "strike", "strong", "tt", "u", "annotation-xml");

  private static final long[] RAW = keys("title", "textarea", "xmp", "iframe", "noembed", "noframes");
  /** Elements in which every blank counts. */
  private static final long[] BLANKS = keys("pre", "listing", "textarea", "plaintext");

  /** Elements that the parser opens again, if they were left open, before the next text, be it a blank. */
  private static final long[] FORMATTING = keys("a", "b", "big", "code", "em", "font", "i", "nobr", "s", "small", "strike", "strong", "tt", "u");

  private static final long[] BLOCKS = keys(Tags.with(Tags.BLOCK));

  private static final long A = key("a");
  private static final long LINK = key("link");
  private static final long META = key("meta");
  private static final long SCRIPT = key("script");
  private static final long INPUT = key("input");
  private static final long PLAINTEXT = key("plaintext");
  private static final long HREF = key("href");
  private static final long HTTP_EQUIV = key("http-equiv");
  private static final long ITEMPROP = key("itemprop");
  private static final long NAME = key("name");
  private static final long PROPERTY = key("property");
  private static final long REL = key("rel");
  private static final long STYLE = key("style");
  private static final long TYPE = key("type");

  private final String html;
  /** The page; what is written never overtakes what is read. */
  private final char[] chars;

  private final int length;
  private int copied;
  private int written;
  private int nextComment = -1;
  private int nextOddEnd = -1;

  /** The tag read last. */
  private long element;

  private int nameEnd;
  private int valueStart;
  private int valueEnd;
  private final int[] open = new int[FORMATTING.length];
  private int openFormatting;
  private boolean isJsonLd;
  private boolean isOtherLink;
  private boolean isAsked;
  private boolean isSelfClosed;
  private boolean blanksCount;

  /** Whether an element has begun: what stands before it decides how the parser reads the page. */
  private boolean isBegun;

  private HtmlLean(String html) {
    this.html = html;
    this.chars = html.toCharArray();
    this.length = chars.length;
  }

  /** The page without its ballast, or the page itself when there is none. */
  static String of(String html) {
    HtmlLean lean = new HtmlLean(html);
    lean.read();
    lean.cut(lean.length, lean.length);
    return lean.written == lean.length ? html : new String(lean.chars, 0, lean.written);
  }

  private static long[] keys(String... names) {
    long[] keys = Arrays.stream(names).mapToLong(HtmlLean::key).toArray();
    Arrays.sort(keys);
    return keys;
  }

  private static long key(String name) {
    long key = 0;
    for (int i = 0; i < name.length(); i++) {
      key = key(key, name.charAt(i));
    }
    return key;
  }

  /** A name as a number, letter by letter, without regard to case. Names of more than nine letters may share one; that keeps an attribute too many. */
  private static long key(long key, char c) {
    return key << 7 ^ (c | 0x20);
  }

  private void read() {
    int i = html.indexOf('<');
    while (i >= 0 && i + 1 < length) {
      char c = chars[i + 1];
      int next;
      if (isLetter(c)) {
        next = element(i + 1);
      } else if (c == '!') {
        next = comment(i);
      } else if (c == '/') {
        next = i + 2 < length && isLetter(chars[i + 2]) ? tag(i + 2, false) : html.indexOf('>', i) + 1;
      } else if (c == '?') {
        next = html.indexOf('>', i) + 1;
      } else {
        next = i + 1;
      }
      if (next <= 0) {
        return;
      }
      i = html.indexOf('<', next);
      if (i > next && !blanksCount) {
        blanks(next, i);
      }
    }
  }

  /** Cuts out all blanks but the first at either end of the text between two tags, and all of them where nothing else stands behind a block. */
  private void blanks(int from, int to) {
    int i = from;
    while (i < to && isBlank(chars[i])) {
      i++;
    }
    if (i == to && openFormatting == 0 && to + 1 < length && (isLetter(chars[to + 1]) || chars[to + 1] == '/') && Arrays.binarySearch(BLOCKS, element) >= 0) {
      cut(from, to);
      return;
    }
    if (i > from + 1) {
      cut(from + 1, i);
    }
    int k = to;
    while (k > i && isBlank(chars[k - 1])) {
      k--;
    }
    if (k > i && to > k + 1) {
      cut(k + 1, to);
    }
  }

  /** Reads the start tag whose name begins at a place, and what is no markup behind it; the end, or -1. */
  private int element(int at) {
    cut(at - 1, at - 1);
    int before = written;
    int end = tag(at, true);
    if (end < 0) {
      // what was moved over the tag's own chars is taken back
      html.getChars(at - 1, copied, chars, at - 1);
      written = before;
      copied = at - 1;
      return -1;
    }
    long name = element;
    blanksCount |= Arrays.binarySearch(BLANKS, name) >= 0;
    if (name == SCRIPT || name == STYLE) {
      int close = isSelfClosed ? -1 : close(at, nameEnd, end);
      if (close < 0 || name == SCRIPT && (isJsonLd || holdsComment(end, close))) {
        return close;
      }
      int after = tag(close + 2, false);
      if (after > 0 && !leaveOut(before, after)) {
        cut(end, close);
      }
      return after;
    }
    if (Arrays.binarySearch(RAW, name) >= 0) {
      isBegun = true;
      return isSelfClosed ? -1 : close(at, nameEnd, end);
    }
    if (name == LINK && isOtherLink || name == META) {
      if (!isAsked) {
        leaveOut(before, end);
      }
      return end;
    }
    isBegun = true;
    return name == PLAINTEXT ? -1 : end;
  }

  /**
   * Leaves out the element just read, but for one that a page begins with, and one with text or another element right behind it: whether elements touch shows on
   * the page, and halves of a word or a reference must not meet.
   */
  private boolean leaveOut(int before, int end) {
    boolean touches = end < length && !isBlank(chars[end]) && !(chars[end] == '<' && end + 1 < length && (chars[end + 1] == '/' || chars[end + 1] == '!'));
    if (!isBegun || blanksCount || touches) {
      return false;
    }
    written = before;
    copied = end;
    return true;
  }

  /** Reads the tag whose name begins at a place and cuts attributes out of it; one past its {@code >}, or -1 for one that is not plain. */
  private int tag(int at, boolean isStart) {
    int i = at;
    long name = 0;
    while (i < length && (isLetter(chars[i]) || (chars[i] >= '0' && chars[i] <= '9') || chars[i] == '-' || chars[i] == ':' || chars[i] == '_')) {
      name = key(name, chars[i++]);
    }
    element = name;
    nameEnd = i;
    int formatting = Arrays.binarySearch(FORMATTING, name);
    if (formatting >= 0 && (isStart || open[formatting] > 0)) {
      open[formatting] += isStart ? 1 : -1;
      openFormatting += isStart ? 1 : -1;
    }
    isJsonLd = false;
    if (i < length && chars[i] == '>') {
      isSelfClosed = false;
      return i + 1;
    }
    if (i == length || !(isBlank(chars[i]) || chars[i] == '/')) {
      return -1;
    }
    boolean all = !isStart || Arrays.binarySearch(WHOLE, name) >= 0;
    boolean gap = false;
    isOtherLink = false;
    isAsked = false;
    while (true) {
      int before = i;
      while (i < length && (isBlank(chars[i]) || chars[i] == '/')) {
        i++;
      }
      if (i == length) {
        return -1;
      }
      if (chars[i] == '>') {
        isSelfClosed = i > before && chars[i - 1] == '/';
        if (gap && isSelfClosed) {
          space(i - 1);
        }
        return i + 1;
      }
      int from = i;
      long attribute = 0;
      char c;
      while (i < length && (c = chars[i]) > ' ' && c != '/' && c != '>' && c != '=') {
        if (c == '<' || c == '"' || c == '\'') {
          return -1;
        }
        attribute = key(attribute, c);
        i++;
      }
      if (i == from) {
        return -1;
      }
      i = value(i);
      if (i < 0) {
        return -1;
      }
      if (!all && !keeps(name, attribute)) {
        cut(before, i);
        gap = true;
      } else if (gap) {
        space(from);
        gap = false;
      }
    }
  }

  /** One past the value of the attribute whose name ends at a place, or that place when it has none; -1 for one that is not plain. */
  private int value(int at) {
    valueStart = at;
    valueEnd = at;
    int i = at;
    while (i < length && isBlank(chars[i])) {
      i++;
    }
    if (i == length || chars[i] != '=') {
      return at;
    }
    i++;
    while (i < length && isBlank(chars[i])) {
      i++;
    }
    if (i == length || chars[i] == '>') {
      return -1;
    }
    if (chars[i] == '"' || chars[i] == '\'') {
      valueStart = i + 1;
      valueEnd = html.indexOf(chars[i], i + 1);
      return valueEnd < 0 ? -1 : valueEnd + 1;
    }
    valueStart = i;
    while (i < length && chars[i] > ' ' && chars[i] != '>') {
      i++;
    }
    valueEnd = i;
    return i;
  }

  /** Whether somebody may ask for the attribute just read. */
  private boolean keeps(long element, long attribute) {
    isAsked |= attribute == ITEMPROP;
    if (element == META) {
      isAsked |= (attribute == NAME || attribute == PROPERTY || attribute == HTTP_EQUIV) && (valueHolds("&") || HtmlClues.asks(html.substring(valueStart, valueEnd)));
      return true;
    }
    if (attribute == STYLE) {
      return valueHolds("none") || valueHolds("hidden");
    }
    if (element == A) {
      return attribute == HREF || isKept(attribute);
    }
    if (element == SCRIPT && attribute == TYPE) {
      isJsonLd |= valueHolds("ld+json");
      return isJsonLd;
    }
    if (element == LINK) {
      // in most the relation comes first, and only the address of the page itself is asked for
      isOtherLink |= attribute == REL && !valueHolds("canonical");
      return (attribute == HREF || attribute == REL) && !isOtherLink || isKept(attribute);
    }
    return element == INPUT && attribute == TYPE || isKept(attribute);
  }

  private static boolean isKept(long attribute) {
    return Arrays.binarySearch(KEPT, attribute) >= 0;
  }

  /** Whether a word stands in the value just read, or may once its references are resolved. */
  private boolean valueHolds(String word) {
    char first = word.charAt(0);
    for (int i = valueStart; i < valueEnd; i++) {
      if (chars[i] == '&' || ((chars[i] | 0x20) == first && i + word.length() <= valueEnd && html.regionMatches(true, i, word, 0, word.length()))) {
        return true;
      }
    }
    return false;
  }

  /** Leaves out the chars of a span; those before it move up. */
  private void cut(int from, int to) {
    int n = from - copied;
    if (written != copied) {
      System.arraycopy(chars, copied, chars, written, n);
    }
    written += n;
    copied = to;
  }

  /** Parts what follows at a place, behind a cut, from what stands before. */
  private void space(int next) {
    cut(copied, next);
    chars[written++] = ' ';
  }

  /** Reads the comment or declaration that begins at a place and cuts out what it says; one past it, or -1 when it does not end. */
  private int comment(int at) {
    element = 0;
    if (!html.startsWith("<!--", at)) {
      return html.startsWith("<![CDATA[", at) ? -1 : html.indexOf('>', at) + 1;
    }
    if (html.startsWith(">", at + 4) || html.startsWith("->", at + 4)) {
      return html.indexOf('>', at) + 1;
    }
    if (nextOddEnd < at + 4) {
      int odd = html.indexOf("--!>", at + 4);
      nextOddEnd = odd < 0 ? length : odd;
    }
    int end = html.indexOf("-->", at + 4);
    if (nextOddEnd < (end < 0 ? length : end)) {
      return nextOddEnd + 4;
    }
    if (end > at + 4) {
      cut(at + 4, end);
    }
    return end < 0 ? -1 : end + 3;
  }

  /** Whether a script holds a comment of markup, in which the next end tag may not be its own. */
  private boolean holdsComment(int from, int to) {
    if (nextComment < from) {
      int next = html.indexOf("<!--", from);
      nextComment = next < 0 ? length : next;
    }
    return nextComment < to;
  }

  /** Where the end tag of an element of raw text begins, or -1. */
  private int close(int name, int nameEnd, int from) {
    for (int i = html.indexOf("</", from); i >= 0; i = html.indexOf("</", i + 2)) {
      int end = i + 2 + nameEnd - name;
      if (end < length && (chars[end] == '>' || chars[end] == '/' || isBlank(chars[end])) && html.regionMatches(true, i + 2, html, name, nameEnd - name)) {
        return i;
      }
    }
    return -1;
  }

  private static boolean isLetter(char c) {
    return (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
  }

  private static boolean isBlank(char c) {
    return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f';
  }
}
