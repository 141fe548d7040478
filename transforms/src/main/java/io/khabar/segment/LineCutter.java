package io.khabar.segment;

import io.khabar.corpus.LineSpans;
import io.khabar.date.DateLine;
import io.khabar.model.Block;
import java.util.Arrays;
import java.util.List;

/**
 * Cuts a page into lines. Blanks come first ({@link LineSpans}); then what blanks cannot show: borders of HTML blocks, left-over attributes
 * ({@code content="..." />}), and a cue at the start of its line, which is parted from the headline it announces.
 */
final class LineCutter {
  /** A left-over attribute longer than this is none; it also bounds the search. */
  private static final int LONGEST_ATTRIBUTE = 2000;

  /** What lines are drawn with. */
  private static final String RULE_SIGNS = "-\u2013\u2014_=*\u0640~#+\u2500\u2501";

  /** «السبت   29   فبراير   2020   11:11»: a date in so many pieces, of so many chars, may be one line. */
  private static final int MOST_PIECES = 8;

  private static final int LONGEST_DATE = 90;

  /** Dots that are a line and no pause. */
  private static final String DOTS = "........";

  private static final int LEAST_RULE = 4;
  private static final int LEAST_STARS = 3;

  private int[] ends;
  private int count;
  private int equalsAt = -1;

  /** No row of signs with blanks between them begins before this char; what was looked through once is not looked through from each of its signs. */
  private int noSpacedRow;

  /** No row of nothing but ornaments begins before this char, either. */
  private int noOrnaments;

  private LineCutter() {
    ends = new int[64];
  }

  /** The ends of a page's lines, ascending; the last is the text's length. */
  static int[] cut(String text, List<Block> blocks) {
    LineCutter cutter = new LineCutter();
    LineSpans spans = LineSpans.of(text);
    int block = 0;
    for (int i = 0; i < spans.count(); i++) {
      int from = spans.start(i);
      int last = endOfDate(text, spans, i);
      int to = spans.end(last);
      i = last;
      while (block < blocks.size() && blocks.get(block).start() < to) {
        cutter.border(text, blocks.get(block).start(), from, to);
        int end = blocks.get(block).end();
        if (end > to) {
          break;
        }
        cutter.border(text, end, from, to);
        block++;
      }
      cutter.attributes(text, Math.max(from, cutter.last()), to);
      cutter.rules(text, Math.max(from, cutter.last()), to);
      cutter.add(to);
    }
    return Arrays.copyOf(cutter.ends, cutter.count);
  }

  /** Runs of blanks part blocks, but not the day from its month: the last span that holds a piece of the date begun in span {@code i}, or {@code i}. */
  private static int endOfDate(String text, LineSpans spans, int i) {
    int from = spans.start(i);
    int last = i;
    for (int k = i + 1; k < Math.min(spans.count(), i + MOST_PIECES); k++) {
      int border = spans.start(k);
      boolean blanks = !LineSpans.isBreak(text.charAt(border - 1));
      if (!blanks || spans.end(k) - from > LONGEST_DATE) {
        break;
      }
      if (DateLine.crosses(text.substring(from, spans.end(k)), spans.start(last + 1) - from)) {
        last = k;
      }
    }
    return last;
  }

  private int last() {
    return count == 0 ? 0 : ends[count - 1];
  }

  private void add(int end) {
    if (end <= last()) {
      return;
    }
    if (count == ends.length) {
      ends = Arrays.copyOf(ends, count * 2);
    }
    ends[count++] = end;
  }

  private static boolean shows(String text, int from, int to) {
    for (int i = from; i < to; i++) {
      if (!LineSpans.isBlank(text.charAt(i))) {
        return true;
      }
    }
    return false;
  }

  /** A block's border cuts only where something shows on both sides. */
  private void border(String text, int at, int from, int to) {
    if (at > from && at < to && at > last() && shows(text, Math.max(from, last()), at) && shows(text, at, to)) {
      add(at);
    }
  }

