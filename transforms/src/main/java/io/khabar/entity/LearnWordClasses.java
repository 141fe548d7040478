package io.khabar.entity;

import io.khabar.text.Words;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * Learns classes of words that stand in the same company: {@code LearnWordClasses OUT.gz CLASSES[,CLASSES...] FILE...}. Files are plain text or text.gz, a passage a line, or
 * tokens with a tag, one a line. The exchange algorithm (Martin, Liermann and Ney 1998): each word moves to the class that makes the text's class bigrams likeliest, words by
 * frequency, until the rounds are over. The same files give the same classes.
 */
public final class LearnWordClasses {
  private static final int MIN_COUNT = 4;
  private static final int ROUNDS = 12;

  private final int[][] left;
  private final int[][] leftCount;
  private final int[][] right;
  private final int[][] rightCount;
  private final int[] count;
  private final int[] self;
  private final int[] of;
  private final int classes;
  private final int[] pairs;
  private final int[] total;

  private LearnWordClasses(List<Map<Integer, Integer>> before, List<Map<Integer, Integer>> after, int[] count, int classes) {
    int n = count.length;
    this.classes = classes;
    this.count = count;
    left = new int[n][];
    leftCount = new int[n][];
    right = new int[n][];
    rightCount = new int[n][];
    self = new int[n];
    of = new int[n];
    for (int w = 0; w < n; w++) {
      self[w] = before.get(w).getOrDefault(w, 0);
      before.get(w).remove(w);
      after.get(w).remove(w);
      left[w] = before.get(w).keySet().stream().mapToInt(i -> i).toArray();
      leftCount[w] = before.get(w).values().stream().mapToInt(i -> i).toArray();
      right[w] = after.get(w).keySet().stream().mapToInt(i -> i).toArray();
      rightCount[w] = after.get(w).values().stream().mapToInt(i -> i).toArray();
      // words come by frequency, so the first ones begin a class each
      of[w] = w % classes;
    }
    pairs = new int[classes * classes];
    total = new int[classes];
  }

  /** See the class. */
  public static void main(String[] args) throws IOException {
    int[] sizes = Arrays.stream(args[1].split(",")).mapToInt(Integer::parseInt).toArray();
    List<List<String>> passages = new ArrayList<>();
    for (int f = 2; f < args.length; f++) {
      read(Path.of(args[f]), passages);
    }
    Map<String, Integer> counts = new HashMap<>();
    passages.forEach(p -> p.forEach(w -> counts.merge(w, 1, Integer::sum)));
    List<String> words = new ArrayList<>(counts.keySet());
    words.removeIf(w -> counts.get(w) < MIN_COUNT);
    words.sort(Comparator.comparing((String w) -> -counts.get(w)).thenComparing(w -> w));
    int[][] found = new int[sizes.length][];
    for (int s = 0; s < sizes.length; s++) {
      found[s] = learn(passages, words, sizes[s]);
    }
    try (Writer out = new OutputStreamWriter(new GZIPOutputStream(Files.newOutputStream(Path.of(args[0]))), StandardCharsets.UTF_8)) {
      Map<String, String> rows = new TreeMap<>();
      for (int w = 0; w < words.size(); w++) {
        StringBuilder row = new StringBuilder();
        for (int[] classesOf : found) {
          row.append('\t').append(classesOf[w]);
        }
        rows.put(words.get(w), row.toString());
      }
      for (Map.Entry<String, String> row : rows.entrySet()) {
        out.write(row.getKey() + row.getValue() + '\n');
      }
    }
    System.err.println(words.size() + " words");
  }

