package io.khabar.segment;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.khabar.corpus.LineEvidence;
import io.khabar.date.StoryDater;
import io.khabar.model.LabelledPage;
import io.khabar.model.Line;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * Datelines made by a grammar, so that their answers are known: months of each family and each order of day, month and year, a weekday or none, times and zones,
 * labels of publication and of an update before or behind, and beside the date up to three pieces of what sites print there (bylines, sections, counters, places,
 * comments, times of reading, names no list knows), parted by any sign. The same with a day that no calendar has, with a label of an event, and with a site's clock: no date.
 */
class DatelineFormsTest {
  private static final int LINES = 1500;
  private static final PageSegmenter SEGMENTER = PageSegmenter.of(SegmentRules.shipped());
  private static final MetadataReader READER = MetadataReader.of(SegmentRules.shipped());

  private static final String[][] MONTHS = {
    {"يناير", "فبراير", "مارس", "أبريل", "مايو", "يونيو", "يوليو", "أغسطس", "سبتمبر", "أكتوبر", "نوفمبر", "ديسمبر"},
    {"كانون الثاني", "شباط", "آذار", "نيسان", "أيار", "حزيران", "تموز", "آب", "أيلول", "تشرين الأول", "تشرين الثاني", "كانون الأول"},
    {"جانفي", "فيفري", "مارس", "أفريل", "ماي", "جوان", "جويلية", "أوت", "سبتمبر", "أكتوبر", "نوفمبر", "ديسمبر"},
    {"يناير", "فبراير", "مارس", "أبريل", "ماي", "يونيو", "يوليوز", "غشت", "شتنبر", "أكتوبر", "نونبر", "دجنبر"},
    {"January", "FEBRUARY", "Mar", "April", "may", "June", "Jul", "August", "SEP", "October", "Nov", "December"}
  };
  private static final String[] WEEKDAYS = {"الاثنين", "الثلاثاء", "الأربعاء", "الخميس", "الجمعة", "السبت", "الأحد"};
  private static final String[] FORMS = {"%d %s %d", "%d %s, %d", "%d-%s-%d", "%d/%s/%d", "%2$s %1$d, %3$d", "%3$d %2$s %1$d"};
  private static final String[] TIMES = {"10:30", "الساعة 10:30", "9:05 م", "09:05 صباحا", "10:30 بتوقيت مكة المكرمة", "07:30 GMT", "10:30:15", "9:05م"};
  private static final String[] SIGNS = {" | ", " - ", " – ", " • ", " / ", "، ", " » ", " · ", " ~ ", "| "};
  private static final String[] PUBLISHED = {"نشر في", "تاريخ النشر:", "نُشر:", "تم النشر في", "أضيف في", "Published:", "Publié le", "بتاريخ"};
  private static final String[] UPDATED = {"آخر تحديث:", "تم التحديث في", "عُدّل في", "Updated:", "مُحدّث:"};
  private static final String[] BESIDE = {
    "كتب: شاهر مرزاق", "بقلم شاهر مرزاق", "شاهر مرزاق", "شاهر عزيق مرزاق", "ضفاف نت", "شؤون البحر", "خرائط وطرق", "طنجة", "أبها - شاهر مرزاق", "1204 مشاهدة",
    "المشاهدات: 3,204", "4 تعليقات", "لا تعليقات", "3 دقائق للقراءة", "دقيقتان للقراءة", "العدد 1420", "طباعة", "شارك", "وكالات", "(رويترز)", "👁 12", "0"
  };
  private static final String[] ELSEWHEN = {"موعد اللقاء:", "آخر موعد للتسجيل:", "تاريخ المعرض:", "يقام يوم", "حتى", "اليوم هو", "تاريخ اليوم:", "تاريخ الحلقة:", "ينتهي في"};

  private final Random random = new Random(20240505);

  private String any(String[] of) {
    return of[random.nextInt(of.length)];
  }

