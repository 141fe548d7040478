package io.khabar.entity;

/**
 * What the sequence tagger looks at of a word's place: neighbours together, listed forms, titles and signs. In four groups; of three the few values that make most of a text have a
 * key, so that what a model says of them can be kept. A word's left and right neighbours have a key each: both together are too many.
 */
final class PlaceFeatures {
  /** Keeps the keys of forms from 0, which marks an empty place. */
  private static final long FORMS_SALT = 1L << 41;
  private static final int NO_NEIGHBOUR = 0xFFFFF;

  private PlaceFeatures() {}

  /** Features of the place of word {@code i}: those of all groups. */
  static void ofPlace(Passage p, int i, int from, int to, TokenFeatures.Marks marks, TokenFeatures.Sink out) {
    ofForms(p, i, from, to, marks, out);
    ofLeft(p, i, from, marks, out);
    ofRight(p, i, to, marks, out);
    ofPairs(p, i, from, to, marks, out);
  }

  /** A hash of all that {@link #ofForms} looks at; few such places make most of a text. */
  static long formsKey(Passage p, int i, int from, int to, TokenFeatures.Marks marks) {
    boolean prev = i > from;
    boolean next = i + 1 < to;
    long forms = ((prev ? marks.form[i - 1] : 0xFFFFFL) << 20 | marks.form[i]) << 20 | (next ? marks.form[i + 1] : 0xFFFFFL);
    long rest = ((prev ? marks.title[i - 1] : 7L) << 3 | marks.title[i]) << 24 | (prev ? p.glue(i) : 4L) << 20 | (next ? p.glue(i + 1) : 4L) << 16;
    return TokenFeatures.mix(TokenFeatures.mix(forms) + (FORMS_SALT | rest | (prev ? p.sign(i) : 127L) << 8 | (next ? p.sign(i + 1) : 127L)));
  }

  /** Listed forms, titles and signs about a word. */
  static void ofForms(Passage p, int i, int from, int to, TokenFeatures.Marks marks, TokenFeatures.Sink out) {
    int base = 512;
    boolean prev = i > from;
    boolean next = i + 1 < to;
    int form = marks.form[i];
    out.add(base, form);
    out.add(base + 1, (form >> 6) * 4 + (form & 3));
    out.add(base + 2, (prev ? marks.form[i - 1] : -1) * 4096L + form);
    out.add(base + 3, (next ? marks.form[i + 1] : -1) * 4096L + form);
    out.add(base + 4, (prev ? marks.form[i - 1] : -1));
    out.add(base + 5, (next ? marks.form[i + 1] : -1));
    int glueBefore = prev ? p.glue(i) : 4;
    int glueAfter = next ? p.glue(i + 1) : 4;
    out.add(base + 6, glueBefore);
    out.add(base + 7, glueAfter);
    out.add(base + 8, glueBefore * 8 + glueAfter);
    out.add(base + 9, marks.title[i]);
    out.add(base + 10, (prev ? marks.title[i - 1] : -1) * 16 + marks.title[i]);
    int signBefore = prev ? p.sign(i) : 127;
    int signAfter = next ? p.sign(i + 1) : 127;
    out.add(base + 21, signBefore);
    out.add(base + 22, signAfter);
    out.add(base + 23, signBefore * 128L + signAfter);
    out.add(base + 24, (signBefore * 128L + signAfter) * 4096 + form);
  }

  /** All that {@link #ofLeft} looks at; never 0. */
  static long leftKey(Passage p, int i, int from, TokenFeatures.Marks marks) {
    boolean prev = i > from;
    long masks = (long) (prev ? marks.mask[i - 1] : NO_NEIGHBOUR) << 20 | marks.mask[i];
    return (masks << 3 | marks.title[i]) << 4 | (prev ? p.glue(i) : 4L) << 1 | 1;
  }

  /** What the lexicon says of a word and the one before it. */
  static void ofLeft(Passage p, int i, int from, TokenFeatures.Marks marks, TokenFeatures.Sink out) {
    int base = 512;
    boolean prev = i > from;
    int own = marks.mask[i];
    int glueBefore = prev ? p.glue(i) : 4;
    out.add(base + 11, own * 8L + glueBefore);
    out.add(base + 12, own * 16L + marks.title[i]);
    if (prev) {
      out.add(base + 14, marks.mask[i - 1] * 8192L * 4 + own * 4L + glueBefore);
    } else {
      out.add(base + 16, own);
    }
  }

  /** All that {@link #ofRight} looks at; never 0. */
  static long rightKey(Passage p, int i, int to, TokenFeatures.Marks marks) {
    boolean next = i + 1 < to;
    long masks = (long) (next ? marks.mask[i + 1] : NO_NEIGHBOUR) << 20 | marks.mask[i];
    return (masks << 3 | (next ? p.glue(i + 1) : 4L)) << 8 | (next ? p.sign(i + 1) : 127L) << 1 | 1;
  }

  /** What the lexicon says of a word and the one behind it. */
  static void ofRight(Passage p, int i, int to, TokenFeatures.Marks marks, TokenFeatures.Sink out) {
    int base = 512;
    boolean next = i + 1 < to;
    int own = marks.mask[i];
    if (next) {
      out.add(base + 18, marks.mask[i + 1] * 8192L * 4 + own * 4L + p.glue(i + 1));
    }
    out.add(base + 25, (next ? p.sign(i + 1) : 127) * 8192L + own);
  }

  /** What the lexicon says of both neighbours together, a word and the one beside it, and the classes of both: too many to keep. */
  static void ofPairs(Passage p, int i, int from, int to, TokenFeatures.Marks marks, TokenFeatures.Sink out) {
    int base = 512;
    boolean prev = i > from;
    boolean next = i + 1 < to;
    long here = p.hash(i);
    int own = marks.mask[i];
    if (prev && next) {
      out.add(base + 20, (marks.mask[i - 1] * 8192L + own) * 8192L + marks.mask[i + 1]);
    }
    if (prev) {
      out.letters(base + 13, TokenFeatures.mix(p.hash(i - 1)) + here);
      out.add(base + 15, TokenFeatures.mix(p.hash(i - 1)) + own);
    }
    if (next) {
      out.letters(base + 17, TokenFeatures.mix(p.hash(i + 1)) + here);
      out.add(base + 19, TokenFeatures.mix(p.hash(i + 1)) + own);
    }
    int mine = marks.kind[i];
    int left = prev ? marks.kind[i - 1] : -3;
    int right = next ? marks.kind[i + 1] : -3;
    out.add(base + 26, (left & 0xFFFFL) << 16 | mine & 0xFFFF);
    out.add(base + 27, (right & 0xFFFFL) << 16 | mine & 0xFFFF);
    out.add(base + 28, (left & 0xFFFFL) << 16 | right & 0xFFFF);
    out.add(base + 29, ((long) left >> 16 & 0xFF) << 16 | (mine >> 16 & 0xFF) << 8 | right >> 16 & 0xFF);
    out.add(base + 30, (left & 0xFFFFL) << 32 | marks.form[i]);
  }
}
