package io.khabar.date;

import io.khabar.text.Arabic;
import java.time.LocalDate;

/** Reads the day at a token: numeric forms, names of months, ISO 8601. Looks a bounded number of tokens ahead. */
final class DayReader {
  private static final int MAX_JOINTS = 4;
  private static final int FIRST_YEAR = 1500;
  private static final int LAST_YEAR = 2199;
  private static final int FIRST_HIJRI = 1300;
  private static final int LAST_HIJRI = 1499;
  private static final int PIVOT = 50;

  private final DateTokens t;

  DayReader(DateTokens tokens) {
    this.t = tokens;
  }

  /** The day that begins at token {@code i}, or null. */
  Part read(int i) {
    if (t.type[i] == DateTokens.NUMBER) {
      Part part = numeric(i);
      if (part == null) {
        part = compact(i);
      }
      if (part == null) {
        part = spaced(i);
      }
      if (part == null && t.digits[i] <= 2) {
        part = dayFirst(i, i + 1, t.value[i]);
      }
      return part != null || t.digits[i] != 4 ? part : yearFirst(i);
    }
    DateWord word = t.word[i];
    if (word == null) {
      return null;
    }
    if (word.month > 0 || word.hijriMonth > 0) {
      Part part = monthFirst(i);
      if (part != null) {
        return part;
      }
    }
    return word.dayOfMonth > 0 && !t.has(i - 1, Sense.PORTION) ? inWords(i, word) : null;
  }

  // ---- numeric ----

  private static boolean isSlash(int c) {
    return c == '/' || c == '-' || c == '.' || c == '\u2013' || c == '\u2014' || c == '\u2212' || c == '\\' || c == '\u2044' || c == '_';
  }

  private Part numeric(int i) {
    // «26|06|2024», «2024:06:26»: with blanks a bar parts a date from what is no date
    boolean bar = (t.isMark(i + 1, '|') || (t.isMark(i + 1, ':') && t.digits[i] == 4)) && !t.gap[i + 1] && i + 4 < t.count && !t.gap[i + 2] && !t.gap[i + 3] && !t.gap[i + 4];
    if (!(t.isMark(i + 1) && (bar || isSlash(t.value[i + 1])) && t.isNumber(i + 2) && t.isMark(i + 3, (char) t.value[i + 1]) && t.isNumber(i + 4))) {
      return null;
    }
    int a = t.digits[i];
    int b = t.digits[i + 2];
    int c = t.digits[i + 4];
    if (b > 2 || a > 4 || c > 4 || a == 3 || c == 3) {
      return null;
    }
    char sep = (char) t.value[i + 1];
    boolean glued = !t.gap[i] && t.isMark(i - 1, sep) && !t.gap[i - 1] && t.isNumber(i - 2);
    boolean runsOn = t.isMark(i + 5, sep) && !t.gap[i + 5] && t.isNumber(i + 6) && !t.gap[i + 6];
    // «13-05-2022-10:30» runs on to a time, a telephone number does not
    boolean time = sep == '/' || (sep == '-' && t.isMark(i + 7, ':'));
    if (glued || (runsOn && !time)) {
      return null;
    }
    int to = i + 5;
    int eraEnd = era(to);
    boolean hijri = eraEnd > to && t.word[eraEnd - 1].is(Sense.ERA_HIJRI);
    if (a == 4 && c <= 2) {
      return numeric(i, to, eraEnd, t.value[i], t.value[i + 2], t.value[i + 4], hijri);
    }
    if (a <= 2 && c == 4) {
      return numeric(i, to, eraEnd, t.value[i + 4], t.value[i + 2], t.value[i], hijri);
    }
    boolean alone = opens(i) && (to == t.count || t.isMark(to) && t.gap[to]);
    if (a <= 2 && c == 2 && !runsOn && (sep == '/' || (a == 2 && b == 2) || hijri || alone) && isPlausible(t.value[i], t.value[i + 2])) {
      return numeric(i, to, eraEnd, century(t.value[i + 4], hijri), t.value[i + 2], t.value[i], hijri);
    }
    return null;
  }

  /** Whether a date of single digits may begin here: the line does, or a weekday, a label or a bar stands before. */
  private boolean opens(int i) {
    DateWord before = t.wordAt(t.isMark(i - 1, ':') ? i - 2 : i - 1);
    boolean led = before != null && (before.weekday > 0 || before.is(Sense.LABEL_PUBLISHED) || before.is(Sense.LABEL_UPDATED));
    return i == 0 || led || t.isMark(i - 1, '|');
  }

