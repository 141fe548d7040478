package io.khabar.split;

import io.khabar.text.RuleFile;

/** How much each piece of {@link BorderEvidence} counts: two columns of {@code split/weights.tsv}, for headlines below a cue and for those that stand alone. */
final class BorderModel implements StorySplitter.Judge {
  private final double[] alone = new double[BorderEvidence.NAMES.length];
  private final double[] cued = new double[BorderEvidence.NAMES.length];

  private BorderModel() {
    for (String[] row : RuleFile.resource("/khabar/split/weights.tsv", 3)) {
      int at = java.util.Arrays.asList(BorderEvidence.NAMES).indexOf(row[0]);
      if (at < 0) {
        throw new IllegalStateException("split/weights.tsv: no evidence is called " + row[0]);
      }
      alone[at] = Double.parseDouble(row[1]);
      cued[at] = Double.parseDouble(row[2]);
    }
  }

  private static final class Shipped {
    static final BorderModel MODEL = new BorderModel();
  }

  static BorderModel shipped() {
    return Shipped.MODEL;
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
