package io.khabar.model;

/**
 * What is known of a story's days. All are ISO 8601 strings or null; none is ever guessed but the estimate, which says so.
 *
 * @param published the day printed
 * @param publishedAt with time, and offset where printed
 * @param publishedSource where {@code published} stood
 * @param updated the day of an update stamp
 * @param publishedHijri the Hijri day as printed, {@code yyyy-MM-dd} in the Umm al-Qura calendar
 * @param publishedEstimate a day worked out from the text
 * @param publishedEstimateBasis how, for a person to follow
 * @param pageClock the day a site clock showed when the page was fetched
 * @param eventDate the day of what is told
 * @param eventDateBasis how it was settled
 */
public record StoryDates(
    String published,
    String publishedAt,
    PublishedSource publishedSource,
    String updated,
    String publishedHijri,
    String publishedEstimate,
    String publishedEstimateBasis,
    String pageClock,
    String eventDate,
    String eventDateBasis) {
  /** A story that says nothing of its days. */
  public static final StoryDates NONE =
      new StoryDates(null, null, PublishedSource.NONE, null, null, null, null, null, null, null);
}
