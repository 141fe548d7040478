package io.khabar.bench;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * TextTiling (Hearst 1997), a baseline: blocks of token sequences on both sides of each gap are compared by cosine, the scores smoothed, and the deepest valleys
 * become borders, moved to the nearest line. Parameters are the paper's: sequences of 20 terms, blocks of 10 sequences (less on short pages), cut-off at mean
 * less half a standard deviation of the depths.
 */
public final class TextTiling {
  private static final int SEQUENCE = 20;
  private static final int BLOCK = 10;

  private TextTiling() {}

  /**
   * Whether a border stands before each line.
   *
   * @param lines the terms of each line, stop words out
   */
  public static boolean[] borders(List<List<String>> lines) {
    boolean[] out = new boolean[lines.size()];
    List<String> terms = new ArrayList<>();
    int[] start = new int[lines.size()];
    for (int i = 0; i < lines.size(); i++) {
      start[i] = terms.size();
      terms.addAll(lines.get(i));
    }
    int sequences = terms.size() / SEQUENCE;
    if (sequences < 4) {
      return out;
    }
    int block = Math.min(BLOCK, sequences / 2);
    double[] score = new double[sequences - 1];
    for (int gap = 0; gap < score.length; gap++) {
      score[gap] = cosine(count(terms, gap + 1 - block, gap + 1), count(terms, gap + 1, gap + 1 + block));
    }
    double[] smooth = new double[score.length];
    for (int i = 0; i < score.length; i++) {
      int from = Math.max(0, i - 1);
      int to = Math.min(score.length - 1, i + 1);
      for (int k = from; k <= to; k++) {
        smooth[i] += score[k] / (to - from + 1);
      }
    }
    double[] depth = new double[score.length];
    double sum = 0;
    double squares = 0;
    for (int i = 0; i < depth.length; i++) {
      int l = i;
      while (l > 0 && smooth[l - 1] >= smooth[l]) {
        l--;
      }
      int r = i;
      while (r < depth.length - 1 && smooth[r + 1] >= smooth[r]) {
        r++;
      }
      depth[i] = smooth[l] - smooth[i] + smooth[r] - smooth[i];
      sum += depth[i];
      squares += depth[i] * depth[i];
    }
    double mean = sum / depth.length;
    double cut = mean - Math.sqrt(Math.max(0, squares / depth.length - mean * mean)) / 2;
    for (int i = 0; i < depth.length; i++) {
      boolean peak = (i == 0 || depth[i] > depth[i - 1]) && (i == depth.length - 1 || depth[i] >= depth[i + 1]);
      if (peak && depth[i] > 0 && depth[i] >= cut) {
        int at = (i + 1) * SEQUENCE;
        int best = 1;
        for (int line = 1; line < start.length; line++) {
          best = Math.abs(start[line] - at) < Math.abs(start[best] - at) ? line : best;
        }
        out[best] = lines.size() > 1;
      }
    }
    return out;
  }

  private static Map<String, Integer> count(List<String> terms, int from, int to) {
    Map<String, Integer> count = new HashMap<>();
    for (int i = Math.max(0, from * SEQUENCE); i < Math.min(terms.size(), to * SEQUENCE); i++) {
      count.merge(terms.get(i), 1, Integer::sum);
    }
    return count;
  }

  /** The cosine of two counts; sums of whole numbers, so the order of the terms does not matter. */
  static double cosine(Map<String, Integer> a, Map<String, Integer> b) {
    long dot = 0;
    long na = 0;
    long nb = 0;
    for (Map.Entry<String, Integer> e : a.entrySet()) {
      dot += (long) e.getValue() * b.getOrDefault(e.getKey(), 0);
      na += (long) e.getValue() * e.getValue();
    }
    for (int v : b.values()) {
      nb += (long) v * v;
    }
    return na == 0 || nb == 0 ? 0 : dot / Math.sqrt((double) na * nb);
  }
}
