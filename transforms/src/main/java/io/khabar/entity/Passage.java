package io.khabar.entity;

import io.khabar.model.TextField;
import io.khabar.text.Arabic;
import io.khabar.text.MatchKey;
import io.khabar.text.Words;

/**
 * One text being tagged: its words, what the lexicon says of each with and without its clitics, and what stands between them. Places are UTF-16 chars.
 */
final class Passage {
  /** Nothing but blanks or a hyphen parts the word from the one before. */
  static final int SPACE = 0;
  /** A comma, quote or bracket does. */
  static final int COMMA = 1;
  /** Other punctuation does. */
  static final int BREAK = 2;
  /** The end of a sentence, a line break or the beginning of the text does. */
  static final int STOP = 3;

  /** A word may be read in so many ways: as it is, and without its clitics. */
  static final int READINGS = 5;

  /** In a reading: the article stands in the text before the word that was looked up, and belongs to the surface. */
  private static final int ARTICLE_KEPT = 1 << 8;

  final TextField field;
  final String text;
  final Words words;
  final int count;
  private final int[] word;
  private final int[] cut;
  private final byte[] glue;
  private final byte[] sign;
  private final long[] hash;

  Passage(TextField field, String text, Lexicon lexicon) {
    this.field = field;
    this.text = text;
    this.words = Words.of(text);
    this.count = words.count();
    this.word = new int[count * READINGS];
    this.cut = new int[count * READINGS];
    this.glue = new byte[count + 1];
    this.sign = new byte[count + 1];
    this.hash = new long[count];
    for (int i = 0; i < count; i++) {
      read(i, lexicon);
      glue[i] = (byte) (i == 0 ? STOP : between(words.end(i - 1), words.start(i)));
      sign[i] = (byte) (i == 0 ? 0 : sign(words.end(i - 1), words.start(i)));
    }
    glue[count] = STOP;
    sign[count] = (byte) (count == 0 ? 0 : sign(words.end(count - 1), text.length()));
  }

  private void read(int i, Lexicon lexicon) {
    int at = i * READINGS;
    hash[i] = Lexicon.hash(words, i, 0, false);
    word[at] = lexicon.find(hash[i]);
    for (int k = 1; k < READINGS; k++) {
      word[at + k] = -1;
    }
    int length = words.keyLength(i);
    if (length < 3) {
      return;
    }
    int k = at + 1;
    int end = at + READINGS;
    int from = 0;
    char c = words.keyChar(i, 0);
    if (c == '\u0648' || c == '\u0641') {
      k = look(i, 1, false, k, lexicon, 0);
      from = 1;
      c = words.keyChar(i, 1);
    }
    if ((c == '\u0628' || c == '\u0644' || c == '\u0643') && length - from > 3 - (from == 0 ? 1 : 0)) {
      if (c == '\u0644' && words.keyChar(i, from + 1) == '\u0644') {
        k = k < end ? look(i, from + 2, true, k, lexicon, 0) : k;
      }
      k = k < end ? look(i, from + 1, false, k, lexicon, 0) : k;
      from++;
    }
    // the article before a name listed without it
    for (int f = 0; f <= from && k < end; f++) {
      if (length - f >= 6 && words.keyChar(i, f) == '\u0627' && words.keyChar(i, f + 1) == '\u0644') {
        k = look(i, f + 2, false, k, lexicon, ARTICLE_KEPT);
        break;
      }
    }
  }

  private int look(int i, int from, boolean article, int k, Lexicon lexicon, int mark) {
    if (words.keyLength(i) - from < 2) {
      return k;
    }
    int found = lexicon.find(Lexicon.hash(words, i, from, article));
    if (found >= 0) {
      word[k] = found;
      cut[k] = from | mark;
      return k + 1;
    }
    return k;
  }

  /** The hash of word {@code i} as it stands. */
  long hash(int i) {
    return hash[i];
  }

  /** The lexicon's number of word {@code i} in a reading, or -1. */
  int word(int i, int reading) {
    return word[i * READINGS + reading];
  }

  /** How many chars of the key are clitics in a reading. */
  int cut(int i, int reading) {
    int c = cut[i * READINGS + reading];
    return (c & ARTICLE_KEPT) != 0 ? (c & 0xFF) - 2 : c;
  }

  boolean articleKept(int i, int reading) {
    return (cut[i * READINGS + reading] & ARTICLE_KEPT) != 0;
  }

  /** What parts word {@code i} from the one before it. */
  int glue(int i) {
    return glue[i];
  }

  /** Which sign parts word {@code i} from the one before it: none, a dash, a comma, an opening or closing quote or bracket, another. */
  int sign(int i) {
    return sign[i];
  }

  private int sign(int from, int to) {
    int bits = 0;
    for (int i = from; i < to; i++) {
      bits |=
          switch (text.charAt(i)) {
            case ' ', '\u00A0' -> 0;
            case '-', '\u2010', '\u2011', '\u2013', '\u2014' -> 1;
            case '\u060C', ',' -> 2;
            case '(', '[' -> 4;
            case ')', ']' -> 8;
            case '"', '\'', '\u00AB', '\u00BB', '\u201C', '\u201D', '\u2018', '\u2019' -> 16;
            case ':' -> 32;
            default -> 64;
          };
    }
    return bits;
  }

  private int between(int from, int to) {
    int worst = SPACE;
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      switch (c) {
        case ' ', '-', '\u2010', '\u2011', '\u2013', '\u00A0' -> {
          // parts words of one name
        }
        case '\u060C', ',', '"', '\'', '\u00AB', '\u00BB', '(', ')', '[', ']', '\u201C', '\u201D', '\u2018', '\u2019', '/', '\\', '_' ->
            worst = Math.max(worst, COMMA);
        case '.' -> {
          // «أ.ف.ب» and initials: a dot right between two letters
          if (to - from > 1 || i == 0) {
            worst = STOP;
          }
        }
        case '\n', '\r', '!', '?', '\u061F' -> worst = STOP;
        default -> {
          if (!Arabic.isMark(c) && !Arabic.isInvisible(c)) {
            worst = Math.max(worst, BREAK);
          }
        }
      }
    }
    return worst;
  }

  /** The place of the first char of word {@code i} after {@code cut} chars of its key; a mark on the clitic goes with the clitic. */
  int startOf(int i, int cut) {
    int at = words.start(i);
    int left = cut;
    int end = words.end(i);
    while (left > 0 && at < end) {
      if (MatchKey.fold(text.charAt(at)) != -1) {
        left--;
      }
      at++;
    }
    while (cut > 0 && at < end && MatchKey.fold(text.charAt(at)) == -1) {
      at++;
    }
    return at;
  }

  /** The match key of the words from..to (exclusive), the first without its clitics. */
  String key(int from, int to, int cut) {
    StringBuilder out = new StringBuilder();
    for (int i = from; i < to; i++) {
      if (i > from) {
        out.append(' ');
      }
      for (int k = i == from ? cut : 0; k < words.keyLength(i); k++) {
        out.append(words.keyChar(i, k));
      }
    }
    return out.toString();
  }

  /** Whether a word has the article, behind a clitic of one letter or none. */
  boolean article(int i) {
    for (int at = 0; at < 2; at++) {
      if (words.keyLength(i) > at + 3 && words.keyChar(i, at) == '\u0627' && words.keyChar(i, at + 1) == '\u0644') {
        return true;
      }
    }
    return false;
  }

  /** Whether a word is printed with a final alef maksura. */
  boolean endsInMaksura(int i) {
    return text.charAt(words.end(i) - 1) == Arabic.ALEF_MAKSURA;
  }
}