  private static int century(int year, boolean hijri) {
    return year + (hijri ? 1400 : year < PIVOT ? 2000 : 1900);
  }

  /** With a two-digit year only a sound day is one: «09.00.00» is a time. */
  private static boolean isPlausible(int day, int month) {
    return day >= 1 && month >= 1 && day <= 31 && month <= 31 && (day <= 12 || month <= 12);
  }

  /** «الجمعة 13 05 2022»: three numbers with nothing between them are a date only after a weekday or a label, or alone at the line's beginning. */
  private Part spaced(int i) {
    if (!(t.isShort(i) && t.isShort(i + 1) && t.isNumber(i + 2) && t.digits[i + 2] == 4)) {
      return null;
    }
    DateWord before = t.wordAt(t.isMark(i - 1) ? i - 2 : i - 1);
    boolean led = before != null && (before.weekday > 0 || before.is(Sense.LABEL_PUBLISHED) || before.is(Sense.LABEL_UPDATED)) || i == 0 && (t.count == 3 || t.isMark(3));
    int year = t.value[i + 2];
    if (!led || year < 1990 || year > LAST_YEAR || t.value[i + 1] > 12 || t.value[i] > 31) {
      return null;
    }
    return numeric(i, i + 3, era(i + 3), year, t.value[i + 1], t.value[i], false);
  }

  private Part numeric(int from, int to, int eraEnd, int year, int month, int day, boolean hijriSign) {
    boolean hijri = hijriSign || (year >= FIRST_HIJRI && year <= LAST_HIJRI);
    Part part = new Part(Part.Kind.DAY, from, Math.max(to, eraEnd));
    part.year = year;
    part.hijri = hijri;
    part.yearPrinted = true;
    // day first, unless the month could not be one: «2015/25/6» is printed, 2015-25-06 is no ISO day
    boolean strict = t.digits[from] == 4 && (hijri || t.isMark(from + 1, '-'));
    boolean swap = !strict && month > 12 && day <= 12 || !hijri && month <= 12 && day <= 12 && monthFirst(from, year, month, day);
    part.month = swap ? day : month;
    part.day = swap ? month : day;
    return part;
  }

  /** «Thu, 06/01/2023»: a weekday before numbers that is right only if the month comes first: sites that print it so are more than those that print a wrong weekday which fits by chance. */
  private boolean monthFirst(int from, int year, int month, int day) {
    DateWord before = t.wordAt(t.isMark(from - 1) ? from - 2 : from - 1);
    boolean named = before != null && before.weekday > 0 && t.digits[from] <= 2 && month > 0 && day > 0;
    return named && LocalDate.of(year, month, day).getDayOfWeek().getValue() != before.weekday
        && LocalDate.of(year, day, month).getDayOfWeek().getValue() == before.weekday;
  }

  /** {@code 20240626T140500Z}: without the T eight digits are any number. */
  private Part compact(int i) {
    if (t.digits[i] != 8 || i + 2 >= t.count || t.type[i + 1] != DateTokens.WORD || t.gap[i + 1] || !t.isNumber(i + 2)) {
      return null;
    }
    if (t.end[i + 1] - t.start[i + 1] != 1 || (t.text.charAt(t.start[i + 1]) | 0x20) != 't') {
      return null;
    }
    Part part = new Part(Part.Kind.DAY, i, i + 1);
    part.year = t.value[i] / 10000;
    part.month = t.value[i] / 100 % 100;
    part.day = t.value[i] % 100;
    part.yearPrinted = true;
    return part;
  }

  // ---- with a month's name ----

  private Part dayFirst(int i, int next, int day) {
    int at = next;
    if (t.has(at, Sense.ORDINAL_SUFFIX) && !t.gap[at]) {
      at++;
    }
    at = joints(at, true);
    // «16 (نيسان) أبريل»
    at += t.isMark(at, '(') ? 1 : 0;
    DateWord month = t.wordAt(at);
    if (month == null || (month.month == 0 && month.hijriMonth == 0)) {
      int named = MonthNames.inBrackets(t, at);
      return named < 0 ? null : afterMonth(i, named, day);
    }
    return afterMonth(i, at, day);
  }

