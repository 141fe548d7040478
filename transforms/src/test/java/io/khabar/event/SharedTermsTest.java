package io.khabar.event;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class SharedTermsTest {
  /** Terms of few hashes, some of which fall on one place of the table, with weights of either sign. */
  private static Map<Integer, Byte> terms(Random random) {
    Map<Integer, Byte> terms = new TreeMap<>();
    for (int i = random.nextInt(60); i > 0; i--) {
      int weight = 1 + random.nextInt(127);
      terms.put((random.nextInt(80) - 40) << 24 >> random.nextInt(8), (byte) (random.nextBoolean() ? weight : -weight));
    }
    return terms;
  }

  private static EventSketch sketch(Map<Integer, Byte> terms) {
    int[] hashes = terms.keySet().stream().mapToInt(h -> h).toArray();
    byte[] weights = new byte[hashes.length];
    for (int i = 0; i < hashes.length; i++) {
      weights[i] = terms.get(hashes[i]);
    }
    return new EventSketch(1, 0, 0, new int[0], new int[0], hashes, weights, new int[0], new byte[0]);
  }

  private static int title(Map<Integer, Byte> terms, Map<Integer, Byte> other) {
    return terms.entrySet().stream().filter(e -> other.containsKey(e.getKey())).mapToInt(e -> Math.max(0, -e.getValue())).sum();
  }

  @Test
  void oneAfterAnotherIsComparedAsIfItWereTheOnlyOne() {
    Random random = new Random(7);
    SharedTerms shared = new SharedTerms();
    int met = 0;
    for (int n = 0; n < 300; n++) {
      Map<Integer, Byte> mine = terms(random);
      shared.of(sketch(mine));
      for (int k = 0; k < 3; k++) {
        Map<Integer, Byte> its = terms(random);
        EventSketch other = sketch(its);
        shared.with(other);
        int sum = its.entrySet().stream().filter(e -> mine.containsKey(e.getKey())).mapToInt(e -> Math.abs(e.getValue() * mine.get(e.getKey()))).sum();
        assertEquals(sum, shared.sum());
        met += sum > 0 ? 1 : 0;
        double allMine = title(mine, mine);
        double allIts = title(its, its);
        double sharedBoth = title(mine, its) + title(its, mine);
        double headline =
            allMine + allIts == 0 ? 0 : allMine == 0 || allIts == 0 ? sharedBoth / (allMine + allIts) : (title(mine, its) / allMine + title(its, mine) / allIts) / 2;
        assertEquals(headline, shared.headline(other), 1e-12);
      }
    }
    assertTrue(met > 100, met + " shared a term");
  }

  @Test
  void ofEqualHashesInOneStoryTheFirstCounts() {
    EventSketch twice = new EventSketch(1, 0, 0, new int[0], new int[0], new int[] {5, 5}, new byte[] {3, 100}, new int[0], new byte[0]);
    SharedTerms shared = new SharedTerms();
    shared.of(twice);
    shared.with(twice);
    assertEquals(9, shared.sum());
  }
}