  /** A run of dashes, stars or the like between blanks is a line of its own; so are three stars with a blank between them («*** ***») and three of what no sentence has («###»). */
  private void rules(String text, int from, int to) {
    int i = from;
    while (i < to) {
      char c = text.charAt(i);
      // nearly all there is
      if (c >= '\u0620' && c < '\u0700' && c != '\u0640' || c == ' ') {
        i++;
        continue;
      }
      if (RULE_SIGNS.indexOf(c) < 0 && !text.startsWith(DOTS, i)) {
        i = isLetter(c) || c == ' ' ? i + 1 : pattern(text, i, from, to);
        continue;
      }
      int b = i + 1;
      int signs = 1;
      boolean spaced = false;
      while (b < to) {
        boolean again = text.charAt(b) == c;
        boolean blank = !again && c != '\u0640' && LineSpans.isBlank(text.charAt(b)) && b + 1 < to && text.charAt(b + 1) == c;
        if (!again && !blank) {
          break;
        }
        signs++;
        spaced |= blank;
        b += again ? 1 : 2;
      }
      boolean free = (i == from || LineSpans.isBlank(text.charAt(i - 1)) || c != '\u0640' && !spaced) && (b == to || LineSpans.isBlank(text.charAt(b)) || c != '\u0640' && !spaced);
      if (signs >= (c == '*' && spaced || "#=~_\u0640".indexOf(c) >= 0 ? LEAST_STARS : LEAST_RULE) && free) {
        border(text, i, from, to);
        border(text, b, from, to);
        i = b;
      } else {
        i = Math.max(b, pattern(text, i, from, to));
      }
    }
  }

  /** A row of ornaments («◆◆◆») or of signs with blanks between them («= - = -», «. . . .») is a line of its own, too; the char behind it, or behind {@code i}. */
  private int pattern(String text, int i, int from, int to) {
    char first = text.charAt(i);
    if (!sign(first) || i > from && !LineSpans.isBlank(text.charAt(i - 1)) && !ornament(first)) {
      return i + 1;
    }
    if (i < noSpacedRow && i < noOrnaments) {
      return i + 1;
    }
    int b = i;
    int end = i;
    int signs = 0;
    int ornaments = 0;
    int other = i;
    boolean spaced = i >= noSpacedRow;
    while (b < to && (spaced || ornaments == signs)) {
      char c = text.charAt(b);
      if (part(c) && b > i) {
        // the second half of a picture's code, or how it is drawn
        end = b + 1;
      } else if (sign(c)) {
        if (spaced && b > i && !LineSpans.isBlank(text.charAt(b - 1))) {
          spaced = false;
          noSpacedRow = b;
        }
        signs++;
        ornaments += ornament(c) ? 1 : 0;
        other = ornament(c) ? other : b;
        end = b + 1;
      } else if (!LineSpans.isBlank(c) || LineSpans.isBlank(text.charAt(b - 1))) {
        break;
      }
      b++;
    }
    boolean free = end == to || LineSpans.isBlank(text.charAt(end)) || ornaments == signs;
    if (free && (ornaments == signs ? signs >= LEAST_STARS : spaced && signs >= LEAST_RULE)) {
      border(text, i, from, to);
      border(text, end, from, to);
      return end;
    }
    noSpacedRow = spaced && !free ? end : noSpacedRow;
    noOrnaments = Math.max(noOrnaments, other);
    return i + 1;
  }

  private static boolean part(char c) {
    return c == '\uFE0F' || c >= '\uDC00' && c <= '\uDFFF';
  }

  /** Bullets, stars, squares, pictures: signs that no sentence has three of. */
  private static boolean ornament(char c) {
    return c >= '\uD83C' && c <= '\uD83E' || c == '\u2022' || c == '\u00B7' || c >= '\u2500' && c <= '\u27BF' || c >= '\u2B00' && c <= '\u2BFF';
  }

  private static boolean sign(char c) {
    return ornament(c) || c == '.' || RULE_SIGNS.indexOf(c) >= 0 && c != '\u0640';
  }

  private static boolean isLetter(char c) {
    return c >= '\u0620' && c < '\u0700' || c < 128 && c != '.';
  }

  private void attributes(String text, int from, int to) {
    int i = from;
    int close = -1;
    while (i < to) {
      int equals = nextEquals(text, i);
      if (equals + 1 >= to) {
        return;
      }
      char quote = text.charAt(equals + 1);
      int name = equals;
      while (name > from && isNameChar(text.charAt(name - 1))) {
        name--;
      }
      if ((quote != '"' && quote != '\'') || name == equals) {
        i = equals + 1;
        continue;
      }
      if (close < equals + 2) {
        // looked for once, so that a line of quotes costs one pass
        close = text.indexOf("/>", equals + 2);
        close = close < 0 ? Integer.MAX_VALUE - 2 : close;
      }
      if (close + 2 > to || close - equals > LONGEST_ATTRIBUTE) {
        i = equals + 1;
        continue;
      }
      if (name > from) {
        add(name);
      }
      add(close + 2);
      i = close + 2;
    }
  }

  /** Looked for once per sign, however many lines ask. */
  private int nextEquals(String text, int from) {
    if (equalsAt < from) {
      equalsAt = text.indexOf('=', from);
      equalsAt = equalsAt < 0 ? Integer.MAX_VALUE - 1 : equalsAt;
    }
    return equalsAt;
  }

  private static boolean isNameChar(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-' || c == ':';
  }
}
