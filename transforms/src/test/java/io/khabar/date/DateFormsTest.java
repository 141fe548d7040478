package io.khabar.date;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.khabar.text.RuleFile;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Every name of a month in every form that sites print, in three digit sets, with weekday, time, bidi marks and glue: the day comes back. */
class DateFormsTest {
  private static final String[] WEEKDAYS = {"الاثنين", "الثلاثاء", "الأربعاء", "الخميس", "الجمعة", "السبت", "الأحد"};

  private static final String[] NAMED = {
    "{d} {m} {y}", "{dd} {m} {y}", "{d} {m}، {y}", "{d} {m}, {y}", "{d} ,{m} {y}", "{d}/{m}/{y}", "{d} / {m} / {y}", "{d}-{m}-{y}", "{d} - {m} - {y}", "{d}.{m}.{y}", "{d} {m} {y} م", "{d} {m} {y}م",
    "{m} {d}, {y}", "{m} {d}، {y}", "{y} {m} {d}", "{y}-{m}-{dd}", "{d} من {m} {y}", "{d} من {m} عام {y}", "{d} من شهر {m} {y}", "{w} {d} {m} {y}", "{w}، {d} {m}، {y}", "{w} - {d} {m} {y}", "{w} الموافق {d} {m} {y}",
    "يوم {w} {d} {m} {y}", "{w}, {dd} {m}, {y}, 21:38 GMT", "{w} {d} {m} {y} - 10:30 ص", "{w} , {d} {m} {y} , الساعة 9:05 مساءً", "10:30 {w} {d} {m} {y}", "10:30 ص - {d} {m} {y}", "تاريخ النشر: {w} {d} {m} {y}",
    "نشر في {d} {m} {y} بقلم سلمى", "آخر تحديث : {d} {m} {y} | 11:15", "[{d} {m} {y}]", "({w} {d} {m} {y})", "الميناء - {d} {m} {y} - وكالات", "{d}{m}{y}", "{w}{d}{m}{y}", "{d} {m} {y}: 10:30 م", "العدد 4358 - {w} {d} {m} {y}م",
    "• {d} {m} {y} •", "{d} {m} {y} | 5 دقائق قراءة", "GMT 10:30 {y} {w} {d} {m}"
  };

  private static final String[] NUMERIC = {
    "{dd}/{mm}/{y}", "{d}/{n}/{y}", "{dd}-{mm}-{y}", "{dd}.{mm}.{y}", "{y}/{mm}/{dd}", "{y}-{mm}-{dd}", "{y}/{n}/{d}", "{dd} / {mm} / {y}", "{w} {dd}/{mm}/{y}", "{dd}/{mm}/{y} 10:30", "{y}-{mm}-{dd} 10:30:05", "{y}-{mm}-{dd}T10:30:05+03:00",
    "10:30 {dd}/{mm}/{y}", "تاريخ النشر: {y}/{mm}/{dd} الساعة 11:40 م", "{dd}\\{mm}\\{y}", "{dd}/{mm}/{y}م", "{w} الموافق {dd}-{mm}-{y}", "0930 GMT - {dd}/{mm}/{y}", "{dd}/{mm}/{y} | 10:30 بتوقيت مكة المكرمة"
  };

  private static String fill(String form, LocalDate day, int monthNumber, int dayNumber, int year, String name) {
    return form.replace("{dd}", two(dayNumber)).replace("{d}", "" + dayNumber).replace("{mm}", two(monthNumber)).replace("{n}", "" + monthNumber).replace("{y}", "" + year)
        .replace("{m}", name).replace("{w}", WEEKDAYS[day.getDayOfWeek().getValue() - 1]);
  }

  private static String two(int n) {
    return n < 10 ? "0" + n : "" + n;
  }

  private static String digits(String text, char zero) {
    StringBuilder out = new StringBuilder();
    for (char c : text.toCharArray()) {
      out.append(c >= '0' && c <= '9' ? (char) (zero + c - '0') : c);
    }
    return out.toString();
  }

  private static String bidi(String text, Random random) {
    StringBuilder out = new StringBuilder();
    for (char c : text.toCharArray()) {
      if (random.nextInt(4) == 0) {
        out.append("\u200F\u200E\u202B\u202C\u2067\u2069\u061C".charAt(random.nextInt(7)));
      }
      out.append(c);
    }
    return out.toString();
  }

