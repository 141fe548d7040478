package io.khabar.segment;

import io.khabar.corpus.LineEvidence;
import io.khabar.corpus.LineSpans;
import io.khabar.decode.References;
import io.khabar.model.Block;
import io.khabar.text.Arabic;
import java.util.Arrays;
import java.util.List;

/**
 * The lines of a page with what can be seen of each without any rule. Arrays by line; {@code visible} counts lines that show something.
 */
final class PageLines {
  final String text;
  final PageWords words;
  final int count;
  final int[] start;
  final int[] end;

  /** First and one past the last char that shows. */
  final int[] from;

  final int[] to;
  final int[] firstWord;
  final int[] lastWord;
  final int[] stops;
  final int[] commas;
  final int[] numbers;
  final boolean[] blank;

  /** Ends like a sentence. */
  final boolean[] sentence;

  /** Ends in dots, cut off by the site. */
  final boolean[] cutOff;

  final boolean[] bullet;

  /** Arabic letters and letters of all scripts. */
  final int[] arabic;

  final int[] letters;

  /** A headline cut from behind a cue in the same line. */
  final boolean[] announced;

  /** A headline with a call to read on behind it in the same line. */
  final boolean[] called;

  /** Words that many of the outlet's pages end with. */
  final boolean[] said;

  /** Lines of a form that recurs over the outlet's pages. */
  final boolean[] formed;

  /** The HTML block that covers most of the line, or null. */
  final Block[] block;

  /** What of the page stands on many pages of its outlet. */
  final Recurring recurring;

  PageLines(String text, List<Block> blocks, SegmentRules rules, LineEvidence evidence, String outlet, boolean record) {
    this.text = text;
    this.words = new PageWords(text);
    int[] ends = LineCutter.cut(text, blocks);
    if (blocks.isEmpty() && !record) {
      ends = SqueezedPage.cut(text, words, rules, ends);
    }
    recurring = new Recurring(rules, evidence, outlet, text, words);
    CueCutter cutter = new CueCutter(text, words, rules, evidence, outlet, recurring);
    ends = cutter.cut(ends);
    count = ends.length;
    start = new int[count];
    end = ends;
    from = new int[count];
    to = new int[count];
    firstWord = new int[count];
    lastWord = new int[count];
    stops = new int[count];
    commas = new int[count];
    numbers = new int[count];
    blank = new boolean[count];
    sentence = new boolean[count];
    cutOff = new boolean[count];
    bullet = new boolean[count];
    arabic = new int[count];
    letters = new int[count];
    block = new Block[count];
    announced = new boolean[count];
    called = new boolean[count];
    said = new boolean[count];
    formed = new boolean[count];
    int word = 0;
    int at = 0;
    for (int i = 0; i < count; i++) {
      start[i] = i == 0 ? 0 : ends[i - 1];
      announced[i] = cutter.announced(start[i]);
      called[i] = cutter.called(start[i]);
      said[i] = cutter.said(start[i]);
      formed[i] = cutter.formed(start[i]);
      int a = start[i];
      int b = end[i];
      while (a < b && hides(text.charAt(a))) {
        a++;
      }
      while (b > a && hides(text.charAt(b - 1))) {
        b--;
      }
      from[i] = a;
      to[i] = b;
      blank[i] = a == b;
      while (word < words.count() && words.start(word) < start[i]) {
        word++;
      }
      firstWord[i] = word;
      while (word < words.count() && words.start(word) < end[i]) {
        if (rules.isStopWord(words.hash(word))) {
          stops[i]++;
        }
        if (words.isNumber(word)) {
          numbers[i]++;
        }
        word++;
      }
      lastWord[i] = word;
      look(i);
      while (at < blocks.size() && blocks.get(at).end() <= a) {
        at++;
      }
      if (at < blocks.size() && blocks.get(at).start() < b) {
        block[i] = blocks.get(at);
      }
    }
  }

  private static boolean hides(char c) {
    return LineSpans.isBlank(c) || Arabic.isInvisible(c) || c < ' ';
  }

  private void look(int i) {
    for (int k = from[i]; k < to[i]; k++) {
      char c = text.charAt(k);
      if (Arabic.isLetter(c)) {
        arabic[i]++;
        letters[i]++;
      } else if (c == Arabic.COMMA || c == ',' || c == Arabic.SEMICOLON) {
        commas[i]++;
      } else if (c > '9' && Character.isLetter(c)) {
        letters[i]++;
      }
    }
    if (blank[i]) {
      return;
    }
    int k = to[i] - 1;
    // a closing quote or bracket hides the stop
    while (k > from[i] && "\"'\u00BB\u201D\u2019)]".indexOf(text.charAt(k)) >= 0) {
      k--;
    }
    char last = text.charAt(k);
    cutOff[i] = last == '\u2026' || (last == '.' && k > from[i] && text.charAt(k - 1) == '.');
    sentence[i] = !cutOff[i] && (last == '.' || last == '!' || last == '?' || last == Arabic.QUESTION_MARK || last == '\u06D4');
    char first = text.charAt(from[i]);
    bullet[i] = "\u2022\u25CF\u25AA\u00B7*-\u2013\u00BB\u203A>\u25C4\u25BA#|".indexOf(first) >= 0;
  }

