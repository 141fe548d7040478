package io.khabar.event;

import java.time.LocalDate;

/** How far what two stories say of days allows them to tell one event: a factor, 1 where nothing speaks against it or nothing is known. */
final class SameDays {
  /** A story's own days of telling and happening agree to the day: a little more than nothing against it. */
  private static final double SAME_DAY = 1.1;

  /** One of them tells that this was the last time, and dates it. */
  private static final double EARLIER = 0.4;

  /** It prints a day without a year that is neither near behind nor near ahead of the other's day. */
  private static final double OUT_OF_SEASON = 0.75;

  /** Days for which a past day goes without its year. */
  private static final int BEHIND = 183;

  private static final int AHEAD = 120;
  private static final int YEAR = 365;

  private SameDays() {}

  static double of(EventSketch a, EventSketch b) {
    return published(a, b) * happened(a, b) * season(a, b) * season(b, a) * earlier(a, b) * earlier(b, a);
  }

  /** 1 within three days, a half after two weeks, nothing after a month. */
  private static double published(EventSketch a, EventSketch b) {
    if (a.anyDay() == EventFeatures.NO_DAY || b.anyDay() == EventFeatures.NO_DAY) {
      return 1;
    }
    int apart = Math.abs(a.anyDay() - b.anyDay());
    return apart <= 3 ? 1 : apart > 30 ? 0 : 1 - (apart - 3) / 27.0;
  }

  private static double happened(EventSketch a, EventSketch b) {
    if (a.happened() == EventFeatures.NO_DAY || b.happened() == EventFeatures.NO_DAY) {
      return 1;
    }
    int apart = Math.abs(a.happened() - b.happened());
    return apart == 0 ? SAME_DAY : apart == 1 ? 1 : apart <= 3 ? 0.8 : 0.5;
  }

  /** Whether a story without a day may have been written on the other's day, by the days it prints without a year. */
  private static double season(EventSketch undated, EventSketch dated) {
    if (undated.bareDays().length == 0 || undated.anyDay() != EventFeatures.NO_DAY || dated.anyDay() == EventFeatures.NO_DAY) {
      return 1;
    }
    int told = LocalDate.ofEpochDay(dated.anyDay()).getDayOfYear();
    for (int day : undated.bareDays()) {
      int behind = Math.floorMod(told - dayOfYear(day), YEAR);
      if (behind > BEHIND && behind < YEAR - AHEAD) {
        return OUT_OF_SEASON;
      }
    }
    return 1;
  }

  private static int dayOfYear(int bare) {
    // months of 30.4 days: the season is what counts
    return (int) ((bare / 100 - 1) * 30.4) + bare % 100;
  }

  private static double earlier(EventSketch a, EventSketch b) {
    int day = b.happened() != EventFeatures.NO_DAY ? b.happened() : b.day();
    if (a.earlierDays().length == 0 || day == EventFeatures.NO_DAY || a.happened() == day) {
      return 1;
    }
    LocalDate date = LocalDate.ofEpochDay(day);
    int bare = date.getMonthValue() * 100 + date.getDayOfMonth();
    for (int earlier : a.earlierDays()) {
      if (earlier == bare || earlier == date.getYear() * 10000 + bare) {
        return EARLIER;
      }
    }
    return 1;
  }
}
