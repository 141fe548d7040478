package io.khabar.date;

import java.util.ArrayList;
import java.util.List;

/**
 * How a line prints its dates: whether as stamps are printed (weekday, time, figures, two calendars, a label) or as prose tells a day.
 *
 * @param dates the dates of the line in order
 * @param said ranges of chars, in order: dates, times, weekdays, zones and labels, none of which is a word of its own
 * @param score how much the form of the likeliest date speaks for a stamp; 0 when the line has none that could be one
 * @param led whether a preposition leads from the words before a date to it, as in prose
 */
public record DateForm(List<FoundDate> dates, List<int[]> said, double score, boolean led) {
  private static final double A_DAY = 2;
  private static final double WEEKDAY = 1.5;
  private static final double TIME = 2;
  private static final double FIGURES = 1.5;

  /** A form that Arabic prose does not use: a month's Latin name, the month or the year before the day, a day with a nought before it. */
  private static final double UNTOLD = 1;

  private static final double TWO_CALENDARS = 2;
  private static final double HIJRI = 0.5;
  private static final double LABEL = 3;
  private static final double LABEL_IN_PROSE = 1;

  /** «ظهرت هذه المادة في المجلة يوم ...». */
  private static final int LONGEST_OPENING = 6;

  /** In a line of more tokens «منذ 3 ساعات» is prose. */
  private static final int MOST_TOKENS = 80;

  /** First in the line, or between signs. */
  private static final double APART = 1;

  private static final long SAID = Sense.LABEL_PUBLISHED.mask() | Sense.LABEL_UPDATED.mask() | Sense.LABEL_CLOCK.mask() | Sense.ZONE.mask() | Sense.CORRESPONDING.mask();

  /** The form of a line; linear in its length. */
  public static DateForm of(CharSequence line) {
    DateTokens t = DateTokens.of(line);
    List<DateFinder.Group> groups = DateFinder.groups(t);
    boolean[] said = new boolean[t.count];
    List<FoundDate> dates = new ArrayList<>(groups.size());
    double best = 0;
    boolean led = false;
    int from = 0;
    DateLine.Role before = DateLine.Role.NONE;
    for (int g = 0; g < groups.size(); g++) {
      DateFinder.Group group = groups.get(g);
      int next = g + 1 < groups.size() ? groups.get(g + 1).from : t.count;
      FoundDate date = group.read(t);
      dates.add(date);
      DateLabels.Label label = DateLabels.label(t, from, before, group, next);
      before = date.isPast() ? DateLine.Role.OTHER : label.role();
      mark(said, group.from, group.to);
      if (label.from() >= 0 && label.role() != DateLine.Role.OTHER) {
        mark(said, label.from(), label.to());
      }
      boolean stamp = label.role() != DateLine.Role.CLOCK_LIKE && label.role() != DateLine.Role.OTHER;
      if (stamp && date.isDay()) {
        best = Math.max(best, score(t, group, date, label));
      }
      int at = group.from;
      while (at > from && t.has(at - 1, Sense.BEFORE_TIME)) {
        at--;
      }
      // «في: يونيو 9, 2013»
      at -= at == group.from && t.isMark(at - 1, ':') && at - 2 >= from && t.has(at - 2, Sense.BEFORE_TIME) ? 2 : 0;
      mark(said, at, group.from);
      boolean after = at < group.from && at > from && t.type[at - 1] == DateTokens.WORD && !said[at - 1];
      int opening = opening(t, from, label.from() >= from && label.from() < at ? label.from() : at);
      boolean ends = group.to >= t.count || t.isMark(group.to);
      if ((after && ends || label.from() >= 0) && opening >= 0) {
        // «أعد في 5 مايو 2019», «كتبت هذه المقالة في ...»
        mark(said, opening, at);
        best += best > 0 ? LABEL_IN_PROSE : 0;
      } else {
        led |= after;
      }
      from = group.to;
    }
    if (best > 0) {
      loose(t, said);
    }
    return new DateForm(List.copyOf(dates), ranges(t, said), best, led);
  }

