package io.khabar.event;

/**
 * What was decided of a story that resembles another one; stories without any edge have none and are events by themselves.
 *
 * @param node the story
 * @param anchor the member of its event with the smallest node
 * @param size stories of the event
 * @param text equal for stories of the event that print one text in nearly the same words, which count once
 * @param central how much it resembles the other members, in thousandths
 * @param storyline the smallest anchor of its storyline
 * @param inStoryline whether the storyline has another event
 */
record EventFate(long node, long anchor, int size, long text, int central, long storyline, boolean inStoryline) {
  /** A story that nothing resembles. */
  static EventFate alone(long node) {
    return new EventFate(node, node, 1, node, 0, node, false);
  }

  int partition(int n) {
    return partition(node, n);
  }

  static int partition(long node, int n) {
    return (int) Long.remainderUnsigned(node, n);
  }
}
