package io.khabar.dedup;

/**
 * What two shingle sets and number lists really have in common.
 *
 * @param jaccard of the shingle sets
 * @param containment share of the smaller set that lies in the larger
 * @param template whether numbers explain the difference: the form is the same, the figures are not
 */
record Likeness(double jaccard, double containment, boolean template) {
  /** From here up two texts are copies. */
  static final double NEAR = 0.80;

  /** From here up two texts are worth a relation. */
  static final double REPRINT = 0.60;

  /** From here up the smaller text lies in the larger. */
  static final double CONTAINED = 0.90;

  private static final int LEAST_CONTAINED = 40;

  static Likeness of(NodeSignature a, NodeSignature b) {
    int common = common(a.shingles(), b.shingles());
    int onlyA = a.shingles().length - common;
    int onlyB = b.shingles().length - common;
    double jaccard = common == 0 ? 0 : (double) common / (common + onlyA + onlyB);
    int smaller = Math.min(a.shingles().length, b.shingles().length);
    double containment = smaller < LEAST_CONTAINED ? jaccard : (double) common / smaller;
    int sameNumbers = common(a.numbers(), b.numbers());
    int changed = Math.min(a.numbers().length, b.numbers().length) - sameNumbers;
    // one changed number breaks at most three shingles; when changed numbers account for half of what differs, it is a form filled in anew
    boolean template = changed > 0 && 2 * Signatures.SHINGLE * changed >= Math.max(onlyA, onlyB);
    return new Likeness(jaccard, containment, template);
  }

  boolean near() {
    return jaccard >= NEAR && !template;
  }

  boolean related() {
    return jaccard >= REPRINT || containment >= CONTAINED;
  }

  private static int common(int[] a, int[] b) {
    int i = 0;
    int j = 0;
    int common = 0;
    while (i < a.length && j < b.length) {
      if (a[i] == b[j]) {
        common++;
        i++;
        j++;
      } else if (a[i] < b[j]) {
        i++;
      } else {
        j++;
      }
    }
    return common;
  }
}
