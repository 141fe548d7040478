package io.khabar.segment;

import java.util.Collection;

/** A fixed set of hashes without boxing; hashes are uniform, so their low bits are slots. */
final class LongSet {
  private final long[] slots;
  private final boolean zero;

  LongSet(Collection<Long> values) {
    int size = Integer.highestOneBit(Math.max(8, values.size() * 3)) * 2;
    slots = new long[size];
    boolean hasZero = false;
    for (long v : values) {
      hasZero |= v == 0;
      int at = (int) v & (size - 1);
      while (slots[at] != 0 && slots[at] != v) {
        at = (at + 1) & (size - 1);
      }
      slots[at] = v;
    }
    zero = hasZero;
  }

  boolean contains(long v) {
    if (v == 0) {
      return zero;
    }
    int at = (int) v & (slots.length - 1);
    while (slots[at] != 0) {
      if (slots[at] == v) {
        return true;
      }
      at = (at + 1) & (slots.length - 1);
    }
    return false;
  }
}
