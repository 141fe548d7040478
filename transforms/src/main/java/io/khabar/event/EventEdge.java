package io.khabar.event;

/**
 * A verified pair of stories, {@code a} before {@code b} as unsigned numbers.
 *
 * @param event {@link EventSimilarity#event()} in thousandths
 * @param storyline {@link EventSimilarity#storyline()} in thousandths
 */
record EventEdge(long a, long b, int event, int storyline) {
  static EventEdge of(EventSketch x, EventSketch y, EventSimilarity similarity) {
    boolean first = Long.compareUnsigned(x.node(), y.node()) < 0;
    return new EventEdge(
        first ? x.node() : y.node(),
        first ? y.node() : x.node(),
        (int) Math.round(1000 * similarity.event()),
        (int) Math.round(1000 * similarity.storyline()));
  }
}
