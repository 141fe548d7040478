package io.khabar.text;

/**
 * Hashes of light stems, remembered by word: running text repeats its words, and stemming is the dearest thing done to them. A direct-mapped table of fixed
 * size; what it forgets is computed again, so that answers never depend on it. Not thread-safe.
 */
public final class StemHashes {
  private static final int SIZE = 1 << 16;

  private final long[] words = new long[SIZE];
  private final long[] stems = new long[SIZE];

  /** {@code Hash64.of(words.stem(i))}. */
  public long of(Words text, int i) {
    return of(text, i, text.hash(i));
  }

  /** The same where the word's hash is known. */
  public long of(Words text, int i, long word) {
    int at = (int) (word & (SIZE - 1));
    if (words[at] != word) {
      stems[at] = Hash64.of(text.stem(i));
      words[at] = word;
    }
    return stems[at];
  }
}
