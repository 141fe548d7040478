package io.khabar.corpus;

import java.util.Arrays;

/**
 * On how many pages of an outlet a short line stands, and beside what. Sums are exact and do not depend on their order: {@code documents} is an
 * integer sum, {@code surroundings} the smallest few of a set of hashes.
 *
 * @param outlet see {@link LineObservations#outletKey}
 * @param template hash of the line's match key with every digit masked
 * @param documents pages that have the line
 * @param surroundings the {@link #MOST_SURROUNDINGS} smallest of the distinct hashes of what stands around it (which page, that is), ascending
 * @param follows hashes of the words that follow on every page, as far as they are the same on all of them; empty for a whole line
 */
public record LineCount(String outlet, long template, int documents, long[] surroundings, int[] follows) {
  /** How many distinct surroundings are told apart; more than any threshold asks for. */
  public static final int MOST_SURROUNDINGS = 16;

  private static final int[] NOTHING = {};

  /** The count of a whole line. */
  public LineCount(String outlet, long template, int documents, long[] surroundings) {
    this(outlet, template, documents, surroundings, NOTHING);
  }

  /** Both counts together; of the same outlet and template. */
  public LineCount plus(LineCount other) {
    if (template != other.template || !outlet.equals(other.outlet)) {
      throw new IllegalArgumentException("counts of two different lines");
    }
    return new LineCount(outlet, template, documents + other.documents, union(surroundings, other.surroundings), common(follows, other.follows));
  }

  private static int[] common(int[] a, int[] b) {
    int n = Arrays.mismatch(a, b);
    return n < 0 ? a : Arrays.copyOf(a, n);
  }

  private static long[] union(long[] a, long[] b) {
    long[] out = new long[Math.min(MOST_SURROUNDINGS, a.length + b.length)];
    int n = 0;
    int i = 0;
    int j = 0;
    while (n < out.length && (i < a.length || j < b.length)) {
      long next;
      if (j >= b.length || (i < a.length && a[i] <= b[j])) {
        next = a[i++];
      } else {
        next = b[j++];
      }
      if (n == 0 || out[n - 1] != next) {
        out[n++] = next;
      }
    }
    return n == out.length ? out : Arrays.copyOf(out, n);
  }

  @Override
  public boolean equals(Object o) {
    return o instanceof LineCount c
        && template == c.template
        && documents == c.documents
        && outlet.equals(c.outlet)
        && Arrays.equals(surroundings, c.surroundings)
        && Arrays.equals(follows, c.follows);
  }

  @Override
  public int hashCode() {
    return Long.hashCode(template) * 31 + documents;
  }
}
