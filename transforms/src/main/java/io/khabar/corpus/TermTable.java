package io.khabar.corpus;

import java.util.Arrays;
import java.util.function.LongPredicate;

/** Counts by term hash in two flat arrays: a hash map without boxes, for it is filled millions of times. Hash 0 is counted apart. */
final class TermTable {
  private long[] terms = new long[1 << 12];
  private int[] counts = new int[1 << 12];
  private int used;
  private int zero;

  void add(long term, int count) {
    if (term == 0) {
      zero += count;
      return;
    }
    int at = find(term);
    if (terms[at] == 0) {
      terms[at] = term;
      counts[at] = count;
      if (++used * 2 > terms.length) {
        grow();
      }
    } else {
      counts[at] += count;
    }
  }

  int count(long term) {
    return term == 0 ? zero : counts[find(term)];
  }

  int size() {
    return used + (zero > 0 ? 1 : 0);
  }

  /** All terms that pass, ascending. */
  long[] sorted(LongPredicate passes) {
    long[] all = new long[size()];
    int n = 0;
    if (zero > 0 && passes.test(0)) {
      all[n++] = 0;
    }
    for (long term : terms) {
      if (term != 0 && passes.test(term)) {
        all[n++] = term;
      }
    }
    all = Arrays.copyOf(all, n);
    Arrays.sort(all);
    return all;
  }

  private int find(long term) {
    int mask = terms.length - 1;
    int at = (int) (term ^ (term >>> 32)) & mask;
    while (terms[at] != 0 && terms[at] != term) {
      at = (at + 1) & mask;
    }
    return at;
  }

  private void grow() {
    long[] oldTerms = terms;
    int[] oldCounts = counts;
    terms = new long[oldTerms.length * 2];
    counts = new int[oldTerms.length * 2];
    for (int i = 0; i < oldTerms.length; i++) {
      if (oldTerms[i] != 0) {
        int at = find(oldTerms[i]);
        terms[at] = oldTerms[i];
        counts[at] = oldCounts[i];
      }
    }
  }
}
