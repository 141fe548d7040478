package io.khabar.segment;

import static io.khabar.segment.Fixtures.LEAD;
import static io.khabar.segment.Fixtures.SECOND;
import static io.khabar.segment.Fixtures.TITLE;
import static io.khabar.segment.Fixtures.kind;
import static io.khabar.segment.Fixtures.label;
import static io.khabar.segment.Fixtures.page;
import static io.khabar.segment.Fixtures.record;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.khabar.corpus.LineCount;
import io.khabar.corpus.LineEvidence;
import io.khabar.corpus.LineObservations;
import io.khabar.model.Block;
import io.khabar.model.Kind;
import io.khabar.model.LabelledPage;
import io.khabar.model.Line;
import io.khabar.model.Page;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PageSegmenterTest {
  @Test
  void aScrapedPageIsToldApartLineByLine() {
    LabelledPage p =
        label(
            page(
                String.join(
                    "\n",
                    "الوضع الليلي",
                    "الاثنين ٠٣ / مارس / ٢٠٢٥",
                    "Logo",
                    TITLE,
                    "شارع غمرته المياه \\ تعبيرية",
                    "",
                    LEAD,
                    SECOND,
                    "اقرأ المزيد: خطة جديدة لتوسعة الجسر القديم",
                    SECOND.replace("الأشغال", "المياه"),
                    "صوت الميناء _ وكالات",
                    "كاريكاتير",
                    "من يصلح الطريق قبل...",
                    "النشرة الإخبارية",
                    "اشترك في قائمتنا البريدية لتصلك الأخبار أولا بأول!")));
    assertEquals(Kind.NAV, kind(p, "الوضع الليلي"));
    assertEquals(Kind.PAGE_CLOCK, kind(p, "٢٠٢٥"));
    assertEquals(Kind.NAV, kind(p, "Logo"));
    assertEquals(Kind.TITLE, kind(p, TITLE));
    assertEquals(Kind.CAPTION, kind(p, "تعبيرية"));
    assertEquals(Kind.BODY, kind(p, "أعلنت بلدية"));
    assertEquals(Kind.RELATED_CUE, kind(p, "اقرأ المزيد"));
    assertEquals(Kind.RELATED, kind(p, "توسعة الجسر"));
    assertEquals(Kind.BODY, kind(p, "مدير المياه"));
    assertEquals(Kind.CREDIT, kind(p, "صوت الميناء _"));
    assertEquals(Kind.NAV, kind(p, "كاريكاتير"));
    assertEquals(Kind.NAV, kind(p, "من يصلح"));
    assertEquals(Kind.NAV, kind(p, "اشترك في قائمتنا"));
  }

  @Test
  void aStampBelowTheTitleIsADatelineAndOneFarAboveItASiteClock() {
    LabelledPage p = label(page("الأحد 2 فبراير 2025\nالرئيسية\n" + TITLE + "\nالجمعة - 31 يناير 2025\n" + LEAD + "\n" + SECOND));
    assertEquals(Kind.PAGE_CLOCK, kind(p, "الأحد 2"));
    assertEquals(Kind.DATELINE, kind(p, "31 يناير"));
  }

  @Test
  void aColumnsOpenSentenceIsNotItsTitle() {
    String opening = "مضت أيام الصيف بطولها، وحرها الذي لا يطاق، وها نحن نودع آخر أسابيعه على الشاطئ، غير أن..";
    LabelledPage p = label(page("تأملات على رصيف الميناء\n" + opening + "\n" + LEAD + "\n" + SECOND));
    assertEquals(Kind.TITLE, kind(p, "تأملات على رصيف الميناء"));
    assertEquals(Kind.BODY, kind(p, opening));
  }

  @Test
  void aRecordOfCleanProseIsBodyFromItsFirstLine() {
    LabelledPage p = label(record(TITLE, "بعون الله\n\n" + LEAD + "\n\nالمرحلة الأولى\n\n" + SECOND + "\n\nوالله الموفق"));
    for (Line line : p.lines()) {
      assertTrue(line.kind() == Kind.BODY || line.kind() == Kind.BLANK, () -> line.toString());
    }
  }

  @Test
  void aRecordStillLosesItsBylineItsPromotionAndItsRules() {
    LabelledPage p =
        label(
            record(
                TITLE,
                "صوت الميناء – متابعات\n" + LEAD + " " + SECOND + " samer@mina.example\nتابعونا على فيسبوك وتويتر\n----------\nاقرأ أيضا: خطة لتوسعة الجسر\n" + SECOND));
    assertNotEquals(Kind.BODY, kind(p, "متابعات"));
    assertEquals(Kind.NAV, kind(p, "samer@"));
    assertEquals(Kind.NAV, kind(p, "تابعونا"));
    assertEquals(Kind.NAV, kind(p, "-----"));
    assertEquals(Kind.RELATED, kind(p, "توسعة الجسر"));
    assertEquals(Kind.BODY, kind(p, "أعلنت"));
  }

  @Test
  void aPageThatLostItsLineBreaksIsCutAtRunsOfBlanks() {
    String gap = " ".repeat(9);
    Page raw =
        page(
            gap + "MinaVoice.example - " + TITLE + gap + "content=\"بلدية الميناء تركب مضخات.\" />" + gap + "الرئيسية" + gap + "رياضة" + gap
                + "آخر تحديث:   الأحد, 2 فبراير/ شباط, 2025, 21:35 GMT" + gap + TITLE + gap + "عمال  في شارع غمرته المياه" + gap + LEAD + "   " + SECOND + gap
                + "روابط ذات علاقة    خطة لتوسعة الجسر    من يدفع ثمن المضخات؟     " + SECOND.replace("ثلاثة", "أربعة") + gap);
    LabelledPage p = label(raw);
    Metadata m = Fixtures.read(p);
    assertEquals(TITLE, m.title());
    assertEquals(List.of("عمال في شارع غمرته المياه"), m.captions());
    assertEquals(2, m.related().size());
    assertEquals("من يدفع ثمن المضخات؟", m.related().get(1).title());
    assertEquals(3, m.paragraphs().size());
    assertEquals(1, m.datelines().size());
    assertTrue(m.datelines().get(0).startsWith("آخر تحديث"), m.datelines().get(0));
    assertEquals(Kind.NAV, kind(p, "content="));
  }

  @Test
  void aDescriptionPrintedAboveTheMenuIsNotASecondLead() {
    LabelledPage p = label(page(LEAD.replace("صباح اليوم ", "") + "\nالرئيسية\nرياضة\n" + TITLE + "\n" + LEAD + "\n" + SECOND));
    assertEquals(Kind.NAV, p.lines().get(0).kind());
    assertEquals("nav/description_repeats_lead", p.lines().get(0).rule());
    assertEquals(Kind.BODY, kind(p, "صباح اليوم"));
  }

  @Test
  void longProseBehindACueStaysBody() {
    LabelledPage p = label(page(TITLE + "\n" + LEAD + "\n" + SECOND + "\nإقرأ أيضاً:\nمهرجان الخيل يعود إلى تل الريح\n" + SECOND.replace("الأشغال", "المهرجان") + "\n" + LEAD));
    assertEquals(Kind.RELATED_CUE, kind(p, "إقرأ"));
    assertEquals(Kind.BODY, kind(p, "مدير المهرجان"));
  }

  @Test
  void subheadingsInsideTheStoryAreBody() {
    LabelledPage p = label(page(TITLE + "\n" + LEAD + "\nمضخات من الخارج\n" + SECOND));
    assertEquals(Kind.BODY, kind(p, "من الخارج"));
  }

  @Test
  void aTagLineWithoutSignsIsToldByItsRepetitions() {
    LabelledPage p = label(page(TITLE + "\n" + LEAD + "\n" + SECOND + "\nمضخات أمطار أخبار مضخات أخبار أمطار"));
    assertEquals(Kind.TAGS, kind(p, "أخبار أمطار"));
  }

  @Test
  void commentFormsAreBoilerplateHoweverProseLikeTheySound() {
    LabelledPage p = label(page(TITLE + "\n" + LEAD + "\n" + SECOND + "\nاترك تعليقاً\nلن يتم نشر عنوان بريدك الإلكتروني. الحقول الإلزامية مشار إليها بـ *\n"));
    assertEquals(Kind.NAV, kind(p, "اترك"));
    assertEquals(Kind.NAV, kind(p, "لن يتم"));
  }

  @Test
  void htmlHintsDecideWhatTextCannot() {
    String notice = SECOND.replace("مدير الأشغال", "إدارة الموقع");
    String text = TITLE + "\n" + LEAD + "\n" + SECOND + "\n" + notice + "\n";
    List<Block> blocks = new ArrayList<>();
    int at = 0;
    String[] hints = {"title main", "text story main page", "text story main page", "text modal window"};
    for (int i = 0; i < 4; i++) {
      int end = text.indexOf('\n', at);
      blocks.add(new Block(at, end, i == 0 ? "h1" : "p", null, hints[i], 0, null, -1));
      at = end + 1;
    }
    Page p = new Page("0".repeat(32), "", "a.html", 0, 0, "text/html", "UTF-8", 1, null, null, null, text, blocks, List.of(), List.of());
    LabelledPage labelled = label(p);
    assertEquals(List.of(Kind.TITLE, Kind.BODY, Kind.BODY, Kind.NAV), labelled.lines().stream().map(Line::kind).toList());
  }

  @Test
  void linesThatRecurOverDifferentPagesAreBoilerplateWithoutAnyRule() {
    Map<String, LineCount> counts = new TreeMap<>();
    List<Page> pages = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      String n = " " + "ابتثجحخد".charAt(i) + " ";
      pages.add(record(TITLE, LEAD.replace("الميناء", "الحي" + n) + "\n" + SECOND.replace("ثلاثة", "سبعة" + n) + "\nهدية العدد رقم " + (120 + i) + " مع النسخة الورقية"));
    }
    for (Page p : pages) {
      for (LineCount c : LineObservations.of(p)) {
        counts.merge(c.outlet() + " " + c.template(), c, LineCount::plus);
      }
    }
    LineEvidence evidence = LineEvidence.of(counts.values());
    LabelledPage with = PageSegmenter.of(Fixtures.rules()).label(pages.get(0), evidence);
    assertEquals(Kind.BODY, kind(label(pages.get(0)), "هدية العدد"));
    assertNotEquals(Kind.BODY, kind(with, "هدية العدد"));
    assertEquals(Kind.BODY, kind(with, "مدير الأشغال"));
  }

  @Test
  void aUsersRowWinsOverTheShippedOne(@TempDir Path folder) throws Exception {
    Files.createDirectories(folder.resolve("cues"));
    Files.writeString(folder.resolve("cues/nav.tsv"), "house\tline\t6\tزاوية القراء\nmenu\tline\t0\tكاريكاتير\n");
    PageSegmenter own = PageSegmenter.of(SegmentRules.load(folder));
    LabelledPage p = own.label(page(TITLE + "\n" + LEAD + "\nكاريكاتير\n" + SECOND + "\nزاوية القراء"), LineEvidence.NONE);
    assertEquals("nav/house", Fixtures.rule(p, "زاوية"));
    assertEquals(Kind.BODY, kind(p, "كاريكاتير"));
  }

  @Test
  void anyOfSeveralWordsMayStandAtAPlaceOfAPhrase(@TempDir Path folder) throws Exception {
    Files.createDirectories(folder.resolve("cues"));
    Files.writeString(folder.resolve("cues/nav.tsv"), "house\tline\t6\tزاوية/ركن القراء/الأطفال\n");
    PageSegmenter own = PageSegmenter.of(SegmentRules.load(folder));
    for (String line : new String[] {"زاوية القراء", "ركن القراء", "زاوية الأطفال", "ركن الأطفال"}) {
      assertEquals("nav/house", Fixtures.rule(own.label(page(TITLE + "\n" + LEAD + "\n" + line + "\n" + SECOND), LineEvidence.NONE), line));
    }
    assertEquals(Kind.BODY, kind(own.label(page(TITLE + "\n" + LEAD + "\nزاوية ركن\n" + SECOND), LineEvidence.NONE), "زاوية ركن"));
  }

  @Test
  void aBadRowIsNamed(@TempDir Path folder) throws Exception {
    Files.createDirectories(folder.resolve("cues"));
    Files.writeString(folder.resolve("cues/nav.tsv"), "house\tnowhere\t6\tزاوية القراء\n");
    IllegalArgumentException e = org.junit.jupiter.api.Assertions.assertThrows(IllegalArgumentException.class, () -> SegmentRules.load(folder));
    assertTrue(e.getMessage().contains("cues/nav.tsv") && e.getMessage().contains("زاوية القراء"), e.getMessage());
  }

  @Test
  void linesCoverAnyTextExactly() {
    String[] pieces = {
      LEAD, SECOND, TITLE, "\n", "\r\n", "   ", "\t", " ", ".", "اقرأ أيضا: ", "content=\"س\" />", "@", "\uD83D\uDE00", "\u200F", "12/3/2020", "----", "المصدر: ", "<", "كلمة ", "\u2028", "a=\"", "مضخات "
    };
    Random random = new Random(7);
    for (int round = 0; round < 400; round++) {
      StringBuilder text = new StringBuilder();
      for (int k = random.nextInt(30); k > 0; k--) {
        text.append(pieces[random.nextInt(pieces.length)]);
      }
      Page p = random.nextBoolean() ? page(text.toString()) : record(TITLE, text.toString());
      LabelledPage labelled = label(p);
      int at = 0;
      for (Line line : labelled.lines()) {
        assertEquals(at, line.start());
        assertTrue(line.end() > line.start());
        assertTrue(line.confidence() >= 0 && line.confidence() <= 1);
        assertTrue(!line.rule().isEmpty());
        at = line.end();
      }
      assertEquals(text.length(), at);
      assertEquals(labelled, label(p));
      Fixtures.read(labelled);
    }
  }

  @Test
  void hostileTextTakesLinearTime() {
    for (String unit : new String[] {"a=\"", "@", "كلمة\n", "اقرأ أيضا: ", "content=\"", ". ", "12/", "\"\n"}) {
      StringBuilder text = new StringBuilder();
      while (text.length() < 150_000) {
        text.append(unit);
      }
      // the thread's own time: other work on the machine does not count
      java.lang.management.ThreadMXBean clock = java.lang.management.ManagementFactory.getThreadMXBean();
      long begin = clock.getCurrentThreadCpuTime();
      label(page(text.toString()));
      assertTrue(clock.getCurrentThreadCpuTime() - begin < 3_000_000_000L, unit);
    }
  }
}