  private Part inWords(int i, DateWord word) {
    int at = i + t.span[i];
    boolean of = t.has(at, Sense.OF);
    at = joints(at, true);
    DateWord month = t.wordAt(at);
    if (month == null || (month.month == 0 && month.hijriMonth == 0) || month.latin) {
      return null;
    }
    // «الثاني من مارس», but «الأول مايو» only with a year
    Part part = afterMonth(i, at, word.dayOfMonth);
    return part == null || of || part.yearPrinted ? part : null;
  }

  private Part afterMonth(int from, int at, int day) {
    DateWord month = t.word[at];
    boolean hijri = month.hijriMonth > 0 && month.month == 0;
    int monthEnd = MonthNames.secondName(t, at, month);
    int yearAt = joints(monthEnd, false);
    Part part = new Part(Part.Kind.DAY, from, monthEnd);
    part.day = day;
    part.month = hijri ? month.hijriMonth : month.month;
    part.hijri = hijri;
    int year = year(yearAt, hijri);
    if (year == 0) {
      int behind = MonthNames.yearBehindAgency(t, monthEnd);
      year = year(behind, hijri);
      yearAt = year > 0 ? behind : yearAt;
    }
    if (year == 0 && t.isNumber(yearAt) && t.digits[yearAt] == 2 && yearAt == monthEnd + 1 && (t.isMark(monthEnd, '-') || t.isMark(monthEnd, '/'))
        && (t.isMark(at - 1, (char) t.value[monthEnd]))) {
      year = century(t.value[yearAt], hijri);
    }
    if (year == 0 && t.isShort(yearAt) && t.isMark(yearAt + 1, ':') && t.isShort(yearAt + 2)) {
      Part timed = timeThenYear(part, yearAt);
      if (timed != null) {
        return timed;
      }
    }
    if (year == 0) {
      // «14 | May 1, 2019»: the number before is no day
      boolean next = t.isShort(yearAt) && year(joints(yearAt + 1, false), hijri) > 0;
      year = next ? 0 : yearBefore(from, hijri);
      if (year > 0) {
        return withYear(part, year, part.to);
      }
      // a bare Hijri day, and a day that no month has, say too little
      return next || hijri || day < 1 || day > 31 ? null : part;
    }
    return withYear(part, year, yearAt + 1);
  }

  /** «12 مارس 10:45 2024», «12 مارس 10:45 م 2024»: the year after the time. */
  private Part timeThenYear(Part part, int at) {
    int yearAt = year(at + 3, part.hijri) > 0 ? at + 3 : at + 4;
    int year = year(yearAt, part.hijri);
    Part time = year == 0 ? null : new TimeReader(t).read(at);
    if (time == null || time.to != yearAt) {
      return null;
    }
    Part whole = withYear(part, year, yearAt + 1);
    whole.time = time.time;
    return whole;
  }

  private Part withYear(Part part, int year, int to) {
    Part whole = new Part(Part.Kind.DAY, part.from, Math.max(to, era(to)));
    whole.day = part.day;
    whole.month = part.month;
    whole.hijri = part.hijri;
    whole.year = year;
    whole.yearPrinted = true;
    return whole;
  }

  /** «يونيو 26, 2024», «June 26th 2024», «June 26». */
  private Part monthFirst(int i) {
    DateWord month = t.word[i];
    boolean hijri = month.hijriMonth > 0 && month.month == 0;
    int at = joints(MonthNames.secondName(t, i, month), false);
    if (!t.isShort(at)) {
      return null;
    }
    int next = at + 1;
    if (t.has(next, Sense.ORDINAL_SUFFIX) && !t.gap[next]) {
      next++;
    }
    Part part = new Part(Part.Kind.DAY, i, next);
    part.day = t.value[at];
    part.month = hijri ? month.hijriMonth : month.month;
    part.hijri = hijri;
    int yearAt = joints(next, false);
    int year = year(yearAt, hijri);
    if (year > 0) {
      return withYear(part, year, yearAt + 1);
    }
    Part stamp = stamp(part, next);
    if (stamp != null) {
      return stamp;
    }
    // an Arabic month before a number is more often its heading than its date
    boolean plain = month.latin && !hijri && part.day >= 1 && part.day <= 31 && !t.isMark(next, ':') && month.month != 5;
    return plain ? part : null;
  }

