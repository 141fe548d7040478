package io.khabar.event;

import java.util.Arrays;

/** Numbers by small whole number, in plain arrays: open addressing, linear probing, no boxes. The order of {@link #key} is nobody's business. */
final class SparseRow {
  private static final int FREE = -1;

  private int[] keys = new int[8];
  private double[] values = new double[8];
  private int size;

  SparseRow() {
    Arrays.fill(keys, FREE);
  }

  int size() {
    return size;
  }

  /** How many slots {@link #key} may be asked for. */
  int slots() {
    return keys.length;
  }

  /** The key in a slot, or -1. */
  int key(int slot) {
    return keys[slot];
  }

  double value(int slot) {
    return values[slot];
  }

  /** The number of a key, 0 where it has none. */
  double get(int key) {
    int at = find(key);
    return keys[at] == key ? values[at] : 0;
  }

  void put(int key, double value) {
    int at = find(key);
    if (keys[at] == FREE) {
      if (2 * (size + 1) > keys.length) {
        grow();
        at = find(key);
      }
      keys[at] = key;
      size++;
    }
    values[at] = value;
  }

  /** Takes a key out; those behind it close the gap (Knuth, The Art of Computer Programming 3, 6.4 R). */
  void remove(int key) {
    int hole = find(key);
    if (keys[hole] == FREE) {
      return;
    }
    size--;
    int mask = keys.length - 1;
    int at = hole;
    while (true) {
      at = (at + 1) & mask;
      if (keys[at] == FREE) {
        break;
      }
      int home = home(keys[at]);
      if (((at - home) & mask) >= ((at - hole) & mask)) {
        keys[hole] = keys[at];
        values[hole] = values[at];
        hole = at;
      }
    }
    keys[hole] = FREE;
  }

  void scale(double factor) {
    for (int i = 0; i < values.length; i++) {
      values[i] *= factor;
    }
  }

  private int find(int key) {
    int mask = keys.length - 1;
    int at = home(key);
    while (keys[at] != FREE && keys[at] != key) {
      at = (at + 1) & mask;
    }
    return at;
  }

  private int home(int key) {
    int h = key * 0x9E3779B9;
    return (h ^ h >>> 16) & (keys.length - 1);
  }

  private void grow() {
    int[] oldKeys = keys;
    double[] oldValues = values;
    keys = new int[oldKeys.length * 2];
    values = new double[oldKeys.length * 2];
    Arrays.fill(keys, FREE);
    for (int i = 0; i < oldKeys.length; i++) {
      if (oldKeys[i] != FREE) {
        int at = find(oldKeys[i]);
        keys[at] = oldKeys[i];
        values[at] = oldValues[i];
      }
    }
  }
}
