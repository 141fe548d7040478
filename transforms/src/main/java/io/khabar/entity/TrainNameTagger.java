package io.khabar.entity;

import io.khabar.model.TextField;
import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.GZIPOutputStream;

/**
 * Trains the name tagger: {@code TrainNameTagger OUT.crf.gz SHARE L2 FILE...}. Files hold one token and tag a line, a blank line between sentences; SHARE (0..1) of each
 * file's sentences, the first ones, is trained on, so that the rest can be scored. The same input gives the same model.
 */
public final class TrainNameTagger {
  /** Weights below leave no trace in the answers. */
  private static final double TOO_SMALL = 0.012;

  private static final int MIN_COUNT = 2;
  /** In a hundred names' words, so many hide their letters in training. */
  private static final int VEILED = 30;
  private static final int EPOCHS = 11;
  private static final Map<String, Integer> TYPE =
      Map.of("PERS", 0, "PER", 0, "LOC", 1, "GPE", 1, "ORG", 2, "MISC", 3);

  private TrainNameTagger() {}

  /** See the class. */
  public static void main(String[] args) throws IOException {
    double share = Double.parseDouble(args[1]);
    double l2 = Double.parseDouble(args[2]);
    TokenFeatures features = new TokenFeatures(Gazetteer.standard());
    FormMatcher forms = new FormMatcher(Gazetteer.standard());
    List<long[][]> raw = new ArrayList<>();
    List<int[]> gold = new ArrayList<>();
    for (int f = 3; f < args.length; f++) {
      List<List<String[]>> sentences = read(Path.of(args[f]));
      for (List<String[]> sentence : sentences.subList(0, (int) (sentences.size() * share))) {
        add(sentence, features, forms, raw, gold);
      }
    }
    Map<Long, Integer> counts = new HashMap<>();
    raw.forEach(s -> List.of(s).forEach(w -> java.util.Arrays.stream(w).forEach(h -> counts.merge(key(h), 1, Integer::sum))));
    long[] kept = counts.entrySet().stream().filter(e -> e.getValue() >= MIN_COUNT).mapToLong(Map.Entry::getKey).sorted().toArray();
    Map<Long, Integer> ids = new HashMap<>();
    for (int i = 0; i < kept.length; i++) {
      ids.put(kept[i], i);
    }
    List<int[][]> data = new ArrayList<>();
    for (long[][] s : raw) {
      int[][] words = new int[s.length][];
      for (int i = 0; i < s.length; i++) {
        words[i] = java.util.Arrays.stream(s[i]).filter(h -> ids.containsKey(key(h))).mapToInt(h -> ids.get(key(h))).distinct().toArray();
      }
      data.add(words);
    }
    System.err.println(data.size() + " sentences, " + kept.length + " features");
    double[] w = new CrfLearner(data, gold, kept.length, l2).learn(EPOCHS);
    write(Path.of(args[0]), kept, w);
  }

  private static long key(long hash) {
    long k = hash >>> 32;
    return k == 0 ? 1 : k;
  }

  private static void write(Path out, long[] kept, double[] w) throws IOException {
    int labels = CrfModel.LABELS;
    List<Integer> rows = new ArrayList<>();
    for (int i = 0; i < kept.length; i++) {
      double top = 0;
      for (int l = 0; l < labels; l++) {
        top = Math.max(top, Math.abs(w[i * labels + l]));
      }
      if (top > TOO_SMALL) {
        rows.add(i);
      }
    }
    int[] features = new int[rows.size()];
    float[] weights = new float[rows.size() * labels];
    for (int r = 0; r < rows.size(); r++) {
      features[r] = (int) kept[rows.get(r)];
      for (int l = 0; l < labels; l++) {
        weights[r * labels + l] = (float) w[rows.get(r) * labels + l];
      }
    }
    float[] transitions = new float[(labels + 1) * labels];
    for (int i = 0; i < transitions.length; i++) {
      transitions[i] = (float) w[kept.length * labels + i];
    }
    try (DataOutputStream data = new DataOutputStream(new BufferedOutputStream(new GZIPOutputStream(Files.newOutputStream(out))))) {
      CrfModel.write(data, features, weights, transitions);
    }
    System.err.println(String.format(Locale.ROOT, "%d features written, %d bytes", features.length, Files.size(out)));
  }

  private static List<List<String[]>> read(Path file) throws IOException {
    List<List<String[]>> out = new ArrayList<>();
    List<String[]> sentence = new ArrayList<>();
    for (String line : Files.readAllLines(file)) {
      String[] cells = line.replace("\u200e", "").replace("\uFEFF", "").strip().split("\\s+");
      if (cells.length >= 2) {
        sentence.add(cells);
      } else if (!sentence.isEmpty()) {
        out.add(sentence);
        sentence = new ArrayList<>();
      }
    }
    if (!sentence.isEmpty()) {
      out.add(sentence);
    }
    return out;
  }

  private static void add(List<String[]> sentence, TokenFeatures features, FormMatcher forms, List<long[][]> raw, List<int[]> gold) {
    StringBuilder text = new StringBuilder();
    int[] ends = new int[sentence.size()];
    for (int i = 0; i < ends.length; i++) {
      text.append(i == 0 ? "" : " ").append(sentence.get(i)[0]);
      ends[i] = text.length();
    }
    Passage p = new Passage(TextField.TEXT, text.toString(), features.gazetteer().lexicon());
    List<Span> listed = new ArrayList<>();
    forms.match(p, listed);
    TokenFeatures.Marks marks = features.new Marks(p, listed);
    int[] labels = new int[p.count];
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
        boolean inside = i > 0 && (labels[i - 1] == 1 + 2 * type || labels[i - 1] == 2 + 2 * type);
        labels[i] = begins || !inside ? 1 + 2 * type : 2 + 2 * type;
      }
      lastToken = token;
    }
    TokenFeatures.Sink sink = new TokenFeatures.Sink();
    int from = 0;
    while (from < p.count) {
      int to = from + 1;
      while (to < p.count && p.glue(to) < Passage.STOP) {
        to++;
      }
      long[][] words = new long[to - from][];
      for (int i = from; i < to; i++) {
        sink.clear();
        // some words are seen without their own letters, so that the model learns from company and lists as well
        boolean veiled = labels[i] != 0 && TokenFeatures.mix(raw.size() * 1000L + i) % 100 >= 100 - VEILED;
        for (int k = -TokenFeatures.WINDOW; k <= TokenFeatures.WINDOW; k++) {
          if (i + k >= from && i + k < to && !(veiled && k == 0)) {
            features.ofWord(p, i + k, k, sink);
          }
        }
        features.ofPlace(p, i, from, to, marks, sink);
        words[i - from] = java.util.Arrays.copyOf(sink.at, sink.size);
      }
      raw.add(words);
      gold.add(java.util.Arrays.copyOfRange(labels, from, to));
      from = to;
    }
  }
}
