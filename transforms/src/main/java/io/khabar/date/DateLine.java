package io.khabar.date;

import java.util.ArrayList;
import java.util.List;

/**
 * What the date of a line is, as far as the line alone says. Whether a bare date is a dateline or a site clock is for its place on the page to decide.
 *
 * @param date the line's date: the one labelled as published, else the first with a year, else the first; null when there is none
 * @param role what the line calls it
 * @param share 0..1, how much of what is printed is date, label and time; stamps like «منذ 3 ساعات» count, though they give no date
 */
public record DateLine(FoundDate date, Role role, double share) {
  /** What a line calls its date. */
  public enum Role {
    PUBLISHED,
    UPDATED,
    /** A bare weekday and day, or one labelled as today's: a site clock, or a dateline without a label. */
    CLOCK_LIKE,
    /** The day of something told or announced: an event, a deadline, a birth, the year of a copyright. */
    OTHER,
    /** No date, a date in prose, or a bare date without a weekday. */
    NONE
  }

  /**
   * One date of a line with its own role.
   *
   * @param labelled whether words of the line say so
   */
  record Stamp(FoundDate date, Role role, boolean labelled) {}

  static final long STAMPS = Sense.LABEL_PUBLISHED.mask() | Sense.LABEL_UPDATED.mask() | Sense.LABEL_CLOCK.mask();

  private static final double MOSTLY = 0.5;
  private static final double BARE = 0.8;
  private static final int MAX_BETWEEN = 5;

  /** «منذ 3 ساعات» as a stamp stands nearly alone. */
  private static final int MAX_RELATIVE = 12;

  /** Classifies a line; linear in its length. */
  public static DateLine classify(CharSequence line) {
    return of(DateTokens.of(line)).line;
  }

  /** Every date of a line that is known to be a dateline, with its role: labels count however long the names beside them are. */
  static List<Stamp> stamps(CharSequence line) {
    return of(DateTokens.of(line)).stamps;
  }

  /** Whether a text has a date that begins before a char and ends behind it, and no whole date on either side. */
  public static boolean crosses(CharSequence text, int at) {
    boolean crosses = false;
    for (FoundDate date : DateFinder.find(text)) {
      crosses |= date.isDay() && date.start() < at && date.end() > at;
    }
    return crosses && !hasDay(text.subSequence(0, at)) && !hasDay(text.subSequence(at, text.length()));
  }

  private static boolean hasDay(CharSequence text) {
    for (FoundDate date : DateFinder.find(text)) {
      if (date.isDay()) {
        return true;
      }
    }
    return false;
  }

  /** Whether a label with a colon behind it announces a date of the line: «النسخة الورقية - تاريخ النشر: 13/5/2022». */
  public static boolean announced(CharSequence line) {
    DateTokens t = DateTokens.of(line);
    for (DateFinder.Group group : DateFinder.groups(t)) {
      for (int i = Math.max(0, group.from - MAX_BETWEEN); i < group.from; i++) {
        boolean label = t.word[i] != null && t.word[i].isAny(STAMPS) && i + t.span[i] < group.from;
        if (label && t.isMark(i + t.span[i], ':') && group.from - i - t.span[i] <= 2) {
          return true;
        }
      }
    }
    return false;
  }

  private record Reading(DateLine line, List<Stamp> stamps) {}

  private static Reading of(DateTokens t) {
    List<DateFinder.Group> groups = DateFinder.groups(t);
    double share = share(t, groups);
    if (groups.isEmpty()) {
      return new Reading(new DateLine(null, Role.NONE, share), List.of());
    }
    List<Stamp> stamps = new ArrayList<>(groups.size());
    int from = 0;
    Role before = Role.NONE;
    for (int g = 0; g < groups.size(); g++) {
      DateFinder.Group group = groups.get(g);
      int next = g + 1 < groups.size() ? groups.get(g + 1).from : t.count;
      FoundDate date = group.read(t);
      Role role = DateLabels.label(t, from, before, group, next).role();
      before = date.isPast() ? Role.OTHER : role;
      boolean labelled = role != Role.NONE;
      if (!labelled) {
        role = share >= BARE && group.weekday > 0 && group.time == null ? Role.CLOCK_LIKE : Role.NONE;
      }
      stamps.add(new Stamp(date, role, labelled));
      from = group.to;
    }
    Stamp best = null;
    for (Stamp stamp : stamps) {
      if (best == null || rank(stamp) < rank(best)) {
        best = stamp;
      }
    }
    // a label in prose says nothing of the page
    Role role = share >= MOSTLY ? best.role : Role.NONE;
    return new Reading(new DateLine(best.date, role, share), List.copyOf(stamps));
  }

  private static int rank(Stamp stamp) {
    int rank = stamp.role == Role.PUBLISHED ? 0 : stamp.role == Role.UPDATED ? 2 : stamp.role == Role.OTHER ? 10 : 1;
    return stamp.date.isDay() ? rank : rank + (stamp.date.yearPrinted() ? 3 : 6);
  }

  private static double share(DateTokens t, List<DateFinder.Group> groups) {
    int all = 0;
    int mine = 0;
    List<TimeExpression> told = groups.isEmpty() && t.count <= MAX_RELATIVE ? relative(t) : List.of();
    boolean dated = !groups.isEmpty() || !told.isEmpty();
    int g = 0;
    int labelEnd = 0;
    for (int i = 0; i < t.count; i++) {
      int length = t.end[i] - t.start[i];
      while (g < groups.size() && groups.get(g).to <= i) {
        g++;
      }
      boolean inside = g < groups.size() && i >= groups.get(g).from;
      DateWord word = t.word[i];
      if (dated && word != null && (word.isAny(STAMPS) || word.weekday > 0 || word.is(Sense.ZONE))) {
        labelEnd = Math.max(labelEnd, i + t.span[i]);
      }
      for (TimeExpression expression : told) {
        inside |= t.start[i] >= expression.start() && t.end[i] <= expression.end();
      }
      all += length;
      if (inside || i < labelEnd) {
        mine += length;
      } else if (t.type[i] == DateTokens.MARK || (word != null && (word.is(Sense.BEFORE_TIME) || word.is(Sense.CORRESPONDING)))) {
        // joints and brackets count for neither side
        all -= length;
      }
    }
    return all == 0 ? 0 : (double) mine / all;
  }

  private static List<TimeExpression> relative(DateTokens t) {
    List<TimeExpression> stamps = new ArrayList<>();
    for (TimeExpression expression : TimeExpressions.find(t)) {
      if (expression.type() == TimeExpression.Type.AGO || expression.type() == TimeExpression.Type.RELATIVE_DAY) {
        stamps.add(expression);
      }
    }
    return stamps;
  }
}
