package io.khabar.split;

import io.khabar.corpus.TermWeights;
import io.khabar.text.Hash64;
import io.khabar.text.Words;
import java.util.Arrays;

/** The terms of a page's lines as small numbers: light stems that say something, each line's in text order. A word form is stemmed once for the page. */
final class PageTerms {
  /** A term of less weight stands in every tenth document or more. */
  private static final int LEAST_WEIGHT = 220;

  /** Term numbers of all lines, one after the other. */
  final int[] terms;

  /** Where a line's terms begin; one more entry than lines. */
  final int[] from;

  /** By term number: its weight, in whole nats. */
  double[] weight = new double[256];

  int distinct;

  PageTerms(PageView page, TermWeights weights) {
    Words words = Words.of(page.text);
    int[] term = new int[words.count()];
    from = new int[page.count + 1];
    int used = 0;
    int w = 0;
    Index forms = new Index(words.count());
    Index stems = new Index(words.count());
    for (int c = 0; c < page.count; c++) {
      from[c] = used;
      while (w < words.count() && words.start(w) < page.start[c]) {
        w++;
      }
      for (; w < words.count() && words.start(w) < page.end[c]; w++) {
        if (words.keyLength(w) < 2) {
          continue;
        }
        int slot = forms.slot(words.hash(w));
        if (forms.value[slot] == 0) {
          forms.value[slot] = number(words.stem(w), stems, weights);
        }
        if (forms.value[slot] > 0) {
          term[used++] = forms.value[slot] - 1;
        }
      }
    }
    from[page.count] = used;
    terms = term;
  }

  /** The term number of a stem plus 1, or -1 for a stem that says nothing. */
  private int number(String stem, Index stems, TermWeights weights) {
    long hash = Hash64.of(stem);
    int slot = stems.slot(hash);
    if (stems.value[slot] == 0) {
      int w = stem.length() < 2 ? 0 : weights.of(hash);
      if (w < LEAST_WEIGHT) {
        stems.value[slot] = -1;
      } else {
        if (distinct == weight.length) {
          weight = Arrays.copyOf(weight, distinct * 2);
        }
        weight[distinct] = w / 100.0;
        stems.value[slot] = ++distinct;
      }
    }
    return stems.value[slot];
  }

  int count(int line) {
    return from[line + 1] - from[line];
  }

  /** Hash to a number, open addressing; 0 is free. */
  private static final class Index {
    private final long[] key;
    final int[] value;

    Index(int expected) {
      int slots = Integer.highestOneBit(Math.max(8, expected)) * 4;
      key = new long[slots];
      value = new int[slots];
    }

    int slot(long hash) {
      int mask = key.length - 1;
      int i = (int) (hash ^ hash >>> 32) & mask;
      while (value[i] != 0 && key[i] != hash) {
        i = (i + 1) & mask;
      }
      key[i] = hash;
      return i;
    }
  }
}
