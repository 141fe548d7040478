package io.khabar.date;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.khabar.model.StoryDates;
import java.util.List;
import org.junit.jupiter.api.Test;

/** 26 June 2024 is a Wednesday, 13 May 2022 a Friday. */
class EventDateTest {
  private static String event(String lead) {
    return told(lead).eventDate();
  }

  private static StoryDates told(String... paragraphs) {
    return StoryDater.date(StoryDater.Input.ofBody(List.of(paragraphs)).withDatelines(List.of("تاريخ النشر: 26 يونيو 2024"))).dates();
  }

  @Test
  void aWeekdayIsTheLatestOneNotAfterPublication() {
    assertEquals("2024-06-25", event("وقع وزيرا الزراعة في البلدين، الثلاثاء، اتفاقا لتبادل البذور المحسنة."));
    assertEquals("2024-06-26", event("أعلنت شركة المياه الأربعاء أن أعمال الصيانة انتهت في أحياء الشمال."));
  }

  @Test
  void theBasisCanBeFollowed() {
    assertEquals(
        "the lead says «الثلاثاء»; published 2024-06-26, Wednesday; the latest Tuesday not after it is 2024-06-25",
        told("وقع وزيرا الزراعة في البلدين، الثلاثاء، اتفاقا لتبادل البذور المحسنة.").eventDateBasis());
  }

  @Test
  void todayAndYesterday() {
    assertEquals("2024-06-26", event("افتتحت وزيرة الثقافة اليوم الأربعاء معرض الخط العربي في العاصمة."));
    assertEquals("2024-06-25", event("افتتحت وزيرة الثقافة أمس (الثلاثاء) معرض الخط العربي في العاصمة."));
    assertEquals("2024-06-25", event("افتتحت وزيرة الثقافة مساء أمس معرض الخط العربي في العاصمة."));
    assertEquals("2024-06-24", event("افتتحت وزيرة الثقافة أول من أمس معرض الخط العربي في العاصمة."));
  }

  @Test
  void writtenBeforeMidnightPrintedAfterIt() {
    assertEquals("2024-06-25", event("افتتحت وزيرة الثقافة اليوم الثلاثاء معرض الخط العربي في العاصمة."));
    assertNull(event("افتتحت وزيرة الثقافة اليوم الجمعة معرض الخط العربي في العاصمة."));
  }

  @Test
  void lastWeekdayAndDayOfTheMonth() {
    assertEquals("2024-06-22", event("نظم نادي السباحة السبت الماضي بطولة الناشئين على المسبح البلدي."));
    assertEquals("2024-06-19", event("نظم نادي السباحة الأربعاء المنصرم بطولة الناشئين على المسبح البلدي."));
    assertEquals("2024-06-18", event("نظم نادي السباحة في 18 يونيو/حزيران بطولة الناشئين على المسبح البلدي."));
    assertEquals("2024-06-18", event("نظم نادي السباحة يوم 18 يونيو 2024 بطولة الناشئين على المسبح البلدي."));
  }

  @Test
  void whatIsToComeIsNoDayOfTheNews() {
    assertNull(event("يلتقي فريقا الميناء والقلعة الجمعة في نهائي الكأس على الملعب البلدي."));
    assertNull(event("الميناء (وكالات) - يلتقي فريقا الميناء والقلعة الجمعة في نهائي الكأس."));
    assertNull(event("تنطلق الأحد في العاصمة أعمال المؤتمر السنوي لأطباء الأسنان."));
    assertNull(event("قال النادي إنه من المقرر أن يصل اللاعب إلى المدينة الخميس لتوقيع العقد."));
    assertNull(event("حدد الاتحاد الجمعة المقبل موعدا لنهائي الكأس على الملعب البلدي."));
    assertNull(event("يصل وفد البرلمان غدا إلى المدينة في زيارة تستمر ثلاثة أيام."));
  }

  @Test
  void namesAndHabitsAreNoDays() {
    assertNull(event("أدى آلاف المصلين صلاة الجمعة في الجامع الكبير بعد ترميمه."));
    assertNull(event("نقلت صحيفة العرب اليوم عن مصادر في الوزارة نية تعديل القانون."));
    assertNull(event("وزعت البلدية نشرة عن سوق الخميس التاريخي في المدينة القديمة."));
    assertNull(event("تواصل الفرق حتى يوم الأحد أعمال إزالة الأنقاض من الشوارع."));
    assertNull(event("أكد الأطباء في اليوم العالمي للسكري أهمية الفحص المبكر للأطفال."));
  }

