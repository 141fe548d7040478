package io.khabar.date;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds every date printed in a line: Gregorian in the Arabic month names of each region, English and French, Hijri by Umm al-Qura, numeric day
 * first or year first, ISO 8601; with its weekday, its second calendar, its time and its zone. Linear in the line's length; never throws.
 */
public final class DateFinder {
  private static final int MAX_JOINTS = 6;

  private DateFinder() {}

  /** The dates of a line in order. */
  public static List<FoundDate> find(CharSequence line) {
    DateTokens tokens = DateTokens.of(line);
    List<Group> groups = groups(tokens);
    if (groups.isEmpty()) {
      return List.of();
    }
    List<FoundDate> found = new ArrayList<>(groups.size());
    for (Group group : groups) {
      found.add(group.read(tokens));
    }
    return found;
  }

  /** The parts that are one printed date, in order of the tokens. */
  static final class Group {
    Part day;
    Part other;
    int weekday;
    Part time;
    String zone;
    int from;
    int to;

    FoundDate read(DateTokens tokens) {
      Part gregorian = day.hijri ? other : day;
      Part hijri = day.hijri ? day : other;
      List<String> warnings = new ArrayList<>(2);
      LocalDate date = null;
      String iso = null;
      if (gregorian != null) {
        if (gregorian.yearPrinted) {
          date = day(gregorian);
          iso = date == null ? null : date.toString();
        } else {
          // a leap year, so that 29 February passes
          gregorian.year = 2000;
          LocalDate any = day(gregorian);
          iso = any == null ? null : "-" + any.toString().substring(4);
        }
      }
      String printedHijri = null;
      LocalDate fromHijri = null;
      if (hijri != null && HijriDates.exists(hijri.year, hijri.month, hijri.day)) {
        printedHijri = hijri.year + "-" + two(hijri.month) + "-" + two(hijri.day);
        fromHijri = HijriDates.toGregorian(hijri.year, hijri.month, hijri.day);
      }
      boolean yearPrinted = gregorian == null || gregorian.yearPrinted;
      if (date == null && fromHijri != null && (gregorian == null || !gregorian.yearPrinted || iso == null)) {
        if (gregorian != null && gregorian.yearPrinted) {
          warnings.add(FoundDate.INVALID_DATE);
        }
        date = fromHijri;
        iso = date.toString();
        yearPrinted = true;
      } else if (date != null && fromHijri != null && Math.abs(ChronoUnit.DAYS.between(date, fromHijri)) > 1) {
        warnings.add(FoundDate.CALENDAR_MISMATCH);
      }
      if (iso == null) {
        warnings.add(FoundDate.INVALID_DATE);
      }
      if (date != null && weekday > 0 && date.getDayOfWeek().getValue() != weekday) {
        boolean sighted = gregorian == null && Math.abs(date.getDayOfWeek().getValue() - weekday) % 5 == 1;
        if (!sighted) {
          warnings.add(FoundDate.WEEKDAY_MISMATCH);
        }
      }
      String at = time == null ? day.time : time.time;
      return new FoundDate(tokens.start[from], tokens.end[to - 1], iso, at, zone, printedHijri, yearPrinted, List.copyOf(warnings));
    }

    private static LocalDate day(Part part) {
      if (part.year < 1 || part.month < 1 || part.month > 12 || part.day < 1 || part.day > 31) {
        return null;
      }
      try {
        return LocalDate.of(part.year, part.month, part.day);
      } catch (DateTimeException noSuchDay) {
        return null;
      }
    }

    private static String two(int n) {
      return n < 10 ? "0" + n : Integer.toString(n);
    }
  }

  static List<Group> groups(DateTokens t) {
    List<Part> parts = parts(t);
    List<Group> groups = new ArrayList<>();
    int used = 0;
    for (int k = 0; k < parts.size(); k++) {
      if (parts.get(k).kind != Part.Kind.DAY) {
        continue;
      }
      Group group = new Group();
      group.day = parts.get(k);
      int lo = k;
      while (lo > used && adjacent(t, parts.get(lo - 1), parts.get(lo)) && takes(group, parts.get(lo - 1))) {
        lo--;
      }
      int hi = k;
      while (hi + 1 < parts.size() && adjacent(t, parts.get(hi), parts.get(hi + 1))) {
        Part next = parts.get(hi + 1);
        if (next.kind == Part.Kind.TIME && isLabelled(t, parts.get(hi).to, next.from) && hi + 2 < parts.size() && adjacent(t, next, parts.get(hi + 2))
            && parts.get(hi + 2).kind != Part.Kind.TIME && parts.get(hi + 2).kind != Part.Kind.ZONE) {
          // «12 مايو 2022، آخر تحديث 10:30 - 13 مايو 2022»: the time is the next date's
          break;
        }
        boolean leadsOn = next.kind == Part.Kind.WEEKDAY || next.kind == Part.Kind.DAY;
        int dayAt = next.kind == Part.Kind.DAY ? hi + 1 : hi + 2;
        boolean dayFollows = leadsOn && dayAt < parts.size() && parts.get(dayAt).kind == Part.Kind.DAY
            && (dayAt == hi + 1 || adjacent(t, next, parts.get(dayAt)));
        if (dayFollows) {
          Part second = parts.get(dayAt);
          if (group.other != null || second.hijri == group.day.hijri || (next.kind == Part.Kind.WEEKDAY && !takes(group, next))) {
            break;
          }
          group.other = second;
          hi = dayAt;
        } else if (takes(group, next)) {
          hi++;
        } else {
          break;
        }
      }
      group.from = parts.get(lo).from;
      group.to = parts.get(hi).to;
      groups.add(group);
      used = hi + 1;
      k = hi;
    }
    return groups;
  }

