package io.khabar.event;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;

/** Compares the stories that met in a partition under some key. Each pair is handed on once, if it is alike enough to bear on a decision. */
final class EdgeFinder {
  /** In thousandths: what is less alike is told to nobody and counts as nothing. */
  static final int LEAST_EVENT = 120;

  static final int LEAST_STORYLINE = 250;

  private final List<EventSketch> sketches = new ArrayList<>();
  private final Map<Long, Integer> places = new HashMap<>();
  private final TreeMap<Integer, List<Integer>> buckets = new TreeMap<>();

  void add(KeyedSketch keyed) {
    Integer place = places.putIfAbsent(keyed.sketch().node(), sketches.size());
    if (place != null) {
      return;
    }
    for (int key : keyed.keys()) {
      buckets.computeIfAbsent(key, k -> new ArrayList<>(2)).add(sketches.size());
    }
    sketches.add(keyed.sketch());
  }

  void find(Consumer<EventEdge> sink) {
    Set<Long> told = new HashSet<>();
    for (List<Integer> members : buckets.values()) {
      if (members.size() > 1) {
        Bucket.pairs(members, sketches, (i, j) -> compare(i, j, told, sink));
      }
    }
  }

  private void compare(int i, int j, Set<Long> told, Consumer<EventEdge> sink) {
    EventSketch a = sketches.get(i);
    EventSketch b = sketches.get(j);
    EventSimilarity similarity = EventSimilarity.of(a, b);
    if (1000 * similarity.event() < LEAST_EVENT && 1000 * similarity.storyline() < LEAST_STORYLINE) {
      return;
    }
    if (told.add((long) Math.min(i, j) << 32 | Math.max(i, j))) {
      sink.accept(EventEdge.of(a, b, similarity));
    }
  }
}
