package io.khabar.segment;

import static io.khabar.segment.Fixtures.LEAD;
import static io.khabar.segment.Fixtures.SECOND;
import static io.khabar.segment.Fixtures.TITLE;
import static io.khabar.segment.Fixtures.label;
import static io.khabar.segment.Fixtures.page;
import static io.khabar.segment.Fixtures.read;
import static io.khabar.segment.Fixtures.record;
import static io.khabar.segment.Fixtures.rules;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.khabar.model.Clue;
import io.khabar.model.ClueField;
import io.khabar.model.Kind;
import io.khabar.model.Page;
import java.util.List;
import org.junit.jupiter.api.Test;

class MetadataReaderTest {
  private static Metadata of(Kind kind, String line) {
    return MetadataReader.of(rules()).read(page(line), List.of(new MetadataReader.StoryLine(line, kind)), true);
  }

  @Test
  void outletAndAuthor() {
    Metadata m = of(Kind.BYLINE, "صوت الميناء - سامر الحلاق");
    assertEquals("صوت الميناء", m.outlet());
    assertEquals(List.of("سامر الحلاق"), m.authors());
    assertEquals(List.of("صوت الميناء"), m.credits());
  }

  @Test
  void anUnknownOutletIsReadByItsPlace() {
    Metadata m = of(Kind.CREDIT, "أخبار السهل نيوز _ وكالات");
    assertEquals("أخبار السهل نيوز", m.outlet());
    assertEquals(List.of("أخبار السهل نيوز", "وكالات"), m.credits());
    assertEquals(List.of(), m.authors());
  }

  @Test
  void anAuthorBeforeAPlaceIsNoOutlet() {
    Metadata m = of(Kind.BYLINE, "ليلى القاضي – تل الريح");
    assertNull(m.outlet());
    assertEquals(List.of("ليلى القاضي"), m.authors());
  }

  @Test
  void thePlaceOfABylineIsWhereTheStoryWasFiled() {
    assertEquals("تل الريح", of(Kind.BYLINE, "تل الريح - ليلى القاضي").datelinePlace());
    assertEquals("تل الريح", of(Kind.BYLINE, "تل الريح: سامر الحلاق").datelinePlace());
    assertEquals("تل الريح", of(Kind.CREDIT, "تل الريح – المرفأ").datelinePlace());
    assertNull(of(Kind.BYLINE, "ليلى القاضي").datelinePlace());
  }

  @Test
  void aSourceLineNamesCreditsAndNoOutlet() {
    Metadata m = of(Kind.CREDIT, "المصدر: صوت الميناء + المرفأ");
    assertNull(m.outlet());
    assertEquals(List.of("صوت الميناء", "المرفأ"), m.credits());
  }

  @Test
  void labelsOfBylinesAreNoNames() {
    assertEquals(List.of("ليلى القاضي"), of(Kind.BYLINE, "بقلم: ليلى القاضي").authors());
    assertEquals(List.of("سامر الحلاق"), of(Kind.BYLINE, "كتب سامر الحلاق:").authors());
  }

  @Test
  void aListedOutletBehindTheTitleIsThePages() {
    assertEquals("صوت الميناء", of(Kind.TITLE, TITLE + " - صوت الميناء").outlet());
    assertEquals("صوت الميناء", of(Kind.TITLE, TITLE + " | صوت الميناء").outlet());
    assertNull(of(Kind.TITLE, TITLE + " - صوت البحيرة").outlet());
    assertNull(of(Kind.TITLE, "صوت الميناء - " + TITLE).outlet());
    assertNull(of(Kind.TITLE, "لقاء - صوت الميناء").outlet());
  }

  @Test
  void titlesLoseTheOutletsName() {
    TitleCleaner cleaner = new TitleCleaner(rules());
    assertEquals(TITLE, cleaner.clean(TITLE + " | صوت الميناء", List.of()));
    assertEquals(TITLE, cleaner.clean("Mina.example - الشرق الأوسط - " + TITLE, List.of()));
    assertEquals(TITLE, cleaner.clean(TITLE + " - صحيفة السهل", List.of("السهل")));
    assertEquals("موعد التسجيل في «قياس - 2»", cleaner.clean("موعد التسجيل في «قياس - 2»", List.of()));
    assertEquals("اتفاق أميركي - روسي على هدنة", cleaner.clean("اتفاق أميركي - روسي على هدنة", List.of()));
  }

