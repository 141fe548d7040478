package io.khabar.date;

import io.khabar.model.Clue;
import io.khabar.model.PublishedSource;
import io.khabar.model.StoryDates;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Settles the dates of one story.
 *
 * <p><b>Trust.</b> Where sources differ, the first of this order wins: markup that names itself (JSON-LD, OpenGraph, meta, microdata), a dateline that
 * names itself («تاريخ النشر»), {@code <time>}, a bare dateline, a record's field, the URL's path. Markup is first because no layout can misplace it;
 * {@code <time>} comes after a labelled line because pages put it on related stories too; a record's field comes late because dumps call the day of
 * fetching by many names. A later source wins only when more of the others are within a day of it. A disagreement of more than a day is
 * a {@code date_conflict}. Within a day the printed line gives the day, as no zone may shift it.
 */
public final class StoryDater {
  /** A printed date is later than the day the page was fetched, and was not used. */
  public static final String DATE_IN_FUTURE = "date_in_future";

  /** Two sources are more than a day apart. */
  public static final String DATE_CONFLICT = "date_conflict";

  private StoryDater() {}

  /**
   * What is known of a story.
   *
   * @param datelines lines of this story that hold its date: datelines, bylines, credits
   * @param pageClocks lines of the page that hold a site clock
   * @param clues what markup and fields say of the page
   * @param url of the page, or null
   * @param fetchedAt ISO 8601 day or instant, or null
   * @param asOf ISO 8601 day: no story is later, or null
   * @param title or null
   * @param paragraphs the body
   * @param embedded whether the story stands in another's page: then clues, URL and clock are not its own
   */
  public record Input(
      List<String> datelines,
      List<String> pageClocks,
      List<Clue> clues,
      String url,
      String fetchedAt,
      String asOf,
      String title,
      List<String> paragraphs,
      boolean embedded) {
    /** Nothing is known but the body. */
    public static Input ofBody(List<String> paragraphs) {
      return new Input(List.of(), List.of(), List.of(), null, null, null, null, paragraphs, false);
    }

    /** The same with these datelines. */
    public Input withDatelines(List<String> lines) {
      return new Input(lines, pageClocks, clues, url, fetchedAt, asOf, title, paragraphs, embedded);
    }

    /** The same with these site clocks. */
    public Input withPageClocks(List<String> lines) {
      return new Input(datelines, lines, clues, url, fetchedAt, asOf, title, paragraphs, embedded);
    }

    /** The same with these clues. */
    public Input withClues(List<Clue> of) {
      return new Input(datelines, pageClocks, of, url, fetchedAt, asOf, title, paragraphs, embedded);
    }

    /** The same with this URL. */
    public Input withUrl(String of) {
      return new Input(datelines, pageClocks, clues, of, fetchedAt, asOf, title, paragraphs, embedded);
    }

    /** The same with this time of fetching. */
    public Input withFetchedAt(String at) {
      return new Input(datelines, pageClocks, clues, url, at, asOf, title, paragraphs, embedded);
    }

    /** The same with this last possible day. */
    public Input withAsOf(String day) {
      return new Input(datelines, pageClocks, clues, url, fetchedAt, day, title, paragraphs, embedded);
    }

    /** The same with this title. */
    public Input withTitle(String of) {
      return new Input(datelines, pageClocks, clues, url, fetchedAt, asOf, of, paragraphs, embedded);
    }

    /** The same as a story in another's page. */
    public Input asEmbedded() {
      return new Input(datelines, pageClocks, clues, url, fetchedAt, asOf, title, paragraphs, true);
    }
  }

  /**
   * The dates of a story.
   *
   * @param warnings codes, each once
   */
  public record Result(StoryDates dates, List<String> warnings) {}

