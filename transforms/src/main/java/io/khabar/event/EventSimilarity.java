package io.khabar.event;

/**
 * How likely it is that two stories tell the same event, and how likely that they belong to one storyline. Both are symmetric and within 0..1; figures come
 * from whole numbers, so both sides of a shuffle agree to the last bit.
 *
 * @param event same event: terms, headline, entities and days agree
 * @param storyline same main actors and action, whatever the days
 */
record EventSimilarity(double event, double storyline) {
  private static final double FULL = EventFeatures.LENGTH * EventFeatures.LENGTH;

  /** The weight from which an actor is a main one. */
  private static final int MAIN = 40;

  /** The weight from which an entity is what a main actor deals with, unless the other story gives it half as much. */
  private static final int COUNTERPART = 40;

  private static final double OTHER_COUNTERPART = 0.75;

  static final EventSimilarity NONE = new EventSimilarity(0, 0);

  /** Compares two stories. */
  static EventSimilarity of(EventSketch a, EventSketch b) {
    return of(a, b, new SharedTerms());
  }

  /** Compares two stories; who compares many with one says the one last. */
  static EventSimilarity of(EventSketch a, EventSketch b, SharedTerms shared) {
    // most of those that meet in a crowd lie years apart; terms, which are dear, cannot bring them together then
    double days = SameDays.of(a, b);
    double actors = actors(a, b);
    if (days == 0 && actors == 0) {
      return NONE;
    }
    shared.of(b);
    shared.with(a);
    double terms = Math.min(1, shared.sum() / FULL);
    if (terms < 0.05) {
      return NONE;
    }
    double headline = shared.headline(a);
    boolean named = a.entities().length > 1 && b.entities().length > 1;
    double entities = named ? cosine(a.entities(), a.entityWeights(), b.entities(), b.entityWeights()) : terms;
    double alike = 0.6 * terms + 0.3 * headline + 0.1 * entities;
    double event = alike * days * counterparts(a, b);
    double storyline = actors == 0 ? 0 : 0.5 * terms + 0.2 * headline + 0.3 * actors;
    return new EventSimilarity(Math.min(1, event), Math.min(1, storyline));
  }

  /** The parts of the figures, for a person. */
  static String parts(EventSketch a, EventSketch b) {
    SharedTerms shared = new SharedTerms();
    shared.of(b);
    shared.with(a);
    return String.format(
        java.util.Locale.ROOT,
        "terms %.2f headline %.2f entities %.2f actors %.2f days %.2f counterparts %.2f",
        Math.min(1, shared.sum() / FULL),
        shared.headline(a),
        cosine(a.entities(), a.entityWeights(), b.entities(), b.entityWeights()),
        actors(a, b),
        SameDays.of(a, b),
        counterparts(a, b));
  }

  private static double cosine(int[] a, byte[] wa, int[] b, byte[] wb) {
    int i = 0;
    int j = 0;
    int sum = 0;
    while (i < a.length && j < b.length) {
      if (a[i] == b[j]) {
        sum += Math.abs(wa[i++]) * Math.abs(wb[j++]);
      } else if (a[i] < b[j]) {
        i++;
      } else {
        j++;
      }
    }
    return Math.min(1, sum / FULL);
  }

  /** The share of the persons' and organisations' weight that both stories have in common, 0 when no main actor is shared. */
  private static double actors(EventSketch a, EventSketch b) {
    int i = 0;
    int j = 0;
    int shared = 0;
    while (i < a.entities().length && j < b.entities().length) {
      if (a.entities()[i] == b.entities()[j]) {
        if (a.entityWeights()[i] < 0) {
          shared += 2 * Math.min(-a.entityWeights()[i], -b.entityWeights()[j]);
        }
        i++;
        j++;
      } else if (a.entities()[i] < b.entities()[j]) {
        i++;
      } else {
        j++;
      }
    }
    int all = marked(a.entityWeights()) + marked(b.entityWeights());
    return all == 0 ? 0 : (double) shared / all;
  }

  /** A factor below 1 where both stories share a main actor but each tells of him with somebody or some place else: the same man calls two neighbours. */
  private static double counterparts(EventSketch a, EventSketch b) {
    boolean shared = false;
    boolean onlyA = false;
    boolean onlyB = false;
    int i = 0;
    int j = 0;
    while (i < a.entities().length || j < b.entities().length) {
      int wa = 0;
      int wb = 0;
      if (j == b.entities().length || (i < a.entities().length && a.entities()[i] < b.entities()[j])) {
        wa = a.entityWeights()[i++];
      } else if (i == a.entities().length || a.entities()[i] > b.entities()[j]) {
        wb = b.entityWeights()[j++];
      } else {
        wa = a.entityWeights()[i++];
        wb = b.entityWeights()[j++];
      }
      shared |= wa <= -MAIN && wb <= -MAIN;
      onlyA |= Math.abs(wa) >= COUNTERPART && Math.abs(wa) >= 2 * Math.abs(wb);
      onlyB |= Math.abs(wb) >= COUNTERPART && Math.abs(wb) >= 2 * Math.abs(wa);
    }
    return shared && onlyA && onlyB ? OTHER_COUNTERPART : 1;
  }

  /** The sum of the weights kept as negative numbers. */
  static int marked(byte[] weights) {
    int sum = 0;
    for (byte weight : weights) {
      sum += Math.max(0, -weight);
    }
    return sum;
  }
}
