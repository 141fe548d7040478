package io.khabar.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.khabar.model.Page;
import io.khabar.text.Hash64;
import io.khabar.text.Stems;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CorpusCounterTest {
  private static Page page(int i) {
    String text = "عنوان رقم " + i + "\nتحدث الوزير عن المدرسة والمدرسة الجديدة " + (i % 3 == 0 ? "وعن الجسر" : "وعن المستشفى") + " في اليوم " + i;
    return new Page("d" + i, "k" + i, "in/a" + i + ".txt", 0, 0, "text/plain", "UTF-8", 1, null, "المرسى", null, text, List.of(), List.of(), List.of());
  }

  private static List<CorpusPart> frequent(List<List<CorpusPart>> dealt) {
    List<CorpusPart> out = new ArrayList<>();
    for (int part = 0; part < 4; part++) {
      CorpusCounter sum = new CorpusCounter();
      for (List<CorpusPart> parts : dealt) {
        sum.add(parts.get(part));
      }
      out.add(sum.frequent(3, 1000));
    }
    return out;
  }

  @Test
  void howPagesAreDealtOverBundlesDoesNotShow() {
    List<Integer> order = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      order.add(i);
    }
    List<String> answers = new ArrayList<>();
    for (int bundles : new int[] {1, 3, 7}) {
      Collections.shuffle(order, new Random(bundles));
      List<List<CorpusPart>> dealt = new ArrayList<>();
      for (int b = 0; b < bundles; b++) {
        CorpusCounter counter = new CorpusCounter();
        for (int i = b; i < order.size(); i += bundles) {
          counter.add(page(order.get(i)));
        }
        dealt.add(counter.deal(4));
      }
      StringBuilder answer = new StringBuilder();
      for (CorpusPart part : frequent(dealt)) {
        answer.append(part.documents()).append(java.util.Arrays.toString(part.terms())).append(java.util.Arrays.toString(part.frequencies()));
        part.lines().forEach(line -> answer.append(line.outlet()).append(line.template()).append(' ').append(line.documents()));
      }
      answers.add(answer.toString());
    }
    assertEquals(1, answers.stream().distinct().count());
  }

  @Test
  void aTermCountsOnceADocument() {
    CorpusCounter counter = new CorpusCounter();
    for (int i = 0; i < 9; i++) {
      counter.add(page(i));
    }
    CorpusPart part = counter.frequent(1, 1000);
    TermTable table = new TermTable();
    for (int i = 0; i < part.terms().length; i++) {
      table.add(part.terms()[i], part.frequencies()[i]);
    }
    assertEquals(9, part.documents());
    assertEquals(9, table.count(Hash64.of(Stems.stem("المدرسه"))));
    assertEquals(3, table.count(Hash64.of(Stems.stem("الجسر"))));
    assertTrue(part.terms().length > 5);
  }
}
