package io.khabar.dedup;

import java.util.Comparator;

/**
 * Which of several copies stays: the earliest trusted date, then the fullest text, then the id.
 *
 * @param published the story's day, or null
 * @param words length of the text in words
 */
record Rank(String published, int words, String storyId) implements Comparable<Rank> {
  private static final Comparator<Rank> BEST_FIRST =
      Comparator.comparing(Rank::published, Comparator.nullsLast(Comparator.<String>naturalOrder()))
          .thenComparing(Comparator.comparingInt(Rank::words).reversed())
          .thenComparing(Rank::storyId);

  @Override
  public int compareTo(Rank other) {
    return BEST_FIRST.compare(this, other);
  }
}
