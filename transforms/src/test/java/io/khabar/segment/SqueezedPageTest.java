package io.khabar.segment;

import static io.khabar.segment.Fixtures.LEAD;
import static io.khabar.segment.Fixtures.SECOND;
import static io.khabar.segment.Fixtures.TITLE;
import static io.khabar.segment.Fixtures.kind;
import static io.khabar.segment.Fixtures.label;
import static io.khabar.segment.Fixtures.page;
import static io.khabar.segment.Fixtures.record;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.khabar.model.Kind;
import io.khabar.model.LabelledPage;
import io.khabar.model.Line;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pages whose every line break became one blank. */
class SqueezedPageTest {
  private static final String STORY = LEAD + " " + SECOND + " " + SECOND.replace("الأشغال", "المياه") + " " + SECOND.replace("الأشغال", "الطرق");

  @Test
  void aHeadlineThatStandsTwiceIsTheTitleAndTheStampBetweenIsTheDateline() {
    LabelledPage p = label(page("MinaVoice.example - " + TITLE + " 1200 (GMT+04:00) - 25/03/2019 " + TITLE + " " + STORY));
    assertEquals(TITLE, Fixtures.read(p).title());
    assertEquals(Kind.DATELINE, kind(p, "25/03/2019"));
    assertEquals(Kind.BODY, kind(p, "أعلنت بلدية"));
    assertEquals(List.of(STORY), Fixtures.read(p).paragraphs());
  }

  @Test
  void theFirstWordOfAHeadlineIsNoPartOfTheStampAboveIt() {
    LabelledPage p = label(page("MinaVoice.example - " + TITLE + " آخر تحديث: الأحد، 3 فبراير 2019، 09:00 (GMT+0400) " + TITLE + " " + STORY));
    assertEquals(TITLE, Fixtures.read(p).title());
    assertEquals("آخر تحديث: الأحد، 3 فبراير 2019، 09:00 (GMT+0400)", line(p, "آخر تحديث"));
  }

  @Test
  void entriesOfAMenuAreCutApart() {
    LabelledPage p = label(page("الرئيسية رياضة اقتصاد وأعمال آخر تحديث: السبت, 2 مارس 2019, 21:12 GMT " + TITLE + " " + LEAD + " " + STORY));
    assertEquals(Kind.NAV, kind(p, "الرئيسية"));
    assertEquals("اقتصاد وأعمال", line(p, "اقتصاد وأعمال"));
    assertEquals(Kind.DATELINE, kind(p, "21:12"));
  }

  @Test
  void aPlaceWithItsAgencyOpensTheLead() {
    String caption = "رجال المطافئ أمام الجسر القديم";
    LabelledPage p = label(page("MinaVoice.example - " + TITLE + " 1200 (GMT+04:00) - 25/03/2019 " + TITLE + " " + caption + " تل الريح (المرفأ)-- " + STORY));
    assertEquals(caption, line(p, "رجال المطافئ"));
    assertEquals(Kind.CAPTION, kind(p, "رجال المطافئ"));
    assertEquals(Kind.BODY, kind(p, "تل الريح"));
  }

  @Test
  void aCueAtTheEndOfASentenceIsALine() {
    LabelledPage p = label(page("MinaVoice.example - " + TITLE + " 1200 (GMT+04:00) - 25/03/2019 " + TITLE + " " + STORY + " مواضيع ذات صلة خطة لتوسعة الجسر القديم"));
    assertEquals(Kind.RELATED_CUE, kind(p, "مواضيع ذات صلة"));
  }

  @Test
  void anArticleOfOneParagraphStaysOneLine() {
    assertEquals(1, label(page(STORY)).lines().size());
    assertEquals(1, label(record(TITLE, STORY + " وفي 3 مارس 2019 افتتح الجسر.")).lines().size());
  }

  @Test
  void aVeryLongLineIsLabelled() {
    String text = (TITLE + " " + STORY + " ").repeat(4000);
    // what is not linear would not end here
    List<Line> lines = label(page(text)).lines();
    assertEquals(text.length(), lines.get(lines.size() - 1).end());
  }

  private static String line(LabelledPage p, String words) {
    for (Line line : p.lines()) {
      String text = p.page().text().substring(line.start(), line.end()).strip();
      if (text.contains(words)) {
        return text;
      }
    }
    throw new AssertionError("no line has " + words);
  }

  /** Each cue once asked for the end of its sentence, and for two dots, up to the end of the page: many minutes for this one. */
  @Test
  void aCueThatStandsThousandsOfTimesOnALineIsCutInOnePass() {
    String cue = "اقرأ أيضا: ";
    String text = TITLE + "\n" + LEAD + "\n" + cue.repeat(200_000);
    LabelledPage p = assertTimeoutPreemptively(Duration.ofSeconds(30), () -> label(page(text)));
    assertTrue(opening(p, "اقرأ") > 100_000);
  }

  /** From each sign the whole row was looked through. */
  @ParameterizedTest
  @ValueSource(strings = {"•.", ". .. ", ". ", "- -- "})
  void aRowOfSignsIsLookedThroughOnce(String signs) {
    String text = TITLE + "\n" + LEAD + "\n" + signs.repeat(400_000) + "..x\n" + SECOND;
    LabelledPage p = assertTimeoutPreemptively(Duration.ofSeconds(30), () -> label(page(text)));
    assertEquals(Kind.BODY, kind(p, SECOND));
  }

  @Test
  void ofManyCuesOnALineEachIsCut() {
    String text = TITLE + "\n" + LEAD + "\n" + "اقرأ أيضا: خطة لتوسعة الجسر القديم.. والأهالي ينتظرون * ".repeat(30);
    LabelledPage p = label(page(text));
    assertTrue(opening(p, "اقرأ أيضا") >= 29, p.lines().toString());
    assertTrue(opening(p, "خطة") >= 29, p.lines().toString());
  }

  private static long opening(LabelledPage page, String words) {
    return page.lines().stream().filter(line -> page.page().text().startsWith(words, line.start())).count();
  }
}
