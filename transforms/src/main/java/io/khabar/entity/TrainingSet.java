package io.khabar.entity;

import io.khabar.model.TextField;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Sentences to learn from, as the numbers of the features of each word: flat arrays, for there are tens of millions of them. */
final class TrainingSet {
  private static final int MIN_COUNT = 2;
  private static final Map<String, Integer> TYPE = Map.of("PERS", 0, "PER", 0, "LOC", 1, "GPE", 1, "ORG", 2, "MISC", 3);

  private final TokenFeatures features;
  private final FormMatcher forms;
  private final TokenFeatures.Sink sink = new TokenFeatures.Sink();

  private int[] keys = new int[1 << 20];
  private int size;
  private int[] begins = new int[1 << 12];
  private int[] labels = new int[1 << 12];
  private int words;
  private int[] firsts = new int[1 << 10];
  private int sentences;
  private final List<Integer> sources = new ArrayList<>();
  private int[] kept;

  TrainingSet(Gazetteer gazetteer) {
    this.features = new TokenFeatures(gazetteer);
    this.forms = new FormMatcher(gazetteer);
  }

  /** Which of the sentences given a sentence (a part without a full stop) comes from. */
  int source(int sentence) {
    return sources.get(sentence);
  }

  int sentences() {
    return sentences;
  }

  int features() {
    return kept.length;
  }

  /** The key of a feature, the upper half of its hash. */
  int key(int feature) {
    return kept[feature];
  }

  /** Whether a feature is of a word's own letters. */
  boolean ofLetters(int feature) {
    return (kept[feature] & 1) != 0;
  }

  /** The first word of a sentence, or for the number after the last, the number of words. */
  int first(int sentence) {
    return sentence == sentences ? words : firsts[sentence];
  }

  /** Where the features of a word begin. */
  int begin(int word) {
    return word == words ? size : begins[word];
  }

  int feature(int at) {
    return keys[at];
  }

  int label(int word) {
    return labels[word];
  }

  /** Adds a sentence of token and tag. */
  void add(int source, List<String[]> sentence) {
    StringBuilder text = new StringBuilder();
    int[] ends = new int[sentence.size()];
    for (int i = 0; i < ends.length; i++) {
      text.append(i == 0 ? "" : " ").append(sentence.get(i)[0]);
      ends[i] = text.length();
    }
    Passage p = new Passage(TextField.TEXT, text.toString(), features.gazetteer().lexicon());
    int[] gold = new int[p.count];
    int token = 0;
    int lastToken = -1;
    for (int i = 0; i < p.count; i++) {
      while (p.words.start(i) >= ends[token]) {
        token++;
      }
      String tag = sentence.get(token)[1];
      Integer type = tag.length() > 2 ? TYPE.get(tag.substring(2)) : null;
      if (type != null) {
        boolean begins = tag.charAt(0) == 'B' && token != lastToken;
        boolean inside = i > 0 && (gold[i - 1] == 1 + 2 * type || gold[i - 1] == 2 + 2 * type);
        gold[i] = begins || !inside ? 1 + 2 * type : 2 + 2 * type;
      }
      lastToken = token;
    }
    add(source, p, gold);
  }

  /** Adds a passage with a label for each word. */
  void add(int source, Passage p, int[] gold) {
    List<Span> listed = new ArrayList<>();
    forms.match(p, listed);
    TokenFeatures.Marks marks = features.new Marks(p, listed);
    int from = 0;
    while (from < p.count) {
      int to = from + 1;
      while (to < p.count && p.glue(to) < Passage.STOP) {
        to++;
      }
      if (sentences == firsts.length) {
        firsts = Arrays.copyOf(firsts, sentences * 2);
      }
      firsts[sentences++] = words;
      sources.add(source);
      for (int i = from; i < to; i++) {
        word(p, i, from, to, marks, gold[i]);
      }
      from = to;
    }
  }

  private void word(Passage p, int i, int from, int to, TokenFeatures.Marks marks, int label) {
    sink.clear();
    for (int k = -TokenFeatures.WINDOW; k <= TokenFeatures.WINDOW; k++) {
      if (i + k >= from && i + k < to) {
        features.ofWord(p, i + k, k, sink);
      }
    }
    PlaceFeatures.ofPlace(p, i, from, to, marks, sink);
    if (words == begins.length) {
      begins = Arrays.copyOf(begins, words * 2);
      labels = Arrays.copyOf(labels, words * 2);
    }
    begins[words] = size;
    labels[words++] = label;
    int[] mine = new int[sink.size];
    for (int k = 0; k < mine.length; k++) {
      int key = (int) (sink.at[k] >>> 32);
      mine[k] = key == 0 ? 2 : key;
    }
    Arrays.sort(mine);
    if (size + mine.length > keys.length) {
      keys = Arrays.copyOf(keys, keys.length * 2);
    }
    for (int k = 0; k < mine.length; k++) {
      if (k == 0 || mine[k] != mine[k - 1]) {
        keys[size++] = mine[k];
      }
    }
  }

  /** Numbers the features met twice and forgets the others; nothing may be added after. */
  void close() {
    int[] sorted = Arrays.copyOf(keys, size);
    Arrays.sort(sorted);
    int n = 0;
    for (int i = 0; i < sorted.length; ) {
      int j = i;
      while (j < sorted.length && sorted[j] == sorted[i]) {
        j++;
      }
      if (j - i >= MIN_COUNT) {
        sorted[n++] = sorted[i];
      }
      i = j;
    }
    kept = Arrays.copyOf(sorted, n);
    int table = Integer.highestOneBit(n * 2) * 2;
    int[] slots = new int[table];
    int[] ids = new int[table];
    for (int f = 0; f < n; f++) {
      int at = kept[f] & table - 1;
      while (slots[at] != 0) {
        at = at + 1 & table - 1;
      }
      slots[at] = kept[f];
      ids[at] = f;
    }
    int out = 0;
    for (int w = 0; w < words; w++) {
      int end = begin(w + 1);
      int start = begins[w];
      begins[w] = out;
      for (int k = start; k < end; k++) {
        int at = keys[k] & table - 1;
        while (slots[at] != 0 && slots[at] != keys[k]) {
          at = at + 1 & table - 1;
        }
        if (slots[at] != 0) {
          keys[out++] = ids[at];
        }
      }
    }
    size = out;
  }
}
