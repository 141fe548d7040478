package io.khabar.dedup;

import java.util.Arrays;

/**
 * Which numbers hang together by links: union-find (Tarjan 1975) in plain arrays, 40 bytes a number however many links it has, so a hundred million fit where
 * their edges would not. A tree is named by its smallest number, whatever the order of links. Not thread-safe.
 */
final class Forest {
  /** Takes a number and the name of its tree. */
  @FunctionalInterface
  interface Sink {
    void accept(long number, long tree);
  }

  private long[] numbers = new long[1024];
  private int[] parents = new int[1024];
  /** Open addressing: the place of a number in the arrays, plus one. */
  private int[] slots = new int[4096];
  private int size;

  void link(long a, long b) {
    int x = root(place(a));
    int y = root(place(b));
    if (Long.compareUnsigned(numbers[x], numbers[y]) < 0) {
      parents[y] = x;
    } else {
      parents[x] = y;
    }
  }

  /** Hands on every number that was linked. */
  void trees(Sink sink) {
    for (int i = 0; i < size; i++) {
      sink.accept(numbers[i], numbers[root(i)]);
    }
  }

  private int root(int i) {
    int at = i;
    while (parents[at] != at) {
      parents[at] = parents[parents[at]];
      at = parents[at];
    }
    return at;
  }

  private int place(long number) {
    int slot = slot(number);
    if (slots[slot] == 0) {
      if (size == numbers.length) {
        numbers = Arrays.copyOf(numbers, size + (size >> 1));
        parents = Arrays.copyOf(parents, numbers.length);
      }
      numbers[size] = number;
      parents[size] = size;
      slots[slot] = ++size;
      if (size > slots.length / 4 * 3) {
        slots = new int[2 * slots.length];
        for (int i = 0; i < size; i++) {
          slots[slot(numbers[i])] = i + 1;
        }
        return size - 1;
      }
    }
    return slots[slot] - 1;
  }

  private int slot(long number) {
    int slot = (int) (number ^ number >>> 32) & (slots.length - 1);
    while (slots[slot] != 0 && numbers[slots[slot] - 1] != number) {
      slot = (slot + 1) & (slots.length - 1);
    }
    return slot;
  }
}
