package io.khabar.event;

import java.util.Comparator;
import java.util.List;

/**
 * The stories that share a key. A small bucket compares all its pairs; a large one, which the square would make hopeless, compares every story with its
 * neighbours in the order of days and with a few anchors, those without a day first. So a key that returns every week meets its own week.
 */
final class Bucket {
  static final int ALL_PAIRS = 120;
  static final int ANCHORS = 12;
  static final int NEIGHBOURS = 48;

  private static final Comparator<EventSketch> BY_DAY = Comparator.comparingInt(EventSketch::anyDay).thenComparing(EventSketch::node, Long::compareUnsigned);

  /** Takes a pair by the places of its sides. */
  interface Pairs {
    void accept(int i, int j);
  }

  private Bucket() {}

  /** Proposes pairs of {@code members}, which are places in {@code sketches}. Sorts {@code members}. */
  static void pairs(List<Integer> members, List<EventSketch> sketches, Pairs sink) {
    int n = members.size();
    if (n > ALL_PAIRS) {
      members.sort(Comparator.comparing(sketches::get, BY_DAY));
    }
    for (int i = 0; i < n; i++) {
      int near = n <= ALL_PAIRS ? 0 : Math.max(0, i - NEIGHBOURS);
      for (int j = 0; j < Math.min(near, ANCHORS); j++) {
        sink.accept(members.get(j), members.get(i));
      }
      for (int j = near; j < i; j++) {
        sink.accept(members.get(j), members.get(i));
      }
    }
  }
}
