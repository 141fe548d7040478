package io.khabar.entity;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * Learns the weights of a linear-chain conditional random field: stochastic gradient descent on the likelihood with an L2 penalty, each weight at its own pace
 * (AdaGrad: Duchi, Hazan and Singer 2011). The order of the sentences is shuffled by a hash, so that the same input gives the same weights.
 */
final class CrfLearner {
  private static final int L = CrfModel.LABELS;
  private static final double PACE = 0.25;
  private static final double SMALL = 0.1;

  private final List<int[][]> data;
  private final List<int[]> gold;
  private final int features;
  private final double[] penalty;
  private final double[] w;
  private final double[] squares;

  CrfLearner(List<int[][]> data, List<int[]> gold, int features, double l2) {
    this.data = data;
    this.gold = gold;
    this.features = features;
    this.w = new double[features * L + (L + 1) * L];
    this.squares = new double[w.length];
    Arrays.fill(squares, SMALL);
    // the penalty is paid in equal parts, one each time a feature is met
    this.penalty = new double[features];
    data.forEach(s -> List.of(s).forEach(word -> Arrays.stream(word).forEach(f -> penalty[f]++)));
    for (int f = 0; f < features; f++) {
      penalty[f] = l2 / Math.max(1, penalty[f]);
    }
  }

  /** Weights by feature and label, then the transitions. */
  double[] learn(int epochs) {
    for (int epoch = 0; epoch < epochs; epoch++) {
      long salt = epoch * 1_000_003L;
      int[] order =
          IntStream.range(0, data.size()).boxed().sorted(Comparator.comparingLong(i -> TokenFeatures.mix(salt + i))).mapToInt(i -> i).toArray();
      double loss = 0;
      for (int s : order) {
        loss += sentence(data.get(s), gold.get(s));
      }
      System.err.println(String.format(Locale.ROOT, "epoch %d: %.1f", epoch + 1, loss));
    }
    return w;
  }

  private void step(int at, double gradient) {
    squares[at] += gradient * gradient;
    w[at] -= PACE * gradient / Math.sqrt(squares[at]);
  }

  private double sentence(int[][] words, int[] labels) {
    int n = words.length;
    int t0 = features * L;
    double[][] e = new double[n][L];
    for (int i = 0; i < n; i++) {
      for (int f : words[i]) {
        for (int l = 0; l < L; l++) {
          e[i][l] += w[f * L + l];
        }
      }
    }
    double[][] a = new double[n][L];
    double[][] b = new double[n][L];
    double[] tmp = new double[L];
    for (int l = 0; l < L; l++) {
      a[0][l] = e[0][l] + w[t0 + L * L + l];
    }
    for (int i = 1; i < n; i++) {
      for (int l = 0; l < L; l++) {
        for (int k = 0; k < L; k++) {
          tmp[k] = a[i - 1][k] + w[t0 + k * L + l];
        }
        a[i][l] = e[i][l] + logSum(tmp);
      }
    }
    for (int i = n - 2; i >= 0; i--) {
      for (int k = 0; k < L; k++) {
        for (int l = 0; l < L; l++) {
          tmp[l] = b[i + 1][l] + e[i + 1][l] + w[t0 + k * L + l];
        }
        b[i][k] = logSum(tmp);
      }
    }
    double z = logSum(a[n - 1]);
    double score = 0;
    double[][] p = new double[n][L];
    double[] t = new double[(L + 1) * L];
    for (int i = 0; i < n; i++) {
      int before = i == 0 ? L : labels[i - 1];
      score += e[i][labels[i]] + w[t0 + before * L + labels[i]];
      t[before * L + labels[i]] -= 1;
      for (int l = 0; l < L; l++) {
        p[i][l] = Math.exp(a[i][l] + b[i][l] - z);
        if (i == 0) {
          t[L * L + l] += p[i][l];
        }
        for (int k = 0; i > 0 && k < L; k++) {
          t[k * L + l] += Math.exp(a[i - 1][k] + w[t0 + k * L + l] + e[i][l] + b[i][l] - z);
        }
      }
      p[i][labels[i]] -= 1;
    }
    for (int k = 0; k < t.length; k++) {
      if (t[k] != 0) {
        step(t0 + k, t[k]);
      }
    }
    for (int i = 0; i < n; i++) {
      for (int f : words[i]) {
        for (int l = 0; l < L; l++) {
          step(f * L + l, p[i][l] + penalty[f] * w[f * L + l]);
        }
      }
    }
    return z - score;
  }

  private static double logSum(double[] x) {
    double max = Arrays.stream(x).max().orElse(0);
    double sum = 0;
    for (double v : x) {
      sum += Math.exp(v - max);
    }
    return max + Math.log(sum);
  }
}
