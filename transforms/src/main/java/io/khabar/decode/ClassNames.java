package io.khabar.decode;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Reads the class names and ids of elements. The pages of a site write the same ones again and again, so each is read once. Not thread-safe. */
final class ClassNames {
  /** Longer ones are machine-made and say nothing, in chars. */
  static final int MAX_CHARS = 160;

  private static final int MAX_KNOWN = 10_000;

  /**
   * A {@code class} or an {@code id}.
   *
   * @param words its words in lower case, single blanks between them, capitals inside them parted by a hyphen
   * @param says what they say by the rule file, as bits
   */
  record Words(String words, int says) {}

  private static final Words NONE = new Words("", 0);

  private final Map<String, Words> known = new HashMap<>();
  private final StringBuilder line = new StringBuilder(4 * MAX_CHARS);

  /** What a class or an id says. */
  Words of(String value) {
    if (value.isEmpty()) {
      return NONE;
    }
    Words words = known.get(value);
    if (words == null) {
      if (known.size() == MAX_KNOWN) {
        known.clear();
      }
      words = read(value);
      known.put(value, words);
    }
    return words;
  }

  /** An empty builder for words of several elements, until it is asked for again. */
  StringBuilder line() {
    line.setLength(0);
    return line;
  }

  private static Words read(String value) {
    String words = squeeze(value);
    int says = 0;
    int from = 0;
    while (from < words.length()) {
      int blank = words.indexOf(' ', from);
      int to = blank < 0 ? words.length() : blank;
      says |= word(words.substring(from, to));
      from = to + 1;
    }
    return new Words(words, says);
  }

  private static String squeeze(String words) {
    StringBuilder out = new StringBuilder(words.length() + 8);
    for (int i = 0; i < words.length(); i++) {
      char c = words.charAt(i);
      if (c > ' ') {
        if (Character.isUpperCase(c) && i > 0 && Character.isLowerCase(words.charAt(i - 1)) && i + 1 < words.length() && Character.isLowerCase(words.charAt(i + 1))) {
          out.append('-');
        }
        out.append(c);
      } else if (out.length() > 0 && out.charAt(out.length() - 1) != ' ') {
        out.append(' ');
      }
    }
    return out.toString().strip().toLowerCase(Locale.ROOT);
  }

  /** As the rule file writes words: «story__content» and «story_content» are story-content, «box--big» is box too, «post-12» is post. */
  private static int word(String word) {
    int end = word.length();
    while (end > 0 && (Character.isDigit(word.charAt(end - 1)) || (end < word.length() && word.charAt(end - 1) == '-'))) {
      end--;
    }
    String plain = word.substring(0, end);
    if (plain.indexOf('_') < 0 && plain.indexOf("--") < 0) {
      return ClassWords.of(plain);
    }
    int modifier = plain.indexOf("--");
    int bits = ClassWords.of(plain.replace("--", "-").replace("__", "-").replace('_', '-'));
    return modifier <= 0 ? bits : bits | ClassWords.of(plain.substring(0, modifier).replace("__", "-").replace('_', '-'));
  }
}
