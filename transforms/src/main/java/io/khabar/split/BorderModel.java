package io.khabar.split;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** How much each piece of {@link BorderEvidence} counts: two columns of {@code split/weights.tsv}, for headlines below a cue and for those that stand alone. */
final class BorderModel implements StorySplitter.Judge {
  private static final int MOST_NAMED = 3;
  private static final double LEAST_NAMED = 0.5;

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

  /** The evidence that weighs most, in log odds: {@code +actors-new(3.1)+headline-left(-0.9)}. */
  @Override
  public String weighs(double[] evidence, boolean cue) {
    double[] weight = cue ? cued : alone;
    StringBuilder out = new StringBuilder();
    boolean[] named = new boolean[weight.length];
    for (int n = 0; n < MOST_NAMED; n++) {
      int most = -1;
      for (int i = 1; i < weight.length; i++) {
        double says = Math.abs(weight[i] * evidence[i]);
        if (!named[i] && says >= LEAST_NAMED && (most < 0 || says > Math.abs(weight[most] * evidence[most]))) {
          most = i;
        }
      }
      if (most < 0) {
        break;
      }
      named[most] = true;
      out.append(String.format(Locale.ROOT, "+%s(%.1f)", BorderEvidence.NAMES[most], weight[most] * evidence[most]));
    }
    return out.toString();
  }

  /** 0..1, from log odds. */
  static double confidence(double score) {
    return 1 / (1 + StrictMath.exp(-score));
  }
}
