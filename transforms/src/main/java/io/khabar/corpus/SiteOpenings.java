package io.khabar.corpus;

import io.khabar.text.Arabic;
import io.khabar.text.Hash64;
import io.khabar.text.Words;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What a page adds to the counts of sentences that a site repeats: how each sentence with one of the {@link SiteWords} or the outlet's own name near its
 * beginning opens, and how it goes on. In an article of one line nothing shows where such a sentence ends, and behind a label («لا يفوتك:») stands another headline
 * each time; but what all its pages have in common ends there. A sentence begins with a line or behind a stop. Linear in the text, with a bound for a page.
 */
public final class SiteOpenings {
  /** So many words make an opening. */
  public static final int WORDS = 4;

  /** A label («فيديو قد يهمك:») has so many words at most. */
  public static final int LONGEST_LABEL = 8;

  private static final int SHORTEST_LABEL = 1;
  private static final int LONGEST = 40;

  /** How far from its beginning a sentence says that it is the site's. */
  private static final int REACH = 12;

  /** A site asks its readers in so many words at most («ما رأيكم في هذا القرار؟»). */
  private static final int LONGEST_QUESTION = 14;

  /** A sentence of so many words is a story's. */
  private static final int LEAST_PROSE = 12;

  private static final int MOST = 60;
  private static final int LEAST_NAME = 2;

  /** So many signs draw a line. */
  private static final int LEAST_RULE = 3;

  /** What parts a label from its headline when blanks stand on both sides: a closing quote, a dash, a slash. */
  private static final String DASHES = "\u00BB-\u2013\u2014/";

  private static final long OPENING = 0x6f70656e;
  private static final long LABEL = 0x6c6162656cL;
  static final long NUMBER = 0x23;

  private SiteOpenings() {}

  /** The words of a text, as those ask who have them in other forms. */
  public interface Text {
    int count();

    long hash(int word);

    boolean isNumber(int word);

    int start(int word);

    int end(int word);
  }

  /** Words with hashes worked out before. */
  private record Hashed(Words words, long[] hashes) implements Text {
    @Override
    public int count() {
      return hashes.length;
    }

    @Override
    public long hash(int word) {
      return hashes[word];
    }

    @Override
    public boolean isNumber(int word) {
      return hashes[word] == NUMBER;
    }

    @Override
    public int start(int word) {
      return words.start(word);
    }

    @Override
    public int end(int word) {
      return words.end(word);
    }
  }

  /**
   * The openings and labels of a page's sentences, each once; of the same form as lines, and with what follows an opening.
   *
   * @param hashes the words', of each number {@link #NUMBER}
   */
  static List<LineCount> of(String text, Words words, long[] hashes, String outlet, SiteWords siteWords) {
    long[] name = name(outlet);
    List<LineCount> found = new ArrayList<>();
    Set<Long> seen = new HashSet<>();
    long around = 0;
    int longest = 0;
    boolean prose = false;
    for (int from = 0; from < hashes.length; ) {
      int to = from + 1;
      while (to < hashes.length && !begins(text, words.end(to - 1), words.start(to))) {
        to++;
      }
      boolean site = speaks(hashes, from, Math.min(to, from + REACH), siteWords);
      for (int w = from; w < Math.min(to, from + REACH) && !site; w++) {
        site = named(hashes, w, to, name);
      }
      if (!site && to - from > longest) {
        longest = to - from;
        around = key(hashes, from, Math.min(to, from + LONGEST), 0);
      }
      boolean asks = to - from <= LONGEST_QUESTION && asks(text, words.end(to - 1), to < hashes.length ? words.start(to) : text.length());
      // a line of a story ends in a full stop; what opens alike on many pages and does not is the site's
      boolean leftOver = prose && to - from <= LONGEST && unclosed(text, words.end(to - 1), to < hashes.length ? words.start(to) : text.length());
      if ((site || asks || leftOver) && found.size() < MOST) {
        if (to - from >= WORDS && seen.add(key(hashes, from, from + WORDS, OPENING))) {
          int[] follows = new int[Math.min(to, from + LONGEST) - from - WORDS];
          for (int k = 0; k < follows.length; k++) {
            follows[k] = Long.hashCode(hashes[from + WORDS + k]);
          }
          found.add(new LineCount(outlet, key(hashes, from, from + WORDS, OPENING), 1, new long[0], follows));
        }
      }
      // what stands before a colon on many pages is a label whatever its words are; above the first prose it is a dateline
      int label = found.size() < MOST && (site || prose) ? labelEnd(text, words, from, to) : -1;
      if (label > 0 && (prose && label - from > 1 || speaks(hashes, from, label, siteWords)) && seen.add(key(hashes, from, label, LABEL))) {
        found.add(new LineCount(outlet, key(hashes, from, label, LABEL), 1, new long[0], new int[0]));
      }
      prose |= to - from >= LEAST_PROSE;
      from = to;
    }
    for (long form : LineForms.of(text, new Hashed(words, hashes), siteWords)) {
      found.add(new LineCount(outlet, form, 1, new long[0]));
    }
    long[] surroundings = {Hash64.mix(around)};
    List<LineCount> counts = new ArrayList<>(found.size());
    for (LineCount count : found) {
      counts.add(new LineCount(outlet, count.template(), 1, surroundings, count.follows()));
    }
    return counts;
  }

