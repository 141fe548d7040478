package io.khabar.segment;

import io.khabar.corpus.SiteOpenings;
import io.khabar.text.Words;

/** The words of a page with their hashes worked out once, because every rule asks for them. */
final class PageWords implements SiteOpenings.Text {
  private final Words words;
  private final long[] hashes;
  private final boolean[] numbers;

  PageWords(CharSequence text) {
    words = Words.of(text);
    hashes = new long[words.count()];
    numbers = new boolean[words.count()];
    for (int i = 0; i < hashes.length; i++) {
      hashes[i] = words.hash(i);
      char first = words.keyChar(i, 0);
      numbers[i] = first >= '0' && first <= '9' && words.isNumber(i);
    }
  }

  @Override
  public int count() {
    return hashes.length;
  }

  @Override
  public long hash(int i) {
    return hashes[i];
  }

  @Override
  public boolean isNumber(int i) {
    return numbers[i];
  }

  /** The first word that begins at a char or behind it, or their number. */
  int at(int from) {
    int low = 0;
    int high = hashes.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (words.start(middle) < from) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  @Override
  public int start(int i) {
    return words.start(i);
  }

  @Override
  public int end(int i) {
    return words.end(i);
  }

  /** Where word {@code i} begins, its opening quote included. */
  int opening(int i, String text) {
    int at = start(i);
    while (at > (i == 0 ? 0 : end(i - 1)) && "\"'\u00AB\u201C\u2018([{*-\u2022".indexOf(text.charAt(at - 1)) >= 0) {
      at--;
    }
    return at;
  }

  /** Whether a word is a picture of a letter's size (an emoji), which counts as one. */
  boolean isPicture(int i) {
    char first = words.keyChar(i, 0);
    return first >= '\uD83C' && first <= '\uD83E';
  }

  int keyLength(int i) {
    return words.keyLength(i);
  }

  char keyChar(int i, int at) {
    return words.keyChar(i, at);
  }

  String key(int i) {
    return words.key(i);
  }
}
