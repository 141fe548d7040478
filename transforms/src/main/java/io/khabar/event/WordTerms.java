package io.khabar.event;

import io.khabar.corpus.TermWeights;
import io.khabar.text.Hash64;
import io.khabar.text.Words;

/**
 * The term each word stands for and its rarity, remembered by word: a light stem, without the particle that Arabic writes on to it where the rest is much commoner. A direct-mapped
 * table of fixed size; what it forgets is worked out again, so that answers never depend on it. Not thread-safe.
 */
final class WordTerms {
  private static final int SIZE = 1 << 15;
  private static final int ONCE = 1 << 8;

  /** A particle that Arabic writes on to the word after it. */
  private static final String PARTICLES = "بلكفوس";

  /** How much commoner, in hundredths of a natural logarithm, the rest of a word must be for its first letter to be a particle: three times. */
  private static final int COMMONER = 110;

  /** The rarity of a word that is no term. */
  private static final int NONE = -1;

  private final TermWeights weights;
  private final long[] words;
  private final long[] terms;
  private final int[] rarities;

  /** Room for the words of a dump. */
  WordTerms(TermWeights weights) {
    this(weights, SIZE);
  }

  private WordTerms(TermWeights weights, int size) {
    this.weights = weights;
    words = new long[size];
    terms = new long[size];
    rarities = new int[size];
  }

  /** Room for a story or two. */
  static WordTerms small(TermWeights weights) {
    return new WordTerms(weights, ONCE);
  }

  TermWeights weights() {
    return weights;
  }

  /** Where a word's term stands until the next call, or -1 for a word that is none: too short, it or its stem. */
  int slot(Words text, int i) {
    if (text.keyLength(i) < 2) {
      return -1;
    }
    long word = text.hash(i);
    int at = (int) (word & (words.length - 1));
    if (words[at] != word) {
      workOut(at, text.stem(i));
      words[at] = word;
    }
    return rarities[at] == NONE ? -1 : at;
  }

  private void workOut(int at, String stem) {
    if (stem.length() < 2) {
      rarities[at] = NONE;
      return;
    }
    terms[at] = Hash64.of(stem);
    rarities[at] = weights.of(terms[at]);
    if (stem.length() > 4 && PARTICLES.indexOf(stem.charAt(0)) >= 0) {
      long rest = Hash64.of(stem.substring(1));
      int restRarity = weights.of(rest);
      if (restRarity + COMMONER <= rarities[at]) {
        terms[at] = rest;
        rarities[at] = restRarity;
      }
    }
  }

  long term(int slot) {
    return terms[slot];
  }

  /** The term's weight, in hundredths of a natural logarithm. */
  int rarity(int slot) {
    return rarities[slot];
  }
}
