package io.khabar.text;

/** Turns UTF-16 places of one text into code points; constant time where the text has no surrogates, as nearly all Arabic has not. */
public final class Offsets {
  private final int[] points;
  private final int length;

  private Offsets(String text) {
    int surrogates = 0;
    for (int i = 0; i < text.length() && surrogates == 0; i++) {
      if (Character.isSurrogate(text.charAt(i))) {
        surrogates++;
      }
    }
    if (surrogates == 0) {
      points = null;
      length = text.length();
      return;
    }
    points = new int[text.length() + 1];
    int point = 0;
    for (int i = 0; i < text.length(); i++) {
      points[i] = point;
      boolean inside =
          Character.isHighSurrogate(text.charAt(i)) && i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1));
      if (inside) {
        points[++i] = point + 1;
      }
      point++;
    }
    points[text.length()] = point;
    length = point;
  }

  /** The offsets of a text. */
  public static Offsets of(String text) {
    return new Offsets(text);
  }

  /** The code point that stands at a UTF-16 place. */
  public int codePoint(int utf16) {
    return points == null ? utf16 : points[utf16];
  }

  /** How many code points the text has. */
  public int length() {
    return length;
  }
}
