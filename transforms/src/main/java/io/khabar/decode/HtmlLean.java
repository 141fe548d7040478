package io.khabar.decode;

/**
 * Takes out of a page what no reader sees and no rule looks at, before it is parsed, as a rule well over half of it: scripts (but JSON-LD), styles, what
 * comments say, links and metas that nothing here asks for, such attributes of other elements, and of blanks at a tag all but the first. One pass reads tags,
 * attributes, comments and raw text as the parser's tokenizer does, and ends, the rest of the page untouched, where it is not sure: at a tag with a stray quote,
 * at an element of raw text that does not end.
 */
final class HtmlLean {
  private static final long A = HtmlNames.key("a");
  private static final long LINK = HtmlNames.key("link");
  private static final long META = HtmlNames.key("meta");
  private static final long SCRIPT = HtmlNames.key("script");
  private static final long INPUT = HtmlNames.key("input");
  private static final long PLAINTEXT = HtmlNames.key("plaintext");
  private static final long HREF = HtmlNames.key("href");
  private static final long HTTP_EQUIV = HtmlNames.key("http-equiv");
  private static final long ITEMPROP = HtmlNames.key("itemprop");
  private static final long NAME = HtmlNames.key("name");
  private static final long PROPERTY = HtmlNames.key("property");
  private static final long REL = HtmlNames.key("rel");
  private static final long STYLE = HtmlNames.key("style");
  private static final long SELECT = HtmlNames.key("select");
  private static final long SVG = HtmlNames.key("svg");
  private static final long MATH = HtmlNames.key("math");
  private static final long TYPE = HtmlNames.key("type");

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
  private int says;
  private int nameEnd;
  private int valueStart;
  private int valueEnd;
  private final int[] open = new int[HtmlNames.FORMATS_COUNT];
  private int openFormatting;
  private int foreign;
  private boolean inSelect;
  private boolean isBlankBefore;
  private boolean isJsonLd;
  private boolean isOtherLink;
  private boolean isAsked;
  private boolean isSelfClosed;
  private boolean blanksCount;

  /** Whether an element has begun: what stands before it decides how the parser reads the page. */
  private boolean isBegun;

  private HtmlLean(String html, char[] chars) {
    this.html = html;
    this.chars = chars;
    this.length = html.length();
    html.getChars(0, length, chars, 0);
  }

  /**
   * Writes a page without its ballast.
   *
   * @param chars where to, as long as the page or longer
   * @return how many chars are left
   */
  static int write(String html, char[] chars) {
    HtmlLean lean = new HtmlLean(html, chars);
    lean.read();
    lean.cut(lean.length, lean.length);
    return lean.written;
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
      } else if (c == '/' || c == '?') {
        next = c == '/' && i + 2 < length && isLetter(chars[i + 2]) ? tag(i + 2, false) : html.indexOf('>', i) + 1;
      } else {
        next = i + 1;
      }
      if (next <= 0) {
        return;
      }
      i = next < length && chars[next] == '<' ? next : html.indexOf('<', next);
      isBlankBefore = i > next && !blanksCount && blanks(next, i);
    }
  }

  /**
   * Cuts out all blanks but the first at either end of the text between two tags, and all of them where nothing else stands behind the start of a block. True when
   * a blank is left that nobody needs should a block start behind it.
   */
  private boolean blanks(int from, int to) {
    int i = from;
    while (i < to && isBlank(chars[i])) {
      i++;
    }
    boolean all = i == to && openFormatting == 0;
    if (all && (says & HtmlNames.BLOCK) != 0 && to + 1 < length && (isLetter(chars[to + 1]) || chars[to + 1] == '/')) {
      cut(from, to);
      return false;
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
    return all;
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
    int says = this.says;
    if (isBlankBefore && (says & HtmlNames.BLOCK) != 0) {
      System.arraycopy(chars, before, chars, before - 1, written - before);
      written--;
    }
    blanksCount |= (says & HtmlNames.BLANKS) != 0;
    if (inSelect && (name == STYLE || (says & HtmlNames.RAW) != 0)) {
      // a choice knows options and scripts only
      return -1;
    }
    if (name == SVG || name == MATH) {
      foreign += isSelfClosed ? 0 : 1;
      return end;
    }
    if (name == SCRIPT || name == STYLE) {
      int close = isSelfClosed ? -1 : close(at, nameEnd, end);
      // within a drawing code is markup as well
      if (close < 0 || foreign > 0 || name == SCRIPT && (isJsonLd || holdsComment(end, close))) {
        return close;
      }
      int after = tag(close + 2, false);
      if (after > 0 && !leaveOut(before, after)) {
        cut(end, close);
      }
      return after;
    }
    if ((says & HtmlNames.RAW) != 0) {
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

  /** Leaves out the element just read, but for one that a page begins with, and one with no blank behind it: what it parts must not meet. */
  private boolean leaveOut(int before, int end) {
    if (!isBegun || blanksCount || (end < length && !isBlank(chars[end]))) {
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
      name = HtmlNames.key(name, chars[i++]);
    }
    element = name;
    nameEnd = i;
    inSelect = name == SELECT ? isStart : inSelect;
    if (!isStart && foreign > 0 && (name == SVG || name == MATH)) {
      foreign--;
    }
    says = HtmlNames.says(name);
    if ((says & HtmlNames.FORMATTING) != 0 && (isStart || open[says >> HtmlNames.NUMBER] > 0)) {
      open[says >> HtmlNames.NUMBER] += isStart ? 1 : -1;
      openFormatting += isStart ? 1 : -1;
    }
    boolean all = !isStart || (says & HtmlNames.WHOLE) != 0;
    says = isStart ? says : 0;
    isJsonLd = false;
    if (i < length && chars[i] == '>') {
      isSelfClosed = false;
      return i + 1;
    }
    if (i == length || !(isBlank(chars[i]) || chars[i] == '/')) {
      return -1;
    }
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
        attribute = HtmlNames.key(attribute, c);
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
    return (HtmlNames.says(attribute) & HtmlNames.KEPT) != 0;
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
    says = 0;
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