  private static boolean isLabelled(DateTokens t, int from, int to) {
    for (int i = from; i < to; i++) {
      if (t.word[i] != null && t.word[i].isAny(LABELS)) {
        return true;
      }
    }
    return false;
  }

  private static boolean takes(Group group, Part part) {
    switch (part.kind) {
      case WEEKDAY -> {
        // printed twice, for each calendar: the same day
        if (group.weekday > 0 && group.weekday != part.weekday) {
          return false;
        }
        group.weekday = part.weekday;
        return true;
      }
      case TIME -> {
        if (group.time != null) {
          return false;
        }
        group.time = part;
        group.zone = part.zone != null ? part.zone : group.zone;
        return true;
      }
      case ZONE -> {
        if (group.zone != null) {
          return false;
        }
        group.zone = part.zone;
        return true;
      }
      default -> {
        return false;
      }
    }
  }

  /** Days, weekdays, times and zones in order, none overlapping. */
  private static List<Part> parts(DateTokens t) {
    List<Part> parts = new ArrayList<>();
    DayReader days = new DayReader(t);
    TimeReader times = new TimeReader(t);
    int i = 0;
    while (i < t.count) {
      if (t.type[i] == DateTokens.MARK) {
        i++;
        continue;
      }
      Part part = t.type[i] == DateTokens.NUMBER || t.word[i] != null ? days.read(i) : null;
      DateWord word = t.word[i];
      if (part == null && word != null && word.weekday > 0 && isWeekday(t, i, word)) {
        part = Part.weekday(i, i + t.span[i], word.weekday);
      }
      if (part == null && (t.type[i] == DateTokens.NUMBER || word != null)) {
        part = times.read(i);
      }
      if (part == null) {
        i += t.type[i] == DateTokens.WORD && word != null ? t.span[i] : 1;
      } else {
        parts.add(part);
        i = part.to;
      }
    }
    return parts;
  }

  /** Without its article an Arabic weekday is one only just before a number: «أحد» is anyone. */
  private static boolean isWeekday(DateTokens t, int i, DateWord word) {
    if (word.definite || word.latin) {
      return true;
    }
    int next = t.isMark(i + 1) ? i + 2 : i + 1;
    return t.prefix[i] == 0 && t.isNumber(next);
  }

  /** Whether nothing but joints stands between two parts. */
  private static boolean adjacent(DateTokens t, Part a, Part b) {
    if (b.from - a.to > MAX_JOINTS) {
      return false;
    }
    boolean twoDays = a.kind == Part.Kind.DAY && (b.kind == Part.Kind.DAY || b.kind == Part.Kind.WEEKDAY);
    int i = a.to;
    while (i < b.from) {
      if (t.type[i] == DateTokens.MARK) {
        if (!isJoint(t.value[i])) {
          return false;
        }
        i++;
        continue;
      }
      DateWord word = t.word[i];
      // «10:30 2022 الجمعة 13 مايو»: the year was read with the day
      boolean year = a.kind == Part.Kind.TIME && t.isNumber(i) && t.digits[i] == 4 && t.value[i] >= 1990 && t.value[i] < 2100;
      if (year) {
        i++;
        continue;
      }
      if (word == null) {
        // the T of ISO 8601
        boolean iso = t.end[i] - t.start[i] == 1 && !t.gap[i] && (t.text.charAt(t.start[i]) | 0x20) == 't';
        if (!iso) {
          return false;
        }
        i++;
        continue;
      }
      boolean fits = word.is(Sense.BEFORE_TIME)
          || (word.is(Sense.BEFORE_CLOCK) && a.kind == Part.Kind.DAY && b.kind == Part.Kind.TIME && b.to - b.from >= 3)
          || (word.is(Sense.CORRESPONDING) && (twoDays || b.kind == Part.Kind.DAY))
          || (word.isAny(LABELS) && b.kind == Part.Kind.TIME)
          || (word.isAny(ERAS) && twoDays);
      if (!fits) {
        return false;
      }
      i += t.span[i];
    }
    return true;
  }

  private static final long LABELS = Sense.LABEL_PUBLISHED.mask() | Sense.LABEL_UPDATED.mask();
  private static final long ERAS = Sense.ERA_HIJRI.mask() | Sense.ERA_GREGORIAN.mask();

  private static boolean isJoint(int c) {
    return switch (c) {
      // dashes
      case '-', '\u2013', '\u2014', '\u2015', '\u2212', '_', '~' -> true;
      // bars, slashes, bullets
      case '|', '\u00A6', '/', '\\', '\u00B7', '\u2022', '\u25AA', '\u25CF', '*', '@' -> true;
      // commas and stops
      case ',', '\u060C', '.', ':', '\u061B', ';', '\u2026' -> true;
      // brackets and quotes
      case '(', ')', '[', ']', '\u00AB', '\u00BB', '"' -> true;
      // clocks, calendars and the like that sites print as icons
      default -> Character.getType(c) == Character.OTHER_SYMBOL || Character.getType(c) == Character.SURROGATE || Character.getType(c) == Character.NON_SPACING_MARK;
    };
  }
}
