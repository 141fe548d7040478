package io.khabar.event;

import io.khabar.text.Hash64;
import java.util.Arrays;

/**
 * The strongest links of one story, so that no story brings more than {@link #MOST}, however many resemble it: a hundred thousand bulletins of one form all
 * resemble each other. Of equally strong ones a hash of both sides decides, so that they do not all choose the same. Whatever the order of {@link #offer},
 * and however often a link is offered, the same links stay.
 */
final class Strongest {
  static final int MOST = 48;

  private final long node;
  private final int day;
  /** The strongest first. */
  private long[] others = new long[4];

  private int[] values = new int[4];
  private int size;
  private boolean full;

  Strongest(long node, int day) {
    this.node = node;
    this.day = day;
  }

  /** Offers a link to another story; see {@link Links} for the value. */
  void offer(long other, int value) {
    if (full && Links.strength(value) < Links.strength(values[size - 1])) {
      return;
    }
    int low = 0;
    int high = size;
    while (low < high) {
      int middle = (low + high) >>> 1;
      int order = compare(others[middle], values[middle], other, value);
      if (order == 0) {
        return;
      }
      if (order < 0) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    if (low == MOST) {
      return;
    }
    if (size == others.length && size < MOST) {
      others = Arrays.copyOf(others, Math.min(MOST, 2 * size));
      values = Arrays.copyOf(values, Math.min(MOST, 2 * size));
    }
    int moved = Math.min(size, MOST - 1) - low;
    System.arraycopy(others, low, others, low + 1, moved);
    System.arraycopy(values, low, values, low + 1, moved);
    others[low] = other;
    values[low] = value;
    size = Math.min(MOST, size + 1);
    full = size == MOST;
  }

  private int compare(long x, int valueX, long y, int valueY) {
    int byStrength = Integer.compare(Links.strength(valueY), Links.strength(valueX));
    // mixing is one to one, so equal hashes are equal nodes
    return byStrength != 0 ? byStrength : Long.compare(Hash64.mix(node ^ x), Hash64.mix(node ^ y));
  }

  /** How many stayed. */
  int size() {
    return size;
  }

  /** What stayed, the strongest first. */
  Links links() {
    return new Links(node, day, Arrays.copyOf(others, size), Arrays.copyOf(values, size));
  }
}
