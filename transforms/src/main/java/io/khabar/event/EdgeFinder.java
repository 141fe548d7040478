package io.khabar.event;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * Compares the stories that met in a partition under some key. Of the pairs that are alike enough to bear on a decision, each story tells its strongest; a pair
 * may be told by both sides.
 */
final class EdgeFinder {
  /** In thousandths: what is less alike is told to nobody and counts as nothing. */
  static final int LEAST_EVENT = 120;

  static final int LEAST_STORYLINE = 250;

  private final List<EventSketch> sketches = new ArrayList<>();
  private final List<Strongest> links = new ArrayList<>();
  private final Map<Long, Integer> places = new HashMap<>();
  private final TreeMap<Integer, List<Integer>> buckets = new TreeMap<>();
  private final SharedTerms shared = new SharedTerms();
  private long crowded;

  void add(KeyedSketch keyed) {
    EventSketch sketch = keyed.sketch();
    Integer place = places.putIfAbsent(sketch.node(), sketches.size());
    if (place != null) {
      return;
    }
    for (int key : keyed.keys()) {
      buckets.computeIfAbsent(key, k -> new ArrayList<>(2)).add(sketches.size());
    }
    sketches.add(sketch);
    links.add(null);
  }

  void find(Consumer<Links> sink) {
    for (List<Integer> members : buckets.values()) {
      if (members.size() > 1) {
        crowded += members.size() > Bucket.ALL_PAIRS ? 1 : 0;
        Bucket.pairs(members, sketches, this::compare);
      }
    }
    for (Strongest mine : links) {
      if (mine != null) {
        sink.accept(mine.links());
      }
    }
  }

  /** How many keys so many stories shared that not all their pairs were compared, after {@link #find}. */
  long crowded() {
    return crowded;
  }

  private void compare(int i, int j) {
    EventSketch a = sketches.get(i);
    EventSketch b = sketches.get(j);
    EventSimilarity similarity = EventSimilarity.of(a, b, shared);
    if (1000 * similarity.event() < LEAST_EVENT && 1000 * similarity.storyline() < LEAST_STORYLINE) {
      return;
    }
    int value = Links.value(similarity);
    of(i, a).offer(b.node(), value);
    of(j, b).offer(a.node(), value);
  }

  private Strongest of(int place, EventSketch sketch) {
    Strongest mine = links.get(place);
    if (mine == null) {
      mine = new Strongest(sketch.node(), sketch.anyDay());
      links.set(place, mine);
    }
    return mine;
  }
}
