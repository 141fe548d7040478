package io.khabar.date;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Finds what prose says of time: days, weekdays, spans, periods. Linear in the text; never throws. */
public final class TimeExpressions {
  private final DateTokens t;
  private final List<TimeExpression> found = new ArrayList<>();

  private TimeExpressions(DateTokens tokens) {
    this.t = tokens;
  }

  /** The expressions of a text in order, none overlapping. */
  public static List<TimeExpression> find(CharSequence text) {
    return find(DateTokens.of(text));
  }

  static List<TimeExpression> find(DateTokens tokens) {
    TimeExpressions finder = new TimeExpressions(tokens);
    finder.scan(DateFinder.groups(tokens));
    return finder.found;
  }

  /**
   * An expression with the days it means.
   *
   * @param days null when nothing settles them
   * @param basis for a person to follow; null when nothing settles it
   */
  public record Resolved(TimeExpression expression, TimeExpression.Days days, String basis) {}

  /**
   * Finds the expressions of a text and resolves them against the day it was told and against each other («قبل أسبوع من 24 فبراير»).
   *
   * @param told or null when unknown: then only what names its own year is resolved
   */
  public static List<Resolved> resolve(CharSequence text, LocalDate told) {
    List<TimeExpression> expressions = find(text);
    List<Resolved> resolved = new ArrayList<>(expressions.size());
    for (int i = 0; i < expressions.size(); i++) {
      TimeExpression expression = expressions.get(i);
      TimeExpression anchor = i + 1 < expressions.size() ? expressions.get(i + 1) : null;
      boolean anchored = anchor != null && expression.countsFrom(anchor, text);
      TimeExpression.Days days = anchored ? expression.shift(days(anchor, told)) : days(expression, told);
      String basis = null;
      if (days != null) {
        String against = anchored ? "counted from «" + text.subSequence(anchor.start(), anchor.end()) + "»" : "told " + told;
        String span = days.isOne() ? days.first().toString() : days.first() + " to " + days.last();
        basis = "«" + text.subSequence(expression.start(), expression.end()) + "», " + (expression.namesYear() ? "printed in full" : against) + ", is " + span;
      }
      resolved.add(new Resolved(expression, days, basis));
    }
    return resolved;
  }

  private static TimeExpression.Days days(TimeExpression expression, LocalDate told) {
    // what names its year means the same whenever it is told
    return told == null && !expression.namesYear() ? null : expression.resolve(told == null ? LocalDate.EPOCH : told);
  }

  private void scan(List<DateFinder.Group> groups) {
    int g = 0;
    int i = 0;
    while (i < t.count) {
      if (g < groups.size() && groups.get(g).from == i) {
        i = printed(groups.get(g));
        g++;
        continue;
      }
      int limit = g < groups.size() ? groups.get(g).from : t.count;
      DateWord word = t.word[i];
      int to = word == null ? -1 : at(i, word);
      // a printed date keeps its own words
      if (to > limit) {
        found.remove(found.size() - 1);
        to = -1;
      }
      i = to > i ? to : i + (word == null || i + t.span[i] > limit ? 1 : t.span[i]);
    }
  }

  private int printed(DateFinder.Group group) {
    FoundDate date = group.read(t);
    if (date.date() == null) {
      return group.to;
    }
    int to = group.to;
    int turn = 2;
    if (!date.yearPrinted()) {
      turn = turn(to);
      to += turn == 2 ? 0 : 1;
    }
    TimeExpression.Type type = date.yearPrinted() ? TimeExpression.Type.DATE : TimeExpression.Type.DAY_MONTH;
    found.add(new TimeExpression(date.start(), t.end[to - 1], type, turn, null, group.weekday, 0, date, true));
    return to;
  }

  /** -1 past, 0 this, 1 next, 2 not said. */
  private int turn(int i) {
    DateWord word = t.wordAt(i);
    if (word == null) {
      return 2;
    }
    return word.is(Sense.PAST) ? -1 : word.is(Sense.NEXT) ? 1 : word.is(Sense.THIS) ? 0 : 2;
  }

  /** Adds the expression that begins at a word; one past its last token, or -1. */
  private int at(int i, DateWord word) {
    if (word.is(Sense.RELATIVE)) {
      return relative(i, word);
    }
    if (word.weekday > 0) {
      return word.definite ? weekday(i, word) : -1;
    }
    if (word.is(Sense.AGO) || word.is(Sense.AFTER)) {
      return ago(i, word);
    }
    if (word.is(Sense.PART)) {
      return part(i, word);
    }
    if (word.is(Sense.UNIT)) {
      return period(i, i, word);
    }
    return word.month > 0 && !word.latin ? month(i, word) : -1;
  }

  private int relative(int i, DateWord word) {
    int to = i + t.span[i];
    int at = to;
    boolean bracket = false;
    if (t.isMark(at, '(') || t.isMark(at, ',') || t.isMark(at, '\u060C')) {
      bracket = t.isMark(at, '(');
      at++;
    }
    DateWord day = t.wordAt(at);
    int weekday = 0;
    if (day != null && day.weekday > 0 && day.definite && t.prefix[at] == 0) {
      weekday = day.weekday;
      to = at + t.span[at];
      if (bracket && t.isMark(to, ')')) {
        to++;
      }
    } else if (word.relative == 0 && (t.prefix[i] != 0 || t.has(to, Sense.TODAY_NOT_AFTER) || t.has(i - 1, Sense.TODAY_NOT_BEFORE))) {
      return -1;
    }
    found.add(new TimeExpression(t.start[i], t.end[to - 1], TimeExpression.Type.RELATIVE_DAY, word.relative, null, weekday, 0, null, true));
    return to;
  }

