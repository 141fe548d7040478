package io.khabar.text;

/** Code points of the Arabic script by name, and the classes of characters every stage asks for. */
public final class Arabic {
  public static final char COMMA = '\u060C';
  public static final char SEMICOLON = '\u061B';
  public static final char QUESTION_MARK = '\u061F';
  public static final char HAMZA = '\u0621';
  public static final char ALEF_MADDA = '\u0622';
  public static final char ALEF_HAMZA_ABOVE = '\u0623';
  public static final char WAW_HAMZA = '\u0624';
  public static final char ALEF_HAMZA_BELOW = '\u0625';
  public static final char YEH_HAMZA = '\u0626';
  public static final char ALEF = '\u0627';
  public static final char TEH_MARBUTA = '\u0629';
  public static final char TATWEEL = '\u0640';
  public static final char WAW = '\u0648';
  public static final char HEH = '\u0647';
  public static final char ALEF_MAKSURA = '\u0649';
  public static final char YEH = '\u064A';
  public static final char FATHATAN = '\u064B';
  public static final char SUKUN = '\u0652';
  public static final char LAST_MARK = '\u065F';
  public static final char ZERO = '\u0660';
  public static final char SUPERSCRIPT_ALEF = '\u0670';
  public static final char ALEF_WASLA = '\u0671';
  public static final char KEHEH = '\u06A9';
  public static final char GAF = '\u06AF';
  public static final char FARSI_YEH = '\u06CC';
  public static final char EXTENDED_ZERO = '\u06F0';

  private Arabic() {}

  /** Whether the char is a letter of the Arabic script (tatweel and marks are not). */
  public static boolean isLetter(char c) {
    return (c >= HAMZA && c <= YEH && c != TATWEEL)
        || (c >= ALEF_WASLA && c <= '\u06D3')
        || (c >= '\u06EE' && c <= '\u06EF')
        || (c >= '\u06FA' && c <= '\u06FF')
        || (c >= '\u0750' && c <= '\u077F')
        || (c >= '\u08A0' && c <= '\u08C9')
        || (c >= '\uFB50' && c <= '\uFDFB' && Character.isLetter(c))
        || (c >= '\uFE70' && c <= '\uFEFC');
  }

  /** Whether the char is a vowel or other mark that a reader may leave out. */
  public static boolean isMark(char c) {
    return (c >= FATHATAN && c <= LAST_MARK)
        || c == SUPERSCRIPT_ALEF
        || (c >= '\u0610' && c <= '\u061A')
        || (c >= '\u06D6' && c <= '\u06DC')
        || (c >= '\u06DF' && c <= '\u06E8')
        || (c >= '\u06EA' && c <= '\u06ED');
  }

  /** Whether the char is invisible: bidi controls, zero-width, soft hyphen, byte order mark. */
  public static boolean isInvisible(char c) {
    return c == '\u00AD'
        || c == '\u061C'
        || c == '\uFEFF'
        || (c >= '\u200B' && c <= '\u200F')
        || (c >= '\u202A' && c <= '\u202E')
        || (c >= '\u2060' && c <= '\u2064')
        || (c >= '\u2066' && c <= '\u206F');
  }

  /** The value of a European, Arabic-Indic or Persian digit, or -1. */
  public static int digit(char c) {
    if (c >= '0' && c <= '9') {
      return c - '0';
    }
    if (c >= ZERO && c <= ZERO + 9) {
      return c - ZERO;
    }
    if (c >= EXTENDED_ZERO && c <= EXTENDED_ZERO + 9) {
      return c - EXTENDED_ZERO;
    }
    return -1;
  }

  /** The share of Arabic letters among all letters, 0 when there are none. */
  public static double letterShare(CharSequence text) {
    int arabic = 0;
    int letters = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (isLetter(c)) {
        arabic++;
        letters++;
      } else if (Character.isLetter(c)) {
        letters++;
      }
    }
    return letters == 0 ? 0 : (double) arabic / letters;
  }
}