  /** «May 12 09:00:00 AST 2022», as programs print it: the year after the time. */
  private Part stamp(Part part, int at) {
    boolean clock = t.isShort(at) && t.isMark(at + 1, ':') && t.isShort(at + 2) && t.isMark(at + 3, ':') && t.isShort(at + 4);
    if (!clock || t.value[at] > 23 || t.value[at + 2] > 59 || t.value[at + 4] > 59) {
      return null;
    }
    for (int i = at + 5; i < at + 8; i++) {
      int year = t.isMark(i - 1, '+') || t.isMark(i - 1, '-') ? 0 : year(i, part.hijri);
      if (year > 0) {
        Part whole = withYear(part, year, i + 1);
        whole.time = two(t.value[at]) + ":" + two(t.value[at + 2]) + ":" + two(t.value[at + 4]);
        return whole;
      }
    }
    return null;
  }

  private static String two(int n) {
    return n < 10 ? "0" + n : Integer.toString(n);
  }

  /** «2024 يونيو 26», «2024-مايو-03». */
  private Part yearFirst(int i) {
    int at = joints(i + 1, false);
    DateWord month = t.wordAt(at);
    if (month == null || (month.month == 0 && month.hijriMonth == 0)) {
      return null;
    }
    boolean hijri = month.hijriMonth > 0 && month.month == 0;
    int year = year(i, hijri);
    int dayAt = joints(MonthNames.secondName(t, at, month), false);
    if (year == 0 || !t.isShort(dayAt)) {
      return null;
    }
    int after = joints(dayAt + 1, true);
    DateWord next = t.wordAt(after);
    if (next != null && (next.month > 0 || next.hijriMonth > 0)) {
      return null;
    }
    Part part = new Part(Part.Kind.DAY, i, dayAt + 1);
    part.day = t.value[dayAt];
    part.month = hijri ? month.hijriMonth : month.month;
    part.hijri = hijri;
    return withYear(part, year, dayAt + 1);
  }

  /** «2022 الجمعة 13 مايو»: the year just before the day or its weekday, or 0. */
  private int yearBefore(int from, boolean hijri) {
    int i = from - 1;
    if (t.isMark(i) && (t.value[i] == ',' || t.value[i] == Arabic.COMMA || t.value[i] == '-')) {
      i--;
    }
    DateWord weekday = t.wordAt(i);
    if (weekday != null && weekday.weekday > 0) {
      return year(i - 1, hijri);
    }
    // «2022 ,13 مايو», as right-to-left text comes out: the comma hangs on the day
    return i <= 0 || i == from - 1 || t.isMark(from - 1) && t.value[from - 1] != '-' && !t.gap[from] && t.gap[from - 1] ? year(i, hijri) : 0;
  }

  /** The year at a token, or 0. */
  private int year(int at, boolean hijri) {
    if (!t.isNumber(at) || t.digits[at] != 4) {
      return 0;
    }
    int y = t.value[at];
    boolean fits = hijri ? y >= FIRST_HIJRI && y <= LAST_HIJRI : y >= FIRST_YEAR && y <= LAST_YEAR;
    return fits ? y : 0;
  }

  /** Past what joins day, month and year. */
  private int joints(int at, boolean beforeMonth) {
    int i = at;
    for (int n = 0; n < MAX_JOINTS && i < t.count; n++) {
      if (t.type[i] == DateTokens.MARK) {
        int c = t.value[i];
        boolean joint = isSlash(c) || c == ',' || c == '\u060C' || c == '|' || c == '\u00B7' || c == '\u2022' || c == '\u25AA' || c == '\u25CF' || c == '\'' || c == '\u2019' || c == '\u061B';
        if (!joint) {
          return i;
        }
        i++;
      } else {
        DateWord word = t.word[i];
        boolean joint = word != null && (word.is(Sense.OF) || (!beforeMonth && word.is(Sense.YEAR_WORD)));
        if (!joint) {
          return i;
        }
        i += t.span[i];
      }
    }
    return i;
  }

  /** Past the sign of the era at a token («هـ», «(م)»), or the token itself. */
  private int era(int at) {
    int i = at;
    i += t.isMark(i, '(') || t.isMark(i, '[') ? 1 : 0;
    DateWord word = t.wordAt(i);
    if (word == null || !(word.is(Sense.ERA_HIJRI) || word.is(Sense.ERA_GREGORIAN))) {
      return at;
    }
    // span of an era is one token but for «من الهجرة»; readers look at the last token for its sense
    int to = i + t.span[i];
    return t.span[i] == 1 ? to : at;
  }
}
