package io.khabar.segment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.khabar.corpus.LineEvidence;
import io.khabar.date.StoryDater;
import io.khabar.model.Kind;
import io.khabar.model.LabelledPage;
import io.khabar.model.Line;
import io.khabar.text.RuleFile;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Datelines where they stand, below the headline: what the line is, whose names it holds, and the day. */
class PageDatesTest {
  private static final PageSegmenter SEGMENTER = PageSegmenter.of(SegmentRules.shipped());
  private static final List<String> LISTS = List.of("pages.tsv", "pages-2.tsv", "pages-3.tsv", "pages-4.tsv", "pages-5.tsv", "pages-6.tsv", "pages-own.tsv");
  private static final MetadataReader READER = MetadataReader.of(SegmentRules.shipped());

  private static LabelledPage below(String line) {
    return SEGMENTER.label(Fixtures.page(String.join("\n", Fixtures.TITLE, line, Fixtures.LEAD, Fixtures.SECOND)), LineEvidence.NONE);
  }

  private static Metadata read(LabelledPage page) {
    List<MetadataReader.StoryLine> lines = new ArrayList<>();
    for (Line line : page.lines()) {
      lines.add(new MetadataReader.StoryLine(page.page().text().substring(line.start(), line.end()), line.kind()));
    }
    return READER.read(page.page(), lines, true);
  }

  private static String published(Metadata story) {
    return StoryDater.date(StoryDater.Input.ofBody(story.paragraphs()).withDatelines(story.datelines()).withPageClocks(story.pageClocks())).dates().published();
  }

  @Test
  void everyDatelineGivesItsDay() {
    List<String> wrong = new ArrayList<>();
    List<String[]> rows = new ArrayList<>();
    for (String list : LISTS) {
      rows.addAll(RuleFile.resource("/khabar/dates/" + list, 2));
    }
    for (String[] row : rows) {
      String got = published(read(below(row[0])));
      if (!row[1].equals(got == null ? "" : got)) {
        wrong.add(row[0] + " -> " + got + ", expected " + row[1]);
      }
    }
    assertTrue(rows.size() > 3000);
    assertEquals("", String.join("\n", wrong));
  }

  @Test
  void aBylineWithADateGivesBoth() {
    Metadata story = read(below("كتب : أحمد سعيد | الإثنين 16-07-2018 14:05"));
    assertEquals(List.of("أحمد سعيد"), story.authors());
    assertEquals("2018-07-16", published(story));
  }

  @Test
  void aPlaceWithADateIsNobody() {
    Metadata story = read(below("بغداد/ 9 أيلول 2019"));
    assertEquals(List.of(), story.authors());
    assertEquals(List.of(), story.credits());
    assertEquals("2019-09-09", published(story));
  }

  @Test
  void aSubtitleThatNamesADayIsNoDateline() {
    for (String line :
        List.of("حصيلة ضحايا انفجار 13 مايو 2022 ترتفع", "13 مايو 2022: يوم لا ينساه سكان الميناء", "اتفاق وقعه الطرفان في 13 مايو 2022", "من حريق 2 أغسطس 2021 إلى فيضان 13 مايو 2022", "وقع الانفجار في 13 مايو 2022 الساعة 10:30", "ما الذي تغير منذ 13 مايو 2022؟", "13 مايو 2022 ذكرى لا تنسى")) {
      LabelledPage page = below(line);
      assertTrue(Fixtures.kind(page, line) != Kind.DATELINE && Fixtures.kind(page, line) != Kind.BYLINE, line);
      assertNull(published(read(page)), line);
    }
  }

  @Test
  void aHeadlineThatQuotesIsNoByline() {
    LabelledPage page = SEGMENTER.label(Fixtures.page("ليلى سامر: ميناء جديد للمدينة\n13 مايو، 2022 لا توجد تعليقات\n" + Fixtures.LEAD + "\n" + Fixtures.SECOND), LineEvidence.NONE);
    assertEquals(Kind.TITLE, Fixtures.kind(page, "ميناء جديد للمدينة"));
    assertEquals(Kind.DATELINE, Fixtures.kind(page, "لا توجد تعليقات"));
  }
}
