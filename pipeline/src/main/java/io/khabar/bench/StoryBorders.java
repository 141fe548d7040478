package io.khabar.bench;

/**
 * How far found borders are from true ones, in the two measures of the field: Pk (Beeferman, Berger and Lafferty 1999) and WindowDiff (Pevzner and Hearst
 * 2002). Both slide a window of half the mean true segment over the words and count where the two disagree; 0 is perfect, and lower is better. Words are the
 * unit, so that a border one long paragraph off costs more than one a line off.
 */
public final class StoryBorders {
  private StoryBorders() {}

  /**
   * The share of windows whose ends one segmentation has in one segment and the other in two.
   *
   * @param words how many words each line has
   * @param truth whether a border stands before each line; the first counts for nothing
   * @param found the same
   */
  public static double pk(int[] words, boolean[] truth, boolean[] found) {
    int[] t = segments(words, truth);
    int[] f = segments(words, found);
    int k = window(t);
    int wrong = 0;
    for (int i = 0; i + k < t.length; i++) {
      wrong += (t[i] == t[i + k]) != (f[i] == f[i + k]) ? 1 : 0;
    }
    return t.length <= k ? 0 : wrong / (double) (t.length - k);
  }

  /** The share of windows in which the two segmentations have not the same number of borders. */
  public static double windowDiff(int[] words, boolean[] truth, boolean[] found) {
    int[] t = segments(words, truth);
    int[] f = segments(words, found);
    int k = window(t);
    int wrong = 0;
    for (int i = 0; i + k < t.length; i++) {
      wrong += t[i + k] - t[i] != f[i + k] - f[i] ? 1 : 0;
    }
    return t.length <= k ? 0 : wrong / (double) (t.length - k);
  }

  /** The number of each word's segment. */
  private static int[] segments(int[] words, boolean[] borders) {
    int total = 0;
    for (int w : words) {
      total += w;
    }
    int[] out = new int[total];
    int at = 0;
    int segment = 0;
    for (int line = 0; line < words.length; line++) {
      segment += line > 0 && borders[line] ? 1 : 0;
      for (int i = 0; i < words[line]; i++) {
        out[at++] = segment;
      }
    }
    return out;
  }

  private static int window(int[] truth) {
    int segments = truth.length == 0 ? 1 : truth[truth.length - 1] + 1;
    return Math.max(2, (int) Math.round(truth.length / (2.0 * segments)));
  }
}
