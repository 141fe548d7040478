package io.khabar.date;

import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.khabar.text.RuleFile;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Whatever the text, no exception, sound offsets, and time that grows with its length alone. */
class DateFuzzTest {
  private static final String[] PIECES = {
    "13", "05", "2022", "1443", "31", "0", "99", "20220513", "/", "-", ".", ":", "،", " ", " ", " ", "(", ")", "|", "+", "T", "Z", "مايو", "كانون", "الثاني", "الأول", "شوال", "هـ", "م", "ص",
    "الجمعة", "أمس", "اليوم", "منذ", "يوما", "الماضي", "من", "عام", "GMT", "بتوقيت", "غرينتش", "آخر", "تحديث", "نشر", "في", "الساعة", "الموافق", "\u200F", "\u0640", "\uD83D\uDE00", "\uD83D",
    "٢٠٢٢", "۵", "th", "June", "مطلع", "الأسبوع", "\n", "السابع", "و", "وعشرين", "بعد", "3", "أشهر", "\u0000", "\uFFFF", "2", "ت", "ك"
  };

  @Test
  void noTextIsAnException() {
    Random random = new Random(7);
    for (int n = 0; n < 8_000; n++) {
      StringBuilder text = new StringBuilder();
      int pieces = random.nextInt(24);
      for (int i = 0; i < pieces; i++) {
        text.append(PIECES[random.nextInt(PIECES.length)]);
      }
      check(text.toString());
    }
  }

  @Test
  void aDatelineCutAnywhereIsNoException() {
    for (String[] row : RuleFile.resource("/khabar/dates/hard.tsv", 7)) {
      for (int cut = 0; cut <= row[0].length(); cut += 2) {
        check(row[0].substring(cut));
        check(row[0].substring(0, cut));
      }
    }
  }

  private static void check(String text) {
    int from = 0;
    for (FoundDate found : DateFinder.find(text)) {
      assertTrue(found.start() >= from && found.start() < found.end() && found.end() <= text.length(), text);
      from = found.end();
      if (found.isDay()) {
        LocalDate.parse(found.date());
      }
      assertTrue(found.date() != null || found.warnings().contains(FoundDate.INVALID_DATE), text);
    }
    from = 0;
    for (TimeExpression expression : TimeExpressions.find(text)) {
      assertTrue(expression.start() >= from && expression.start() < expression.end() && expression.end() <= text.length(), text);
      from = expression.end();
      expression.resolve(LocalDate.of(2024, 2, 29));
    }
    TimeExpressions.resolve(text, null);
    double share = DateLine.classify(text).share();
    assertTrue(share >= 0 && share <= 1, text);
    StoryDater.date(StoryDater.Input.ofBody(List.of(text, text)).withDatelines(List.of(text)).withPageClocks(List.of(text)).withUrl(text).withFetchedAt(text).withAsOf(text));
    StoryDater.date(StoryDater.Input.ofBody(List.of(text)).withFetchedAt("2022-06-01"));
  }

  @Test
  void longTextsOfOneUnitAreRead() {
    List<String> hostile = new ArrayList<>();
    for (String unit : List.of("1", "1/", "1/1/", "13 ", "الجمعة ", "الجمعة، ", "مايو ", "13 مايو ", "(", "آخر تحديث ", "10:30 ", "كانون ", "منذ ", "\u200F", "- ", "من ", "في ", "GMT ", "1 - ", "2022 ")) {
      hostile.add(unit.repeat(200_000 / unit.length()));
    }
    for (String text : hostile) {
      // what is not linear would take minutes here
      DateFinder.find(text);
      TimeExpressions.find(text);
      DateLine.classify(text);
      assertNotNull(StoryDater.date(StoryDater.Input.ofBody(List.of(text)).withDatelines(List.of(text))), text.substring(0, 10));
    }
  }
}
