package io.khabar.date;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.khabar.date.TimeExpression.Type;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Told on Wednesday, 26 June 2024. */
class TimeExpressionsTest {
  private static final LocalDate TOLD = LocalDate.of(2024, 6, 26);

  /** Checks the one expression of a text; days are {@code first/last}, one day, or null when nothing settles it. */
  private static void is(Type type, String surface, String days, String text) {
    List<TimeExpression> found = TimeExpressions.find(text);
    assertEquals(1, found.size(), text + " " + found);
    TimeExpression expression = found.get(0);
    assertEquals(type, expression.type(), text);
    assertEquals(surface, text.substring(expression.start(), expression.end()));
    TimeExpression.Days got = expression.resolve(TOLD);
    assertEquals(days, got == null ? null : got.isOne() ? got.first().toString() : got.first() + "/" + got.last(), text);
  }

  @Test
  void weekdays() {
    is(Type.WEEKDAY, "الجمعة", "2024-06-21", "قال الوزير الجمعة إن الجسر جاهز");
    is(Type.WEEKDAY, "والأربعاء", "2024-06-26", "والأربعاء قال الوزير إن الجسر جاهز");
    is(Type.LAST_WEEKDAY, "السبت الماضي", "2024-06-22", "بدأ العمل السبت الماضي في المدينة");
    is(Type.LAST_WEEKDAY, "الأربعاء المنصرم", "2024-06-19", "بدأ العمل الأربعاء المنصرم في المدينة");
    is(Type.NEXT_WEEKDAY, "الأحد المقبل", "2024-06-30", "يبدأ العمل الأحد المقبل في المدينة");
  }

  @Test
  void relativeDays() {
    is(Type.RELATIVE_DAY, "اليوم", "2024-06-26", "قال الوزير اليوم إن الجسر جاهز");
    is(Type.RELATIVE_DAY, "اليوم، الثلاثاء", "2024-06-25", "قال الوزير اليوم، الثلاثاء إن الجسر جاهز");
    is(Type.RELATIVE_DAY, "اليوم (الأربعاء)", "2024-06-26", "قال الوزير اليوم (الأربعاء) إن الجسر جاهز");
    is(Type.RELATIVE_DAY, "أمس الثلاثاء", "2024-06-25", "قال الوزير أمس الثلاثاء إن الجسر جاهز");
    is(Type.RELATIVE_DAY, "أول من أمس", "2024-06-24", "قال الوزير أول من أمس إن الجسر جاهز");
    is(Type.RELATIVE_DAY, "أمس الأول", "2024-06-24", "قال الوزير أمس الأول إن الجسر جاهز");
    is(Type.RELATIVE_DAY, "غدا", "2024-06-27", "يفتح الجسر غدا أمام المركبات");
    assertEquals(List.of(), TimeExpressions.find("في اليوم التالي عاد الوفد"));
  }

  @Test
  void spans() {
    is(Type.AGO, "منذ 84 يوماً", "2024-04-03", "هو الأول منذ 84 يوماً");
    is(Type.AGO, "قبل يومين", "2024-06-24", "بدأ قبل يومين في المدينة");
    is(Type.AGO, "قبل أسبوع", "2024-06-19", "بدأ قبل أسبوع في المدينة");
    is(Type.AGO, "منذ ثلاثة أشهر", "2024-03-01/2024-03-31", "بدأ منذ ثلاثة أشهر في المدينة");
    is(Type.AGO, "قبل أربعة وثمانين يوما", "2024-04-03", "بدأ قبل أربعة وثمانين يوما في المدينة");
    is(Type.AGO, "منذ أكثر من شهرين", null, "يكررون منذ أكثر من شهرين القول نفسه");
    is(Type.AGO, "منذ أيام", null, "بدأ منذ أيام في المدينة");
    is(Type.AFTER, "بعد 3 أشهر", null, "بعد 3 أشهر من افتتاحه");
  }

  @Test
  void periodsAndMonths() {
    is(Type.PERIOD, "الأسبوع الماضي", "2024-06-15/2024-06-21", "قال الأسبوع الماضي إن الجسر جاهز");
    is(Type.PERIOD, "الشهر الماضي", "2024-05-01/2024-05-31", "قال الشهر الماضي إن الجسر جاهز");
    is(Type.PERIOD, "العام المقبل", "2025-01-01/2025-12-31", "يفتح العام المقبل");
    is(Type.PART_OF_PERIOD, "مطلع الأسبوع", "2024-06-22/2024-06-23", "قالت مطلع الأسبوع إن الجسر جاهز");
    is(Type.PART_OF_PERIOD, "منتصف مارس (آذار) الماضي", null, "في منتصف مارس (آذار) الماضي");
    is(Type.MONTH, "مارس الماضي", "2024-03-01/2024-03-31", "في مارس الماضي");
    is(Type.MONTH, "أغسطس/آب الماضي", "2023-08-01/2023-08-31", "في أغسطس/آب الماضي");
    is(Type.MONTH, "مارس 2023", "2023-03-01/2023-03-31", "للمرة الأولى منذ مارس 2023");
  }

  @Test
  void daysOfAMonth() {
    is(Type.DAY_MONTH, "18 فبراير/ شباط", "2024-02-18", "آخر مرة في 18 فبراير/ شباط");
    is(Type.DAY_MONTH, "18 ديسمبر", "2023-12-18", "آخر مرة في 18 ديسمبر");
    is(Type.DAY_MONTH, "24 مارس/ آذار الماضي", "2024-03-24", "في 24 مارس/ آذار الماضي");
    is(Type.DAY_MONTH, "5 يناير المقبل", "2025-01-05", "في 5 يناير المقبل");
    is(Type.DATE, "السابع من أكتوبر 2023", "2023-10-07", "منذ السابع من أكتوبر 2023");
    assertEquals(List.of(), TimeExpressions.find("تعمل منذ عام 2014 في المدينة"));
  }

  @Test
  void spansAreCountedFromTheDayThatFollowsThem() {
    String text = "عاد بعد 3 أشهر من 24 فبراير 2022، أي قبل أسبوع من 31 مايو";
    List<TimeExpressions.Resolved> resolved = TimeExpressions.resolve(text, TOLD);
    assertEquals(List.of("2022-05-24", "2022-02-24", "2024-05-24", "2024-05-31"), resolved.stream().map(r -> r.days().first().toString()).toList());
    assertEquals("«بعد 3 أشهر», counted from «24 فبراير 2022», is 2022-05-24", resolved.get(0).basis());
    List<TimeExpressions.Resolved> untold = TimeExpressions.resolve(text, null);
    assertEquals("2022-05-24", untold.get(0).days().first().toString());
    assertEquals(null, untold.get(3).days());
  }

  @Test
  void theBasisSaysAgainstWhatItWasResolved() {
    assertEquals("«أمس الثلاثاء», told 2024-06-26, is 2024-06-25", TimeExpressions.resolve("قال أمس الثلاثاء", TOLD).get(0).basis());
    assertEquals("«الأسبوع الماضي», told 2024-06-26, is 2024-06-15 to 2024-06-21", TimeExpressions.resolve("قال الأسبوع الماضي", TOLD).get(0).basis());
  }
}
