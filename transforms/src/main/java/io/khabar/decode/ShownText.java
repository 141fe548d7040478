package io.khabar.decode;

import java.util.Arrays;

/** The text of a page as it grows, in chars that serve the next page too: a {@code StringBuilder} is begun anew and looks at each char twice. */
final class ShownText {
  /** A page's chars beyond this are given back, in chars. */
  private static final int KEPT = 1 << 18;

  private char[] chars = new char[1 << 14];
  private int length;

  /** Begins a new page. */
  void clear() {
    length = 0;
    if (chars.length > KEPT) {
      chars = new char[KEPT];
    }
  }

  int length() {
    return length;
  }

  char charAt(int at) {
    return chars[at];
  }

  char last() {
    return chars[length - 1];
  }

  void append(char c) {
    grow(1);
    chars[length++] = c;
  }

  void append(String s, int from, int to) {
    grow(to - from);
    s.getChars(from, to, chars, length);
    length += to - from;
  }

  /** Takes back what was shown from a place on. */
  void cut(int at) {
    length = at;
  }

  String substring(int from, int to) {
    return new String(chars, from, to - from);
  }

  private void grow(int more) {
    if (length + more > chars.length) {
      chars = Arrays.copyOf(chars, Math.max(chars.length * 2, length + more));
    }
  }

  @Override
  public String toString() {
    return new String(chars, 0, length);
  }
}
