package io.khabar.date;

import java.util.List;

/**
 * A date as printed in a line, read and checked. A Hijri and a Gregorian date side by side are one.
 *
 * @param start first UTF-16 char of the date with its weekday and time
 * @param end one past the last
 * @param date {@code yyyy-MM-dd}; {@code --MM-dd} where no year is printed; null when there is no such day
 * @param time {@code HH:mm} or {@code HH:mm:ss} as printed, in 24 hours, or null
 * @param offset {@code +03:00} or {@code Z} as printed, or null
 * @param hijri {@code yyyy-MM-dd} of the Hijri calendar as printed, or null
 * @param yearPrinted whether the year is printed; a date without one is for prose only
 * @param warnings {@code weekday_mismatch}, {@code calendar_mismatch}, {@code invalid_date}
 */
public record FoundDate(
    int start, int end, String date, String time, String offset, String hijri, boolean yearPrinted, List<String> warnings) {
  /** A printed weekday is not that of the date. */
  public static final String WEEKDAY_MISMATCH = "weekday_mismatch";

  /** The Hijri and the Gregorian date are more than a day apart: one day is moon sighting. */
  public static final String CALENDAR_MISMATCH = "calendar_mismatch";

  /** What is printed is no day of any calendar. */
  public static final String INVALID_DATE = "invalid_date";

  private static final String FIRST_PAGES = "1990";

  /** Whether the date names a day of a year. */
  public boolean isDay() {
    return date != null && yearPrinted;
  }

  /** Whether the day is of a time without pages: of a life, a war, a book. */
  boolean isPast() {
    return isDay() && date.compareTo(FIRST_PAGES) < 0;
  }
}