  private int weekday(int i, DateWord word) {
    int to = i + t.span[i];
    int turn = turn(to);
    TimeExpression.Type type = TimeExpression.Type.WEEKDAY;
    if (turn != 2) {
      to++;
      type = turn == 1 ? TimeExpression.Type.NEXT_WEEKDAY : turn == -1 ? TimeExpression.Type.LAST_WEEKDAY : type;
    }
    found.add(new TimeExpression(t.start[i], t.end[to - 1], type, 0, null, word.weekday, 0, null, true));
    return to;
  }

  private int ago(int i, DateWord word) {
    int at = i + t.span[i];
    boolean exact = true;
    while (t.has(at, Sense.ABOUT)) {
      exact = false;
      at += t.span[at];
    }
    int amount = 1;
    boolean counted = false;
    if (t.isNumber(at) && t.digits[at] <= 4) {
      amount = t.value[at];
      counted = true;
      at++;
    } else if (t.has(at, Sense.NUMBER) && !t.has(at, Sense.UNIT)) {
      amount = t.word[at].number;
      counted = true;
      at += t.span[at];
      // «أربعة وثمانين»: the tens carry the conjunction
      if (at < t.count && t.prefix[at] == '\u0648' && t.has(at, Sense.NUMBER)) {
        amount += t.word[at].number;
        at += t.span[at];
      }
    }
    DateWord unit = t.wordAt(at);
    if (unit == null || !unit.is(Sense.UNIT)) {
      return -1;
    }
    if (!counted && unit.is(Sense.DUAL)) {
      amount = 2;
    } else if (!counted) {
      // «منذ أيام» is some days, «منذ اليوم» none
      exact &= !unit.plural;
      // «منذ عام 2014» names a year
      if (unit.unit == TimeUnit.YEAR && t.isNumber(at + t.span[at]) && t.digits[at + t.span[at]] == 4) {
        return -1;
      }
    }
    int to = at + t.span[at];
    DateWord one = t.wordAt(to);
    // «منذ سنة واحدة», «منذ شهرين اثنين»
    boolean again = !counted && one != null && one.is(Sense.NUMBER) && one.number == amount && !one.is(Sense.UNIT) && one.weekday == 0;
    to += again ? t.span[to] : 0;
    TimeExpression.Type type = word.is(Sense.AFTER) ? TimeExpression.Type.AFTER : TimeExpression.Type.AGO;
    found.add(new TimeExpression(t.start[i], t.end[to - 1], type, amount, unit.unit, 0, 0, null, exact));
    return to;
  }

  private int part(int i, DateWord word) {
    int at = i + t.span[i];
    DateWord next = t.wordAt(at);
    if (next == null) {
      return -1;
    }
    if (next.is(Sense.UNIT) && next.definite) {
      int before = found.size();
      int to = period(i, at, next);
      if (to < 0) {
        to = at + t.span[at];
      } else {
        found.remove(before);
      }
      found.add(new TimeExpression(t.start[i], t.end[to - 1], TimeExpression.Type.PART_OF_PERIOD, turn(to - 1), next.unit, 0, 0, null, false));
      return to;
    }
    if (next.month > 0 && !next.latin) {
      int before = found.size();
      int to = month(at, next);
      if (to > 0) {
        found.remove(before);
        found.add(new TimeExpression(t.start[i], t.end[to - 1], TimeExpression.Type.PART_OF_PERIOD, 2, TimeUnit.MONTH, 0, next.month, null, false));
        return to;
      }
    }
    return -1;
  }

  /** «الأسبوع الماضي». */
  private int period(int from, int i, DateWord word) {
    int to = i + t.span[i];
    int turn = turn(to);
    if (!word.definite || turn == 2) {
      return -1;
    }
    if (word.unit == TimeUnit.DAY || word.unit == TimeUnit.HOUR || word.unit == TimeUnit.MINUTE) {
      return -1;
    }
    found.add(new TimeExpression(t.start[from], t.end[to], TimeExpression.Type.PERIOD, turn, word.unit, 0, 0, null, true));
    return to + 1;
  }

  /** «مارس الماضي», «مارس/ آذار 2023». */
  private int month(int i, DateWord word) {
    int to = i + t.span[i];
    int at = to;
    for (int n = 0; n < 2 && (t.isMark(at, '/') || t.isMark(at, '(') || t.isMark(at, '-')); n++) {
      at++;
    }
    DateWord second = t.wordAt(at);
    if (second != null && second.month == word.month) {
      to = at + t.span[at];
      to += t.isMark(to, ')') ? 1 : 0;
    }
    int turn = turn(to);
    if (turn != 2) {
      found.add(new TimeExpression(t.start[i], t.end[to], TimeExpression.Type.MONTH, turn, null, 0, word.month, null, true));
      return to + 1;
    }
    int yearAt = t.has(to, Sense.YEAR_WORD) ? to + t.span[to] : to;
    boolean year = t.isNumber(yearAt) && t.digits[yearAt] == 4 && t.value[yearAt] >= 1900 && t.value[yearAt] < 2100;
    if (year) {
      found.add(new TimeExpression(t.start[i], t.end[yearAt], TimeExpression.Type.MONTH, t.value[yearAt], null, 0, word.month, null, true));
      return yearAt + 1;
    }
    return -1;
  }
}
