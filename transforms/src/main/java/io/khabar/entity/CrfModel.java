package io.khabar.entity;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;

/**
 * The weights of a linear-chain conditional random field over flat arrays: a label says whether a word is outside a name, begins one or goes on with one, by type.
 * Features are looked up by the upper half of their hash; a feature nobody weighed counts nothing. Immutable.
 */
final class CrfModel {
  /** Outside, and begin and inside for each of {@link TokenFeatures#TYPES}. */
  static final int LABELS = 1 + 2 * TokenFeatures.TYPES.length;

  private static final int MAGIC = 0x4B484231;
  private static final int STEPS = 127;
  private static final long FREE = -1;
  private static final int KNOWN_BITS = 20;

  /**
   * Two for each feature: its key and the steps of its first four weights, then those of the other five; a look-up touches one place in memory, and the whole is a third of what
   * floats would take. Where the second is {@link #FREE} the slot is.
   */
  private final long[] slots;

  /** What a step weighs, by the byte that it is stored as. */
  private final float[] weight = new float[256];

  private final float[] transitions;

  /** So far ahead is a word surely outside any name, whatever follows: no step from another label makes up for more. */
  private final float lead;

  /** A bit for each feature's key: most features of a text were never weighed, and this says so from a small table. */
  private final KeyBits known = new KeyBits(KNOWN_BITS);

  /**
   * A model.
   *
   * @param features the upper 32 bits of the features' hashes, none twice
   * @param steps {@link #LABELS} for each feature
   * @param max the largest weight, {@link #STEPS} steps
   * @param transitions from label (or {@link #LABELS} for the beginning) to label
   */
  private CrfModel(int[] features, byte[] steps, float max, float[] transitions) {
    this.transitions = transitions;
    this.lead = lead(transitions);
    for (int b = 0; b < 256; b++) {
      float s = (byte) b / (float) STEPS;
      weight[b] = s * Math.abs(s) * max;
    }
    int size = Integer.highestOneBit(Math.max(16, features.length)) * 4;
    this.slots = new long[size * 2];
    Arrays.fill(slots, FREE);
    for (int i = 0; i < features.length; i++) {
      int key = features[i];
      int at = key & (size - 1);
      while (slots[at * 2 + 1] != FREE) {
        at = (at + 1) & (size - 1);
      }
      slots[at * 2] = (long) key << 32 | packed(steps, i * LABELS, 4);
      slots[at * 2 + 1] = packed(steps, i * LABELS + 4, 5);
      known.add((long) key << 32);
    }
  }

  private static float lead(float[] transitions) {
    float most = 0;
    for (int from = 1; from < LABELS; from++) {
      for (int to = 0; to < LABELS; to = to == 0 ? 1 : to + 2) {
        most = Math.max(most, transitions[from * LABELS + to] - transitions[to]);
      }
    }
    // more than a sum of scores is rounded by
    return most + 0.01f;
  }

  private static long packed(byte[] steps, int from, int count) {
    long out = 0;
    for (int i = 0; i < count; i++) {
      out |= (steps[from + i] & 0xFFL) << 8 * i;
    }
    return out;
  }

  /** Adds the weights of some features to a vector of {@link #LABELS} scores, and leaves of the features those that may be known. */
  void add(TokenFeatures.Sink features, float[] scores, int offset) {
    int mask = slots.length / 2 - 1;
    float[] weight = this.weight;
    // one variable for each of the nine labels: additions that wait for no store
    float s0 = scores[offset];
    float s1 = scores[offset + 1];
    float s2 = scores[offset + 2];
    float s3 = scores[offset + 3];
    float s4 = scores[offset + 4];
    float s5 = scores[offset + 5];
    float s6 = scores[offset + 6];
    float s7 = scores[offset + 7];
    float s8 = scores[offset + 8];
    // first all that may be known, then the slots of those, then their weights: places in memory that are asked for together are waited for together
    int count = features.keepKnown(known);
    for (int f = 0; f < count; f++) {
      features.slot[f] = slots[((int) (features.at[f] >>> 32) & mask) * 2];
    }
    for (int f = 0; f < count; f++) {
      int key = (int) (features.at[f] >>> 32);
      int at = key & mask;
      long slot = features.slot[f];
      for (long rest = slots[at * 2 + 1]; rest != FREE; rest = slots[at * 2 + 1]) {
        if ((int) (slot >>> 32) == key) {
          s0 += weight[(int) slot & 0xFF];
          s1 += weight[(int) slot >>> 8 & 0xFF];
          s2 += weight[(int) slot >>> 16 & 0xFF];
          s3 += weight[(int) slot >>> 24];
          s4 += weight[(int) rest & 0xFF];
          s5 += weight[(int) rest >>> 8 & 0xFF];
          s6 += weight[(int) rest >>> 16 & 0xFF];
          s7 += weight[(int) rest >>> 24];
          s8 += weight[(int) (rest >>> 32)];
          break;
        }
        at = (at + 1) & mask;
        slot = slots[at * 2];
      }
    }
    scores[offset] = s0;
    scores[offset + 1] = s1;
    scores[offset + 2] = s2;
    scores[offset + 3] = s3;
    scores[offset + 4] = s4;
    scores[offset + 5] = s5;
    scores[offset + 6] = s6;
    scores[offset + 7] = s7;
    scores[offset + 8] = s8;
  }

