package io.khabar.segment;

import io.khabar.model.Kind;

/** What the rules say of each line: a sum for each kind, and the rule that said most for it. */
final class LabelScores {
  static final int KINDS = Kind.values().length;

  private final double[] sum;
  private final double[] best;
  private final String[] rule;

  LabelScores(int lines) {
    sum = new double[lines * KINDS];
    best = new double[lines * KINDS];
    rule = new String[lines * KINDS];
  }

  void add(int line, Kind kind, double score, String name) {
    int at = line * KINDS + kind.ordinal();
    sum[at] += score;
    if (score > best[at]) {
      best[at] = score;
      rule[at] = name;
    }
  }

  double of(int line, Kind kind) {
    return sum[line * KINDS + kind.ordinal()];
  }

  String rule(int line, Kind kind) {
    return rule[line * KINDS + kind.ordinal()];
  }
}