  /** One past the last word of a label that some words open with, or -1; the separator may be two dots, which part no sentences. */
  private static int labelEnd(String text, Words words, int from, int to) {
    for (int w = from + SHORTEST_LABEL; w <= Math.min(to - 1, from + LONGEST_LABEL); w++) {
      if (separates(text, words.end(w - 1), words.start(w))) {
        return w;
      }
    }
    return -1;
  }

  /** The key of the opening at a word that has three more behind it. */
  static long opening(Text words, int at) {
    return key(words, at, at + WORDS, OPENING);
  }

  /** The key of a label. */
  static long label(Text words, int from, int to) {
    return key(words, from, to, LABEL);
  }

  private static long key(Text words, int from, int to, long kind) {
    long key = kind;
    for (int w = from; w < to; w++) {
      key = Hash64.join(key, words.isNumber(w) ? NUMBER : words.hash(w));
    }
    return key;
  }

  private static long key(long[] hashes, int from, int to, long kind) {
    long key = kind;
    for (int w = from; w < to; w++) {
      key = Hash64.join(key, hashes[w]);
    }
    return key;
  }

  private static boolean speaks(long[] hashes, int from, int to, SiteWords site) {
    for (int w = from; w < to; w++) {
      if (site.weight(hashes[w]) > 0) {
        return true;
      }
    }
    return false;
  }

  /** Whether a sentence ends as a question. */
  public static boolean asks(String text, int end, int start) {
    for (int i = end; i < start; i++) {
      if (text.charAt(i) == Arabic.QUESTION_MARK || text.charAt(i) == '?') {
        return true;
      }
    }
    return false;
  }

  /** Whether a sentence begins behind what stands between two words. */
  public static boolean begins(String text, int end, int start) {
    int rule = 0;
    boolean quoted = false;
    for (int i = end; i < start; i++) {
      char c = text.charAt(i);
      // what follows a headline in quotes or brackets is another sentence («headline».. اضغط هنا)
      if (quoted && c == '.' && i + 1 < start && text.charAt(i + 1) == '.') {
        return true;
      }
      quoted |= c == '\u00BB' || c == ')' || c == ']' || c == '\u201D';
      rule += "-=#_\u0640\u2014~".indexOf(c) >= 0 ? 1 : 0;
      boolean dots = c == '.' && (i + 1 < start && text.charAt(i + 1) == '.' || i > end && text.charAt(i - 1) == '.');
      boolean inside = c == '.' && i + 1 == start;
      if (c == '!' || c == '?' || c == Arabic.QUESTION_MARK || c == '*' || c == '\u2022' || c == '.' && !dots && !inside || LineSpans.isBreak(c) || rule == LEAST_RULE) {
        return true;
      }
    }
    return false;
  }

  /** Whether a label ends in what stands between two words: a colon, a bar, an arrow, two dots, a dash that stands free. */
  public static boolean separates(String text, int end, int start) {
    for (int i = end; i < start; i++) {
      char c = text.charAt(i);
      if (c == ':' || c == '|' || c == '>' || c == '\u203A' || c == '\u2026' || c == '\uFF1A' || arrow(text, i) || c == '.' && i + 1 < start && text.charAt(i + 1) == '.') {
        return true;
      }
      boolean free = i > end && i + 1 < start && LineSpans.isBlank(text.charAt(i - 1)) && LineSpans.isBlank(text.charAt(i + 1));
      if (free && DASHES.indexOf(c) >= 0) {
        return true;
      }
    }
    return false;
  }

  /** Whether an arrow or a pointing hand stands at a char. */
  public static boolean arrow(String text, int i) {
    char c = text.charAt(i);
    if (c < '\u2190') {
      return false;
    }
    boolean hand = c == '\uD83D' && i + 1 < text.length() && text.charAt(i + 1) >= '\uDC46' && text.charAt(i + 1) <= '\uDC49';
    boolean triangle = c == '\u25B6' || c == '\u25BA' || c == '\u25C0' || c == '\u25C4';
    return hand || triangle || c <= '\u21FF' || c >= '\u2794' && c <= '\u27BE' || c >= '\u2B05' && c <= '\u2B0D';
  }

  /** Whether a picture of a letter's size (an emoji) stands between two chars. */
  public static boolean pictured(String text, int from, int to) {
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      if (c >= '\uD83C' && c <= '\uD83E' || c >= '\u2600' && c <= '\u27BF' || c >= '\u231A' && c <= '\u23FF' || c >= '\u2B05' && c <= '\u2B55') {
        return true;
      }
    }
    return false;
  }

  /** Whether a line or the text ends between two words and no full stop closes it. */
  static boolean unclosed(String text, int end, int start) {
    boolean ends = start == text.length();
    for (int i = end; i < start; i++) {
      char c = text.charAt(i);
      if (c == '.') {
        return false;
      }
      if (LineSpans.isBreak(c)) {
        return true;
      }
    }
    return ends;
  }

  private static long[] name(String outlet) {
    Words words = Words.of(outlet);
    long[] name = new long[words.count()];
    for (int w = 0; w < name.length; w++) {
      name[w] = words.hash(w);
    }
    return name.length < LEAST_NAME ? new long[0] : name;
  }

  private static boolean named(long[] hashes, int at, int to, long[] name) {
    if (name.length == 0 || at + name.length > to) {
      return false;
    }
    for (int k = 0; k < name.length; k++) {
      if (hashes[at + k] != name[k]) {
        return false;
      }
    }
    return true;
  }
}
