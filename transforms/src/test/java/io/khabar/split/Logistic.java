package io.khabar.split;

import java.util.List;

/** Logistic regression with a ridge, by Newton's method; some weights may be held. Exact and the same on every machine but for rounding. */
final class Logistic {
  private static final int ROUNDS = 25;

  /** A row of evidence and its answer. */
  record Row(double[] x, boolean yes, double weight) {}

  private Logistic() {}

  /**
   * The weights that make the answers likeliest.
   *
   * @param held weights that stay as they are; NaN for those to find
   * @param ridge penalty on the square of each weight but the first, which is the bias
   */
  static double[] fit(List<Row> rows, double[] held, double ridge) {
    int n = held.length;
    double[] w = new double[n];
    for (int i = 0; i < n; i++) {
      w[i] = Double.isNaN(held[i]) ? 0 : held[i];
    }
    for (int round = 0; round < ROUNDS; round++) {
      double[] gradient = new double[n];
      double[][] hessian = new double[n][n];
      for (Row row : rows) {
        double p = 1 / (1 + Math.exp(-dot(w, row.x)));
        double error = ((row.yes ? 1 : 0) - p) * row.weight;
        double curve = Math.max(1e-9, p * (1 - p)) * row.weight;
        for (int i = 0; i < n; i++) {
          if (row.x[i] != 0) {
            gradient[i] += error * row.x[i];
            for (int k = 0; k <= i; k++) {
              hessian[i][k] += curve * row.x[i] * row.x[k];
            }
          }
        }
      }
      for (int i = 0; i < n; i++) {
        gradient[i] -= i == 0 ? 0 : ridge * w[i];
        hessian[i][i] += i == 0 ? 1e-9 : ridge;
        if (!Double.isNaN(held[i])) {
          gradient[i] = 0;
          for (int k = 0; k < n; k++) {
            hessian[Math.max(i, k)][Math.min(i, k)] = i == k ? 1 : 0;
          }
        }
      }
      double[] step = solve(hessian, gradient);
      double largest = 0;
      for (int i = 0; i < n; i++) {
        w[i] += step[i];
        largest = Math.max(largest, Math.abs(step[i]));
      }
      if (largest < 1e-6) {
        break;
      }
    }
    return w;
  }

  static double dot(double[] w, double[] x) {
    double sum = 0;
    for (int i = 0; i < w.length; i++) {
      sum += w[i] * x[i];
    }
    return sum;
  }

  /** By Cholesky; the lower half of a positive definite matrix. */
  private static double[] solve(double[][] a, double[] b) {
    int n = b.length;
    double[][] l = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int k = 0; k <= i; k++) {
        double sum = a[i][k];
        for (int j = 0; j < k; j++) {
          sum -= l[i][j] * l[k][j];
        }
        l[i][k] = i == k ? Math.sqrt(Math.max(1e-12, sum)) : sum / l[k][k];
      }
    }
    double[] y = new double[n];
    for (int i = 0; i < n; i++) {
      double sum = b[i];
      for (int j = 0; j < i; j++) {
        sum -= l[i][j] * y[j];
      }
      y[i] = sum / l[i][i];
    }
    double[] x = new double[n];
    for (int i = n - 1; i >= 0; i--) {
      double sum = y[i];
      for (int j = i + 1; j < n; j++) {
        sum -= l[j][i] * x[j];
      }
      x[i] = sum / l[i][i];
    }
    return x;
  }
}
