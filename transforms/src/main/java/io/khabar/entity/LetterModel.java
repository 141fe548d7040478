package io.khabar.entity;

import io.khabar.text.Words;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;

/**
 * How much a word nobody lists looks like a name, by its letters: what the letters of listed foreign names, Arabic names and ordinary words are like, three at a time. A
 * listed word is judged as if it were not listed, so that the judgements of listed and unlisted words are alike.
 */
final class LetterModel {
  static final int FOREIGN = 0;
  static final int ARABIC = 1;
  static final int ORDINARY = 2;
  private static final int KINDS = 3;
  private static final int LETTERS = 38;
  private static final double TRUST = 4;

  private final int[][] three = new int[KINDS][LETTERS * LETTERS * LETTERS];
  private final int[][] two = new int[KINDS][LETTERS * LETTERS];
  private final int[][] one = new int[KINDS][LETTERS];
  private final int[] all = new int[KINDS];

  /** What {@link #speaks} found, NaN where it was not asked: three letters, a kind, and which list has the word. Threads may work out one twice, and find the same. */
  private final double[] spoken = new double[LETTERS * LETTERS * LETTERS * 2 * 3];

  /** Sums over the last letter of {@link #three} and {@link #two}. */
  private final int[][] afterTwo = new int[KINDS][LETTERS * LETTERS];
  private final int[][] afterOne = new int[KINDS][LETTERS];

  /** Words on the way into a model. */
  static final class Builder {
    private final Set<String> foreign = new HashSet<>();
    private final Set<String> arabic = new HashSet<>();
    private final Set<String> ordinary = new HashSet<>();

    void add(int kind, String key) {
      (kind == FOREIGN ? foreign : kind == ARABIC ? arabic : ordinary).add(key);
    }

    /** What is an Arabic name is no foreign one, and what is a name is no ordinary word. */
    LetterModel build() {
      LetterModel out = new LetterModel();
      Arrays.fill(out.spoken, Double.NaN);
      foreign.stream().filter(w -> !arabic.contains(w) && !ordinary.contains(w)).forEach(w -> out.count(FOREIGN, w));
      arabic.stream().filter(w -> !ordinary.contains(w)).forEach(w -> out.count(ARABIC, w));
      ordinary.stream().filter(w -> !arabic.contains(w) && !foreign.contains(w)).forEach(w -> out.count(ORDINARY, w));
      return out;
    }
  }

  private static int letter(char c) {
    return c >= '\u0621' && c <= '\u063A' ? c - '\u0621' + 2 : c >= '\u0641' && c <= '\u064A' ? c - '\u0641' + 28 : 1;
  }

  private void count(int kind, String word) {
    int a = 0;
    int b = 0;
    for (int i = 0; i <= word.length(); i++) {
      int c = i == word.length() ? 0 : letter(word.charAt(i));
      three[kind][(a * LETTERS + b) * LETTERS + c]++;
      two[kind][b * LETTERS + c]++;
      one[kind][c]++;
      afterTwo[kind][a * LETTERS + b]++;
      afterOne[kind][b]++;
      all[kind]++;
      a = b;
      b = c;
    }
  }

  /**
   * How much likelier a word's letters are in one kind than in ordinary words, as a step from -6 to 6.
   *
   * @param from the first char of its key that counts
   * @param listed the kind whose list has the word, or -1
   */
  int step(Words words, int word, int from, int kind, int listed) {
    int n = words.keyLength(word);
    double sum = 0;
    int a = 0;
    int b = 0;
    for (int i = from; i <= n; i++) {
      int c = i == n ? 0 : letter(words.keyChar(word, i));
      sum += speaks(kind, a, b, c, listed);
      a = b;
      b = c;
    }
    return (int) Math.round(Math.max(-6, Math.min(6, 3 * sum / Math.sqrt(n - from + 1))));
  }

  /** The same of a match-key word that stands in no text. */
  int step(String word, int kind) {
    double sum = 0;
    int a = 0;
    int b = 0;
    for (int i = 0; i <= word.length(); i++) {
      int c = i == word.length() ? 0 : letter(word.charAt(i));
      sum += speaks(kind, a, b, c, -1);
      a = b;
      b = c;
    }
    return (int) Math.round(Math.max(-6, Math.min(6, 3 * sum / Math.sqrt(word.length() + 1))));
  }

  private double speaks(int kind, int a, int b, int c, int listed) {
    int way = kind * 3 + (listed == kind ? 1 : listed == ORDINARY ? 2 : 0);
    int at = ((a * LETTERS + b) * LETTERS + c) * 2 * 3 + way;
    double known = spoken[at];
    if (known != known) {
      known = Math.log(likelihood(kind, a, b, c, listed == kind ? 1 : 0) / likelihood(ORDINARY, a, b, c, listed == ORDINARY ? 1 : 0));
      spoken[at] = known;
    }
    return known;
  }

  private double likelihood(int kind, int a, int b, int c, int less) {
    int before = afterTwo[kind][a * LETTERS + b];
    int pair = afterOne[kind][b];
    int at = (a * LETTERS + b) * LETTERS;
    double p1 = (Math.max(0, one[kind][c] - less) + 0.5) / (all[kind] - less + 0.5 * LETTERS);
    double p2 = (Math.max(0, two[kind][b * LETTERS + c] - less) + TRUST * p1) / (Math.max(0, pair - less) + TRUST);
    return (Math.max(0, three[kind][at + c] - less) + TRUST * p2) / (Math.max(0, before - less) + TRUST);
  }
}