  /** Settles the dates of a story. */
  public static Result date(Input input) {
    Set<String> warnings = new LinkedHashSet<>();
    LocalDate clock = input.embedded ? null : clock(input.pageClocks);
    Bound bound = Bound.of(input.fetchedAt, input.asOf);
    List<Candidate> published = new ArrayList<>();
    List<Candidate> updated = new ArrayList<>();
    Candidates.collect(input, published, updated, warnings);
    boolean future = published.removeIf(c -> bound.isBefore(c.day()));
    future |= updated.removeIf(c -> bound.isBefore(c.day()));
    if (future) {
      warnings.add(DATE_IN_FUTURE);
    }
    Candidate chosen = choose(published, warnings);
    Candidate update = choose(updated, warnings);
    PublishedSource source = chosen == null ? PublishedSource.NONE : chosen.trust().source();
    String updatedDay = update == null ? null : update.day().toString();
    if (chosen == null && update != null) {
      chosen = update;
      source = PublishedSource.UPDATED;
    }
    LocalDate day = chosen == null ? null : chosen.day();
    String hijri = hijri(chosen, published);
    if (chosen != null) {
      warnings.addAll(chosen.found().warnings());
    }
    EventDater.Told told = EventDater.tell(input.paragraphs, day, source == PublishedSource.UPDATED, clock, bound.day());
    String estimate = told.estimate();
    String estimateBasis = told.estimateBasis();
    RelativeStamp stamp = day == null && !input.embedded ? RelativeStamp.of(input.datelines, input.fetchedAt, bound.day()) : null;
    if (stamp != null) {
      estimate = stamp.day();
      estimateBasis = stamp.basis();
    }
    StoryDates dates =
        new StoryDates(
            day == null ? null : day.toString(),
            at(chosen, published),
            source,
            updatedDay,
            hijri,
            estimate,
            estimateBasis,
            clock == null ? null : clock.toString(),
            told.eventDate(),
            told.eventBasis());
    return new Result(dates, List.copyOf(warnings));
  }

  private static LocalDate clock(List<String> lines) {
    for (String line : lines) {
      for (FoundDate found : DateFinder.find(line)) {
        if (found.isDay()) {
          return LocalDate.parse(found.date());
        }
      }
    }
    return null;
  }

  /** The most trusted, unless more of the others stand by another. */
  private static Candidate choose(List<Candidate> candidates, Set<String> warnings) {
    Candidate best = null;
    int bestSupport = -1;
    boolean conflict = false;
    for (Candidate candidate : candidates) {
      int support = 0;
      for (Candidate other : candidates) {
        boolean agrees = near(candidate, other);
        // two lines of one kind are one voice
        if (other.trust() != candidate.trust() && agrees) {
          support++;
        }
        conflict |= !agrees && other.trust() != candidate.trust() && !(candidate.trust() == Trust.URL || other.trust() == Trust.URL);
      }
      boolean better = best == null || support > bestSupport || (support == bestSupport && candidate.trust().compareTo(best.trust()) < 0);
      if (better) {
        best = candidate;
        bestSupport = support;
      }
    }
    if (conflict) {
      warnings.add(DATE_CONFLICT);
    }
    if (best == null) {
      return null;
    }
    // within a day of markup in another zone the printed line gives the day
    for (Candidate line : candidates) {
      if (isPrinted(line) && !isPrinted(best) && best.trust().compareTo(line.trust()) < 0 && near(best, line) && !line.day().equals(best.day())) {
        return new Candidate(line.day(), line.found(), best.trust(), false);
      }
    }
    return best;
  }

  private static boolean isPrinted(Candidate candidate) {
    return candidate.trust() == Trust.LABELLED_LINE || candidate.trust() == Trust.BARE_LINE;
  }

  private static boolean near(Candidate a, Candidate b) {
    return Math.abs(ChronoUnit.DAYS.between(a.day(), b.day())) <= 1;
  }

  /** The time of the chosen date, else that of another source of the same day. */
  private static String at(Candidate chosen, List<Candidate> published) {
    if (chosen == null) {
      return null;
    }
    String at = at(chosen);
    for (Candidate other : published) {
      String more = at(other);
      boolean sameDay = other.day().equals(chosen.day());
      // a clock with its zone says more than one without
      if (sameDay && more != null && (at == null || (other.found().offset() != null && chosen.found().offset() == null && at.regionMatches(0, more, 0, 16)))) {
        at = more;
      }
    }
    return at;
  }

  private static String at(Candidate candidate) {
    FoundDate found = candidate.found();
    if (found.time() == null) {
      return null;
    }
    return candidate.day() + "T" + found.time() + (found.offset() == null ? "" : found.offset());
  }

  private static String hijri(Candidate chosen, List<Candidate> published) {
    if (chosen == null) {
      return null;
    }
    if (chosen.found().hijri() != null) {
      return chosen.found().hijri();
    }
    for (Candidate other : published) {
      if (other.found().hijri() != null && near(chosen, other)) {
        return other.found().hijri();
      }
    }
    return null;
  }
}
