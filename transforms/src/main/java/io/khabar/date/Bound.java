package io.khabar.date;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/**
 * The last day a story can be of.
 *
 * @param day or null when nothing is known
 */
record Bound(LocalDate day) {
  /** A page fetched at 21:30 UTC may carry the next day's date, which has begun in the Gulf. */
  private static final ZoneOffset EASTERNMOST = ZoneOffset.ofHours(4);

  static Bound of(String fetchedAt, String asOf) {
    LocalDate fetched = day(fetchedAt);
    LocalDate limit = day(asOf);
    if (fetched == null) {
      return new Bound(limit);
    }
    return new Bound(limit == null || fetched.isBefore(limit) ? fetched : limit);
  }

  boolean isBefore(LocalDate date) {
    return day != null && day.isBefore(date);
  }

  private static LocalDate day(String iso) {
    if (iso == null) {
      return null;
    }
    OffsetDateTime instant = instant(iso);
    if (instant != null) {
      return instant.withOffsetSameInstant(EASTERNMOST).toLocalDate();
    }
    FoundDate found = Candidates.value(iso);
    return found == null || !found.isDay() ? null : LocalDate.parse(found.date());
  }

  /** The instant a value names, or null when it has no time or no offset. */
  static OffsetDateTime instant(String value) {
    FoundDate found = Candidates.value(value);
    if (found == null || !found.isDay() || found.time() == null || found.offset() == null) {
      return null;
    }
    return OffsetDateTime.parse(found.date() + "T" + found.time() + found.offset());
  }
}
