package io.khabar.date;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.khabar.model.StoryDates;
import io.khabar.text.RuleFile;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The oddities of real sites, one a row of {@code khabar/dates/hard.tsv}. */
class HardDatesTest {
  @Test
  void everyRowIsReadAsItsAnswerSays() {
    List<String> wrong = new ArrayList<>();
    List<String[]> rows = RuleFile.resource("/khabar/dates/hard.tsv", 7);
    for (String[] row : rows) {
      StoryDater.Result result = StoryDater.date(StoryDater.Input.ofBody(List.of()).withDatelines(List.of(row[0])));
      StoryDates dates = result.dates();
      check(wrong, row, "published", row[1], dates.published());
      check(wrong, row, "at", row[2], dates.publishedAt());
      check(wrong, row, "hijri", row[3], dates.publishedHijri());
      if (!row[4].isEmpty()) {
        check(wrong, row, "role", row[4], DateLine.classify(row[0]).role().name());
      }
      check(wrong, row, "warnings", row[5], String.join(" ", result.warnings()));
    }
    assertTrue(rows.size() > 150);
    assertEquals("", String.join("\n", wrong));
  }

  private static void check(List<String> wrong, String[] row, String what, String expected, String got) {
    if (!expected.equals(got == null ? "" : got)) {
      wrong.add(row[0] + ": " + what + " is " + got + ", expected " + expected);
    }
  }
}
