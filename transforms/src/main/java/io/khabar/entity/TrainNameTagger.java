package io.khabar.entity;

import io.khabar.text.RuleFile;
import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;

/**
 * Trains the name tagger: {@code TrainNameTagger OUT.crf.gz FILE...}. Files hold one token and tag a line, a blank line between sentences. The same input gives the
 * same model.
 */
public final class TrainNameTagger {
  /** Weights below leave no trace in the answers. */
  private static final double TOO_SMALL = 0.012;

  private static final List<String> OWN = List.of("/khabar/tagger/own-sentences.txt", "/khabar/tagger/own-prose.txt");
  /** So often is each of them learned from in a round. */
  static final int OWN_WEIGHT = 2;

  private static final double L2 = 1;
  private static final int EPOCHS = 11;
  private static final int TURNS = 3;

  private TrainNameTagger() {}

  /** See the class. */
  public static void main(String[] args) throws IOException {
    TrainingSet data = new TrainingSet(Gazetteer.standard());
    int number = 0;
    for (int f = 1; f < args.length; f++) {
      for (List<String[]> sentence : read(Path.of(args[f]))) {
        data.add(number++, sentence);
      }
    }
    for (List<String[]> sentence : ownSentences()) {
      for (int k = 0; k < OWN_WEIGHT; k++) {
        data.add(number++, sentence);
      }
    }
    data.close();
    System.err.println(data.sentences() + " sentences, " + data.features() + " features");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(Path.of(args[0])))) {
      write(data, learn(data, IntStream.range(0, data.sentences()).toArray()), out);
    }
    System.err.println(String.format(Locale.ROOT, "%d bytes written", Files.size(Path.of(args[0]))));
  }

  /** The model learned from some of the sentences, as it would be read back. */
  static CrfModel train(TrainingSet data, int[] sentences) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    write(data, learn(data, sentences), bytes);
    return CrfModel.read(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));
  }

  /** The mean of what is learned in some turns: of the chance in each of them less is left. */
  private static float[] learn(TrainingSet data, int[] sentences) {
    float[] mean = null;
    for (int turn = 0; turn < TURNS; turn++) {
      float[] w = new CrfLearner(data, sentences, L2, turn).learn(EPOCHS);
      for (int k = 0; turn > 0 && k < w.length; k++) {
        w[k] += mean[k];
      }
      mean = w;
    }
    for (int k = 0; k < mean.length; k++) {
      mean[k] /= TURNS;
    }
    return mean;
  }

  private static void write(TrainingSet data, float[] w, OutputStream to) throws IOException {
    int labels = CrfModel.LABELS;
    int[] rows =
        IntStream.range(0, data.features())
            .filter(f -> IntStream.range(f * labels, f * labels + labels).anyMatch(i -> Math.abs(w[i]) > TOO_SMALL))
            .toArray();
    int[] features = new int[rows.length];
    float[] weights = new float[rows.length * labels];
    for (int r = 0; r < rows.length; r++) {
      features[r] = data.key(rows[r]);
      System.arraycopy(w, rows[r] * labels, weights, r * labels, labels);
    }
    float[] transitions = new float[(labels + 1) * labels];
    System.arraycopy(w, data.features() * labels, transitions, 0, transitions.length);
    try (DataOutputStream out = new DataOutputStream(new BufferedOutputStream(to))) {
      CrfModel.write(out, features, weights, transitions);
    }
  }

  /**
   * Sentences in our own words, one a line, names in braces with their type: they show words that are names and ordinary words, as either, and names as encyclopedias and features have them. Learned from beside
   * whatever else is.
   */
  static List<List<String[]>> ownSentences() {
    List<List<String[]>> out = new ArrayList<>();
    for (String file : OWN) {
      for (String[] line : RuleFile.resource(file, 1)) {
        out.add(marked(line[0]));
      }
    }
    return out;
  }

  /** A sentence with its names in braces («وصل {PER كريم}»), as tokens and tags. */
  static List<String[]> marked(String line) {
    List<String[]> out = new ArrayList<>();
    String tag = null;
    for (String word : line.strip().split("\\s+")) {
      int open = word.indexOf('{');
      if (open >= 0) {
        tag = "B-" + word.substring(open + 1);
        out.add(new String[] {word.substring(0, open), tag});
        continue;
      }
      int close = word.indexOf('}');
      String token = close < 0 ? word : word.substring(0, close) + word.substring(close + 1);
      boolean first = tag != null && tag.startsWith("B-");
      if (first) {
        // a clitic before the brace belongs to the token
        out.get(out.size() - 1)[0] += token;
        tag = "I-" + tag.substring(2);
      } else {
        out.add(new String[] {token, tag == null ? "O" : tag});
      }
      tag = close < 0 ? tag : null;
    }
    return out;
  }

  /** The sentences of a file: lines of token and tag. */
  static List<List<String[]>> read(Path file) throws IOException {
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
}
