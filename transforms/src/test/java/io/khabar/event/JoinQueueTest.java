package io.khabar.event;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Random;
import org.junit.jupiter.api.Test;

class JoinQueueTest {
  private record Join(double likeness, int least, int most, int x, int y) {}

  private static final Comparator<Join> ORDER =
      Comparator.comparingDouble((Join j) -> -j.likeness()).thenComparingInt(Join::least).thenComparingInt(Join::most).thenComparingInt(Join::x).thenComparingInt(Join::y);

  @Test
  void pairsComeInTheOrderOfLikenessAndThenOfTheirNumbers_whateverIsAddedInBetween() {
    Random random = new Random(7);
    JoinQueue queue = new JoinQueue();
    PriorityQueue<Join> plain = new PriorityQueue<>(ORDER);
    for (int round = 0; round < 20_000; round++) {
      if (random.nextInt(5) < 3) {
        // few values of each, so that every kind of tie comes up
        Join join = new Join(random.nextInt(40) / 7.0, random.nextInt(4), random.nextInt(4), random.nextInt(4), random.nextInt(4));
        queue.add(join.likeness(), join.least(), join.most(), join.x(), join.y());
        plain.add(join);
      } else if (!plain.isEmpty()) {
        assertEquals(plain.poll(), first(queue));
      }
    }
    List<Join> left = new ArrayList<>();
    while (!queue.isEmpty()) {
      left.add(first(queue));
    }
    assertTrue(left.size() > 1_000);
    assertEquals(plain.size(), left.size());
    left.forEach(join -> assertEquals(plain.poll(), join));
  }

  private static Join first(JoinQueue queue) {
    Join first = new Join(queue.likeness(), queue.least(), queue.most(), queue.x(), queue.y());
    queue.removeFirst();
    return first;
  }
}
