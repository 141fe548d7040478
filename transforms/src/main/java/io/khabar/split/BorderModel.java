package io.khabar.split;

import java.util.Arrays;
import java.util.List;

/** How much each piece of {@link BorderEvidence} counts: two columns of {@code split/weights.tsv}, for headlines below a cue and for those that stand alone. */
final class BorderModel implements StorySplitter.Judge {
  private final double[] alone = new double[BorderEvidence.NAMES.length];
  private final double[] cued = new double[BorderEvidence.NAMES.length];

  /**
   * A model of its rows; a later row of the same evidence wins.
   *
   * @throws IllegalArgumentException when a row makes no sense
   */
  BorderModel(List<String[]> rows) {
    for (String[] row : rows) {
      int at = Arrays.asList(BorderEvidence.NAMES).indexOf(row[0]);
      try {
        if (at < 0) {
          throw new IllegalArgumentException("no evidence has this name");
        }
        alone[at] = Double.parseDouble(row[1]);
        cued[at] = Double.parseDouble(row[2]);
      } catch (IllegalArgumentException e) {
        throw new IllegalArgumentException("split/weights.tsv: row \"" + String.join(" | ", row) + "\": " + e.getMessage(), e);
      }
    }
  }

  @Override
  public double score(int start, double[] evidence, boolean cue) {
    double[] weight = cue ? cued : alone;
    double sum = 0;
    for (int i = 0; i < weight.length; i++) {
      sum += weight[i] * evidence[i];
    }
    return sum;
  }

  /** 0..1, from log odds. */
  static double confidence(double score) {
    return 1 / (1 + StrictMath.exp(-score));
  }
}
