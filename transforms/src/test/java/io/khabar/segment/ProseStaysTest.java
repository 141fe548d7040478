package io.khabar.segment;

import static io.khabar.segment.Fixtures.LEAD;
import static io.khabar.segment.Fixtures.SECOND;
import static io.khabar.segment.Fixtures.TITLE;
import static io.khabar.segment.Fixtures.kind;
import static io.khabar.segment.Fixtures.label;
import static io.khabar.segment.Fixtures.page;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.khabar.corpus.LineEvidence;
import io.khabar.model.Kind;
import io.khabar.model.LabelledPage;
import io.khabar.model.Line;
import org.junit.jupiter.api.Test;

/** What a story says stays in its text, whatever its lines look like. */
class ProseStaysTest {
  @Test
  void aLongPoemDoesNotTurnTheParagraphsAboveItIntoAMenu() {
    StringBuilder poem = new StringBuilder();
    for (int i = 0; i < 120; i++) {
      poem.append(i % 2 == 0 ? "يا راحلا عند المساء تمهل\n" : "فالدار خلف التل تذكر خطوك\n");
    }
    LabelledPage p = label(page(TITLE + "\n" + LEAD + "\nوأنشد الشاعر في ختام الأمسية:\n" + poem));
    assertEquals(Kind.BODY, kind(p, "أعلنت بلدية"));
    assertEquals(Kind.BODY, kind(p, "يا راحلا"));
    assertEquals(1, p.lines().stream().filter(l -> l.kind() != Kind.BODY && l.kind() != Kind.BLANK).count(), "only the title is not body");
  }

  @Test
  void aLeadOfOneShortSentenceAndItsListAreBody() {
    String groups =
        "* المجموعة الأولى: نادي الميناء.. نادي الجسر.. نادي التل.. نادي الواحة\n"
            + "* المجموعة الثانية: نادي النخيل.. نادي المرجان.. نادي السهل.. نادي الساحل\n"
            + "* المجموعة الثالثة: نادي الوادي.. نادي الغابة.. نادي القلعة.. نادي البئر\n";
    LabelledPage p = label(page("قرعة كأس الأحياء تضع الميناء أمام الجسر\nفي ما يلي قرعة كأس الأحياء التي سحبت مساء أمس في قاعة البلدية.\n" + groups + LEAD + "\n" + SECOND));
    for (Line line : p.lines().subList(1, p.lines().size())) {
      assertEquals(Kind.BODY, line.kind(), p.page().text().substring(line.start(), line.end()) + " by " + line.rule());
    }
  }

  @Test
  void aFarewellInDotsIsNoHeadlineThatTheSiteCutOff() {
    LabelledPage p = label(page(TITLE + "\n" + LEAD + "\n" + SECOND + "\nإلى الغد.."));
    assertEquals(Kind.BODY, kind(p, "إلى الغد"));
  }

  @Test
  void aWritersAddressIsNeitherProseNorAName() {
    LabelledPage p = label(page(TITLE + "\n" + LEAD + "\n" + SECOND + "\nبريد الكاتب: samer.b@mina.example\nتويتر: @samer_b"));
    assertEquals(Kind.NAV, kind(p, "بريد الكاتب"));
    assertEquals(Kind.NAV, kind(p, "تويتر"));
  }

  @Test
  void aPlaceAndItsAgencyAreToldApartWithoutBlanksToo() {
    LabelledPage p = label(page(TITLE + "\nتل الريح-المرفأ\n" + LEAD + "\n" + SECOND));
    assertEquals(Kind.CREDIT, kind(p, "تل الريح-المرفأ"));
    assertEquals(java.util.List.of("المرفأ"), Fixtures.read(p).credits());
  }

  @Test
  void anAttributeThatLostItsTagIsNoProse() {
    LabelledPage p = label(page(TITLE + "\ncontent=\"" + LEAD + "\"\n/>\nالرئيسية\nرياضة\n" + TITLE + "\n" + LEAD + "\n" + SECOND));
    assertEquals(Kind.NAV, kind(p, "content="));
  }

  @Test
  void theSalutationOfALetterIsNoCaption() {
    for (String salutation : new String[] {"سعادة رئيس تحرير صحيفة صوت الميناء الموقر", "السلام عليكم ورحمة الله وبركاته", "تحية طيبة وبعد:"}) {
      LabelledPage p = label(page(TITLE + "\n" + salutation + "\n" + LEAD + "\n" + SECOND));
      assertEquals(Kind.BODY, kind(p, salutation), salutation);
    }
  }

  @Test
  void aRowOfNamesBelowTheStoryIsItsTags() {
    LabelledPage p = PageSegmenter.of(SegmentRules.shipped()).label(page(TITLE + "\n" + LEAD + "\n" + SECOND + "\nمصر السودان إثيوبيا مياه النيل أخبار مصر\nاختيارات المحرر\nفيديو"), LineEvidence.NONE);
    assertEquals(Kind.TAGS, kind(p, "مياه النيل"));
  }
}
