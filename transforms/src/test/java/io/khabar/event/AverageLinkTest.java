package io.khabar.event;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class AverageLinkTest {
  /** What the clustering should give, with all means in a table: cube of the members, nothing clever. */
  private static int[] plainly(double[][] likeness, int[] days, double threshold, double same) {
    int n = days.length;
    double[][] mean = new double[n][];
    double[] weight = new double[n];
    int[] cluster = new int[n];
    int[] first = new int[n];
    int[] last = new int[n];
    for (int i = 0; i < n; i++) {
      mean[i] = likeness[i].clone();
      weight[i] = 1;
      cluster[i] = i;
      first[i] = days[i];
      last[i] = days[i];
    }
    while (true) {
      int a = -1;
      int b = -1;
      for (int i = 0; i < n; i++) {
        for (int j = i + 1; j < n; j++) {
          if (cluster[i] != i || cluster[j] != j || Math.max(last[i], last[j]) - Math.min(first[i], first[j]) > AverageLink.MOST_DAYS) {
            continue;
          }
          double needed = threshold + AverageLink.STEP * Math.min(4, StrictMath.log((weight[i] + weight[j]) / 2) / StrictMath.log(2));
          if (mean[i][j] >= needed && mean[i][j] > 0 && (a < 0 || mean[i][j] > mean[a][b] + 1e-9)) {
            a = i;
            b = j;
          }
        }
      }
      if (a < 0) {
        return cluster;
      }
      double likest = mean[a][b];
      for (int c = 0; c < n; c++) {
        mean[a][c] = (weight[a] * mean[a][c] + weight[b] * mean[b][c]) / (weight[a] + weight[b]);
        mean[c][a] = mean[a][c];
      }
      weight[a] = likest >= same ? Math.max(weight[a], weight[b]) : weight[a] + weight[b];
      first[a] = Math.min(first[a], first[b]);
      last[a] = Math.max(last[a], last[b]);
      for (int c = 0; c < n; c++) {
        cluster[c] = cluster[c] == b ? a : cluster[c];
      }
    }
  }

  @Test
  void sumsAndLazyMeansGiveWhatTheTableGives() {
    Random random = new Random(11);
    for (int round = 0; round < 200; round++) {
      int n = 2 + random.nextInt(30);
      double[][] likeness = new double[n][n];
      int[] days = new int[n];
      AverageLink graph = new AverageLink(n, 340, 850);
      for (int i = 0; i < n; i++) {
        days[i] = random.nextInt(60);
        graph.day(i, days[i]);
        for (int j = 0; j < i; j++) {
          if (random.nextInt(3) > 0) {
            likeness[i][j] = 200 + random.nextInt(800) + random.nextDouble();
            likeness[j][i] = likeness[i][j];
            graph.link(i, j, likeness[i][j]);
          }
        }
      }
      graph.run();
      int[] clusters = new int[n];
      Arrays.setAll(clusters, graph::cluster);
      assertEquals(Arrays.toString(plainly(likeness, days, 340, 850)), Arrays.toString(clusters), "round " + round);
    }
  }

  @Test
  void manyPrintsOfOneTextNeverRunOutOfDigits() {
    int n = 4_000;
    AverageLink graph = new AverageLink(n, 340, 850);
    for (int i = 0; i < n; i++) {
      for (int near = 1; near <= 5; near++) {
        graph.link(i, (i + near) % n, 990);
      }
    }
    graph.run();
    for (int i = 0; i < n; i++) {
      assertTrue(graph.cluster(i) >= 0 && graph.cluster(i) <= i);
    }
    assertFalse(graph.cutShort());
  }
}
