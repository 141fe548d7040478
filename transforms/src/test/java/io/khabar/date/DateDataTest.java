package io.khabar.date;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.khabar.text.MatchKey;
import io.khabar.text.RuleFile;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The data files are whole and do not contradict themselves. */
class DateDataTest {
  @Test
  void everyFamilyNamesTwelveMonths() {
    Map<String, Set<String>> families = new TreeMap<>();
    for (String[] row : RuleFile.resource("/khabar/dates/months.tsv", 4)) {
      families.computeIfAbsent(row[2], f -> new TreeSet<>()).add(row[1]);
    }
    assertEquals(Set.of("gulf-egypt", "levant-iraq", "algeria-tunisia", "morocco-mauritania", "english", "french", "hijri"), families.keySet());
    families.forEach((family, months) -> assertEquals(12, months.size(), family));
  }

  @Test
  void noNameIsOfTwoMonthsOrDays() {
    List<String> twice = new ArrayList<>();
    for (String file : List.of("months", "weekdays")) {
      Map<String, String> of = new HashMap<>();
      for (String[] row : RuleFile.resource("/khabar/dates/" + file + ".tsv", 4)) {
        String name = MatchKey.of(file.equals("months") ? row[3] : row[1]);
        String meaning = file.equals("months") ? row[0] + row[1] : row[0];
        String known = of.put(name, meaning);
        if (known != null && !known.equals(meaning)) {
          twice.add(name);
        }
      }
    }
    assertEquals(List.of(), twice);
  }

  @Test
  void everyDayOfAMonthHasAWord() {
    Set<Integer> days = new HashSet<>();
    for (String[] row : RuleFile.resource("/khabar/dates/days.tsv", 2)) {
      days.add(Integer.parseInt(row[0]));
    }
    assertEquals(31, days.size());
    assertTrue(days.contains(31));
  }
}