  /** Where the words begin that say as a label does what a date is, though no list knows them: one word, or a few that name the page's text; -1 when they do not. */
  private static int opening(DateTokens t, int from, int at) {
    int i = at;
    boolean self = false;
    while (i > from && !t.isMark(i - 1)) {
      i--;
      self |= t.has(i, Sense.LABEL_SELF);
    }
    boolean alone = i == at - 1 && !t.isMark(i - 1, ':') && t.type[i] == DateTokens.WORD && t.word[i] == null && !DateLabels.told(t, i);
    return alone || self && at - i <= LONGEST_OPENING ? i : -1;
  }

  private static double score(DateTokens t, DateFinder.Group group, FoundDate date, DateLabels.Label label) {
    double score = A_DAY;
    score += group.weekday > 0 ? WEEKDAY : 0;
    score += date.time() != null ? TIME : 0;
    score += group.other != null ? TWO_CALENDARS : group.day.hijri ? HIJRI : 0;
    boolean named = false;
    boolean latin = false;
    for (int i = group.day.from; i < group.day.to; i++) {
      DateWord word = t.word[i];
      boolean month = word != null && (word.month > 0 || word.hijriMonth > 0);
      named |= month;
      latin |= month && word.latin;
    }
    // «فبراير 9, 2020»: prose tells the day first
    boolean monthFirst = named && t.type[group.day.from] == DateTokens.WORD && t.word[group.day.from].dayOfMonth == 0;
    boolean padded = t.isNumber(group.day.from) && t.digits[group.day.from] == 2 && t.value[group.day.from] < 10;
    boolean yearFirst = t.digits[group.day.from] == 4;
    score += named ? latin || monthFirst || yearFirst || padded ? UNTOLD : 0 : FIGURES;
    if (label.from() >= 0 && label.role() != DateLine.Role.NONE) {
      score += label.firm() ? LABEL : LABEL_IN_PROSE;
    }
    int first = 0;
    while (first < t.count && t.isMark(first)) {
      first++;
    }
    boolean apart = t.isMark(group.from - 1) && (group.to >= t.count || t.isMark(group.to));
    return score + (group.from <= first || apart ? APART : 0);
  }

  /** Times, weekdays, zones and labels that stand apart from the date. */
  private static void loose(DateTokens t, boolean[] said) {
    for (TimeExpression expression : t.count > MOST_TOKENS ? List.<TimeExpression>of() : TimeExpressions.find(t)) {
      for (int i = 0; i < t.count && expression.type() == TimeExpression.Type.AGO; i++) {
        said[i] |= t.start[i] >= expression.start() && t.end[i] <= expression.end();
      }
    }
    TimeReader times = new TimeReader(t);
    int i = 0;
    while (i < t.count) {
      DateWord word = t.word[i];
      int to = i + 1;
      if (!said[i] && t.type[i] != DateTokens.MARK) {
        Part time = t.isNumber(i) && t.isMark(i + 1) || word != null ? times.read(i) : null;
        if (time != null) {
          to = time.to;
          mark(said, i, to);
        } else if (word != null && (word.isAny(SAID) || word.weekday > 0 && word.definite)) {
          to = i + t.span[i];
          mark(said, i, to);
        }
      }
      i = to;
    }
  }

  private static void mark(boolean[] said, int from, int to) {
    for (int i = from; i < to; i++) {
      said[i] = true;
    }
  }

  private static List<int[]> ranges(DateTokens t, boolean[] said) {
    List<int[]> ranges = new ArrayList<>();
    for (int i = 0; i < t.count; i++) {
      if (!said[i]) {
        continue;
      }
      int to = i;
      while (to + 1 < t.count && said[to + 1]) {
        to++;
      }
      ranges.add(new int[] {t.start[i], t.end[to]});
      i = to;
    }
    return ranges;
  }
}
