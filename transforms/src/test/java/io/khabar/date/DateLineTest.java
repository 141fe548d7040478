package io.khabar.date;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.khabar.date.DateLine.Role;
import org.junit.jupiter.api.Test;

class DateLineTest {
  private static void is(Role role, String date, String line) {
    DateLine got = DateLine.classify(line);
    assertEquals(role, got.role(), line);
    assertEquals(date, got.date() == null ? null : got.date().date(), line);
    assertTrue(got.share() >= 0.5, line + " " + got.share());
  }

  @Test
  void labelsSayWhatADateIs() {
    is(Role.PUBLISHED, "2022-05-13", "تاريخ النشر: 13 مايو 2022");
    is(Role.PUBLISHED, "2022-05-13", "Published: May 13, 2022");
    is(Role.UPDATED, "2022-05-13", "آخر تحديث : 13/05/2022 - 11:20");
    is(Role.UPDATED, "2022-05-13", "الجمعة، 13 أيار/مايو 2022، آخر تحديث 09:00 (GMT+0400)");
    is(Role.CLOCK_LIKE, "2022-05-13", "تاريخ اليوم: 13 مايو 2022");
  }

  @Test
  void publicationGoesBeforeUpdate() {
    is(Role.PUBLISHED, "2022-05-12", "آخر تحديث: 13 مايو 2022 | تاريخ النشر: 12 مايو 2022");
  }

  @Test
  void aBareWeekdayAndDayIsClockLike() {
    is(Role.CLOCK_LIKE, "2025-01-09", "الخميس ٠٩ / يناير / ٢٠٢٥");
    is(Role.CLOCK_LIKE, "2022-05-13", "الجمعة - 12 شوال 1443 هـ - 13 مايو 2022 مـ");
    is(Role.NONE, "2022-05-13", "13 مايو 2022");
    is(Role.NONE, "2022-05-13", "الجمعة 13 مايو 2022 10:30 ص");
  }

  @Test
  void proseWithADateIsNoDateline() {
    for (String line : new String[] {
      "وصل الوفد في 13 مايو 2022 إلى العاصمة حيث استقبله رئيس البلدية وعدد من الأعيان.",
      "نشر البنك في 13 مايو 2022 تقريرا عن أسعار المساكن في المدن الكبرى.",
      "آخر تحديث للقانون أقر في 13 مايو 2022 وبقي معمولا به حتى العام الماضي."}) {
      DateLine got = DateLine.classify(line);
      assertEquals(Role.NONE, got.role(), line);
      assertTrue(got.share() < 0.5, line + " " + got.share());
    }
  }

  @Test
  void aLineWithoutADateHasNoShare() {
    for (String line : new String[] {"", " - ", "كتّاب السبت", "ابحث في التاريخ", "سجل الدخول", "نشر"}) {
      DateLine got = DateLine.classify(line);
      assertNull(got.date(), line);
      assertEquals(0, got.share(), line);
    }
  }

  @Test
  void aRelativeStampHasAShareAndNoDate() {
    DateLine got = DateLine.classify("نشر منذ 3 ساعات");
    assertNull(got.date());
    assertEquals(1, got.share());
  }
}
