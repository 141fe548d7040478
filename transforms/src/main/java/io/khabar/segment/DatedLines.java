package io.khabar.segment;

import io.khabar.corpus.LineSpans;
import io.khabar.date.DateForm;
import io.khabar.date.DateLine;
import io.khabar.date.FoundDate;
import io.khabar.model.Kind;
import io.khabar.text.Arabic;
import io.khabar.text.MatchKey;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Lines that hold a date among other things a page prints below its headline: who wrote, from where, how many comments («كتب: name | date», «place في date (agency)»,
 * «date | 3 دقائق»). Evidence is summed: how the date is printed and what is known of the pieces beside it speaks for a stamp; words that no list knows speak against it,
 * little when a sign parts them from the date, more when they lead on to it or are a sentence's.
 */
final class DatedLines {
  private static final int MOST_WORDS = 34;

  /** What the evidence for a stamp must outweigh the words beside it by. */
  private static final double ENOUGH = 0.7;

  /** What a piece that signs the story says for it. */
  private static final double SIGNED = 3;

  /** What words that no list knows say against a stamp: little when parted from it. */
  private static final double PARTED_WORD = 0.25;

  private static final String IN = MatchKey.of("\u0641\u064A");
  private static final String FROM = MatchKey.of("\u0645\u0646");

  /** Signs that part things on a page, and never clauses. */
  private static final String BARS = "|\u2022\u00B7\u00BB\u00AB\u25AA\u25CF\u25CA\u25A0\u2023\u2027\u203A\u2039>";

  /** How much of what a sentence's words say against a stamp counts beyond such a sign. */
  private static final double BEYOND_BAR = 0.4;

  /** The score of a phrase that is a whole line. */
  private static final double A_LINE = 2;

  private static final int MANY = 4;
  private static final double MANY_WORDS = 0.5;
  private static final double GLUED = 0.8;

  /** Before a date an unknown word is a source's more often than the day's: what days are named after is listed. */
  private static final double GLUED_BEFORE = 0.2;

  private static final double GLUED_WORD = 0.25;

  /** Words that lead on to a date, or hang on it, as prose does. */
  private static final double PROSE = 1.5;

  /** A piece that is known for what sites print beside a date. */
  private static final double KNOWN = 0.5;

  private static final int MOST_KNOWN = 2;

  private static final int LONGEST_COUNT = 5;
  private static final int LONGEST_UNKNOWN = 3;
  private static final double RELATIVE = 0.8;

  /** A colon or comma behind a date leads on to a sentence: «13 مايو 2022: ...». */
  private static final String LEADING_ON = ":\u060C,\u061B";

  /** Signs that part no pieces: they stand inside a name or a number. */
  private static final String INSIDE = ".'\u2019&%#\u066B\u066C";

  private final SegmentRules rules;

  DatedLines(SegmentRules rules) {
    this.rules = rules;
  }

  /**
   * A line that is dated.
   *
   * @param kind {@code BYLINE} when it says who wrote, else {@code DATELINE}
   * @param margin how much the evidence for a stamp outweighs what speaks against it, at least 0
   */
  record Dated(Kind kind, double margin) {}

  /** What a line with a date is, or null when it is no stamp. */
  Dated read(String line) {
    DateForm form = DateForm.of(line);
    if (form.score() <= 0) {
      return null;
    }
    PageWords words = new PageWords(line);
    if (words.count() > MOST_WORDS) {
      return null;
    }
    Sum sum = new Sum();
    sum.score = form.score();
    int from = 0;
    List<int[]> said = form.said();
    for (int d = 0; d <= said.size(); d++) {
      int to = d == said.size() ? line.length() : said.get(d)[0];
      gap(line, from, to, d > 0, d < said.size(), form, sum);
      from = d == said.size() ? to : said.get(d)[1];
    }
    sum.score += Math.min(MOST_KNOWN, sum.known) * KNOWN;
    return sum.score < ENOUGH ? null : new Dated(sum.signed ? Kind.BYLINE : Kind.DATELINE, sum.score - ENOUGH);
  }

  private static final class Sum {
    double score;
    int known;
    boolean signed;

    /** Whether words that no list knows stand right before the last date. */
    boolean ledOn;
  }