  private static void check(List<String> wrong, String line, String expected) {
    List<FoundDate> found = DateFinder.find(line);
    boolean right = found.size() == 1 && expected.equals(found.get(0).date()) && found.get(0).warnings().isEmpty();
    if (!right && wrong.size() < 40) {
      wrong.add(line + " -> " + found + ", expected " + expected);
    }
  }

  @Test
  void namesOfGregorianMonths() {
    Random random = new Random(3);
    List<String> wrong = new ArrayList<>();
    for (String[] row : RuleFile.resource("/khabar/dates/months.tsv", 4)) {
      if (!row[0].equals("gregorian")) {
        continue;
      }
      int month = Integer.parseInt(row[1]);
      boolean endsInDigit = Character.isDigit(row[3].charAt(row[3].length() - 1));
      for (String form : NAMED) {
        LocalDate day = LocalDate.of(2005 + random.nextInt(20), month, 1 + random.nextInt(28));
        // «تشرين 2» needs a blank after it
        if (endsInDigit && form.contains("{m}{y}")) {
          continue;
        }
        String line = fill(form, day, month, day.getDayOfMonth(), day.getYear(), row[3]);
        check(wrong, line, day.toString());
        check(wrong, digits(line, '٠'), day.toString());
        check(wrong, bidi(digits(line, '۰'), random), day.toString());
      }
    }
    assertEquals("", String.join("\n", wrong));
  }

  @Test
  void numbers() {
    Random random = new Random(4);
    List<String> wrong = new ArrayList<>();
    for (int n = 0; n < 400; n++) {
      LocalDate day = LocalDate.of(2001 + random.nextInt(25), 1 + random.nextInt(12), 1 + random.nextInt(28));
      for (String form : NUMERIC) {
        String line = fill(form, day, day.getMonthValue(), day.getDayOfMonth(), day.getYear(), "");
        check(wrong, line, day.toString());
        check(wrong, digits(line, '٠'), day.toString());
        check(wrong, bidi(line, random), day.toString());
      }
    }
    assertEquals("", String.join("\n", wrong));
  }

  @Test
  void hijriAloneAndBesideGregorian() {
    Random random = new Random(5);
    List<String> wrong = new ArrayList<>();
    String[] forms = {
      "{d} {m} {y} هـ", "{d} {m} {y}هـ", "{w} {d} {m} {y} ه", "{d}/{m}/{y}هـ", "{dd}/{mm}/{y} هـ", "{y}/{mm}/{dd}", "{y}-{n}-{d} هـ", "{w} الموافق {d}-{n}-{y}هـ", "{d} من {m} {y}", "{d} {m} {y} هـ الموافق {g}", "{g} الموافق {d} {m} {y}هـ",
      "{w} - {d} {m} {y} هـ - {g} مـ", "{g} - {dd}/{mm}/{y} هـ", "{d} {m} {y} ({g})", "{w} {d} {m} {y}هـ {w} {g}", "نُشر: 17:36-{g} م ـ {d} {m} {y} هـ"
    };
    for (String[] row : RuleFile.resource("/khabar/dates/months.tsv", 4)) {
      if (!row[0].equals("hijri")) {
        continue;
      }
      int month = Integer.parseInt(row[1]);
      for (String form : forms) {
        int year = 1425 + random.nextInt(22);
        int day = 1 + random.nextInt(28);
        LocalDate gregorian = HijriDates.toGregorian(year, month, day);
        String printed = gregorian.getDayOfMonth() + " " + new String[] {"يناير", "شباط", "مارس", "أفريل", "أيار/ مايو", "يونيو", "جويلية", "غشت", "أيلول (سبتمبر)", "أكتوبر", "تشرين الثاني", "دجنبر"}[gregorian.getMonthValue() - 1] + " " + gregorian.getYear();
        boolean endsInDigit = Character.isDigit(row[3].charAt(row[3].length() - 1));
        String line = fill(form, gregorian, month, day, year, row[3]).replace("{g}", printed);
        check(wrong, line, gregorian.toString());
        check(wrong, bidi(digits(line, '٠'), random), gregorian.toString());
      }
    }
    assertEquals("", String.join("\n", wrong));
  }
}
