package io.khabar.date;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class DateFinderTest {
  private static FoundDate one(String line) {
    List<FoundDate> found = DateFinder.find(line);
    assertEquals(1, found.size(), line);
    return found.get(0);
  }

  private static String surface(String line) {
    FoundDate found = one(line);
    return line.substring(found.start(), found.end());
  }

  @Test
  void theSpanHoldsWeekdayCalendarsTimeAndZone() {
    assertEquals("الجمعة - 12 شوال 1443 هـ - 13 مايو 2022 مـ", surface("الميناء: الجمعة - 12 شوال 1443 هـ - 13 مايو 2022 مـ، كتبت سلمى"));
    assertEquals("13 مايو 2022، 10:30 ص (GMT+0400)", surface("نشر في 13 مايو 2022، 10:30 ص (GMT+0400) بقلم سلمى"));
  }

  @Test
  void offsetsCountUtf16BehindSurrogates() {
    assertEquals("13 مايو 2022", surface("😀😀 13 مايو 2022"));
  }

  @Test
  void aHijriAndAGregorianDateSideBySideAreOne() {
    FoundDate found = one("12 شوال 1443 هـ الموافق 13 مايو 2022 م");
    assertEquals("2022-05-13", found.date());
    assertEquals("1443-10-12", found.hijri());
    assertEquals(List.of(), found.warnings());
  }

  @Test
  void twoDatesOfOneCalendarAreTwo() {
    List<FoundDate> found = DateFinder.find("من 13 مايو 2022 - 15 مايو 2022 في المدينة");
    assertEquals(List.of("2022-05-13", "2022-05-15"), found.stream().map(FoundDate::date).toList());
  }

  @Test
  void aDateWithoutAYearIsForProse() {
    FoundDate found = one("تحدث الوزيران في 18 فبراير/ شباط للمرة الأولى");
    assertEquals("--02-18", found.date());
    assertFalse(found.yearPrinted());
    assertFalse(found.isDay());
    assertEquals("--02-29", one("في 29 شباط").date());
    assertNull(one("في 31 نيسان").date());
    assertEquals("--10-07", one("منذ السابع من أكتوبر").date());
  }

  @Test
  void prefixesAreTakenOff() {
    assertEquals("الأربعاء 25 مايو 2022", surface("قبل و الأربعاء 25 مايو 2022"));
    assertEquals("والأربعاء 25 مايو 2022", surface("والأربعاء 25 مايو 2022"));
    assertTrue(one("للجمعة 13 مايو 2022").warnings().isEmpty());
    assertEquals(List.of("weekday_mismatch"), one("للسبت 13 مايو 2022").warnings());
  }

  @Test
  void wordsThatLookLikePartsAreNone() {
    assertEquals(List.of(), DateFinder.find("مارس الفريق 3 تدريبات وفاز 2 صفر في مباراتين"));
    assertEquals(List.of(), DateFinder.find("في النصف الأول من يناير سجل أحد 5 لاعبين"));
    assertEquals(List.of(), DateFinder.find("May I ask 5 questions in 2022"));
    assertEquals(List.of(), DateFinder.find(""));
  }

  @Test
  void anyoneIsNoSunday() {
    assertTrue(one("اغتيل في 13 مايو 2022 أحد العمال").warnings().isEmpty());
  }

  @Test
  void moonSightingIsADayAndNoConflict() {
    assertEquals(List.of(), one("12 شوال 1443 هـ - 14 مايو 2022 م").warnings());
    assertEquals(List.of(), one("12 شوال 1443 هـ - 12 مايو 2022 م").warnings());
    assertEquals(List.of(FoundDate.CALENDAR_MISMATCH), one("12 شوال 1443 هـ - 15 مايو 2022 م").warnings());
  }

  @Test
  void hijriDaysFollowUmmAlQura() {
    assertEquals(LocalDate.of(2022, 5, 13), HijriDates.toGregorian(1443, 10, 12));
    assertEquals(LocalDate.of(2023, 7, 19), HijriDates.toGregorian(1445, 1, 1));
    assertEquals(LocalDate.of(2024, 3, 11), HijriDates.toGregorian(1445, 9, 1));
    assertFalse(HijriDates.exists(1443, 13, 1));
    assertFalse(HijriDates.exists(1443, 1, 31));
  }
}