  /** What stands between two dates, or between a date and an end of the line. */
  private void gap(String line, int from, int to, boolean dateBefore, boolean dateAfter, DateForm form, Sum sum) {
    List<int[]> pieces = pieces(line, from, to);
    boolean ledOn = false;
    // «وثيقة 9 نيسان 2003»: in quotes with the words before it
    sum.score -= dateAfter && line.lastIndexOf('\u00AB', to) > Math.max(from - 1, line.lastIndexOf('\u00BB', to)) ? PROSE : 0;
    // «13 مايو 2022.. ...»: what a headline says of the day
    sum.score -= dateBefore && (line.startsWith("..", from) || line.startsWith("\u2026", from)) ? 2 * PROSE : 0;
    for (int p = 0; p < pieces.size(); p++) {
      int[] piece = pieces.get(p);
      String text = line.substring(piece[0], piece[1]);
      PageWords words = new PageWords(text);
      String rest = line.substring(piece[0], to);
      if (rules.labelLength(new PageWords(rest), rest, Kind.BYLINE) > 0) {
        sum.signed = true;
        sum.score += SIGNED;
        continue;
      }
      boolean first = p == 0 && dateBefore && !parted(line, from, piece[0], "");
      boolean last = p + 1 == pieces.size() && dateAfter && !parted(line, piece[1], to, "");
      Names.Part part = rules.names().part(text);
      sum.signed |= part == Names.Part.PERSON;
      // «صورة من 5 مايو 2010»: what leads on to the date tells of the day
      if (part != Names.Part.UNKNOWN || said(text, words) && !(last && form.led())) {
        sum.known++;
        continue;
      }
      boolean bar = !first && !last && (parted(line, from, piece[0], BARS) || parted(line, piece[1], to, BARS));
      sum.score -= cost(text, words, first, last, form.led()) * (bar ? BEYOND_BAR : 1);
      // «ضحايا حريق 13 مايو 2022 يعودون»: a sentence goes on through its date
      sum.score -= first && sum.ledOn ? PROSE : 0;
      ledOn = last;
      if (p == 0 && dateBefore && !first && parted(line, from, piece[0], LEADING_ON) && words.count() > LONGEST_UNKNOWN) {
        sum.score -= PROSE;
      }
    }
    sum.ledOn = ledOn;
  }