  @Test
  void aRecordsTitleAndItsHostsOutlet() {
    Metadata m = read(label(record(TITLE + " | صوت الميناء", LEAD + "\n" + SECOND)));
    assertEquals(TITLE, m.title());
    assertEquals("صوت الميناء", m.outlet());
    assertEquals(2, m.paragraphs().size());
  }

  @Test
  void aRecordsAuthorMayBePlaceAndName() {
    Page p =
        new Page(
            "0".repeat(32), "", "d.jsonl", 0, 0, "application/json", "UTF-8", 1, null, "السهل", null, LEAD, List.of(),
            List.of(new Clue(ClueField.TITLE, TITLE, "record"), new Clue(ClueField.AUTHOR, "تل الريح: ليلى القاضي", "record")), List.of());
    Metadata m = read(label(p));
    assertEquals(List.of("ليلى القاضي"), m.authors());
    assertEquals("السهل", m.outlet());
  }

  @Test
  void embeddedStoriesTakeNothingFromThePage() {
    Page p = record(TITLE, LEAD);
    Metadata m = MetadataReader.of(rules()).read(p, List.of(new MetadataReader.StoryLine(LEAD, Kind.BODY)), false);
    assertNull(m.title());
    assertNull(m.outlet());
  }

  @Test
  void tagsArePartedAsFarAsEvidenceGoes() {
    assertEquals(List.of("نهر", "جسر", "أخبار نهر", "حرب جسر"), TagList.split("نهر جسر أخبار نهر حرب جسر", rules().names()));
    assertEquals(List.of("نهر", "جسر", "أخبار نهر", "أخبار جسر", "حرب جسر"), TagList.split("نهر جسر أخبار نهر أخبار جسر حرب جسر", rules().names()));
    assertEquals(List.of("مضخات الماء", "أمطار"), TagList.split("#مضخات_الماء #أمطار", rules().names()));
    assertEquals(List.of("مضخات", "أمطار الشتاء"), TagList.split("الوسوم: مضخات، أمطار الشتاء", rules().names()));
    assertEquals(List.of("السودان", "إثيوبيا", "مياه النيل"), TagList.split("السودان إثيوبيا مياه النيل", SegmentRules.shipped().names()));
    assertEquals(List.of("مضخات أمطار جسور"), TagList.split("مضخات أمطار جسور", rules().names()));
  }

  @Test
  void placesOfDatelines() {
    assertEquals("تل الريح", DatelinePlace.of("تل الريح - المرفأ: " + LEAD, rules().names()));
    assertEquals("تل الريح، السهل", DatelinePlace.of("تل الريح، السهل (MNV)-- " + LEAD, rules().names()));
    assertEquals("كفر النور", DatelinePlace.of("كفر النور - وكالات: " + LEAD, rules().names()));
    assertNull(DatelinePlace.of("وأضاف: " + LEAD, rules().names()));
    assertNull(DatelinePlace.of(LEAD, rules().names()));
  }

  @Test
  void entitiesAreMendedInTheParagraphsAlone() {
    assertEquals(List.of("قال \"نعم\" & مضى"), of(Kind.BODY, "قال &#34;نعم&quot; &amp; مضى").paragraphs());
  }

  @Test
  void aLabelOnItsOwnLineJoinsItsStamp() {
    List<MetadataReader.StoryLine> lines =
        List.of(new MetadataReader.StoryLine("آخر تحديث:   ", Kind.DATELINE), new MetadataReader.StoryLine("الأحد 2 فبراير 2025\n", Kind.DATELINE));
    assertEquals(List.of("آخر تحديث: الأحد 2 فبراير 2025"), MetadataReader.of(rules()).read(page(""), lines, true).datelines());
  }

  @Test
  void aParagraphThatWasCutGoesOn() {
    List<MetadataReader.StoryLine> lines = List.of(new MetadataReader.StoryLine("بدأ العمل ", Kind.BODY), new MetadataReader.StoryLine("في المضخات.\n", Kind.BODY));
    assertEquals(List.of("بدأ العمل في المضخات."), MetadataReader.of(rules()).read(page(""), lines, true).paragraphs());
  }
}
