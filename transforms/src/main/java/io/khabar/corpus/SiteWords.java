package io.khabar.corpus;

import io.khabar.text.RuleFile;
import io.khabar.text.Words;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * Words in which sites speak to their readers or of themselves, by their hashes, with what each weighs: those of {@code corpus/site-words.txt}, and those of
 * {@code corpus/site-nouns.txt} with the endings that say whose a thing is («بقناتنا», «تجربتك»). A folder of the user's own adds rows; of rows of one word the last
 * wins, and a weight of 0 removes one. Immutable.
 */
public final class SiteWords {
  private static final String WORDS = "corpus/site-words.txt";
  private static final String NOUNS = "corpus/site-nouns.txt";

  /** Behind these an ending is written on. */
  private static final String[] PREFIXES = {"", "و", "ب", "ل", "وب", "ول"};

  private static final String[] OURS = {"نا"};
  private static final String[] YOURS = {"ك", "كم"};
  private static final String[] BOTH = {"نا", "ك", "كم"};

  private static final char TEH_MARBUTA = '\u0629';

  /** In open slots; a free slot weighs nothing. */
  private final long[] hashes;

  private final byte[] weights;

  private static final class Shipped {
    static final SiteWords WORDS = read(null);
  }

  private SiteWords(Map<Long, Byte> words) {
    hashes = new long[Integer.highestOneBit(Math.max(8, words.size())) * 8];
    weights = new byte[hashes.length];
    words.forEach(
        (hash, weight) -> {
          if (weight != 0) {
            int at = slot(hash);
            hashes[at] = hash;
            weights[at] = weight;
          }
        });
  }

  /** The shipped words. */
  public static SiteWords shipped() {
    return Shipped.WORDS;
  }

  /**
   * The shipped words with a user's own.
   *
   * @param folder with {@code corpus/site-words.txt}, {@code corpus/site-nouns.txt}, each optional; null for none
   * @throws UncheckedIOException when a file cannot be read
   * @throws IllegalArgumentException when a row makes no sense; the message names file and row
   */
  public static SiteWords load(Path folder) {
    return folder == null ? shipped() : read(folder);
  }

  private static SiteWords read(Path folder) {
    Map<Long, Byte> words = new HashMap<>();
    for (String[] row : RuleFile.both(folder, NOUNS, 2)) {
      String noun = row[0];
      int last = noun.length() - 1;
      String stem = noun.charAt(last) == TEH_MARBUTA ? noun.substring(0, last) + '\u062A' : noun;
      for (String prefix : PREFIXES) {
        for (String ending : endings(row)) {
          add(prefix + stem + ending, (byte) 2, words);
        }
      }
    }
    // what stands whole in a list is said on purpose, and wins
    for (String[] row : RuleFile.both(folder, WORDS, 2)) {
      if (!row[1].matches("[012]") || Words.of(row[0]).count() != 1) {
        throw new IllegalArgumentException(WORDS + ": row \"" + String.join(" | ", row) + "\": one word, and a weight of 1 or 2, or 0 to remove it");
      }
      byte weight = Byte.parseByte(row[1]);
      add(row[0], weight, words);
      add("و" + row[0], weight, words);
    }
    return new SiteWords(words);
  }

  private static String[] endings(String[] row) {
    return switch (row[1]) {
      case "site" -> OURS;
      case "reader" -> YOURS;
      case "both" -> BOTH;
      default -> throw new IllegalArgumentException(NOUNS + ": row \"" + String.join(" | ", row) + "\": a noun is the site's, the reader's or both");
    };
  }

  private static void add(String word, byte weight, Map<Long, Byte> words) {
    words.put(Words.of(word).hash(0), weight);
  }

  /** How much a word, by its hash, says that a site speaks; 0 for most. */
  public int weight(long hash) {
    return weights[slot(hash)];
  }

  /** Whether some words weigh so much together. */
  public boolean speak(SiteOpenings.Text words, int from, int to, int least) {
    int found = 0;
    for (int w = from; w < to && found < least; w++) {
      found += weight(words.hash(w));
    }
    return found >= least;
  }

  private int slot(long hash) {
    int at = (int) hash & hashes.length - 1;
    while (weights[at] != 0 && hashes[at] != hash) {
      at = at + 1 & hashes.length - 1;
    }
    return at;
  }
}
