package io.khabar.entity;

import io.khabar.model.EntityType;
import io.khabar.model.Mention;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Strict scores of the tagger against lines of token and tag (B-PERS, I-LOC, O ...): a name counts when its tokens and its type are right. A sentence is tagged as one
 * passage, its tokens parted by blanks.
 */
public final class NameEvaluation {
  private static final Map<String, EntityType> TYPES =
      Map.of("PERS", EntityType.PERSON, "PER", EntityType.PERSON, "LOC", EntityType.LOCATION, "GPE", EntityType.LOCATION, "ORG", EntityType.ORGANIZATION);
  private static final EntityType[] SHOWN = {EntityType.PERSON, EntityType.LOCATION, EntityType.ORGANIZATION};
  private static final int RIGHT = 0;
  private static final int WRONG = 1;
  private static final int MISSED = 2;

  private final int[][] counts = new int[EntityType.values().length][3];

  private NameEvaluation() {}

  private record Name(int from, int to, EntityType type) {}

  /**
   * How a tagger does on a file.
   *
   * @throws IOException when it cannot be read
   */
  public static String score(Path file, EntityTagger tagger) throws IOException {
    NameEvaluation out = new NameEvaluation();
    TrainNameTagger.read(file).forEach(s -> out.add(s, tagger));
    return out.toString();
  }

  /**
   * How a model learned from the rest of a file does on each of its parts, which are cut where they stand, together with the lists and rules around it.
   *
   * @throws IOException when it cannot be read
   */
  public static String crossValidate(Path file, int parts) throws IOException {
    List<List<String[]>> sentences = TrainNameTagger.read(file);
    TrainingSet data = new TrainingSet(Gazetteer.standard());
    for (int i = 0; i < sentences.size(); i++) {
      data.add(i, sentences.get(i));
    }
    for (List<String[]> own : TrainNameTagger.ownSentences()) {
      for (int k = 0; k < TrainNameTagger.OWN_WEIGHT; k++) {
        data.add(sentences.size(), own);
      }
    }
    data.close();
    NameEvaluation out = new NameEvaluation();
    for (int part = 0; part < parts; part++) {
      int from = sentences.size() * part / parts;
      int to = sentences.size() * (part + 1) / parts;
      int[] others = IntStream.range(0, data.sentences()).filter(s -> data.source(s) < from || data.source(s) >= to).toArray();
      EntityTagger tagger = new EntityTagger(Gazetteer.standard(), TrainNameTagger.train(data, others), List.of());
      sentences.subList(from, to).forEach(s -> out.add(s, tagger));
    }
    return out.toString();
  }

  private void add(List<String[]> sentence, EntityTagger tagger) {
    StringBuilder text = new StringBuilder();
    int[] starts = new int[sentence.size()];
    int[] ends = new int[sentence.size()];
    for (int i = 0; i < starts.length; i++) {
      text.append(i == 0 ? "" : " ");
      starts[i] = text.codePointCount(0, text.length());
      text.append(sentence.get(i)[0]);
      ends[i] = text.codePointCount(0, text.length());
    }
    Set<Name> gold = gold(sentence);
    Set<Name> found = new HashSet<>();
    for (Mention m : tagger.tag(text.toString())) {
      List<Integer> tokens = new ArrayList<>();
      for (int i = 0; i < starts.length; i++) {
        if (starts[i] < m.end() && ends[i] > m.start()) {
          tokens.add(i);
        }
      }
      if (!tokens.isEmpty() && m.type() != EntityType.MISC) {
        found.add(new Name(tokens.get(0), tokens.get(tokens.size() - 1) + 1, m.type()));
      }
    }
    found.forEach(n -> counts[n.type.ordinal()][gold.contains(n) ? RIGHT : WRONG]++);
    gold.stream().filter(n -> !found.contains(n)).forEach(n -> counts[n.type.ordinal()][MISSED]++);
  }

  private static Set<Name> gold(List<String[]> sentence) {
    Set<Name> out = new HashSet<>();
    for (int i = 0; i < sentence.size(); ) {
      String tag = sentence.get(i)[1];
      int to = i + 1;
      EntityType type = tag.startsWith("B-") ? TYPES.get(tag.substring(2)) : null;
      if (type != null) {
        while (to < sentence.size() && sentence.get(to)[1].equals("I-" + tag.substring(2))) {
          to++;
        }
        out.add(new Name(i, to, type));
      }
      i = to;
    }
    return out;
  }

  @Override
  public String toString() {
    int[] all = new int[3];
    StringBuilder out = new StringBuilder();
    for (EntityType type : SHOWN) {
      int[] c = counts[type.ordinal()];
      IntStream.range(0, 3).forEach(k -> all[k] += c[k]);
      out.append(line(type.name(), c));
    }
    return line("ALL", all) + out;
  }

  private static String line(String name, int[] c) {
    double p = c[RIGHT] / (double) Math.max(1, c[RIGHT] + c[WRONG]);
    double r = c[RIGHT] / (double) Math.max(1, c[RIGHT] + c[MISSED]);
    double f = p + r == 0 ? 0 : 2 * p * r / (p + r);
    return String.format(Locale.ROOT, "%-13s P %.3f R %.3f F1 %.3f  (%d names)%n", name, p, r, f, c[RIGHT] + c[MISSED]);
  }
}
