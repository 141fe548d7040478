package io.khabar.event;

/**
 * A verified pair of stories, {@code a} before {@code b} as unsigned numbers.
 *
 * @param dayA the day of {@code a}, {@link EventFeatures#NO_DAY} where nobody knows
 * @param event {@link EventSimilarity#event()} in thousandths
 * @param storyline {@link EventSimilarity#storyline()} in thousandths
 */
record EventEdge(long a, long b, int dayA, int dayB, int event, int storyline) {
  static EventEdge of(EventSketch x, EventSketch y, EventSimilarity similarity) {
    boolean first = Long.compareUnsigned(x.node(), y.node()) < 0;
    return new EventEdge(
        first ? x.node() : y.node(),
        first ? y.node() : x.node(),
        first ? x.anyDay() : y.anyDay(),
        first ? y.anyDay() : x.anyDay(),
        (int) Math.round(1000 * similarity.event()),
        (int) Math.round(1000 * similarity.storyline()));
  }
}
