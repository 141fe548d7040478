package io.khabar.event;

/**
 * A story on its way to the partition of some of its keys.
 *
 * @param keys those that lie in one partition, ascending
 */
record KeyedSketch(int[] keys, EventSketch sketch) {
  static int partition(int key, int n) {
    return Integer.remainderUnsigned(key, n);
  }
}
