package io.khabar.segment;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LeakCounterTest {
  @Test
  void recurringLinesAndClosingSentencesComeFirstWhateverTheOrder() {
    List<LeakCounter.Leak> leaks = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      String own = Fixtures.LEAD.replace("الميناء", "الحي" + "ابتثجح".charAt(i));
      char letter = "ابتثجح".charAt(i);
      leaks.addAll(LeakCounter.of(own + " تابعوا قناتنا رقم " + i + " كل مساء.\nهدية العدد\nجملة " + letter + "ود لا تعود " + letter + "ين"));
    }
    List<LeakCounter.Leak> top = LeakCounter.top(leaks, 2);
    assertEquals(List.of("تابعوا قناتنا رقم 0 كل مساء.", "هدية العدد"), top.stream().map(LeakCounter.Leak::example).sorted().toList());
    assertEquals(6, top.get(0).count().documents());
    Collections.shuffle(leaks, new Random(3));
    assertEquals(top, LeakCounter.top(leaks, 2));
  }

  @Test
  void copiesOfOneStoryAreNoLeak() {
    List<LeakCounter.Leak> leaks = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      leaks.addAll(LeakCounter.of(Fixtures.LEAD + "\nهدية العدد"));
    }
    assertEquals(List.of(), LeakCounter.top(leaks, 10));
  }

  @Test
  void whatLinesBeginOrEndWithIsShownOnce() {
    List<LeakCounter.Leak> leaks = new ArrayList<>();
    String[] places = {"التل", "الوادي", "السهل", "الجسر"};
    for (String place : places) {
      leaks.addAll(LeakCounter.of(Fixtures.LEAD.replace("الميناء", place) + "\nرابط الخبر بصحيفة صوت الميناء: سكان " + place + " يطالبون بمضخات\n" + place + " في المساء عاجل صوت الميناء"));
    }
    List<String> top = LeakCounter.top(leaks, 5).stream().map(LeakCounter.Leak::example).toList();
    assertEquals(List.of("رابط الخبر بصحيفة صوت الميناء: \u2026", "\u2026 عاجل صوت الميناء"), top.stream().sorted().toList());
  }

  @Test
  void aTemplateThatIsOneLineOnlyIsThatLine() {
    List<LeakCounter.Leak> leaks = new ArrayList<>();
    for (String place : new String[] {"التل", "الوادي", "السهل"}) {
      leaks.addAll(LeakCounter.of(Fixtures.LEAD.replace("الميناء", place) + "\nهدية هذا العدد كتاب صغير"));
    }
    assertEquals(List.of("هدية هذا العدد كتاب صغير"), LeakCounter.top(leaks, 5).stream().map(LeakCounter.Leak::example).toList());
  }
}
