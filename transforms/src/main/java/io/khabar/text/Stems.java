package io.khabar.text;

import org.apache.lucene.analysis.ar.ArabicStemmer;

/** Light stems (light10: Larkey, Ballesteros and Connell 2002) as Lucene computes them, over match keys. */
public final class Stems {
  private static final ArabicStemmer STEMMER = new ArabicStemmer();

  private Stems() {}

  /** The stem of one match-key word. */
  public static String stem(String key) {
    char[] chars = key.toCharArray();
    return new String(chars, 0, STEMMER.stem(chars, chars.length));
  }

  static String stem(char[] keys, int from, int to) {
    char[] chars = java.util.Arrays.copyOfRange(keys, from, to);
    return new String(chars, 0, STEMMER.stem(chars, chars.length));
  }
}