  /** One day as a site prints it: with a weekday or figures for the month, western or Arabic-Indic digits, and a time. */
  private String stamp(LocalDate day) {
    String weekday = random.nextInt(3) > 0 ? "" : WEEKDAYS[day.getDayOfWeek().getValue() - 1] + any(new String[] {" ", "، ", " - "});
    String date;
    if (random.nextInt(3) == 0) {
      String sign = any(new String[] {"/", "-", ".", " / "});
      boolean yearFirst = random.nextBoolean();
      date = (yearFirst ? day.getYear() : day.getDayOfMonth()) + sign + day.getMonthValue() + sign + (yearFirst ? day.getDayOfMonth() : day.getYear());
    } else {
      date = String.format(any(FORMS), day.getDayOfMonth(), MONTHS[random.nextInt(MONTHS.length)][day.getMonthValue() - 1], day.getYear());
    }
    String line = weekday + date + (random.nextBoolean() ? "" : any(new String[] {" ", " - ", " | ", "، "}) + any(TIMES));
    return random.nextInt(5) > 0 ? line : arabicIndic(line);
  }

  private static String arabicIndic(String line) {
    StringBuilder out = new StringBuilder();
    line.chars().forEach(c -> out.append((char) (c >= '0' && c <= '9' ? c - '0' + '\u0660' : c)));
    return out.toString();
  }

  private String withPieces(String stamp) {
    String line = stamp;
    for (int n = random.nextInt(4); n > 0; n--) {
      line = random.nextBoolean() ? any(BESIDE) + any(SIGNS) + line : line + any(SIGNS) + any(BESIDE);
    }
    return line;
  }

  private static String published(String line) {
    LabelledPage page = SEGMENTER.label(Fixtures.page(String.join("\n", Fixtures.TITLE, line, Fixtures.LEAD, Fixtures.SECOND)), LineEvidence.NONE);
    List<MetadataReader.StoryLine> lines = new ArrayList<>();
    for (Line of : page.lines()) {
      lines.add(new MetadataReader.StoryLine(page.page().text().substring(of.start(), of.end()), of.kind()));
    }
    Metadata story = READER.read(page.page(), lines, true);
    return String.valueOf(StoryDater.date(StoryDater.Input.ofBody(story.paragraphs()).withDatelines(story.datelines()).withPageClocks(story.pageClocks())).dates().published());
  }

  private LocalDate day() {
    return LocalDate.of(2005, 1, 1).plusDays(random.nextInt(7000));
  }

  @Test
  void theDayIsFoundWhateverStandsBesideIt() {
    List<String> wrong = new ArrayList<>();
    for (int n = 0; n < LINES; n++) {
      LocalDate day = day();
      String line = stamp(day);
      int labelled = random.nextInt(6);
      if (labelled == 0) {
        line = any(UPDATED) + " " + line;
      } else if (labelled == 1) {
        line = any(PUBLISHED) + " " + line + any(SIGNS) + any(UPDATED) + " " + stamp(day.plusDays(1));
      } else if (labelled == 2) {
        line = any(UPDATED) + " " + stamp(day.plusDays(2)) + any(SIGNS) + any(PUBLISHED) + " " + line;
      } else if (labelled == 3) {
        line = any(PUBLISHED) + " " + line;
      }
      line = withPieces(line);
      String got = published(line);
      if (!got.equals(day.toString())) {
        wrong.add(line + " -> " + got + ", expected " + day);
      }
    }
    assertEquals("", String.join("\n", wrong));
  }

  @Test
  void aDayOfSomethingElseOrOfNoCalendarIsNone() {
    List<String> wrong = new ArrayList<>();
    for (int n = 0; n < LINES / 5; n++) {
      LocalDate day = day();
      String line = any(ELSEWHEN) + " " + stamp(day);
      if (random.nextBoolean()) {
        int month = new int[] {2, 4, 6, 9, 11}[random.nextInt(5)];
        line = withPieces((random.nextBoolean() ? any(PUBLISHED) + " " : "") + String.format(any(FORMS), 31, MONTHS[random.nextInt(4)][month - 1], day.getYear()));
      }
      String got = published(line);
      if (!got.equals("null")) {
        wrong.add(line + " -> " + got);
      }
    }
    assertEquals("", String.join("\n", wrong));
  }
}
