package io.khabar.entity;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPInputStream;

/**
 * Labels the words of a passage with the trained model. Keeps what the model says of a word by itself for the words met last, for few words make most of a text, and likewise
 * what it says of signs, listed forms and kinds of words beside each other.
 * Not safe to share between threads; the model is.
 */
final class CrfTagger {
  private static final String MODEL = "/khabar/tagger/names.crf.gz";
  private static final int PLACES = 2 * TokenFeatures.WINDOW + 1;
  /** Sums kept of a word: for the word two places before it, the one before it, itself, and those behind it. */
  private static final int KEPT = PLACES * CrfModel.LABELS;
  /** Words kept at first and at most: a few pages need no large table, and a dump's words are many. */
  private static final int LEAST_KEPT = 1 << 13;
  private static final int MOST_KEPT = 1 << 17;

  /** So far behind must every label of a name be for a word to be no name without a look at its place. */
  private static final float DULL = 1.5f;

  /**
   * What speaks for the listed names that are no ordinary words, before the model has looked: persons, places, organisations, each of one word, of several, and of several
   * with a class word or an adjective of nationality («نهر النيجر», «الحكومة اللبنانية»); and what speaks for any name. Found by cross-validation.
   */
  static final float[] PRIOR = {0, 0, 0, 2, 0.5f, 0.5f, 0.75f, 1, 0.25f, 0, 0.5f};

  private static final int FOR_NAMES = 9;
  private static final int ORDINARY = 10;

  private final CrfModel model;
  private final TokenFeatures features;
  private final NameLimits limits;
  private final TokenFeatures.Sink sink = new TokenFeatures.Sink();
  private final CrfModel.Scratch scratch = new CrfModel.Scratch();
  private long[] keptWords;
  private float[] kept;
  private byte[] useful;
  private int[] keptMasks;
  private int[] keptKinds;
  private int misses;
  private final KeptSums forms = new KeptSums(13);
  private final KeptSums left = new KeptSums(14);
  private final KeptSums right = new KeptSums(14);
  private float[] emissions = new float[256 * CrfModel.LABELS];

  CrfTagger(CrfModel model, TokenFeatures features) {
    this.model = model;
    this.features = features;
    this.limits = new NameLimits(new FormMatcher(features.gazetteer()));
    room(LEAST_KEPT);
  }

  private void room(int words) {
    keptWords = new long[words];
    kept = new float[words * KEPT];
    useful = new byte[words >> 1];
    keptMasks = new int[words];
    keptKinds = new int[words];
    misses = 0;
  }

  /** The model in the jar, or null where there is none. */
  static CrfModel shipped() {
    return Shipped.MODEL_OR_NULL;
  }

  private static final class Shipped {
    static final CrfModel MODEL_OR_NULL = load();

    private static CrfModel load() {
      try (InputStream in = CrfTagger.class.getResourceAsStream(MODEL)) {
        return in == null ? null : CrfModel.read(new DataInputStream(new BufferedInputStream(new GZIPInputStream(in))));
      } catch (IOException e) {
        throw new UncheckedIOException("cannot read " + MODEL, e);
      }
    }
  }

  /** The label of every word; see {@link CrfModel#LABELS}. */
  int[] labels(Passage p, List<Span> listed) {
    int[] labels = new int[p.count];
    int[] masks = new int[p.count];
    int[] kinds = new int[p.count];
    int[] slots = new int[p.count];
    for (int i = 0; i < p.count; i++) {
      int slot = slot(p, i);
      slots[i] = slot;
      masks[i] = keptMasks[slot];
      kinds[i] = keptKinds[slot];
    }
    TokenFeatures.Marks marks = features.new Marks(p, listed, masks, kinds);
    if (emissions.length < p.count * CrfModel.LABELS) {
      emissions = new float[p.count * 2 * CrfModel.LABELS];
    }
    Arrays.fill(emissions, 0, p.count * CrfModel.LABELS, 0f);
    for (int i = 0; i < p.count; i++) {
      emissions[i * CrfModel.LABELS] -= features.ordinary(p, i, marks) ? -PRIOR[ORDINARY] : PRIOR[FOR_NAMES];
    }
    for (Span span : listed) {
      if (!span.guarded) {
        support(span);
      }
    }
    limits.apply(p, listed, emissions);
    int from = 0;
    while (from < p.count) {
      int to = from + 1;
      while (to < p.count && p.glue(to) < Passage.STOP) {
        to++;
      }
      segment(p, from, to, marks, slots, labels);
      from = to;
    }
    return labels;
  }

  /** How sure the model is of a name that the labels it gave last have: see {@link CrfModel#margin}. */
  float margin(Passage p, int[] labels, int from, int to) {
    return model.margin(emissions, labels, from, to, p.glue(from) >= Passage.STOP, p.glue(to) >= Passage.STOP);
  }

