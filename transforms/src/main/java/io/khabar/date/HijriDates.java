package io.khabar.date;

import com.ibm.icu.util.IslamicCalendar;
import com.ibm.icu.util.TimeZone;
import com.ibm.icu.util.ULocale;
import java.time.LocalDate;

/** Hijri days by the Umm al-Qura calendar of Saudi Arabia, as ICU tabulates it (1300-1600 AH). */
public final class HijriDates {
  private static final int FIRST_YEAR = 1300;
  private static final int LAST_YEAR = 1599;
  private static final long MILLIS_PER_DAY = 86_400_000L;

  private HijriDates() {}

  /** Whether the day can be: a month of 29 days may have a 30th where the moon was sighted late. */
  public static boolean exists(int year, int month, int day) {
    return year >= FIRST_YEAR && year <= LAST_YEAR && month >= 1 && month <= 12 && day >= 1 && day <= 30;
  }

  /** The Gregorian day of a Hijri one that {@link #exists}. */
  public static LocalDate toGregorian(int year, int month, int day) {
    IslamicCalendar calendar = new IslamicCalendar(TimeZone.GMT_ZONE, ULocale.ROOT);
    calendar.setCalculationType(IslamicCalendar.CalculationType.ISLAMIC_UMALQURA);
    calendar.clear();
    calendar.set(year, month - 1, 1);
    return LocalDate.ofEpochDay(Math.floorDiv(calendar.getTimeInMillis(), MILLIS_PER_DAY)).plusDays(day - 1L);
  }
}
