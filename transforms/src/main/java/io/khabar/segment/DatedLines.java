package io.khabar.segment;

import io.khabar.corpus.LineSpans;
import io.khabar.date.DateFinder;
import io.khabar.date.DateLine;
import io.khabar.date.FoundDate;
import io.khabar.model.Kind;
import io.khabar.text.Arabic;
import java.util.ArrayList;
import java.util.List;

/**
 * Lines that hold a date among other things a page prints below its headline: who wrote, from where, how many comments («كتب: name | date», «place في date (agency)»,
 * «date | 3 دقائق»). A line is one when each piece beside the date is known for such a thing, or stands parted from it and is too short to be a sentence.
 */
final class DatedLines {
  private static final int MOST_WORDS = 16;

  /** A piece that no list knows is a name or a section. */
  private static final int LONGEST_UNKNOWN = 3;

  /** «كتب بواسطة name في section» */
  private static final int LONGEST_SIGNED = 8;

  private static final int MOST_UNKNOWN = 2;
  private static final double RELATIVE = 0.8;
  private static final String SEPARATORS = "-\u2013\u2014_|\u0640:\u060C,/\\+\u2022()[]\u00AB\u00BB*";

  /** A colon or comma behind a date leads on to a sentence: «13 مايو 2022: ...». */
  private static final String CLOSERS = "-\u2013\u2014_|/\\\u2022()[]\u00AB\u00BB*+";

  private final SegmentRules rules;

  DatedLines(SegmentRules rules) {
    this.rules = rules;
  }

  /** What a line with a date is: {@code BYLINE} when it says who wrote, {@code DATELINE} else, null when it is neither. */
  Kind kind(String line) {
    List<FoundDate> dates = DateFinder.find(line);
    if (dates.isEmpty() || dates.stream().noneMatch(FoundDate::isDay)) {
      return null;
    }
    PageWords words = new PageWords(line);
    if (words.count() > MOST_WORDS) {
      return null;
    }
    int label = rules.labelLength(words, line, Kind.BYLINE);
    if (label > 0) {
      return beside(words, dates, label) <= LONGEST_SIGNED ? Kind.BYLINE : null;
    }
    Kind kind = byPieces(line, dates);
    return kind == null && stamped(line, words, dates) ? Kind.DATELINE : kind;
  }

  private static int beside(PageWords words, List<FoundDate> dates, int from) {
    int rest = 0;
    for (int w = from; w < words.count(); w++) {
      rest += inside(words.start(w), dates) ? 0 : 1;
    }
    return rest;
  }

  /** Whether a date is printed as prose prints none, whatever few words stand beside it: announced with a colon, in two calendars, to the minute, or opening the line of a section («1 يونيو 2023 القانون الدولي»). */
  private boolean stamped(String line, PageWords words, List<FoundDate> dates) {
    int rest = beside(words, dates, 0);
    if (rest > LONGEST_SIGNED) {
      return false;
    }
    boolean stops = false;
    boolean definite = true;
    for (int w = 0; w < words.count(); w++) {
      if (!inside(words.start(w), dates)) {
        stops |= rules.isStopWord(words.hash(w));
        definite &= definite(line, words.start(w));
      }
    }
    for (FoundDate date : dates) {
      if (date.isDay() && (years(line, date) > 1 || date.time() != null && !stops)) {
        return true;
      }
    }
    FoundDate first = dates.get(0);
    return DateLine.announced(line) || first.isDay() && first.start() <= 1 && rest <= LONGEST_UNKNOWN && definite && !stops && !parted(line, first.end(), line.length(), ":\u060C,\u061B");
  }

  private static boolean definite(String line, int at) {
    return line.startsWith("\u0627\u0644", at) || line.startsWith("\u0648\u0627\u0644", at);
  }

  /** How many years, numbers of four digits, are printed in a date. */
  private static int years(String line, FoundDate date) {
    int years = 0;
    int digits = 0;
    for (int i = date.start(); i <= date.end(); i++) {
      if (i < date.end() && Arabic.digit(line.charAt(i)) >= 0) {
        digits++;
      } else {
        years += digits == 4 ? 1 : 0;
        digits = 0;
      }
    }
    return years;
  }

  /** By the pieces beside the dates: each is known, or parted from them and too short for a sentence. */
  private Kind byPieces(String line, List<FoundDate> dates) {
    boolean person = false;
    int unknown = 0;
    int from = 0;
    for (int d = 0; d <= dates.size(); d++) {
      int to = d == dates.size() ? line.length() : dates.get(d).start();
      for (int[] piece : pieces(line, from, to)) {
        String text = line.substring(piece[0], piece[1]);
        Names.Part part = rules.names().part(text);
        person |= part == Names.Part.PERSON;
        if (part != Names.Part.UNKNOWN || said(text)) {
          continue;
        }
        boolean glued = d > 0 && !parted(line, dates.get(d - 1).end(), piece[0], CLOSERS) || d < dates.size() && !parted(line, piece[1], to, SEPARATORS);
        if (glued || !name(text) || ++unknown > MOST_UNKNOWN) {
          return null;
        }
      }
      from = d == dates.size() ? to : dates.get(d).end();
    }
    return person ? Kind.BYLINE : Kind.DATELINE;
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

  private static boolean inside(int at, List<FoundDate> dates) {
    for (FoundDate date : dates) {
      if (at >= date.start() && at < date.end()) {
        return true;
      }
    }
    return false;
  }

  private static List<int[]> pieces(String line, int from, int to) {
    List<int[]> pieces = new ArrayList<>();
    int start = from;
    for (int i = from; i <= to; i++) {
      if (i < to && SEPARATORS.indexOf(line.charAt(i)) < 0) {
        continue;
      }
      int a = start;
      int b = i;
      while (a < b && !shows(line.charAt(a))) {
        a++;
      }
      while (b > a && !shows(line.charAt(b - 1))) {
        b--;
      }
      b = withoutPreposition(line, a, b, to);
      if (b > a) {
        pieces.add(new int[] {a, b});
      }
      start = i + 1;
    }
    return pieces;
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
      if (signs.indexOf(line.charAt(i)) >= 0) {
        return true;
      }
    }
    return false;
  }

  /** A count, a stamp like «منذ 3 ساعات», a word of another script, a menu's words: nothing of a story. */
  private boolean said(String text) {
    boolean arabic = false;
    for (int i = 0; i < text.length(); i++) {
      arabic |= Arabic.isLetter(text.charAt(i));
    }
    PageWords words = new PageWords(text);
    if (words.count() > 5) {
      return false;
    }
    return !arabic && words.count() <= LONGEST_UNKNOWN || DateLine.classify(text).share() >= RELATIVE || rules.isPhrase(words, Kind.NAV) || rules.isPhrase(words, Kind.DATELINE);
  }

  private boolean name(String text) {
    PageWords words = new PageWords(text);
    if (words.count() > LONGEST_UNKNOWN) {
      return false;
    }
    for (int w = 0; w < words.count(); w++) {
      if (rules.isStopWord(words.hash(w))) {
        return false;
      }
    }
    return true;
  }
}
