package io.khabar.split;

import java.util.Arrays;

/**
 * The terms of some lines of a page, counted: a story so far, or what follows a border. Two measures compare bags: a cosine (square roots of counts times
 * weights), and the evidence in nats that two bags were drawn from two sources and not from one (Dirichlet compound multinomial, as Eisenstein and Barzilay
 * 2008 segment lectures), in which a rare shared term counts by how rare it is.
 */
final class Bag {
  /** Mass of the prior, about the content words of an article. */
  static final double PRIOR = 240;

  /** A document has about this many different terms, so that a term's share of the words is its share of the documents over this. */
  private static final double TERMS_A_DOCUMENT = 80;

  private final PageTerms page;
  final int[] count;
  private int[] touched = new int[64];
  private int touchedCount;
  int size;
  private double norm;

  Bag(PageTerms page) {
    this.page = page;
    this.count = new int[page.distinct];
  }

  void clear() {
    for (int i = 0; i < touchedCount; i++) {
      count[touched[i]] = 0;
    }
    touchedCount = 0;
    size = 0;
    norm = 0;
  }

  void add(int line) {
    for (int i = page.from[line]; i < page.from[line + 1]; i++) {
      add1(page.terms[i]);
    }
  }

  void add1(int term) {
    if (count[term]++ == 0) {
      if (touchedCount == touched.length) {
        touched = Arrays.copyOf(touched, touchedCount * 2);
      }
      touched[touchedCount++] = term;
    }
    size++;
    double w = page.weight[term];
    norm += w * w;
  }

  void addAll(Bag other) {
    for (int i = 0; i < other.touchedCount; i++) {
      int term = other.touched[i];
      for (int k = other.count[term]; k > 0; k--) {
        add1(term);
      }
    }
  }

  /** 0..1; small bags first, its terms are walked. */
  static double cosine(Bag few, Bag many) {
    if (few.norm == 0 || many.norm == 0) {
      return 0;
    }
    double dot = 0;
    for (int i = 0; i < few.touchedCount; i++) {
      int term = few.touched[i];
      if (many.count[term] > 0) {
        double w = few.page.weight[term];
        dot += Math.sqrt((double) few.count[term] * many.count[term]) * w * w;
      }
    }
    return dot / Math.sqrt(few.norm * many.norm);
  }

  /** The weight of a line's terms that stand in the bag, over the weight of all of them; 0 for a line without terms. */
  double covers(int line) {
    double in = 0;
    double all = 0;
    for (int i = page.from[line]; i < page.from[line + 1]; i++) {
      double w = page.weight[page.terms[i]];
      all += w;
      in += count[page.terms[i]] > 0 ? w : 0;
    }
    return all == 0 ? 0 : in / all;
  }

  /** How much the rare terms (one document in 150 or fewer) that both bags hold weigh, once each. */
  static double sharedRare(Bag few, Bag many) {
    double sum = 0;
    for (int i = 0; i < few.touchedCount; i++) {
      int term = few.touched[i];
      if (many.count[term] > 0 && few.page.weight[term] > 5) {
        sum += few.page.weight[term];
      }
    }
    return sum;
  }

  /** How many nats speak for two sources rather than one; negative speaks for one. */
  static double apart(Bag few, Bag many) {
    double sum = 0;
    for (int i = 0; i < few.touchedCount; i++) {
      int term = few.touched[i];
      int there = many.count[term];
      if (there > 0) {
        double a = prior(few.page.weight[term]);
        for (int j = 0; j < few.count[term]; j++) {
          sum += Math.log((j + a) / (there + j + a));
        }
      }
    }
    return sum + mass(few.size + many.size) - mass(few.size) - mass(many.size);
  }

  /** What one more token of a term adds to a bag's likelihood, without the share of the bag's size. */
  double gain(int term, int have) {
    return Math.log(have + prior(page.weight[term]));
  }

  private static double prior(double weight) {
    return PRIOR / TERMS_A_DOCUMENT * Math.exp(-weight);
  }

  /** The logarithm of the rising factorial of the prior's mass: lnΓ(n + A) - lnΓ(A), by Stirling. */
  static double mass(int n) {
    return stirling(n + PRIOR) - stirling(PRIOR);
  }

  private static double stirling(double x) {
    return (x - 0.5) * Math.log(x) - x + 1 / (12 * x);
  }
}
