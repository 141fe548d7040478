package io.khabar.corpus;

import io.khabar.text.Hash64;
import io.khabar.text.RuleFile;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How much a term says about what a text is about: an inverse document frequency in whole hundredths, so that sums do not depend on their order. Terms are
 * light stems of match keys ({@link io.khabar.text.Words#stem}), named by {@link Hash64#of(CharSequence)}.
 *
 * <p>Immutable.
 */
public final class TermWeights {
  private static final String BACKGROUND = "/khabar/corpus/background-terms.tsv";

  private final long documents;
  private final Map<Long, Integer> frequency;

  private TermWeights(long documents, Map<Long, Integer> frequency) {
    this.documents = documents;
    this.frequency = frequency;
  }

  /**
   * Weights from counts.
   *
   * @param documents how many documents were counted
   * @param frequency by term hash, in how many of them it stands
   */
  public static TermWeights of(long documents, Map<Long, Integer> frequency) {
    return new TermWeights(documents, Map.copyOf(frequency));
  }

  /** The shipped background counts: the row whose stem is {@code *} gives the number of documents. */
  public static TermWeights background() {
    return Background.WEIGHTS;
  }

  /** These counts and others together, as if both dumps had been one. */
  public TermWeights plus(TermWeights other) {
    Map<Long, Integer> sum = new HashMap<>(frequency);
    other.frequency.forEach((term, count) -> sum.merge(term, count, Integer::sum));
    return new TermWeights(documents + other.documents, Map.copyOf(sum));
  }

  /** {@code 100 ln((documents + 1) / (frequency + 0.5))}, rounded, at least 0; a term never seen has the highest weight. */
  public int of(long term) {
    int df = frequency.getOrDefault(term, 0);
    return (int) Math.max(0, StrictMath.round(100 * StrictMath.log((documents + 1.0) / (df + 0.5))));
  }

  /** The weight of a stem. */
  public int of(String stem) {
    return of(Hash64.of(stem));
  }

  /** How many documents were counted. */
  public long documents() {
    return documents;
  }

  private static final class Background {
    static final TermWeights WEIGHTS = load();

    private static TermWeights load() {
      List<String[]> rows = RuleFile.resource(BACKGROUND, 2);
      Map<Long, Integer> frequency = new HashMap<>();
      long documents = 0;
      for (String[] row : rows) {
        if (row[0].equals("*")) {
          documents = Long.parseLong(row[1]);
        } else {
          frequency.put(Hash64.of(row[0]), Integer.parseInt(row[1]));
        }
      }
      return new TermWeights(documents, frequency);
    }
  }
}
