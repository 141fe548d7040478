package io.khabar.event;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class EventClustererTest {
  private static Map<Long, EventFate> resolve(List<Edge> edges) {
    EventClusterer clusterer = new EventClusterer();
    links(edges).forEach(clusterer::add);
    Map<Long, EventFate> fates = new TreeMap<>();
    clusterer.resolve(fate -> fates.put(fate.node(), fate));
    return fates;
  }

  private record Edge(long a, long b, int dayA, int dayB, int event, int storyline) {}

  /** The links of every story, some told by both sides and some by one. */
  private static List<Links> links(List<Edge> edges) {
    Map<Long, Strongest> stories = new TreeMap<>();
    for (Edge edge : edges) {
      int value = edge.event() * Links.UNIT + edge.storyline();
      Strongest a = stories.computeIfAbsent(edge.a(), n -> new Strongest(n, edge.dayA()));
      Strongest b = stories.computeIfAbsent(edge.b(), n -> new Strongest(n, edge.dayB()));
      a.offer(edge.b(), value);
      if (edge.event() % 3 > 0 || b.size() == 0) {
        b.offer(edge.a(), value);
      }
    }
    return stories.values().stream().map(Strongest::links).toList();
  }

  private static Edge edge(long a, long b, int event, int storyline) {
    return new Edge(a, b, EventFeatures.NO_DAY, EventFeatures.NO_DAY, event, storyline);
  }

  @Test
  void noEdgesNoFates() {
    assertTrue(resolve(List.of()).isEmpty());
  }

  @Test
  void alikeStoriesAreOneEvent() {
    Map<Long, EventFate> fates = resolve(List.of(edge(1, 2, 600, 600)));
    assertEquals(1, fates.get(2L).anchor());
    assertEquals(2, fates.get(1L).size());
  }

  @Test
  void aChainIsNotOneEvent() {
    List<Edge> chain = new ArrayList<>();
    for (int i = 1; i < 12; i++) {
      chain.add(edge(i, i + 1, 500, 0));
    }
    resolve(chain).values().forEach(fate -> assertTrue(fate.size() <= 3, fate.toString()));
  }

  @Test
  void aStoryWithoutADayDoesNotJoinTwoSeasons() {
    int no = EventFeatures.NO_DAY;
    Map<Long, EventFate> fates = resolve(List.of(new Edge(1, 2, 18000, no, 990, 0), new Edge(2, 3, no, 18200, 1000, 0)));
    assertEquals(fates.get(2L).anchor(), fates.get(3L).anchor());
    assertNotEquals(fates.get(1L).anchor(), fates.get(3L).anchor());
  }

  @Test
  void reprintsWeighAsOne() {
    // 1..4 print one text; 5 resembles it well and 6 resembles 5 alone
    List<Edge> edges = new ArrayList<>();
    for (int i = 1; i <= 4; i++) {
      for (int j = i + 1; j <= 4; j++) {
        edges.add(edge(i, j, 1000, 1000));
      }
      edges.add(edge(i, 5, 500, 500));
    }
    Map<Long, EventFate> fates = resolve(edges);
    assertEquals(5, fates.get(5L).size());
    assertEquals(1, fates.get(4L).text());
    assertEquals(5, fates.get(5L).text());
  }

  @Test
  void eventsOfTheSameActorsAreAStoryline() {
    Map<Long, EventFate> fates = resolve(List.of(edge(1, 2, 600, 600), edge(3, 4, 600, 600), edge(1, 3, 0, 450), edge(1, 4, 0, 450), edge(2, 3, 0, 450), edge(2, 4, 0, 450)));
    assertNotEquals(fates.get(1L).anchor(), fates.get(3L).anchor());
    assertEquals(fates.get(1L).storyline(), fates.get(4L).storyline());
    assertTrue(fates.get(4L).inStoryline());
  }

  @Test
  void anEventAloneHasNoStoryline() {
    assertTrue(resolve(List.of(edge(1, 2, 600, 600))).values().stream().noneMatch(EventFate::inStoryline));
  }

  @Test
  void orderAndRepeatsDoNotMatter() {
    Random random = new Random(7);
    List<Edge> edges = new ArrayList<>();
    for (int e = 0; e < 900; e++) {
      long a = random.nextInt(200) * 0x9E3779B97F4A7C15L;
      long b = random.nextInt(200) * 0x9E3779B97F4A7C15L;
      if (a != b) {
        boolean first = Long.compareUnsigned(a, b) < 0;
        // the same pair always has the same likeness, as stories give it
        int event = (int) Long.remainderUnsigned((a ^ b) * 31, 1000);
        edges.add(edge(first ? a : b, first ? b : a, event, 1000 - event));
      }
    }
    Map<Long, EventFate> fates = resolve(edges);
    for (int round = 0; round < 5; round++) {
      List<Edge> other = new ArrayList<>(edges);
      other.addAll(edges.subList(0, 100));
      Collections.shuffle(other, random);
      assertEquals(fates, resolve(other));
    }
  }

  @Test
  void aBucketNeverGrowsWithTheSquare() {
    int n = 5_000;
    List<EventSketch> sketches = new ArrayList<>();
    List<Integer> members = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      sketches.add(new EventSketch(i, i % 7 == 0 ? EventFeatures.NO_DAY : i, EventFeatures.NO_DAY, new int[0], new int[0], new int[0], new byte[0], new int[0], new byte[0]));
      members.add(i);
    }
    int[] pairs = new int[n];
    Bucket.pairs(members, sketches, (i, j) -> pairs[j]++);
    assertTrue(Arrays.stream(pairs).sum() <= n * (Bucket.ANCHORS + Bucket.NEIGHBOURS));
  }
}