  /**
   * The best sequence of labels for {@code n} words with emission scores one after the other.
   *
   * @param after whether a word outside any name stands before the first
   * @param before whether one stands after the last
   */
  void decode(float[] emissions, int from, int n, int[] labels, Scratch scratch, boolean after, boolean before) {
    int start = after ? 0 : LABELS;
    scratch.ensure(n);
    float[] best = scratch.best;
    byte[] back = scratch.back;
    for (int l = 0; l < LABELS; l++) {
      best[l] = allowed(LABELS, l) ? emissions[from * LABELS + l] + transitions[start * LABELS + l] : Float.NEGATIVE_INFINITY;
    }
    for (int i = 1; i < n; i++) {
      int was = (i - 1) * LABELS;
      int now = i * LABELS;
      float outside = best[was];
      float others = best[was + 1];
      for (int k = 2; k < LABELS; k++) {
        others = Math.max(others, best[was + k]);
      }
      // mostly one label is far ahead of all others, and then it is the one before whatever follows
      int last = outside - others > lead ? 0 : LABELS - 1;
      for (int l = 0; l < LABELS; l = l == 0 ? 1 : l + 2) {
        float top = outside + transitions[l];
        int arg = 0;
        for (int k = 1; k <= last; k++) {
          float s = best[was + k] + transitions[k * LABELS + l];
          if (s > top) {
            top = s;
            arg = k;
          }
        }
        best[now + l] = top + emissions[from * LABELS + now + l];
        back[now + l] = (byte) arg;
      }
      // a name goes on only with its own type: what is inside one has but two before it
      for (int l = 2; l < LABELS; l += 2) {
        float begun = best[was + l - 1] + transitions[(l - 1) * LABELS + l];
        float inside = best[was + l] + transitions[l * LABELS + l];
        best[now + l] = Math.max(begun, inside) + emissions[from * LABELS + now + l];
        back[now + l] = (byte) (inside > begun ? l : l - 1);
      }
    }
    for (int l = 0; before && l < LABELS; l++) {
      best[(n - 1) * LABELS + l] += transitions[l * LABELS];
    }
    int label = 0;
    for (int l = 1; l < LABELS; l++) {
      if (best[(n - 1) * LABELS + l] > best[(n - 1) * LABELS + label]) {
        label = l;
      }
    }
    for (int i = n - 1; i >= 0; i--) {
      labels[from + i] = label;
      label = back[i * LABELS + label];
    }
  }

  /**
   * How much more the words of a name speak for their labels than for being outside any name, the words about it being what they are.
   *
   * @param first whether nothing stands before the name
   * @param last whether nothing stands behind it
   */
  float margin(float[] emissions, int[] labels, int from, int to, boolean first, boolean last) {
    int before = first ? LABELS : labels[from - 1];
    int was = before;
    float out = 0;
    for (int i = from; i < to; i++) {
      int at = i * LABELS;
      out += emissions[at + labels[i]] - emissions[at] + transitions[was * LABELS + labels[i]] - transitions[(i == from ? before : 0) * LABELS];
      was = labels[i];
    }
    return last ? out : out + transitions[was * LABELS + labels[to]] - transitions[labels[to]];
  }

  /** A name goes on only with its own type. */
  static boolean allowed(int from, int to) {
    return to == 0 || (to & 1) == 1 || from == to || from == to - 1;
  }

  /** Room for one decoding; not shared between threads. */
  static final class Scratch {
    private float[] best = new float[64 * LABELS];
    private byte[] back = new byte[64 * LABELS];

    private void ensure(int n) {
      if (best.length < n * LABELS) {
        best = new float[n * 2 * LABELS];
        back = new byte[n * 2 * LABELS];
      }
    }
  }

  /** Writes features and weights, each weight as one of 255 steps of the largest. */
  static void write(DataOutputStream out, int[] features, float[] weights, float[] transitions) throws IOException {
    float max = 1e-6f;
    for (float w : weights) {
      max = Math.max(max, Math.abs(w));
    }
    out.writeInt(MAGIC);
    out.writeInt(LABELS);
    out.writeInt(features.length);
    out.writeFloat(max);
    for (float t : transitions) {
      out.writeFloat(t);
    }
    for (int f : features) {
      out.writeInt(f);
    }
    for (float w : weights) {
      // the square root spends the steps on the many small weights
      out.writeByte(Math.round(Math.signum(w) * (float) Math.sqrt(Math.abs(w) / max) * STEPS));
    }
  }

  /**
   * Reads what {@link #write} wrote.
   *
   * @throws IOException when the stream holds no such model
   */
  static CrfModel read(DataInputStream in) throws IOException {
    if (in.readInt() != MAGIC || in.readInt() != LABELS) {
      throw new IOException("no name tagger model of this version");
    }
    int count = in.readInt();
    float max = in.readFloat();
    float[] transitions = new float[(LABELS + 1) * LABELS];
    for (int i = 0; i < transitions.length; i++) {
      transitions[i] = in.readFloat();
    }
    int[] features = new int[count];
    for (int i = 0; i < count; i++) {
      features[i] = in.readInt();
    }
    byte[] steps = in.readNBytes(count * LABELS);
    return new CrfModel(features, steps, max, transitions);
  }
}
