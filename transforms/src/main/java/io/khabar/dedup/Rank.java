package io.khabar.dedup;

import java.util.Comparator;

/**
 * A story in the order of those that stay among copies: what an earlier run kept, what the run's rule puts first, the earliest day, the fullest text, the id.
 *
 * <p>The day of a story without one is the day its page was fetched, for by then it was out; of one day, what was fetched earlier goes first. So a run over
 * many days decides as runs over each of them do, one after the other: likeness does not carry over from copy to copy, and who comes first settles which
 * copies a cluster has.
 *
 * @param run the earlier run that kept the story, or null for a story of this run
 * @param order what {@link Keep} says
 * @param published the story's day, or null
 * @param seen the day its page was fetched, or null
 * @param words length of the text in words
 */
record Rank(String run, long order, String published, String seen, int words, String storyId) implements Comparable<Rank> {
  private static final Comparator<String> NULLS_LAST = Comparator.nullsLast(Comparator.<String>naturalOrder());
  private static final Comparator<Rank> BEST_FIRST =
      Comparator.comparing((Rank r) -> r.run == null)
          .thenComparingLong(Rank::order)
          .thenComparing(Rank::day, NULLS_LAST)
          .thenComparing(Rank::seen, NULLS_LAST)
          .thenComparing(r -> r.published == null)
          .thenComparing(Comparator.comparingInt(Rank::words).reversed())
          .thenComparing(Rank::storyId)
          .thenComparing(Rank::run, NULLS_LAST);

  /** Whether an earlier run kept the story. */
  boolean known() {
    return run != null;
  }

  private String day() {
    return published == null ? seen : published;
  }

  /**
   * The order in 64 bits, for choosing those that are likely to stay without sending the whole of it: a better rank never has a larger merit, as unsigned
   * numbers. 12 bits of the rule, 18 of the day, 8 of the days until it was fetched, one for a day of its own, 14 of the length, 11 of the id. What an earlier run kept has its own mark.
   */
  long merit() {
    long merit = 0;
    long rule = order < 0 ? 0xFFF + order : order;
    long day = day() == null ? 0x3FFFF : Math.min(0x3FFFE, day(day()));
    // the last of its numbers is for pages that nothing says this of; what lies beyond the one before it does not fit
    long late = seen == null ? 0xFF : day(seen) - day;
    boolean lateFits = seen == null || late < 0xFE;
    long id = 0;
    for (int i = 0; i < 3; i++) {
      int digit = i < storyId.length() ? Character.digit(storyId.charAt(i), 16) : 0;
      id = id << 4 | (digit < 0 ? 0xF : digit);
    }
    long[] parts = {rule, day, late, published == null ? 1 : 0, 0x3FFF - words, id >>> 1};
    int[] bits = {12, 18, 8, 1, 14, 11};
    boolean within = true;
    for (int i = 0; i < parts.length; i++) {
      long most = (1L << bits[i]) - 1;
      // behind a number that did not fit nothing may tell two ranks apart
      merit = merit << bits[i] | (within ? Math.max(0, Math.min(most, parts[i])) : 0);
      within &= parts[i] >= 0 && parts[i] <= most && (i != 2 || lateFits);
    }
    return merit;
  }

  /** A number that grows with the date: months count 31 days. */
  private static int day(String iso) {
    int[] parts = {0, 0, 0};
    int part = 0;
    for (int i = 0; i < iso.length() && part < 3; i++) {
      char c = iso.charAt(i);
      if (c >= '0' && c <= '9') {
        parts[part] = Math.min(9999, parts[part] * 10 + c - '0');
      } else {
        part++;
      }
    }
    return Math.max(0, parts[0] - 1600) * 372 + parts[1] * 31 + parts[2];
  }

  @Override
  public int compareTo(Rank other) {
    return BEST_FIRST.compare(this, other);
  }
}
