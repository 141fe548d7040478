package io.khabar.text;

import java.util.Arrays;

/**
 * The words of a text, in order, with their places and their match keys; a word is a run of letters and digits (marks, tatweel and
 * invisible chars inside it belong to it). Built in one pass with three arrays and one buffer, because every stage walks words.
 *
 * <p>Places are UTF-16 chars of the text given. Immutable.
 */
public final class Words {
  private final CharSequence text;
  private final char[] keys;
  private int[] start = new int[64];
  private int[] end = new int[64];
  private int[] key = new int[65];
  private int count;

  private Words(CharSequence text) {
    this.text = text;
    // an array is read without a string's checks and choice of encoding at every char; keys overwrite it, for they never get ahead of what is read
    char[] chars = text.toString().toCharArray();
    this.keys = chars;
    int used = 0;
    int begin = -1;
    int stop = 0;
    for (int i = 0; i < chars.length; i++) {
      char c = chars[i];
      int f = MatchKey.fold(c);
      if (f == ' ') {
        if (begin >= 0) {
          add(begin, stop, used);
          begin = -1;
        }
      } else if (f != -1) {
        if (begin < 0) {
          begin = i;
          grow();
          key[count] = used;
        }
        chars[used++] = (char) f;
        stop = i + 1;
      } else if (stop == i && Arabic.isMark(c)) {
        // a mark that follows the last letter belongs to the word
        stop = i + 1;
      }
    }
    if (begin >= 0) {
      add(begin, stop, used);
    }
  }

  /** The words of a text. */
  public static Words of(CharSequence text) {
    return new Words(text);
  }

  private void grow() {
    if (count == start.length) {
      start = Arrays.copyOf(start, count * 2);
      end = Arrays.copyOf(end, count * 2);
      key = Arrays.copyOf(key, count * 2 + 1);
    }
  }

  private void add(int from, int to, int used) {
    start[count] = from;
    end[count] = to;
    count++;
    key[count] = used;
  }

  /** How many words. */
  public int count() {
    return count;
  }

  /** First char of word {@code i}. */
  public int start(int i) {
    return start[i];
  }

  /** One past the last char of word {@code i}. */
  public int end(int i) {
    return end[i];
  }

  /** The word as printed. */
  public String surface(int i) {
    return text.subSequence(start[i], end[i]).toString();
  }

  /** The word's match key. */
  public String key(int i) {
    return new String(keys, key[i], key[i + 1] - key[i]);
  }

  /** Length of the word's match key. */
  public int keyLength(int i) {
    return key[i + 1] - key[i];
  }

  /** A char of the word's match key. */
  public char keyChar(int i, int at) {
    return keys[key[i] + at];
  }

  /** A 64-bit hash of the word's match key, the same on every machine. */
  public long hash(int i) {
    return Hash64.of(keys, key[i], key[i + 1]);
  }

  /** Whether the word is digits only. */
  public boolean isNumber(int i) {
    for (int k = key[i]; k < key[i + 1]; k++) {
      if (keys[k] < '0' || keys[k] > '9') {
        return false;
      }
    }
    return true;
  }

  /** The light stem (light10) of the word's match key. */
  public String stem(int i) {
    return Stems.stem(keys, key[i], key[i + 1]);
  }
}
