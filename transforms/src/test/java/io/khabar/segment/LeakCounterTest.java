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
      leaks.addAll(LeakCounter.of(own + " تابعوا قناتنا رقم " + i + " كل مساء.\nهدية العدد\n" + i + " جملة وحيدة لا تعود " + "ابتثجح".charAt(i)));
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
}