  /** Whether a line opens with a number or a time. */
  boolean startsWithNumber(int i) {
    return wordCount(i) > 0 && words.isNumber(firstWord[i]);
  }

  /** Whether a line is an attribute that lost its tag: {@code content="..."}. */
  boolean attribute(int i) {
    int k = from[i];
    while (k < to[i] && (text.charAt(k) >= 'a' && text.charAt(k) <= 'z' || text.charAt(k) == '-' || text.charAt(k) == ':')) {
      k++;
    }
    if (k - from[i] < 3 || k + 2 >= to[i] || text.charAt(k) != '=') {
      return false;
    }
    char quote = text.charAt(k + 1);
    return (quote == '"' || quote == '\'') && text.charAt(to[i] - 1) == quote;
  }

  /** Whether a line shows a digit of any script. */
  boolean hasDigit(int i) {
    for (int k = from[i]; k < to[i]; k++) {
      if (Arabic.digit(text.charAt(k)) >= 0) {
        return true;
      }
    }
    return false;
  }

  /** Whether a line opens with a mail address or a handle. */
  boolean mailFirst(int i) {
    for (int k = from[i]; k < to[i] && text.charAt(k) < 128 && !LineSpans.isBlank(text.charAt(k)); k++) {
      if (text.charAt(k) == '@') {
        return true;
      }
    }
    return false;
  }

  /** Whether a line ends in a mail address or a handle, and a colon or dash says of whom. */
  boolean endsInMail(int i) {
    int k = to[i] - 1;
    boolean at = false;
    while (k >= from[i] && text.charAt(k) < 128 && !LineSpans.isBlank(text.charAt(k)) && text.charAt(k) != ':') {
      at |= text.charAt(k) == '@';
      k--;
    }
    while (k >= from[i] && LineSpans.isBlank(text.charAt(k))) {
      k--;
    }
    return at && k >= from[i] && (text.charAt(k) == ':' || text.charAt(k) == '-' || text.charAt(k) == '/');
  }

  /** Whether a line is one address, of a page or of a mailbox, and nothing else. */
  boolean address(int i) {
    boolean sign = false;
    for (int k = from[i]; k < to[i]; k++) {
      char c = text.charAt(k);
      if (LineSpans.isBlank(c)) {
        return false;
      }
      sign |= c == '@' || (c == ':' && text.startsWith("://", k)) || (c == 'w' && text.startsWith("www.", k));
    }
    return sign && arabic[i] == 0;
  }

  /** Whether a line shows no letter and no digit. */
  boolean signs(int i) {
    int w = firstWord[i];
    while (w < lastWord[i] && words.isPicture(w)) {
      w++;
    }
    return !blank[i] && w == lastWord[i];
  }

  int wordCount(int i) {
    return lastWord[i] - firstWord[i];
  }

  String line(int i) {
    return text.substring(from[i], to[i]);
  }

  /** A line as a reader sees it: {@code &nbsp;} and its like resolved. */
  String shown(int i) {
    String line = line(i);
    return line.indexOf('&') < 0 ? line : References.mend(line);
  }

  /** Whether two lines say the same words. */
  boolean same(int i, int j) {
    int n = wordCount(i);
    if (n == 0 || n != wordCount(j)) {
      return false;
    }
    for (int k = 0; k < n; k++) {
      if (words.hash(firstWord[i] + k) != words.hash(firstWord[j] + k)) {
        return false;
      }
    }
    return true;
  }

  /** The hashes of a line's words. */
  long[] hashes(int i) {
    long[] h = new long[wordCount(i)];
    for (int k = 0; k < h.length; k++) {
      h[k] = words.hash(firstWord[i] + k);
    }
    return h;
  }

  /** Sorted hashes of a line's words. */
  long[] bag(int i) {
    long[] h = hashes(i);
    Arrays.sort(h);
    return h;
  }

  /** The share of line {@code a}'s words that stand in {@code b} too. */
  double overlap(int a, int b) {
    long[] x = bag(a);
    long[] y = bag(b);
    int same = 0;
    int j = 0;
    for (long h : x) {
      while (j < y.length && y[j] < h) {
        j++;
      }
      if (j < y.length && y[j] == h) {
        same++;
        j++;
      }
    }
    return x.length == 0 ? 0 : (double) same / x.length;
  }

  /** Whether blanks alone, three or more, part a line from the next. */
  boolean spaced(int i) {
    return end[i] - to[i] > 2;
  }

  /** Whether a break of lines ends a line, and not a run of blanks alone. */
  boolean endsInBreak(int i) {
    for (int k = to[i]; k < end[i]; k++) {
      if (LineSpans.isBreak(text.charAt(k))) {
        return true;
      }
    }
    return false;
  }
}
