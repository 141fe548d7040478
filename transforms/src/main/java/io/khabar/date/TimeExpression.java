package io.khabar.date;

import java.time.DayOfWeek;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;

/**
 * What prose says of time in one place.
 *
 * @param start first UTF-16 char
 * @param end one past the last
 * @param type what kind of expression
 * @param amount of days for {@link Type#RELATIVE_DAY} (negative is past), of units for {@link Type#AGO} and {@link Type#AFTER}; -1 past, 0 this, 1 next for
 *     periods, months and days without a year (2 when it does not say)
 * @param unit of {@link Type#AGO}, {@link Type#AFTER} and {@link Type#PERIOD}, or null
 * @param weekday ISO, 1 Monday, or 0
 * @param month of {@link Type#MONTH}, or 0
 * @param date of {@link Type#DATE} and {@link Type#DAY_MONTH}, or null
 * @param exact false where the text says about, more than, some
 */
public record TimeExpression(
    int start, int end, Type type, int amount, TimeUnit unit, int weekday, int month, FoundDate date, boolean exact) {
  /** Kinds of expressions. */
  public enum Type {
    /** A day with its year. */
    DATE,
    /** «18 فبراير». */
    DAY_MONTH,
    /** «في مارس الماضي». */
    MONTH,
    /** «الجمعة». */
    WEEKDAY,
    /** «السبت الماضي». */
    LAST_WEEKDAY,
    /** «الأحد المقبل». */
    NEXT_WEEKDAY,
    /** «اليوم», «أمس الثلاثاء». */
    RELATIVE_DAY,
    /** «منذ 84 يوماً». */
    AGO,
    /** «بعد 3 أشهر من». */
    AFTER,
    /** «الأسبوع الماضي». */
    PERIOD,
    /** «مطلع الأسبوع», «نهاية الشهر الماضي». */
    PART_OF_PERIOD
  }

  /** Days from one to another, both included. */
  public record Days(LocalDate first, LocalDate last) {
    static Days of(LocalDate day) {
      return new Days(day, day);
    }

    /** Whether it is one day. */
    public boolean isOne() {
      return first.equals(last);
    }
  }

  /** The days meant when it is told on a day; null when that does not settle it. */
  public Days resolve(LocalDate told) {
    return switch (type) {
      case DATE -> Days.of(LocalDate.parse(date.date()));
      case DAY_MONTH -> dayMonth(told);
      case MONTH -> month(told);
      case WEEKDAY -> Days.of(told.with(TemporalAdjusters.previousOrSame(DayOfWeek.of(weekday))));
      case LAST_WEEKDAY -> Days.of(told.with(TemporalAdjusters.previous(DayOfWeek.of(weekday))));
      case NEXT_WEEKDAY -> Days.of(told.with(TemporalAdjusters.next(DayOfWeek.of(weekday))));
      case RELATIVE_DAY -> relative(told);
      case AGO -> exact ? shifted(told, -amount) : null;
      case AFTER -> null;
      case PERIOD -> period(told);
      case PART_OF_PERIOD -> unit == TimeUnit.WEEK && amount == 2 && month == 0 ? weekStart(told) : null;
    };
  }

  /** Whether it names its own year. */
  boolean namesYear() {
    return type == Type.DATE || (type == Type.MONTH && amount > 2);
  }

  /** Whether this span is counted from the day that follows it: «بعد 3 أشهر من 24 فبراير». */
  boolean countsFrom(TimeExpression anchor, CharSequence text) {
    boolean span = (type == Type.AFTER || type == Type.AGO) && exact;
    boolean day = anchor.type == Type.DATE || anchor.type == Type.DAY_MONTH;
    if (!span || !day || anchor.start - end > 6) {
      return false;
    }
    String between = text.subSequence(end, anchor.start).toString().strip();
    return between.equals("من") || between.equals("على");
  }

  /** The day so long after (or, «قبل», before) a day; null when it is not one day. */
  Days shift(Days from) {
    if (from == null || !from.isOne()) {
      return null;
    }
    long by = type == Type.AFTER ? amount : -amount;
    return switch (unit) {
      case DAY -> Days.of(from.first.plusDays(by));
      case WEEK -> Days.of(from.first.plusWeeks(by));
      case MONTH -> Days.of(from.first.plusMonths(by));
      case YEAR -> Days.of(from.first.plusYears(by));
      default -> null;
    };
  }

  private Days relative(LocalDate told) {
    LocalDate day = told.plusDays(amount);
    if (weekday == 0 || day.getDayOfWeek().getValue() == weekday) {
      return Days.of(day);
    }
    // written before midnight, printed after it: the weekday says which day was meant
    LocalDate eve = day.minusDays(1);
    return eve.getDayOfWeek().getValue() == weekday ? Days.of(eve) : null;
  }

  private Days dayMonth(LocalDate told) {
    int m = Integer.parseInt(date.date(), 2, 4, 10);
    int d = Integer.parseInt(date.date(), 5, 7, 10);
    for (int back = amount == 1 ? -1 : 0; back <= 8; back++) {
      try {
        LocalDate day = LocalDate.of(told.getYear() - back, m, d);
        boolean fits = amount == 1 ? back <= 0 && day.isAfter(told) : amount == -1 ? day.isBefore(told) : !day.isAfter(told);
        if (fits) {
          return Days.of(day);
        }
      } catch (DateTimeException noSuchDay) {
        // 29 February of a common year
      }
    }
    return null;
  }

  private Days month(LocalDate told) {
    if (amount > 2) {
      return whole(YearMonth.of(amount, month));
    }
    YearMonth now = YearMonth.from(told);
    YearMonth at = now.withMonth(month);
    if (amount == 1) {
      at = at.isAfter(now) ? at : at.plusYears(1);
    } else if (amount == -1) {
      at = at.isBefore(now) ? at : at.minusYears(1);
    } else {
      at = at.isAfter(now) ? at.minusYears(1) : at;
    }
    return whole(at);
  }

  private static Days whole(YearMonth month) {
    return new Days(month.atDay(1), month.atEndOfMonth());
  }

  private Days shifted(LocalDate told, int by) {
    return switch (unit) {
      case DAY -> Days.of(told.plusDays(by));
      case WEEK -> Days.of(told.plusWeeks(by));
      case MONTH -> whole(YearMonth.from(told).plusMonths(by));
      case YEAR -> new Days(LocalDate.of(told.getYear() + by, 1, 1), LocalDate.of(told.getYear() + by, 12, 31));
      default -> null;
    };
  }

  /** Weeks begin on Saturday, as the Arab press counts them. */
  private Days period(LocalDate told) {
    return switch (unit) {
      case WEEK -> {
        LocalDate first = told.with(TemporalAdjusters.previousOrSame(DayOfWeek.SATURDAY)).plusWeeks(amount);
        yield new Days(first, first.plusDays(6));
      }
      case MONTH -> whole(YearMonth.from(told).plusMonths(amount));
      case YEAR -> new Days(LocalDate.of(told.getYear() + amount, 1, 1), LocalDate.of(told.getYear() + amount, 12, 31));
      default -> null;
    };
  }

  private static Days weekStart(LocalDate told) {
    LocalDate first = told.with(TemporalAdjusters.previousOrSame(DayOfWeek.SATURDAY));
    return new Days(first, first.plusDays(1));
  }
}
