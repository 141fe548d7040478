package io.khabar.corpus;

import io.khabar.text.Hash64;
import io.khabar.text.RuleFile;
import java.util.List;
import java.util.Map;

/**
 * How much a term says about what a text is about: an inverse document frequency in whole hundredths, so that sums do not depend on their order. Terms are
 * light stems of match keys ({@link io.khabar.text.Words#stem}), named by {@link Hash64#of(CharSequence)}; every word counts, numbers too.
 *
 * <p>A run too small to know what is common takes the background with it: {@code background().plus(run)}. Counts add up as if both dumps were one, so five
 * pages move a common word's weight by nothing that shows, a name that stands on all five still weighs three quarters of an unseen one, and a run of millions
 * drowns the background.
 *
 * <p>Immutable. Weights are computed once, into a table without boxes: a splitter asks for some hundreds an article.
 */
public final class TermWeights {
  private static final String BACKGROUND = "/khabar/corpus/background-terms.tsv";

  private final long documents;
  private final int terms;
  /** Open addressing, linear probing; a slot is free where {@link #frequency} is 0. */
  private final long[] term;
  private final int[] frequency;
  private final int[] weight;
  private final int unseen;

  private TermWeights(long documents, Table table) {
    this.documents = documents;
    this.terms = table.size;
    this.term = table.term;
    this.frequency = table.count;
    this.weight = new int[term.length];
    for (int i = 0; i < term.length; i++) {
      weight[i] = weigh(documents, frequency[i]);
    }
    this.unseen = weigh(documents, 0);
  }

  /**
   * Weights from counts.
   *
   * @param documents how many documents were counted
   * @param frequency by term hash, in how many of them it stands
   * @throws IllegalArgumentException if a count is negative
   */
  public static TermWeights of(long documents, Map<Long, Integer> frequency) {
    if (documents < 0) {
      throw new IllegalArgumentException("documents " + documents);
    }
    Table table = new Table(frequency.size());
    frequency.forEach(table::add);
    return new TermWeights(documents, table);
  }

  /** The shipped background counts: the row whose stem is {@code *} gives the number of documents. */
  public static TermWeights background() {
    return Background.WEIGHTS;
  }

  /** These counts and others together, as if both dumps had been one; sums stop at the largest int instead of turning over. */
  public TermWeights plus(TermWeights other) {
    if (other.documents == 0 && other.terms == 0) {
      return this;
    }
    Table table = new Table(terms + other.terms);
    copyTo(table);
    other.copyTo(table);
    return new TermWeights(documents + other.documents, table);
  }

  private void copyTo(Table table) {
    for (int i = 0; i < term.length; i++) {
      if (frequency[i] > 0) {
        table.add(term[i], frequency[i]);
      }
    }
  }

  private static int weigh(long documents, int df) {
    return (int) Math.max(0, StrictMath.round(100 * StrictMath.log((documents + 1.0) / (df + 0.5))));
  }

  /** {@code 100 ln((documents + 1) / (frequency + 0.5))}, rounded, at least 0; a term never seen has the highest weight. */
  public int of(long hash) {
    int mask = term.length - 1;
    for (int i = Table.slot(hash, mask); frequency[i] > 0; i = (i + 1) & mask) {
      if (term[i] == hash) {
        return weight[i];
      }
    }
    return unseen;
  }

  /** The weight of a stem. */
  public int of(String stem) {
    return of(Hash64.of(stem));
  }

  /** How many documents were counted. */
  public long documents() {
    return documents;
  }

  /** How many terms have a count. */
  public int terms() {
    return terms;
  }

  private static final class Table {
    final long[] term;
    final int[] count;
    int size;

    Table(int expected) {
      int slots = Integer.highestOneBit(Math.max(8, expected * 2)) * 2;
      term = new long[slots];
      count = new int[slots];
    }

    static int slot(long hash, int mask) {
      return (int) (hash ^ hash >>> 32) & mask;
    }

    void add(long hash, int by) {
      if (by < 0) {
        throw new IllegalArgumentException("count " + by);
      }
      if (by == 0) {
        return;
      }
      int mask = term.length - 1;
      int i = slot(hash, mask);
      while (count[i] > 0 && term[i] != hash) {
        i = (i + 1) & mask;
      }
      if (count[i] == 0) {
        size++;
        term[i] = hash;
      }
      count[i] = (int) Math.min(Integer.MAX_VALUE, (long) count[i] + by);
    }
  }

  private static final class Background {
    static final TermWeights WEIGHTS = load();

    private static TermWeights load() {
      List<String[]> rows = RuleFile.resource(BACKGROUND, 2);
      Table table = new Table(rows.size());
      long documents = 0;
      for (String[] row : rows) {
        if (row[0].equals("*")) {
          documents = Long.parseLong(row[1]);
        } else {
          table.add(Hash64.of(row[0]), Integer.parseInt(row[1]));
        }
      }
      return new TermWeights(documents, table);
    }
  }
}
