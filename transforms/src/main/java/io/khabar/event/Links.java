package io.khabar.event;

/**
 * The stories that one story resembles most.
 *
 * @param node the story
 * @param day its day, {@link EventFeatures#NO_DAY} where nobody knows
 * @param others the stories it resembles
 * @param values beside {@code others}: {@link EventSimilarity#event()} in thousandths times {@value #UNIT}, plus {@link EventSimilarity#storyline()} in thousandths
 */
record Links(long node, int day, long[] others, int[] values) {
  static final int UNIT = 1024;

  static int value(EventSimilarity similarity) {
    return (int) Math.round(1000 * similarity.event()) * UNIT + (int) Math.round(1000 * similarity.storyline());
  }

  static int event(int value) {
    return value / UNIT;
  }

  static int storyline(int value) {
    return value % UNIT;
  }

  /** How strong a link is, for choosing among many. */
  static int strength(int value) {
    return event(value) + storyline(value);
  }
}