  private static void read(Path file, List<List<String>> passages) throws IOException {
    boolean gz = file.toString().endsWith(".gz");
    try (InputStream raw = Files.newInputStream(file);
        BufferedReader reader = new BufferedReader(new InputStreamReader(gz ? new GZIPInputStream(raw) : raw, StandardCharsets.UTF_8))) {
      StringBuilder sentence = new StringBuilder();
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        String[] cells = line.strip().split("\\s+");
        boolean token = cells.length == 2 && cells[1].matches("O|[BI]-.*");
        if (token) {
          sentence.append(cells[0]).append(' ');
          continue;
        }
        add(sentence.toString(), passages);
        sentence.setLength(0);
        for (String part : line.split("(?<=[.!\u061F])\\s")) {
          add(part, passages);
        }
      }
      add(sentence.toString(), passages);
    }
  }

  private static void add(String text, List<List<String>> passages) {
    Words words = Words.of(text);
    List<String> out = new ArrayList<>();
    for (int i = 0; i < words.count(); i++) {
      out.add(words.isNumber(i) ? "0" : words.key(i));
    }
    if (!out.isEmpty()) {
      passages.add(out);
    }
  }

  private static int[] learn(List<List<String>> passages, List<String> words, int classes) {
    Map<String, Integer> ids = new HashMap<>();
    words.forEach(w -> ids.put(w, ids.size()));
    int n = words.size() + 2;
    int rare = n - 2;
    int edge = n - 1;
    int[] count = new int[n];
    List<Map<Integer, Integer>> before = new ArrayList<>();
    List<Map<Integer, Integer>> after = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      before.add(new TreeMap<>());
      after.add(new TreeMap<>());
    }
    for (List<String> p : passages) {
      int last = edge;
      for (int i = 0; i <= p.size(); i++) {
        int w = i == p.size() ? edge : ids.getOrDefault(p.get(i), rare);
        count[w]++;
        before.get(w).merge(last, 1, Integer::sum);
        after.get(last).merge(w, 1, Integer::sum);
        last = w;
      }
    }
    LearnWordClasses learner = new LearnWordClasses(before, after, count, classes + 2);
    learner.of[rare] = classes;
    learner.of[edge] = classes + 1;
    for (int w = 0; w < words.size(); w++) {
      learner.of[w] = w % classes;
    }
    learner.run(words.size(), classes);
    return learner.of;
  }

  private void run(int words, int open) {
    for (int w = 0; w < count.length; w++) {
      total[of[w]] += count[w];
      pairs[of[w] * classes + of[w]] += self[w];
      for (int k = 0; k < right[w].length; k++) {
        pairs[of[w] * classes + of[right[w][k]]] += rightCount[w][k];
      }
    }
    int[] before = new int[classes];
    int[] after = new int[classes];
    for (int round = 0; round < ROUNDS; round++) {
      int moved = 0;
      for (int w = 0; w < words; w++) {
        Arrays.fill(before, 0);
        Arrays.fill(after, 0);
        for (int k = 0; k < left[w].length; k++) {
          before[of[left[w][k]]] += leftCount[w][k];
        }
        for (int k = 0; k < right[w].length; k++) {
          after[of[right[w][k]]] += rightCount[w][k];
        }
        int[] b = present(before);
        int[] a = present(after);
        int old = of[w];
        put(w, old, -1, b, before, a, after);
        int best = old;
        double top = Double.NEGATIVE_INFINITY;
        for (int c = 0; c < open; c++) {
          double gain = gain(w, c, b, before, a, after);
          if (gain > top + 1e-9) {
            top = gain;
            best = c;
          }
        }
        put(w, best, 1, b, before, a, after);
        of[w] = best;
        moved += best == old ? 0 : 1;
      }
      System.err.println("round " + (round + 1) + ": " + moved + " words moved");
    }
  }

  private static int[] present(int[] counts) {
    int n = 0;
    int[] out = new int[counts.length];
    for (int c = 0; c < counts.length; c++) {
      if (counts[c] > 0) {
        out[n++] = c;
      }
    }
    return Arrays.copyOf(out, n);
  }

  private void put(int w, int c, int sign, int[] b, int[] before, int[] a, int[] after) {
    total[c] += sign * count[w];
    pairs[c * classes + c] += sign * self[w];
    for (int d : b) {
      pairs[d * classes + c] += sign * before[d];
    }
    for (int d : a) {
      pairs[c * classes + d] += sign * after[d];
    }
  }

  /** What the likelihood of the class bigrams gains when a word that is in no class joins one. */
  private double gain(int w, int c, int[] b, int[] before, int[] a, int[] after) {
    double g = 0;
    for (int d : b) {
      if (d != c) {
        int n = pairs[d * classes + c];
        g += xlogx(n + before[d]) - xlogx(n);
      }
    }
    for (int d : a) {
      if (d != c) {
        int n = pairs[c * classes + d];
        g += xlogx(n + after[d]) - xlogx(n);
      }
    }
    int own = pairs[c * classes + c];
    g += xlogx(own + before[c] + after[c] + self[w]) - xlogx(own);
    return g - 2 * (xlogx(total[c] + count[w]) - xlogx(total[c]));
  }

  private static final double[] SMALL = new double[1 << 16];

  static {
    for (int i = 2; i < SMALL.length; i++) {
      SMALL[i] = i * Math.log(i);
    }
  }

  private static double xlogx(int n) {
    return n < SMALL.length ? SMALL[n] : n * Math.log(n);
  }
}