  @Test
  void aDayBesideAnotherMatterStaysOpen() {
    assertNull(event("أشاد المدرب بأداء اللاعبين في المباراة التي أقيمت الأحد أمام فريق القلعة."));
    assertNull(event("استقبل المحافظ الاثنين وفدا من الأطباء ووفدا من المهندسين الثلاثاء في مكتبه."));
  }

  @Test
  void onlyTheFirstSentenceCounts() {
    assertNull(event("أعلنت الوزارة نتائج الامتحانات العامة للمرحلة الثانوية. وكان الوزير زار اللجان الأحد."));
    assertNull(told("أعلنت الوزارة نتائج الامتحانات العامة للمرحلة الثانوية في البلاد.", "وقال الوزير الثلاثاء إن النسبة ارتفعت قليلا عن العام السابق.").eventDate());
  }

  @Test
  void aBylineBeforeTheLeadIsPassedOver() {
    assertEquals("2024-06-25", told("المرفأ - وكالات", "وقع وزيرا الزراعة في البلدين، الثلاثاء، اتفاقا لتبادل البذور المحسنة.").eventDate());
  }

  private static StoryDater.Input open(String... paragraphs) {
    return StoryDater.Input.ofBody(List.of(paragraphs));
  }

  @Test
  void withoutPublicationARelativeDayStaysOpen() {
    StoryDates dates = StoryDater.date(open("صرح وزير النقل اليوم، الثلاثاء، بأن الجسر الجديد سيفتح أمام المركبات قريبا.").withFetchedAt("2024-06-30")).dates();
    assertNull(dates.eventDate());
    assertNull(dates.publishedEstimate());
  }

  @Test
  void aDayAndASpanCountedFromItSettleTheEvent() {
    StoryDater.Input input =
        open("أعلنت هيئة الملاحة، الجمعة، أن رئيسها تحدث مع نظيره في دولة الجوار.",
            "وهذا أول اتصال بينهما منذ 84 يوماً، إذ تحدثا آخر مرة في 18 فبراير/ شباط قبل إغلاق المضيق.");
    StoryDates dates = StoryDater.date(input.withPageClocks(List.of("الخميس 9 يناير 2025"))).dates();
    assertNull(dates.published());
    assertEquals("2022-05-13", dates.eventDate());
    assertEquals("2022-05-13", dates.publishedEstimate());
    assertEquals(
        "«منذ 84 يوماً» counted from «18 فبراير/ شباط»: 18 February and 84 days is 13 May; the lead says «الجمعة»: the latest year not after the page clock 2025-01-09"
            + " in which that day is a Friday is 2022",
        dates.eventDateBasis());
    assertNull(StoryDater.date(input).dates().eventDate(), "without a bound the year stays open");
  }

  @Test
  void aSpanThatIsNotExactSettlesNothing() {
    StoryDater.Input input =
        open("أعلنت هيئة الملاحة، الجمعة، أن رئيسها تحدث مع نظيره في دولة الجوار.",
            "وهذا أول اتصال بينهما منذ نحو 84 يوماً، إذ تحدثا آخر مرة في 18 فبراير/ شباط قبل إغلاق المضيق.");
    assertNull(StoryDater.date(input.withPageClocks(List.of("الخميس 9 يناير 2025"))).dates().eventDate());
  }

  @Test
  void aLeadThatPrintsTheDayInFullNeedsNoDateline() {
    StoryDates dates = StoryDater.date(open("استقبل رئيس الجامعة اليوم الجمعة 13 مايو 2022 وفدا من طلاب المدارس المهنية.")).dates();
    assertEquals("2022-05-13", dates.eventDate());
    assertEquals("2022-05-13", dates.publishedEstimate());
    assertNull(StoryDater.date(open("استقبل رئيس الجامعة في 13 مايو 2022 وفدا من طلاب المدارس المهنية.")).dates().eventDate(), "no weekday: it may be long ago");
  }

  @Test
  void weekdayDayOfTheMonthAndABoundGiveTheYear() {
    StoryDater.Input input = open("أطلقت جمعية الصيادين الجمعة 13 أيار/مايو حملة لتنظيف الشاطئ من الشباك القديمة.");
    assertEquals("2022-05-13", StoryDater.date(input.withFetchedAt("2023-02-01")).dates().eventDate());
    assertNull(StoryDater.date(input).dates().eventDate());
  }
}
