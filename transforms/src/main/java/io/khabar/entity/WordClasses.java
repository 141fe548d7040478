package io.khabar.entity;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;

/** Classes of words that stand in the same company, coarse and fine, as {@link LearnWordClasses} wrote them. Immutable. */
final class WordClasses {
  private static final String FILE = "/khabar/tagger/word-classes.tsv.gz";

  private long[] keys = new long[1 << 10];
  private int[] values = new int[1 << 10];
  private final KeyBits known = new KeyBits(18);
  private int size;

  private WordClasses() {}

  /** The classes in the jar; empty where there are none. */
  static WordClasses shipped() {
    return Shipped.CLASSES;
  }

  private static final class Shipped {
    static final WordClasses CLASSES = load();

    private static WordClasses load() {
      WordClasses out = new WordClasses();
      try (InputStream in = WordClasses.class.getResourceAsStream(FILE)) {
        if (in != null) {
          BufferedReader lines = new BufferedReader(new InputStreamReader(new GZIPInputStream(in), StandardCharsets.UTF_8));
          for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            String[] cells = line.split("\t");
            out.put(Lexicon.hash(cells[0]), Integer.parseInt(cells[1]) << 16 | Integer.parseInt(cells[2]));
          }
        }
      } catch (IOException e) {
        throw new UncheckedIOException("cannot read " + FILE, e);
      }
      return out;
    }
  }

  private void put(long hash, int value) {
    if (++size * 2 > keys.length) {
      long[] oldKeys = keys;
      int[] oldValues = values;
      keys = new long[oldKeys.length * 2];
      values = new int[oldKeys.length * 2];
      for (int i = 0; i < oldKeys.length; i++) {
        if (oldKeys[i] != 0) {
          set(oldKeys[i], oldValues[i]);
        }
      }
    }
    set(hash, value);
    known.add(hash);
  }

  private void set(long hash, int value) {
    int at = (int) hash & keys.length - 1;
    while (keys[at] != 0) {
      at = at + 1 & keys.length - 1;
    }
    keys[at] = hash;
    values[at] = value;
  }

  /** The coarse class in the upper half and the fine one in the lower half, or -1 for a word of no class. */
  int of(long hash) {
    if (!known.mayHave(hash)) {
      return -1;
    }
    for (int at = (int) hash & keys.length - 1; keys[at] != 0; at = at + 1 & keys.length - 1) {
      if (keys[at] == hash) {
        return values[at];
      }
    }
    return -1;
  }

  int size() {
    return size;
  }
}
