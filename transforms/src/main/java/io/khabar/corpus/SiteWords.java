package io.khabar.corpus;

import io.khabar.text.RuleFile;
import io.khabar.text.Words;

/**
 * Words in which sites speak to their readers or of themselves, by their hashes, with what each weighs: those of {@code site-words.txt}, and those of
 * {@code site-nouns.txt} with the endings that say whose a thing is («بقناتنا», «تجربتك»).
 */
final class SiteWords {
  /** Behind these an ending is written on. */
  private static final String[] PREFIXES = {"", "و", "ب", "ل", "وب", "ول"};

  private static final String[] OURS = {"نا"};
  private static final String[] YOURS = {"ك", "كم"};
  private static final String[] BOTH = {"نا", "ك", "كم"};

  private static final char TEH_MARBUTA = '\u0629';

  /** In open slots; a free slot weighs nothing. */
  private static final long[] HASHES = new long[1 << 14];

  private static final byte[] WEIGHTS = new byte[HASHES.length];

  private static int held;

  static {
    for (String[] row : RuleFile.resource("/khabar/corpus/site-nouns.txt", 2)) {
      String noun = row[0];
      int last = noun.length() - 1;
      String stem = noun.charAt(last) == TEH_MARBUTA ? noun.substring(0, last) + '\u062A' : noun;
      for (String prefix : PREFIXES) {
        for (String ending : endings(row[1])) {
          add(prefix + stem + ending, (byte) 2);
        }
      }
    }
    // what stands whole in a list is said on purpose, and wins
    for (String[] row : RuleFile.resource("/khabar/corpus/site-words.txt", 2)) {
      add(row[0], Byte.parseByte(row[1]));
      add("و" + row[0], Byte.parseByte(row[1]));
    }
  }

  private SiteWords() {}

  /** How much a word, by its hash, says that a site speaks; 0 for most. */
  static int weight(long hash) {
    return WEIGHTS[slot(hash)];
  }

  private static String[] endings(String whose) {
    return switch (whose) {
      case "site" -> OURS;
      case "reader" -> YOURS;
      case "both" -> BOTH;
      default -> throw new IllegalStateException("corpus/site-nouns.txt: a noun is the site's, the reader's or both, not '" + whose + "'");
    };
  }

  private static void add(String word, byte weight) {
    if (++held * 4 > HASHES.length) {
      throw new IllegalStateException("corpus/site-words.txt and site-nouns.txt have more words than there is room for");
    }
    long hash = Words.of(word).hash(0);
    int at = slot(hash);
    HASHES[at] = hash;
    WEIGHTS[at] = weight;
  }

  private static int slot(long hash) {
    int at = (int) hash & HASHES.length - 1;
    while (WEIGHTS[at] != 0 && HASHES[at] != hash) {
      at = at + 1 & HASHES.length - 1;
    }
    return at;
  }
}
