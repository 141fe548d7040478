package io.khabar.entity;

import java.util.Arrays;
import java.util.Comparator;

/**
 * Learns the weights of a linear-chain conditional random field: stochastic gradient descent on the likelihood with an L2 penalty, each weight at its own pace
 * (AdaGrad: Duchi, Hazan and Singer 2011). The order of the sentences is shuffled by a hash, so that the same input gives the same weights.
 */
final class CrfLearner {
  private static final int L = CrfModel.LABELS;
  private static final float PACE = 0.25f;
  private static final float SMALL = 0.1f;
  /** Gradients below teach nothing. */
  private static final float TRACE = 1e-3f;

  /**
   * So much must the words of a name speak for it before learning is content: names are missed more often than they are seen where there are none, the more so in texts of another kind
   * (softmax margin, for recall: Mohit and others 2012, Recall-oriented learning of named entities in Arabic Wikipedia).
   */
  private static final double MISSED = 1;

  /** In a hundred words, so many hide their letters in a round. */
  private static final int HIDDEN = 25;
  /** From this round on, the weights of the rounds are averaged. */
  private static final int AVERAGED = 4;

  private final TrainingSet data;
  private final int[] sentences;
  private final int features;
  private final float l2;
  private final float[] w;
  private final float[] squares;
  private final int transitions;
  private final int turn;
  private int round;
  private final double[] moves = new double[(L + 1) * L];
  private double[] e = new double[0];
  private double[] a = new double[0];
  private double[] b = new double[0];
  private double[] p = new double[0];
  private double[] scale = new double[0];

  /**
   * A learner.
   *
   * @param sentences the numbers of the sentences to learn from
   * @param l2 strength of the penalty, paid by every weight at the end of each round
   * @param turn another turn takes the sentences in another order and hides other letters
   */
  CrfLearner(TrainingSet data, int[] sentences, double l2, int turn) {
    this.data = data;
    this.sentences = sentences;
    this.features = data.features();
    this.transitions = features * L;
    this.w = new float[transitions + (L + 1) * L];
    this.squares = new float[w.length];
    Arrays.fill(squares, SMALL);
    this.l2 = (float) l2;
    this.turn = turn;
  }

  /** Weights by feature and label, then the transitions. */
  float[] learn(int epochs) {
    double[] sum = new double[w.length];
    for (int epoch = 0; epoch < epochs; epoch++) {
      round = epoch;
      long salt = epoch * 1_000_003L + turn * 77_777_777L;
      int[] order =
          Arrays.stream(sentences).boxed().sorted(Comparator.comparingLong(i -> TokenFeatures.mix(salt + i))).mapToInt(i -> i).toArray();
      for (int s : order) {
        sentence(data.first(s), data.first(s + 1));
      }
      for (int k = 0; k < transitions; k++) {
        w[k] /= 1 + PACE * l2 / (float) Math.sqrt(squares[k]);
      }
      for (int k = 0; epoch >= AVERAGED && k < w.length; k++) {
        sum[k] += w[k];
      }
    }
    for (int k = 0; AVERAGED < epochs && k < w.length; k++) {
      w[k] = (float) (sum[k] / (epochs - AVERAGED));
    }
    return w;
  }


  /** Some words are seen without their own letters, others each round, so that the model learns from company and lists as well. */
  private boolean hidden(int word) {
    return Math.floorMod(TokenFeatures.mix(round * 10_000_019L + turn * 2_411_111_087L + word), 100) < HIDDEN;
  }

  private void step(int at, float gradient) {
    float s = squares[at] + gradient * gradient;
    squares[at] = s;
    w[at] -= PACE * gradient / (float) Math.sqrt(s);
  }

  private void ensure(int cells) {
    if (e.length < cells) {
      e = new double[cells * 2];
      a = new double[cells * 2];
      b = new double[cells * 2];
      p = new double[cells * 2];
      scale = new double[cells * 2];
    }
  }

  /** One step down the gradient of a sentence. Sums run over exponentials, scaled word by word. */
  private void sentence(int from, int to) {
    int n = to - from;
    ensure(n * L);
    for (int k = 0; k < moves.length; k++) {
      moves[k] = Math.exp(w[transitions + k]);
    }
    for (int i = 0; i < n; i++) {
      Arrays.fill(e, i * L, i * L + L, 0);
      for (int k = data.begin(from + i); k < data.begin(from + i + 1); k++) {
        if (hidden(from + i) && data.ofLetters(data.feature(k))) {
          continue;
        }
        int at = data.feature(k) * L;
        for (int l = 0; l < L; l++) {
          e[i * L + l] += w[at + l];
        }
      }
      if (data.label(from + i) != 0) {
        e[i * L] += MISSED;
      }
      double max = e[i * L];
      for (int l = 1; l < L; l++) {
        max = Math.max(max, e[i * L + l]);
      }
      for (int l = 0; l < L; l++) {
        e[i * L + l] = Math.exp(e[i * L + l] - max);
      }
    }
    for (int i = 0; i < n; i++) {
      double sum = 0;
      for (int l = 0; l < L; l++) {
        double in = 0;
        if (i == 0) {
          in = moves[L * L + l];
        } else {
          for (int k = 0; k < L; k++) {
            in += a[(i - 1) * L + k] * moves[k * L + l];
          }
        }
        a[i * L + l] = in * e[i * L + l];
        sum += a[i * L + l];
      }
      scale[i] = sum;
      for (int l = 0; l < L; l++) {
        a[i * L + l] /= sum;
      }
    }
    Arrays.fill(b, (n - 1) * L, n * L, 1);
    for (int i = n - 2; i >= 0; i--) {
      for (int k = 0; k < L; k++) {
        double out = 0;
        for (int l = 0; l < L; l++) {
          out += moves[k * L + l] * e[(i + 1) * L + l] * b[(i + 1) * L + l];
        }
        b[i * L + k] = out / scale[i + 1];
      }
    }
    double[] t = new double[(L + 1) * L];
    for (int i = 0; i < n; i++) {
      int label = data.label(from + i);
      int before = i == 0 ? L : data.label(from + i - 1);
      t[before * L + label] -= 1;
      for (int l = 0; l < L; l++) {
        p[i * L + l] = a[i * L + l] * b[i * L + l];
        if (i == 0) {
          t[L * L + l] += p[l];
        } else {
          double in = e[i * L + l] * b[i * L + l] / scale[i];
          for (int k = 0; k < L; k++) {
            t[k * L + l] += a[(i - 1) * L + k] * moves[k * L + l] * in;
          }
        }
      }
      p[i * L + label] -= 1;
    }
    for (int k = 0; k < t.length; k++) {
      if (Math.abs(t[k]) > TRACE) {
        step(transitions + k, (float) t[k]);
      }
    }
    for (int i = 0; i < n; i++) {
      for (int l = 0; l < L; l++) {
        float g = (float) p[i * L + l];
        if (g < TRACE && g > -TRACE) {
          continue;
        }
        for (int k = data.begin(from + i); k < data.begin(from + i + 1); k++) {
          if (!hidden(from + i) || !data.ofLetters(data.feature(k))) {
            step(data.feature(k) * L + l, g);
          }
        }
      }
    }
  }
}