  private double cost(String text, PageWords words, boolean behindDate, boolean beforeDate, boolean led) {
    boolean[] known = known(words);
    int person = person(text, words);
    Arrays.fill(known, 0, person, true);
    int few = 0;
    for (int w = 0; w < words.count(); w++) {
      // a letter and a word of another script are a button's or a site's
      known[w] |= words.isNumber(w) || words.keyLength(w) == 1 || !Arabic.isLetter(words.keyChar(w, 0));
      few += known[w] ? 0 : 1;
    }
    int unknown = 0;
    double cost = 0;
    for (int w = 0; w < words.count(); w++) {
      if (known[w]) {
        continue;
      }
      unknown++;
      // «5 مايو 2019 في أخبار»
      boolean filed = w == 0 && behindDate && few <= LONGEST_UNKNOWN && (words.key(w).equals(IN) || words.key(w).equals(FROM));
      cost += !filed && rules.isStopWord(words.hash(w)) || rules.reports(words, w) ? PROSE : 0;
    }
    if (behindDate || beforeDate) {
      boolean glued = beforeDate && !known[words.count() - 1] || behindDate && !known[0];
      cost += glued ? beforeDate ? GLUED_BEFORE : GLUED : 0;
      cost += GLUED_WORD * unknown;
      cost += beforeDate && led && glued ? PROSE : 0;
    } else {
      cost += PARTED_WORD * unknown;
    }
    cost += Math.max(0, unknown - MANY) * MANY_WORDS;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean dots = c == '\u2026' || c == '.' && i + 1 < text.length() && text.charAt(i + 1) == '.';
      cost += dots || c == Arabic.QUESTION_MARK || c == '!' ? PROSE : 0;
    }
    return cost;
  }

  /** How many words at a piece's beginning name a person who goes on to be described. */
  private int person(String text, PageWords words) {
    for (int n = Math.min(LONGEST_UNKNOWN, words.count() - 1); n >= 2; n--) {
      if (rules.names().part(text.substring(0, words.end(n - 1))) == Names.Part.PERSON) {
        return n;
      }
    }
    return 0;
  }

  /** Which words stand in phrases that a site prints as lines of their own: buttons, counters, the names of networks. */
  private boolean[] known(PageWords words) {
    boolean[] known = new boolean[words.count()];
    rules.phrases().find(words, 0, words.count(), (phrase, a, b) -> {
      if (phrase.kind() == Kind.NAV && phrase.score() >= A_LINE && (phrase.where() == Phrase.Where.LINE || phrase.where() == Phrase.Where.START)) {
        // «3 تعليقات على ...»: what begins so goes on to the end
        Arrays.fill(known, a, phrase.where() == Phrase.Where.LINE ? b : known.length, true);
      }
    });
    return known;
  }

  /** A line without its dates, for those who read names. */
  static String withoutDates(String line, List<FoundDate> dates) {
    StringBuilder rest = new StringBuilder();
    int from = 0;
    for (FoundDate date : dates) {
      int end = date.start();
      while (end > from && !shows(line.charAt(end - 1))) {
        end--;
      }
      rest.append(line, from, withoutPreposition(line, from, end, end)).append(" | ");
      from = date.end();
    }
    return rest.append(line, from, line.length()).toString();
  }

  private static List<int[]> pieces(String line, int from, int to) {
    List<int[]> pieces = new ArrayList<>();
    int start = from;
    for (int i = from; i <= to; i++) {
      if (i < to && !parts(line, i)) {
        continue;
      }
      int a = start;
      int b = i;
      while (a < b && !shows(line.charAt(a))) {
        a++;
      }
      while (b > a && !shows(line.charAt(b - 1)) && line.charAt(b - 1) != Arabic.QUESTION_MARK && line.charAt(b - 1) != '!') {
        b--;
      }
      if (b > a) {
        pieces.add(new int[] {a, b});
      }
      start = i + 1;
    }
    return pieces;
  }

  /** Whether a char parts what stands before it from what stands behind: any sign but those of names, numbers and sentences; two blanks too. */
  private static boolean parts(String line, int i) {
    char c = line.charAt(i);
    if (LineSpans.isBlank(c)) {
      return i + 1 < line.length() && LineSpans.isBlank(line.charAt(i + 1));
    }
    if (c == Arabic.TATWEEL) {
      // a dash between names, within a word none
      return i == 0 || !shows(line.charAt(i - 1));
    }
    if (shows(c) || Arabic.isMark(c) || INSIDE.indexOf(c) >= 0 || c == Arabic.QUESTION_MARK || c == '!' || Character.getType(c) == Character.FORMAT) {
      return false;
    }
    return true;
  }

  /** «نيويورك في 27 أغسطس 2018»: the preposition is the date's. */
  private static int withoutPreposition(String line, int a, int b, int to) {
    boolean last = true;
    for (int i = b; i < to && last; i++) {
      last = !shows(line.charAt(i));
    }
    if (!last) {
      return b;
    }
    for (String word : new String[] {"\u0641\u064A", "\u0641\u0649", "\u064A\u0648\u0645"}) {
      if (b - a >= word.length() && line.startsWith(word, b - word.length()) && (b - a == word.length() || LineSpans.isBlank(line.charAt(b - word.length() - 1)))) {
        int end = b - word.length();
        while (end > a && !shows(line.charAt(end - 1))) {
          end--;
        }
        return end;
      }
    }
    return b;
  }

  private static boolean shows(char c) {
    return Character.isLetterOrDigit(c);
  }

  private static boolean parted(String line, int from, int to, String signs) {
    for (int i = from; i < to; i++) {
      if (signs.isEmpty() ? parts(line, i) : signs.indexOf(line.charAt(i)) >= 0) {
        return true;
      }
    }
    return false;
  }

  /** A count, a stamp like «منذ 3 ساعات», a word of another script, a menu's words: nothing of a story. */
  private boolean said(String text, PageWords words) {
    boolean arabic = false;
    for (int i = 0; i < text.length(); i++) {
      arabic |= Arabic.isLetter(text.charAt(i));
    }
    boolean counts = false;
    for (int w = 0; w < words.count() && words.count() > 1 && words.count() <= LONGEST_COUNT; w++) {
      counts |= words.isNumber(w);
    }
    if (counts || !arabic && words.count() <= LONGEST_UNKNOWN) {
      return true;
    }
    return words.count() <= LONGEST_COUNT && (rules.isPhrase(words, Kind.NAV) || rules.isPhrase(words, Kind.DATELINE) || DateLine.classify(text).share() >= RELATIVE);
  }
}
