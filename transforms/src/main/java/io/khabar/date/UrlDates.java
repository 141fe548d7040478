package io.khabar.date;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;

/** The date in a URL: {@code /2024/06/26/}, {@code /2024-06-26-}, {@code /20240626}, {@code ?cdate=26062024}. */
final class UrlDates {
  private static final int FIRST_YEAR = 1995;
  private static final int LAST_YEAR = 2099;
  private static final String DATE_PARAMETER = "date=";

  private UrlDates() {}

  /** The first date of the path, else of a parameter named after a date, or null. */
  static FoundDate find(String url) {
    int from = url.indexOf("://");
    from = url.indexOf('/', from < 0 ? 0 : from + 3);
    if (from < 0) {
      return null;
    }
    int query = url.indexOf('?', from);
    int end = query < 0 ? url.length() : query;
    for (int i = from + 1; i < end; i++) {
      if (isDigit(url, i, end) && !isDigit(url, i - 1, end)) {
        FoundDate found = at(url, i, end);
        if (found != null) {
          return found;
        }
      }
    }
    return query < 0 ? null : parameter(url, url.indexOf(DATE_PARAMETER, query));
  }

  private static FoundDate parameter(String url, int at) {
    int from = at + DATE_PARAMETER.length();
    int end = url.length();
    if (at < 0 || !isDigit(url, from, end)) {
      return null;
    }
    FoundDate found = at(url, from, end);
    boolean packed = digits(url, from, 8, end) >= 0 && !isDigit(url, from + 8, end);
    int year = packed ? digits(url, from + 4, 4, end) : 0;
    if (found != null || year < FIRST_YEAR || year > LAST_YEAR) {
      return found;
    }
    return day(url, from, year, digits(url, from + 2, 2, end), digits(url, from, 2, end), from + 8);
  }

  private static FoundDate at(String url, int i, int end) {
    int year = digits(url, i, 4, end);
    if (year < FIRST_YEAR || year > LAST_YEAR) {
      return null;
    }
    if (isDigit(url, i + 4, end)) {
      // eight digits, or eight with a time, or eight with an article's number of eight and more
      int run = i;
      while (isDigit(url, run, end)) {
        run++;
      }
      int length = run - i;
      if (length != 8 && length != 12 && length != 14 && length < 16) {
        return null;
      }
      return day(url, i, year, digits(url, i + 4, 2, end), digits(url, i + 6, 2, end), i + 8);
    }
    char sep = i + 4 < end ? url.charAt(i + 4) : 0;
    if (sep != '/' && sep != '-' && sep != '_' && sep != '.') {
      return null;
    }
    int monthWidth = isDigit(url, i + 6, end) ? 2 : 1;
    int month = digits(url, i + 5, monthWidth, end);
    int at = i + 5 + monthWidth;
    if (month < 1 || at >= end || url.charAt(at) != sep) {
      return null;
    }
    int dayWidth = isDigit(url, at + 2, end) ? 2 : 1;
    if (isDigit(url, at + 1 + dayWidth, end)) {
      return null;
    }
    return day(url, i, year, month, digits(url, at + 1, dayWidth, end), at + 1 + dayWidth);
  }

  private static FoundDate day(String url, int from, int year, int month, int day, int to) {
    if (month < 1 || month > 12 || day < 1) {
      return null;
    }
    try {
      return new FoundDate(from, to, LocalDate.of(year, month, day).toString(), null, null, null, true, List.of());
    } catch (DateTimeException noSuchDay) {
      return null;
    }
  }

  private static int digits(String url, int from, int n, int end) {
    int v = 0;
    for (int i = from; i < from + n; i++) {
      if (!isDigit(url, i, end)) {
        return -1;
      }
      v = v * 10 + url.charAt(i) - '0';
    }
    return v;
  }

  private static boolean isDigit(String url, int i, int end) {
    return i >= 0 && i < end && url.charAt(i) >= '0' && url.charAt(i) <= '9';
  }
}
