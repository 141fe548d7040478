package io.khabar.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * C99 (Choi 2000), a baseline: the cosine of every two lines, replaced by its rank within an 11 by 11 neighbourhood, then divisive clustering by inside density;
 * the number of segments is where the gain falls below mean and 1.2 standard deviations. Quadratic in lines: for pages of some hundred lines.
 */
public final class C99 {
  private static final int MASK = 5;
  private static final double CUT = 1.2;
  private static final int MOST_LINES = 2_000;

  private C99() {}

  /**
   * Whether a border stands before each line.
   *
   * @param lines the terms of each line, stop words out
   * @throws IllegalArgumentException for more than 2,000 lines
   */
  public static boolean[] borders(List<List<String>> lines) {
    int n = lines.size();
    if (n > MOST_LINES) {
      throw new IllegalArgumentException(n + " lines; C99 takes " + MOST_LINES);
    }
    boolean[] out = new boolean[n];
    if (n < 3) {
      return out;
    }
    double[][] sum = sums(ranks(similar(lines)));
    List<Integer> cuts = new ArrayList<>(List.of(0, n));
    List<Integer> order = new ArrayList<>();
    List<Double> density = new ArrayList<>();
    density.add(density(cuts, sum));
    while (cuts.size() <= n) {
      int best = -1;
      double bestDensity = -1;
      double inside = 0;
      double area = 0;
      for (int s = 0; s + 1 < cuts.size(); s++) {
        inside += square(sum, cuts.get(s), cuts.get(s + 1));
        area += area(cuts.get(s), cuts.get(s + 1));
      }
      for (int s = 0; s + 1 < cuts.size(); s++) {
        int a = cuts.get(s);
        int b = cuts.get(s + 1);
        for (int m = a + 1; m < b; m++) {
          double d =
              (inside - square(sum, a, b) + square(sum, a, m) + square(sum, m, b)) / (area - area(a, b) + area(a, m) + area(m, b));
          if (d > bestDensity) {
            bestDensity = d;
            best = m;
          }
        }
      }
      if (best < 0) {
        break;
      }
      order.add(best);
      density.add(bestDensity);
      cuts.add(best);
      cuts.sort(null);
    }
    int keep = keep(density);
    for (int i = 0; i < keep; i++) {
      out[order.get(i)] = true;
    }
    return out;
  }

  /** How many of the cuts stay: those before the last gain that stands out. */
  private static int keep(List<Double> density) {
    int n = density.size() - 1;
    double[] gain = new double[n];
    for (int i = 0; i < n; i++) {
      gain[i] = density.get(i + 1) - density.get(i);
    }
    double[] smooth = new double[n];
    for (int i = 0; i < n; i++) {
      smooth[i] = (gain[Math.max(0, i - 1)] + 2 * gain[i] + gain[Math.min(n - 1, i + 1)]) / 4;
    }
    double mean = Arrays.stream(smooth).average().orElse(0);
    double var = Arrays.stream(smooth).map(g -> (g - mean) * (g - mean)).average().orElse(0);
    int keep = 0;
    while (keep < n && smooth[keep] > mean + CUT * Math.sqrt(var)) {
      keep++;
    }
    return keep;
  }

  private static double density(List<Integer> cuts, double[][] sum) {
    return square(sum, cuts.get(0), cuts.get(1)) / area(cuts.get(0), cuts.get(1));
  }

  private static double area(int a, int b) {
    return (double) (b - a) * (b - a);
  }

  private static double square(double[][] sum, int a, int b) {
    return sum[b][b] - sum[a][b] - sum[b][a] + sum[a][a];
  }

  private static double[][] similar(List<List<String>> lines) {
    int n = lines.size();
    List<Map<String, Integer>> counts = new ArrayList<>();
    for (List<String> line : lines) {
      Map<String, Integer> count = new HashMap<>();
      line.forEach(t -> count.merge(t, 1, Integer::sum));
      counts.add(count);
    }
    double[][] out = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int k = i; k < n; k++) {
        out[i][k] = i == k ? 1 : TextTiling.cosine(counts.get(i), counts.get(k));
        out[k][i] = out[i][k];
      }
    }
    return out;
  }

  private static double[][] ranks(double[][] similar) {
    int n = similar.length;
    double[][] out = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int k = i; k < n; k++) {
        int lower = 0;
        int all = 0;
        for (int y = Math.max(0, i - MASK); y <= Math.min(n - 1, i + MASK); y++) {
          for (int x = Math.max(0, k - MASK); x <= Math.min(n - 1, k + MASK); x++) {
            lower += similar[y][x] < similar[i][k] ? 1 : 0;
            all++;
          }
        }
        out[i][k] = all == 1 ? 0 : lower / (double) (all - 1);
        out[k][i] = out[i][k];
      }
    }
    return out;
  }

  private static double[][] sums(double[][] m) {
    int n = m.length;
    double[][] out = new double[n + 1][n + 1];
    for (int i = 0; i < n; i++) {
      for (int k = 0; k < n; k++) {
        out[i + 1][k + 1] = m[i][k] + out[i][k + 1] + out[i + 1][k] - out[i][k];
      }
    }
    return out;
  }
}
