package io.khabar.entity;

import java.util.Arrays;

/**
 * What a model says of some features together, remembered by their key. A direct-mapped table of fixed size; what it forgets is summed up again, so that answers never depend on it.
 * Not thread-safe.
 */
final class KeptSums {
  private final long[] keys;
  private final int shift;

  /** {@link CrfModel#LABELS} for each key, from where {@link #find} and {@link #keep} say. */
  final float[] sums;

  /** Room for two to the power of {@code log} keys. */
  KeptSums(int log) {
    keys = new long[1 << log];
    sums = new float[CrfModel.LABELS << log];
    shift = 64 - log;
  }

  private int slot(long key) {
    return (int) (key * 0x9E3779B97F4A7C15L >>> shift);
  }

  /** Where the sums of a key, which is never 0, stand until the next call of {@link #keep}, or -1. */
  int find(long key) {
    int slot = slot(key);
    return keys[slot] == key ? slot * CrfModel.LABELS : -1;
  }

  /** Keeps what a model says of features, and says where. */
  int keep(long key, CrfModel model, TokenFeatures.Sink features) {
    int slot = slot(key);
    keys[slot] = key;
    int at = slot * CrfModel.LABELS;
    Arrays.fill(sums, at, at + CrfModel.LABELS, 0f);
    model.add(features, sums, at);
    return at;
  }
}
