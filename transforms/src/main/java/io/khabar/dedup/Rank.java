package io.khabar.dedup;

import java.util.Comparator;

/**
 * A story in the order of those that stay among copies: what an earlier run kept, what the run's rule puts first, the earliest trusted date, the fullest text, the id.
 *
 * @param run the earlier run that kept the story, or null for a story of this run
 * @param order what {@link Keep} says
 * @param published the story's day, or null
 * @param words length of the text in words
 */
record Rank(String run, long order, String published, int words, String storyId) implements Comparable<Rank> {
  private static final Comparator<String> NULLS_LAST = Comparator.nullsLast(Comparator.<String>naturalOrder());
  private static final Comparator<Rank> BEST_FIRST =
      Comparator.comparing((Rank r) -> r.run == null)
          .thenComparingLong(Rank::order)
          .thenComparing(Rank::published, NULLS_LAST)
          .thenComparing(Comparator.comparingInt(Rank::words).reversed())
          .thenComparing(Rank::storyId)
          .thenComparing(Rank::run, NULLS_LAST);

  /** Whether an earlier run kept the story. */
  boolean known() {
    return run != null;
  }

  @Override
  public int compareTo(Rank other) {
    return BEST_FIRST.compare(this, other);
  }
}
