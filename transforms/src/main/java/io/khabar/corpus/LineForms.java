package io.khabar.corpus;

import io.khabar.text.Arabic;
import io.khabar.text.Hash64;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Forms of the lines that a site puts between a story's paragraphs whatever they say: the signs such a line opens with («1- headline», «▪ headline»), and what
 * stands before its first separator («عاجل | headline») or behind its last one («headline (تفاصيل أوفى)»). No full stop closes them, and a page has one of a form: a
 * list has several. Linear in the text.
 */
public final class LineForms {
  private static final int LEAST_WORDS = 4;
  private static final int LONGEST = 45;

  /** A line of prose has so many words, and a full stop closes it. */
  private static final int LEAST_PROSE = 12;

  /** An ending has so many words at most. */
  private static final int LONGEST_ENDING = 6;

  private static final int LONGEST_BEGINNING = 8;
  private static final int LONGEST_HEADLINE = 26;

  private static final int MOST_SIGNS = 6;
  private static final int MOST = 20;

  private static final long[] NONE = {};

  private static final long SIGNS = 0x7369676e;
  private static final long ENDING = 0x656e64;
  private static final long BEGINNING = 0x626567696eL;

  /** What opens quotations and talk, or parts words: it says nothing of a line. */
  private static final String MUTE = "\"'\u00AB\u00BB\u201C\u201D\u2018\u2019-\u2013\u2014\u0640().,\u060C:&\u2026/!?\u061F{}+%$";

  /** One of these opens a note, a subheading or a tag; several draw a line. */
  private static final String MANY = "*\u2022#";

  private LineForms() {}

  /** The keys of a page's forms below its first prose, of those it has once. */
  static List<Long> of(String text, SiteOpenings.Text words, SiteWords site) {
    Map<Long, Integer> times = new HashMap<>();
    boolean[] prose = {false};
    lines(
        text,
        words,
        (first, last, start, end) -> {
          if (prose[0]) {
            for (long key : keys(text, words, first, last, start, end, site)) {
              if (key != 0) {
                times.merge(key, 1, Integer::sum);
              }
            }
          }
          inside(text, words, first, last, site, (key, sign, word, headline, behind) -> times.merge(key, 1, Integer::sum));
          prose[0] |= prose(text, first, last, end);
        });
    List<Long> once = new ArrayList<>();
    times.forEach(
        (key, n) -> {
          if (n == 1) {
            once.add(key);
          }
        });
    once.sort(null);
    return once.size() > MOST ? once.subList(0, MOST) : once;
  }

  /** What is told of a line that has words. */
  public interface Lines {
    /** Its words and its chars, each with one past the last. */
    void at(int first, int last, int start, int end);
  }

  /** Tells the lines of a text that have words, as {@link LineSpans} parts them; only what stands between words is looked at. */
  public static void lines(String text, SiteOpenings.Text words, Lines told) {
    int first = 0;
    int start = 0;
    for (int w = 0; w < words.count(); w++) {
      int to = w + 1 < words.count() ? words.start(w + 1) : text.length();
      int end = -1;
      int next = to;
      int blanks = 0;
      for (int i = words.end(w); i < to; i++) {
        char c = text.charAt(i);
        blanks = LineSpans.isBlank(c) ? blanks + 1 : 0;
        if (LineSpans.isBreak(c) || blanks == LineSpans.BLOCK_RUN) {
          end = end < 0 ? i : end;
          next = i + 1;
        }
      }
      if (end >= 0 || w + 1 == words.count()) {
        told.at(first, w + 1, start, end < 0 ? to : end);
        first = w + 1;
        start = next;
      }
    }
  }

  /** Whether a line is a paragraph: it has some words, and a full stop closes it. */
  public static boolean prose(String text, int first, int last, int end) {
    return last - first >= LEAST_PROSE && closed(text, end);
  }

  /** The keys of a line's forms; 0 where it has none. */
  public static long[] keys(String text, SiteOpenings.Text words, int first, int last, int start, int end, SiteWords site) {
    return fits(text, first, last, end) ? new long[] {signs(text, words, first, last, start), ending(text, words, first, last, site), beginning(text, words, first, last)} : NONE;
  }

  /** What is told of a form inside a line. */
  public interface Inside {
    /**
     * A form.
     *
     * @param sign the char it begins at
     * @param word its first word
     * @param headline the first word of its headline
     * @param end the first word of what stands behind the headline, or -1 where only the form's beginning is known
     */
    void at(long key, int sign, int word, int headline, int end);
  }

  /** Tells the forms of sentences inside a line that holds more than a paragraph. What follows the headline may be the story's. */
  public static void inside(String text, SiteOpenings.Text words, int first, int last, SiteWords site, Inside told) {
    if (last - first <= LONGEST) {
      return;
    }
    for (int w = first + 1; w < last; w++) {
      int stop = words.end(w - 1);
      while (stop < words.start(w) && text.charAt(stop) != '.') {
        stop++;
      }
      if (stop + 1 >= words.start(w) || text.charAt(stop + 1) == '.' || last - w < LEAST_WORDS) {
        continue;
      }
      int to = Math.min(last, w + LONGEST);
      long signs = signs(text, words, w, to, stop + 1);
      if (signs != 0) {
        int headline = w;
        while (headline < to - LEAST_WORDS && (picture(text, words, headline) || headline == w && words.isNumber(w))) {
          headline++;
        }
        told.at(signs, stop + 1, w, headline, -1);
        continue;
      }
      int begun = begun(text, words, w, to);
      if (begun > 0) {
        told.at(key(BEGINNING, words, w, begun), stop + 1, w, begun, -1);
      }
      for (int e = w + LEAST_WORDS; e < Math.min(to, w + LONGEST_HEADLINE) && !stopped(text, words.end(e - 1), words.start(e)); e++) {
        int end = bracketed(text, words, e, last, site);
        if (end > 0) {
          told.at(key(ENDING, words, e, end), stop + 1, w, w, e);
          break;
        }
      }
    }
  }