  private void support(Span span) {
    for (int type = 0; type < 3; type++) {
      float prior = PRIOR[type * 3 + (span.length() == 1 ? 0 : features.generic(span) ? 2 : 1)];
      for (int i = span.from; span.type == TokenFeatures.TYPES[type] && i < span.to; i++) {
        emissions[i * CrfModel.LABELS + 1 + 2 * type + (i == span.from ? 0 : 1)] += prior;
      }
    }
  }

  private void segment(Passage p, int from, int to, TokenFeatures.Marks marks, int[] slots, int[] labels) {
    for (int i = from; i < to; i++) {
      // what the word says of those about it, the first two places to the left: one run of sums, cut where the part ends
      int first = Math.max(from, i - TokenFeatures.WINDOW);
      int last = Math.min(to, i + TokenFeatures.WINDOW + 1);
      int at = first * CrfModel.LABELS;
      int slot = slots[i] < keptWords.length && keptWords[slots[i]] == p.hash(i) ? slots[i] : slot(p, i);
      int source = slot * KEPT + (first - i + TokenFeatures.WINDOW) * CrfModel.LABELS - at;
      for (int end = last * CrfModel.LABELS; at < end; at++) {
        emissions[at] += kept[source + at];
      }
    }
    // where nothing is like a name, neither the word nor those beside it, its place is not looked at, and it stands outside
    int begin = from;
    boolean before = true;
    boolean here = dull(from, marks);
    for (int i = from; i < to; i++) {
      boolean next = i + 1 == to || dull(i + 1, marks);
      if (before && here && next) {
        decode(from, begin, i, to, labels);
        begin = i + 1;
      } else {
        place(p, i, from, to, marks);
      }
      before = here;
      here = next;
    }
    decode(from, begin, to, to, labels);
  }

  private void place(Passage p, int i, int from, int to, TokenFeatures.Marks marks) {
    int at = i * CrfModel.LABELS;
    long key = PlaceFeatures.formsKey(p, i, from, to, marks);
    int form = forms.find(key);
    if (form < 0) {
      sink.clear();
      PlaceFeatures.ofForms(p, i, from, to, marks, sink);
      form = forms.keep(key, model, sink);
    }
    key = PlaceFeatures.leftKey(p, i, from, marks);
    int before = left.find(key);
    if (before < 0) {
      sink.clear();
      PlaceFeatures.ofLeft(p, i, from, marks, sink);
      before = left.keep(key, model, sink);
    }
    key = PlaceFeatures.rightKey(p, i, to, marks);
    int behind = right.find(key);
    if (behind < 0) {
      sink.clear();
      PlaceFeatures.ofRight(p, i, to, marks, sink);
      behind = right.keep(key, model, sink);
    }
    float[] formSums = forms.sums;
    float[] leftSums = left.sums;
    float[] rightSums = right.sums;
    for (int l = 0; l < CrfModel.LABELS; l++) {
      emissions[at + l] += formSums[form + l] + leftSums[before + l] + rightSums[behind + l];
    }
    sink.clear();
    PlaceFeatures.ofPairs(p, i, from, to, marks, sink);
    model.add(sink, emissions, at);
  }

  private void decode(int from, int begin, int end, int to, int[] labels) {
    if (end > begin) {
      model.decode(emissions, begin, end - begin, labels, scratch, begin > from, end < to);
    }
  }

  /** Whether a word by itself is far from any name. */
  private boolean dull(int i, TokenFeatures.Marks marks) {
    if (marks.form[i] != 0 || marks.title[i] > 1) {
      return false;
    }
    int at = i * CrfModel.LABELS;
    float bound = emissions[at] - DULL;
    for (int l = 1; l < CrfModel.LABELS; l++) {
      if (emissions[at + l] > bound) {
        return false;
      }
    }
    return true;
  }

  /**
   * Where what is known of word {@code i} by itself is kept; it stays there until the next call. Each word has two places, and the one that was of use last is not given away, so
   * that a text's many words that come once do not drive out those that come again.
   */
  private int slot(Passage p, int i) {
    long word = p.hash(i);
    int slot = (int) (word >>> 40) & keptWords.length - 2;
    if (keptWords[slot] == word) {
      useful[slot >> 1] = 0;
      return slot;
    }
    if (keptWords[slot + 1] == word) {
      useful[slot >> 1] = 1;
      return slot + 1;
    }
    if (++misses > keptWords.length && keptWords.length < MOST_KEPT) {
      room(keptWords.length * 4);
      slot = (int) (word >>> 40) & keptWords.length - 2;
    }
    slot += 1 - useful[slot >> 1];
    keptWords[slot] = word;
    keptMasks[slot] = features.mask(p, i);
    keptKinds[slot] = features.kind(p, i);
    Arrays.fill(kept, slot * KEPT, (slot + 1) * KEPT, 0f);
    for (int target = 0; target < PLACES; target++) {
      sink.clear();
      // seen from the left, the word stands to the right
      features.ofWord(p, i, TokenFeatures.WINDOW - target, sink);
      model.add(sink, kept, slot * KEPT + target * CrfModel.LABELS);
    }
    return slot;
  }
}
