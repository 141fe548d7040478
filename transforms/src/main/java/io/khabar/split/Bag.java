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

  /** A term that came this often, rarer than one document in thirty, is what the text is about. */
  private static final int ACTOR = 3;

  private static final double ACTOR_WEIGHT = 3.4;
  private static final int MOST_ACTORS = 48;

  private final PageTerms page;
  private final int[] actors = new int[MOST_ACTORS];
  private int actorCount;
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
    actorCount = 0;
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
    if (count[term] == ACTOR && w > ACTOR_WEIGHT && actorCount < MOST_ACTORS) {
      actors[actorCount++] = term;
    }
    norm += w * w;
  }

  /** Takes one token out again. A bag that was taken from is only ever the second one of a comparison. */
  void remove1(int term) {
    count[term]--;
    size--;
    double w = page.weight[term];
    norm -= w * w;
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

  /** The share of what the many are about (by weight) that the few do not mention; a half when the many are about nothing yet. */
  static double actorsGone(Bag few, Bag many) {
    double gone = 0;
    double all = 0;
    for (int i = 0; i < many.actorCount; i++) {
      double w = many.page.weight[many.actors[i]];
      all += w;
      gone += few.count[many.actors[i]] == 0 ? w : 0;
    }
    return all == 0 ? 0.5 : gone / all;
  }

  /** The share of what the few say twice or more (by weight) that the many have never said; a half when they say nothing twice. */
  static double actorsNew(Bag few, Bag many) {
    double fresh = 0;
    double all = 0;
    for (int i = 0; i < few.touchedCount; i++) {
      int term = few.touched[i];
      double w = few.page.weight[term];
      if (few.count[term] > 1 && w > ACTOR_WEIGHT) {
        all += w;
        fresh += many.count[term] == 0 ? w : 0;
      }
    }
    return all == 0 ? 0.5 : fresh / all;
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