  private static boolean stopped(String text, int from, int to) {
    for (int i = from; i < to; i++) {
      if (text.charAt(i) == '.') {
        return true;
      }
    }
    return false;
  }

  /** One past the last word of what stands in brackets from a word on and has a word of the site's, or -1. */
  public static int bracketed(String text, SiteOpenings.Text words, int from, int last, SiteWords site) {
    char open = text.charAt(words.start(from) - 1);
    if (open != '(' && open != '[') {
      return -1;
    }
    int weight = 0;
    for (int w = from; w < Math.min(last - 1, from + LONGEST_ENDING) && !words.isNumber(w); w++) {
      weight += site.weight(words.hash(w));
      char close = text.charAt(words.end(w));
      if (close == ')' || close == ']') {
        return weight > 0 ? w + 1 : -1;
      }
    }
    return -1;
  }

  /** The key of the signs that a line opens with; 0 when they say nothing. */
  private static long signs(String text, SiteOpenings.Text words, int first, int last, int start) {
    int stop = words.start(first);
    boolean numbered = words.isNumber(first) && words.end(first) - stop <= 2;
    int from = start;
    if (numbered) {
      // «1- headline», and not «12 people»
      from = words.end(first);
      stop = words.start(first + 1);
    }
    long key = numbered ? SIGNS + 1 : SIGNS;
    int signs = 0;
    char before = 0;
    for (int i = from; i < stop && signs < MOST_SIGNS; i++) {
      char c = text.charAt(i);
      boolean shows = !LineSpans.isBlank(c) && !Arabic.isInvisible(c) && c >= ' ' && c != '\uFE0F';
      boolean says = numbered ? "-)./\u2013".indexOf(c) >= 0 : MUTE.indexOf(c) < 0 && (MANY.indexOf(c) < 0 || i + 1 < stop && text.charAt(i + 1) == c);
      if (shows && c != before && says) {
        key = Hash64.join(key, c);
        signs++;
        before = c;
      }
    }
    // pictures are words
    for (int w = first; w < last - LEAST_WORDS && !numbered && picture(text, words, w) && signs < MOST_SIGNS; w++) {
      key = Hash64.join(key, words.hash(w));
      signs++;
    }
    return signs == 0 ? 0 : key;
  }

  /** The key of what stands behind a line's last separator; 0 when that is nothing of a site's. */
  private static long ending(String text, SiteOpenings.Text words, int first, int last, SiteWords site) {
    int weight = 0;
    for (int w = last - 1; w > first && last - w <= LONGEST_ENDING && !words.isNumber(w); w--) {
      weight += site.weight(words.hash(w));
      if (strong(text, words.end(w - 1), words.start(w), "([") || weight > 0 && (SiteOpenings.separates(text, words.end(w - 1), words.start(w)) || text.charAt(words.start(w) - 1) == '\u00AB')) {
        return weight > 0 || last - w > 1 ? key(ENDING, words, w, last) : 0;
      }
    }
    return 0;
  }

  /** The key of what stands before a line's first separator, a bar, dots or an arrow; 0 when there is none. */
  private static long beginning(String text, SiteOpenings.Text words, int first, int last) {
    int end = begun(text, words, first, last);
    return end < 0 ? 0 : key(BEGINNING, words, first, end);
  }

  private static int begun(String text, SiteOpenings.Text words, int first, int last) {
    for (int w = first + 1; w < last - 2 && w - first <= LONGEST_BEGINNING && !words.isNumber(w - 1); w++) {
      if (strong(text, words.end(w - 1), words.start(w), "")) {
        return w;
      }
      if (SiteOpenings.separates(text, words.end(w - 1), words.start(w))) {
        return -1;
      }
    }
    return -1;
  }

  /** Whether a separator that hardly stands inside a sentence stands between two words. */
  private static boolean strong(String text, int from, int to, String more) {
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      if (c == '|' || c == '>' || c == '<' || c == '\u2026' || SiteOpenings.arrow(text, i) || c == '.' && text.charAt(i + 1) == '.' || more.indexOf(c) >= 0) {
        return true;
      }
    }
    return false;
  }

  private static long key(long kind, SiteOpenings.Text words, int from, int to) {
    long key = kind;
    for (int w = from; w < to; w++) {
      key = Hash64.join(key, words.hash(w));
    }
    return key;
  }

  private static boolean picture(String text, SiteOpenings.Text words, int w) {
    return SiteOpenings.pictured(text, words.start(w), words.end(w));
  }

  private static boolean fits(String text, int first, int last, int end) {
    return last - first >= LEAST_WORDS && last - first <= LONGEST && !closed(text, end);
  }

  /** Whether a full stop closes a line. */
  private static boolean closed(String text, int end) {
    int i = end - 1;
    while (i > 0 && (LineSpans.isBlank(text.charAt(i)) || Arabic.isInvisible(text.charAt(i)) || "\"'\u00BB\u201D\u2019)]".indexOf(text.charAt(i)) >= 0)) {
      i--;
    }
    return i >= 0 && text.charAt(i) == '.' && (i == 0 || text.charAt(i - 1) != '.');
  }
}
