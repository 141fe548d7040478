package io.khabar.date;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.khabar.model.Clue;
import io.khabar.model.ClueField;
import io.khabar.model.PublishedSource;
import io.khabar.model.StoryDates;
import java.util.List;
import org.junit.jupiter.api.Test;

class StoryDaterTest {
  private static final StoryDater.Input BODY = StoryDater.Input.ofBody(List.of("افتتح رئيس بلدية الميناء معرض الكتاب السنوي في القاعة الكبرى بالمدينة."));

  private static Clue published(String value, String source) {
    return new Clue(ClueField.PUBLISHED, value, source);
  }

  private static StoryDates dates(StoryDater.Input input) {
    return StoryDater.date(input).dates();
  }

  @Test
  void nothingSaidIsNothingKnown() {
    StoryDater.Result result = StoryDater.date(BODY);
    assertEquals(StoryDates.NONE, result.dates());
    assertEquals(List.of(), result.warnings());
  }

  @Test
  void aDatelineGivesDayTimeOffsetAndHijri() {
    StoryDates dates = dates(BODY.withDatelines(List.of("نشر في: الجمعة 12 شوال 1443 هـ - 13 مايو 2022 م الساعة 10:30 م بتوقيت مكة المكرمة")));
    assertEquals("2022-05-13", dates.published());
    assertEquals("2022-05-13T22:30+03:00", dates.publishedAt());
    assertEquals("1443-10-12", dates.publishedHijri());
    assertEquals(PublishedSource.DATELINE, dates.publishedSource());
  }

  @Test
  void publishedAndUpdatedAreToldApartOnOneLine() {
    StoryDates dates = dates(BODY.withDatelines(List.of("آخر تحديث: 14 مايو 2022 - تاريخ النشر: 13 مايو 2022")));
    assertEquals("2022-05-13", dates.published());
    assertEquals("2022-05-14", dates.updated());
  }

  @Test
  void anUpdateAloneStandsInAndSaysSo() {
    StoryDates dates = dates(BODY.withDatelines(List.of("آخر تحديث: 14 مايو 2022، 09:30 GMT")));
    assertEquals("2022-05-14", dates.published());
    assertEquals("2022-05-14", dates.updated());
    assertEquals("2022-05-14T09:30Z", dates.publishedAt());
    assertEquals(PublishedSource.UPDATED, dates.publishedSource());
  }

  @Test
  void markupComesWithItsTimeAndZone() {
    StoryDates dates = dates(BODY.withClues(List.of(published("2022-05-13T08:00:00+03:00", "json-ld"))));
    assertEquals("2022-05-13", dates.published());
    assertEquals("2022-05-13T08:00:00+03:00", dates.publishedAt());
    assertEquals(PublishedSource.MARKUP, dates.publishedSource());
  }

  @Test
  void aRecordsFieldIsItsOwnSourceInEveryForm() {
    for (String value : List.of("2022-05-13", "13/05/2022 10:00", "20220513", "20220513101500", "1652400000", "1652400000000", "الجمعة 13 مايو 2022", "May 13, 2022")) {
      StoryDates dates = dates(BODY.withClues(List.of(published(value, "record"))));
      assertEquals("2022-05-13", dates.published(), value);
      assertEquals(PublishedSource.RECORD, dates.publishedSource());
    }
  }

  @Test
  void aPrintedDayIsNotShiftedByAZone() {
    StoryDates dates = dates(BODY.withDatelines(List.of("13 مايو 2022")).withClues(List.of(published("2022-05-12T22:30:00Z", "json-ld"))));
    assertEquals("2022-05-13", dates.published());
    assertEquals(PublishedSource.MARKUP, dates.publishedSource());
    assertNull(dates.publishedAt());
  }

  @Test
  void sourcesOverADayApartAreAConflict() {
    StoryDater.Result result =
        StoryDater.date(BODY.withDatelines(List.of("تاريخ النشر: 3 مايو 2022")).withClues(List.of(published("2022-05-13", "json-ld"))));
    assertEquals("2022-05-13", result.dates().published());
    assertEquals(List.of(StoryDater.DATE_CONFLICT), result.warnings());
  }

  @Test
  void theUrlDecidesAConflictButIsNoneItself() {
    StoryDater.Input input =
        BODY.withDatelines(List.of("تاريخ النشر: 3 مايو 2022")).withClues(List.of(published("2022-05-13", "json-ld"))).withUrl("https://example.test/2022/05/03/mina");
    assertEquals("2022-05-03", dates(input).published());
    StoryDater.Result moved = StoryDater.date(BODY.withDatelines(List.of("3 مايو 2022")).withUrl("https://example.test/2019/01/01/mina"));
    assertEquals("2022-05-03", moved.dates().published());
    assertEquals(List.of(), moved.warnings());
  }

  @Test
  void theUrlStandsInWhenNothingElseSpeaks() {
    for (String url : List.of(
        "https://example.test/2022/05/13/mina", "https://example.test/news/2022/5/13/mina-7", "https://example.test/a/2022-05-13-mina", "https://example.test/20220513104893/mina",
        "https://example.test/news/20220513", "http://example.test/ar/2022-05-13-1.3874341?ref=2011/01/01",
        "https://example.test/view.aspx?cdate=13052022&id=5", "https://example.test/view?date=2022-05-13", "https://example.test/view?pubdate=20220513")) {
      StoryDates dates = dates(BODY.withUrl(url));
      assertEquals("2022-05-13", dates.published(), url);
      assertEquals(PublishedSource.URL, dates.publishedSource());
    }
    for (String url : List.of("https://example.test/article/825076", "https://example.test/12345678", "https://example.test/2022/13/45/x", "2022", "", "https://2022.test", "https://example.test/?date=", "https://example.test/?date=99999999", "https://example.test/202205131")) {
      assertNull(dates(BODY.withUrl(url)).published(), url);
    }
  }

