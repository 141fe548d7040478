package io.khabar.text;

/**
 * The match key: what remains of a text when everything is gone that typists and typesetters do differently. For comparing and
 * looking up, never for showing.
 *
 * <p>Beyond Lucene's ArabicNormalizer (alef, yeh, teh marbuta, marks, tatweel) it folds hamza carriers (ؤ to و, ئ to ي), Persian keheh and
 * yeh, digits to ASCII, Latin to lower case, and turns punctuation into blanks; one table does all of it in one pass. A lone hamza stays:
 * it tells «سماء» from «سما». Presentation forms are expanded by {@link PublishedText} and are looked up here one to one where they have one letter.
 */
public final class MatchKey {
  /** Marks a char that leaves no trace, so that the letters beside it meet. */
  private static final char DROP = '\uFFFF';

  /** The {@link #maskedHash} of a text without a letter or digit. */
  public static final long NO_WORDS = Hash64.of("");

  private static final char[] FOLD = new char[1 << 16];

  static {
    for (int i = 0; i < FOLD.length; i++) {
      FOLD[i] = compute((char) i);
    }
  }

  private MatchKey() {}

  private static char compute(char c) {
    if (Arabic.isMark(c) || Arabic.isInvisible(c) || c == Arabic.TATWEEL || Character.getType(c) == Character.NON_SPACING_MARK) {
      return DROP;
    }
    int digit = Arabic.digit(c);
    if (digit >= 0) {
      return (char) ('0' + digit);
    }
    return switch (c) {
      case Arabic.ALEF_MADDA, Arabic.ALEF_HAMZA_ABOVE, Arabic.ALEF_HAMZA_BELOW, Arabic.ALEF_WASLA -> Arabic.ALEF;
      case Arabic.WAW_HAMZA -> Arabic.WAW;
      case Arabic.YEH_HAMZA, Arabic.ALEF_MAKSURA, Arabic.FARSI_YEH -> Arabic.YEH;
      case Arabic.TEH_MARBUTA, '\u06C0', '\u06C1', '\u06C2', '\u06BE', '\u06D5' -> Arabic.HEH;
      case Arabic.KEHEH -> '\u0643';
      default -> {
        if (Character.isSurrogate(c)) {
          yield c;
        }
        if (!Character.isLetterOrDigit(c)) {
          yield ' ';
        }
        yield Character.toLowerCase(c);
      }
    };
  }

  /** The folded char, {@code ' '} for what parts words, or -1 for what leaves no trace. */
  public static int fold(char c) {
    char f = FOLD[c];
    return f == DROP ? -1 : f;
  }

  /** The key of a text: folded words parted by single blanks, no blank at either end. */
  public static String of(CharSequence text) {
    StringBuilder out = new StringBuilder(text.length());
    boolean gap = false;
    for (int i = 0; i < text.length(); i++) {
      char f = FOLD[text.charAt(i)];
      if (f == DROP) {
        continue;
      }
      if (f == ' ') {
        gap = true;
        continue;
      }
      if (gap && out.length() > 0) {
        out.append(' ');
      }
      gap = false;
      out.append(f);
    }
    return out.toString();
  }

  /** The hash ({@link Hash64}) of a text's key with every run of digits as one zero, worked out without writing the key down. */
  public static long maskedHash(CharSequence text) {
    long h = Hash64.OFFSET;
    boolean gap = false;
    boolean digits = false;
    boolean begun = false;
    for (int i = 0; i < text.length(); i++) {
      char f = FOLD[text.charAt(i)];
      if (f == DROP) {
        continue;
      }
      if (f == ' ') {
        gap = true;
        continue;
      }
      if (gap && begun) {
        h = Hash64.step(h, ' ');
        digits = false;
      }
      gap = false;
      begun = true;
      boolean digit = f >= '0' && f <= '9';
      if (!digit || !digits) {
        h = Hash64.step(h, digit ? '0' : f);
      }
      digits = digit;
    }
    return Hash64.mix(h);
  }

  /** How many words a text has. */
  public static int words(CharSequence text) {
    int words = 0;
    boolean gap = true;
    for (int i = 0; i < text.length(); i++) {
      char f = FOLD[text.charAt(i)];
      if (f != DROP) {
        words += gap && f != ' ' ? 1 : 0;
        gap = f == ' ';
      }
    }
    return words;
  }
}
