package io.khabar.event;

import java.util.Arrays;

/** Sorted sets of numbers in plain arrays. */
final class Distinct {
  private Distinct() {}

  /** Sorts the array given and returns its distinct numbers, ascending. */
  static long[] sorted(long[] numbers) {
    Arrays.sort(numbers);
    int distinct = 0;
    for (int i = 0; i < numbers.length; i++) {
      if (i == 0 || numbers[i] != numbers[i - 1]) {
        numbers[distinct++] = numbers[i];
      }
    }
    return Arrays.copyOf(numbers, distinct);
  }
}