  @Test
  void aDayAfterFetchingIsNeverThePublicationDate() {
    StoryDater.Result fetched = StoryDater.date(BODY.withDatelines(List.of("13 مايو 2022")).withFetchedAt("2022-05-11T08:00:00Z"));
    assertNull(fetched.dates().published());
    assertEquals(List.of(StoryDater.DATE_IN_FUTURE), fetched.warnings());
    StoryDater.Result asOf = StoryDater.date(BODY.withClues(List.of(published("2022-05-13", "json-ld"))).withAsOf("2022-05-12"));
    assertNull(asOf.dates().published());
    assertEquals(List.of(StoryDater.DATE_IN_FUTURE), asOf.warnings());
  }

  @Test
  void theTimeOfFetchingIsReadInEveryForm() {
    for (String at : List.of("2022-05-12T21:30:00Z", "2022-05-12 21:30:00+00:00", "1652391000", "Thu, 12 May 2022 21:30:00 GMT", "2022-05-13", "13/05/2022")) {
      assertEquals("2022-05-13", dates(BODY.withDatelines(List.of("13 مايو 2022")).withFetchedAt(at)).published(), at);
      assertNull(dates(BODY.withDatelines(List.of("14 مايو 2022")).withFetchedAt(at)).published(), at);
    }
  }

  @Test
  void theNextDayMayHaveBegunInTheGulf() {
    assertEquals("2022-05-13", dates(BODY.withDatelines(List.of("13 مايو 2022")).withFetchedAt("2022-05-12T21:30:00Z")).published());
  }

  @Test
  void emptyFieldsOfContentSystemsAreNoDates() {
    for (String value : List.of("1970-01-01T00:00:00Z", "0001-01-01T00:00:00", "0000-00-00 00:00:00", "0", "", "N/A", "null")) {
      assertNull(dates(BODY.withClues(List.of(published(value, "json-ld")))).published(), value);
    }
  }

  @Test
  void aSiteClockIsKeptApart() {
    StoryDates dates = dates(BODY.withPageClocks(List.of("الخميس ٠٩ / يناير / ٢٠٢٥")));
    assertNull(dates.published());
    assertEquals("2025-01-09", dates.pageClock());
    assertNull(dates(BODY.withDatelines(List.of("تاريخ اليوم: 9 يناير 2025"))).published());
  }

  @Test
  void slashesAreDayFirstUnlessAnotherSourceSaysMonthFirst() {
    Clue clue = published("6/3/2022 12:10:33 PM", "meta");
    assertEquals("2022-03-06", dates(BODY.withClues(List.of(clue))).published());
    StoryDater.Result turned = StoryDater.date(BODY.withClues(List.of(clue)).withDatelines(List.of("3 حزيران 2022")));
    assertEquals("2022-06-03", turned.dates().published());
    assertEquals("2022-06-03T12:10:33", turned.dates().publishedAt());
    assertEquals(List.of(), turned.warnings());
  }

  @Test
  void anEmbeddedStoryHasOnlyItsOwnDatelines() {
    StoryDater.Input input =
        BODY.withClues(List.of(published("2022-05-13", "json-ld"))).withUrl("https://example.test/2022/05/13/x").withPageClocks(List.of("الخميس ٠٩ / يناير / ٢٠٢٥")).asEmbedded();
    assertEquals(StoryDates.NONE, dates(input));
    assertEquals("2021-03-02", dates(input.withDatelines(List.of("2 مارس 2021"))).published());
  }

  @Test
  void anImpossibleDayIsAWarningAndNoDate() {
    StoryDater.Result result = StoryDater.date(BODY.withDatelines(List.of("الأربعاء 31 نيسان 2022")));
    assertNull(result.dates().published());
    assertEquals(List.of(FoundDate.INVALID_DATE), result.warnings());
  }

  @Test
  void otherFieldsAndSourcesSayNothing() {
    List<Clue> clues = List.of(new Clue(ClueField.DESCRIPTION, "13 مايو 2022", "meta"), published("2022-05-13", "html-title"), published(null, "json-ld"));
    assertNull(dates(BODY.withClues(clues)).published());
  }

  @Test
  void aRelativeStampIsAnEstimate() {
    StoryDates dates = dates(BODY.withDatelines(List.of("منذ 3 ساعات")).withFetchedAt("2022-05-13T01:30:00+03:00"));
    assertNull(dates.published());
    assertEquals("2022-05-12", dates.publishedEstimate());
    assertEquals("the page prints «منذ 3 ساعات»; it was fetched 2022-05-13T01:30:00+03:00", dates.publishedEstimateBasis());
    assertEquals("2022-05-10", dates(BODY.withDatelines(List.of("نشر قبل 3 أيام")).withFetchedAt("2022-05-13")).publishedEstimate());
    assertNull(dates(BODY.withDatelines(List.of("منذ 3 ساعات"))).publishedEstimate());
  }
}
