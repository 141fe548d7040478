package io.khabar.date;

import io.khabar.model.Clue;
import io.khabar.model.ClueField;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;

/** Collects the days that a story's lines, its page's markup and its URL give. */
final class Candidates {
  private static final LocalDate FIRST = LocalDate.of(1990, 1, 1);
  private static final LocalDate NEVER = LocalDate.of(2100, 1, 1);

  private Candidates() {}

  static void collect(StoryDater.Input input, List<Candidate> published, List<Candidate> updated, Set<String> warnings) {
    for (String line : input.datelines()) {
      for (DateLine.Stamp stamp : DateLine.stamps(line)) {
        FoundDate found = stamp.date();
        if (found.date() == null) {
          warnings.addAll(found.warnings());
        }
        if (!found.isDay() || stamp.labelled() && (stamp.role() == DateLine.Role.CLOCK_LIKE || stamp.role() == DateLine.Role.OTHER)) {
          continue;
        }
        Trust trust = stamp.labelled() ? Trust.LABELLED_LINE : Trust.BARE_LINE;
        add(stamp.role() == DateLine.Role.UPDATED ? updated : published, found, trust, false, warnings);
      }
    }
    if (input.embedded()) {
      return;
    }
    for (Clue clue : input.clues()) {
      Trust trust = Trust.ofClue(clue.source());
      boolean dates = clue.field() == ClueField.PUBLISHED || clue.field() == ClueField.UPDATED;
      if (trust == null || !dates || clue.value() == null) {
        continue;
      }
      FoundDate found = value(clue.value());
      if (found != null && found.isDay()) {
        boolean slashed = clue.value().indexOf('/') > 0;
        add(clue.field() == ClueField.UPDATED ? updated : published, found, trust, slashed, warnings);
      }
    }
    FoundDate path = input.url() == null ? null : UrlDates.find(input.url());
    if (path != null) {
      add(published, path, Trust.URL, false, warnings);
    }
    published.replaceAll(candidate -> turned(candidate, published));
  }

  /** Slashes are day first, unless another source is of the very day that month first gives and none is of the other. */
  private static Candidate turned(Candidate candidate, List<Candidate> all) {
    LocalDate day = candidate.day();
    if (!candidate.slashed() || day.getDayOfMonth() > 12 || day.getDayOfMonth() == day.getMonthValue()) {
      return candidate;
    }
    LocalDate turned = LocalDate.of(day.getYear(), day.getDayOfMonth(), day.getMonthValue());
    boolean other = false;
    for (Candidate witness : all) {
      if (!witness.slashed() && witness.day().equals(day)) {
        return candidate;
      }
      other |= !witness.slashed() && witness.day().equals(turned);
    }
    return other ? candidate.withDay(turned) : candidate;
  }

  private static void add(List<Candidate> to, FoundDate found, Trust trust, boolean slashed, Set<String> warnings) {
    LocalDate day = LocalDate.parse(found.date());
    // 1 January 1970 and the year 1 are empty fields of content systems
    if (day.isBefore(FIRST) || !day.isBefore(NEVER)) {
      warnings.add(FoundDate.INVALID_DATE);
      return;
    }
    to.add(new Candidate(day, found, trust, slashed));
  }

  /** The date of a field's value: any printed form, or {@code yyyyMMdd[HHmmss]}, or seconds or milliseconds since 1970; null when there is none. */
  static FoundDate value(String value) {
    String v = value.strip();
    int digits = 0;
    while (digits < v.length() && v.charAt(digits) >= '0' && v.charAt(digits) <= '9') {
      digits++;
    }
    if (digits == v.length()) {
      if (digits == 8 || digits == 14) {
        FoundDate found = packed(v);
        if (found != null) {
          return found;
        }
      }
      if (digits == 10 || digits == 13) {
        long number = Long.parseLong(v);
        OffsetDateTime at = Instant.ofEpochMilli(digits == 10 ? number * 1000 : number).atOffset(ZoneOffset.UTC);
        return new FoundDate(0, v.length(), at.toLocalDate().toString(), at.toLocalTime().withNano(0).toString(), "Z", null, true, List.of());
      }
    }
    List<FoundDate> found = DateFinder.find(v);
    return found.isEmpty() ? null : found.get(0);
  }

  private static FoundDate packed(String v) {
    try {
      LocalDate day = LocalDate.of(Integer.parseInt(v, 0, 4, 10), Integer.parseInt(v, 4, 6, 10), Integer.parseInt(v, 6, 8, 10));
      String time = v.length() == 14 ? v.substring(8, 10) + ":" + v.substring(10, 12) + ":" + v.substring(12, 14) : null;
      return new FoundDate(0, v.length(), day.toString(), time, null, null, true, List.of());
    } catch (DateTimeException noSuchDay) {
      return null;
    }
  }
}
