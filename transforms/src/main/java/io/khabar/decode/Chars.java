package io.khabar.decode;

/** What no dataset can hold. */
final class Chars {
  private static final char REPLACEMENT = '\uFFFD';

  private Chars() {}

  /** The same text with lone surrogates replaced, or the text itself when it has none; length and places stay. */
  static String sound(String text) {
    if (text == null) {
      return null;
    }
    StringBuilder out = null;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isHighSurrogate(c) && i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))) {
        i++;
      } else if (Character.isSurrogate(c)) {
        if (out == null) {
          out = new StringBuilder(text);
        }
        out.setCharAt(i, REPLACEMENT);
      }
    }
    return out == null ? text : out.toString();
  }
}
