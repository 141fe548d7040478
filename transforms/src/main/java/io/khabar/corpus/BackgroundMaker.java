package io.khabar.corpus;

import io.khabar.text.Words;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.GZIPInputStream;

/**
 * Makes {@code background-terms.tsv}: in how many documents of a corpus each light stem stands. Counts only, no text.
 *
 * <p>Usage: {@code java -cp ... io.khabar.corpus.BackgroundMaker CORPUS.txt[.gz] background-terms.tsv "source and licence"}; the corpus has one document a
 * line, UTF-8.
 */
public final class BackgroundMaker {
  static final int LEAST_DOCUMENTS = 3;
  static final int MOST_ROWS = 25_000;

  private BackgroundMaker() {}

  /** Reads the first file and writes the second. */
  public static void main(String[] args) throws IOException {
    if (args.length != 3) {
      System.err.println("usage: BackgroundMaker CORPUS.txt[.gz] OUT.tsv \"source and licence\"");
      System.exit(2);
    }
    Path corpus = Path.of(args[0]);
    try (InputStream file = Files.newInputStream(corpus);
        InputStream in = args[0].endsWith(".gz") ? new GZIPInputStream(file) : file;
        Writer out = Files.newBufferedWriter(Path.of(args[1]), StandardCharsets.UTF_8)) {
      make(in, out, args[2]);
    }
  }

  /** Counts the documents of a stream, one a line, and writes the table. */
  static void make(InputStream in, Writer out, String source) throws IOException {
    Map<String, Integer> frequency = new HashMap<>();
    long documents = 0;
    BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
    for (String line = reader.readLine(); line != null; line = reader.readLine()) {
      if (line.isBlank()) {
        continue;
      }
      documents++;
      Words words = Words.of(line);
      Set<String> once = new HashSet<>();
      for (int i = 0; i < words.count(); i++) {
        once.add(words.stem(i));
      }
      once.remove("");
      once.forEach(stem -> frequency.merge(stem, 1, Integer::sum));
    }
    List<Map.Entry<String, Integer>> rows = new ArrayList<>();
    for (Map.Entry<String, Integer> entry : frequency.entrySet()) {
      if (entry.getValue() >= LEAST_DOCUMENTS) {
        rows.add(entry);
      }
    }
    rows.sort(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder()).thenComparing(Map.Entry.comparingByKey()));
    out.write("# How common a term is in Arabic news: what makes the weights of a small run like those of a large one.\n");
    out.write("# Columns: light stem (light10) of a match key <TAB> in how many documents it stands; the row * has the number of documents.\n");
    out.write("# Stems of fewer than " + LEAST_DOCUMENTS + " documents and those past row " + MOST_ROWS + " are left out. Counts only: no text of the source is here.\n");
    out.write("# Source: " + source + "\n");
    out.write("# To make it anew from another corpus: io.khabar.corpus.BackgroundMaker CORPUS.txt[.gz] background-terms.tsv \"source and licence\".\n");
    out.write("*\t" + documents + "\n");
    for (Map.Entry<String, Integer> row : rows.subList(0, Math.min(MOST_ROWS, rows.size()))) {
      out.write(row.getKey() + "\t" + row.getValue() + "\n");
    }
    out.flush();
  }
}
