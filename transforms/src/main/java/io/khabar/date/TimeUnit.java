package io.khabar.date;

/** What prose counts time in. */
public enum TimeUnit {
  MINUTE,
  HOUR,
  DAY,
  WEEK,
  MONTH,
  YEAR
}
