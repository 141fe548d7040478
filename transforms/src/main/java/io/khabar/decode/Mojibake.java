package io.khabar.decode;

import io.khabar.text.Arabic;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Repairs Arabic that was UTF-8 and was read as Latin-1, windows-1252 or windows-1256 before it reached us, once or twice: «ط§ظ„» and «Ø§Ù„» for «ال». The
 * whole text is turned back when all of it can be, else each line that can.
 *
 * <p>A line is turned back only when nearly every char of it beyond ASCII belongs to a sequence that is sound UTF-8 in that charset, which honest
 * text never is for more than a char or two, and when the result is more Arabic than it was.
 */
final class Mojibake {
  private static final int ROUNDS = 2;
  private static final int MIN_SEQUENCES = 3;
  private static final short[][] TABLES = {table("windows-1252"), table("windows-1256")};
  /** Java reads the five holes of windows-1252 as U+FFFD; after a byte D9 the lost one is 81, the letter feh, for the other four give vowel marks. */
  private static final int FEH_LEAD = 0xD9;

  private static final int FEH_TRAIL = 0x81;

  /** What the first byte of spoilt Arabic reads as; a table, for every char of every page is looked up. */
  private static final boolean[] LEAD = new boolean[1 << 16];

  static {
    for (char c : "\u00D8\u00D9\u00DA\u00DB\u0637\u0638\u00C3\u0623\u00E2".toCharArray()) {
      LEAD[c] = true;
    }
  }

  private Mojibake() {}

  private static short[] table(String name) {
    short[] table = new short[1 << 16];
    Arrays.fill(table, (short) -1);
    Charset charset = Charset.forName(name);
    for (int b = 0; b < 256; b++) {
      table[b] = b < 0xA0 ? (short) b : -1;
    }
    for (int b = 0x80; b < 256; b++) {
      char c = new String(new byte[] {(byte) b}, charset).charAt(0);
      if (c != '\uFFFD') {
        table[c] = (short) b;
      }
    }
    return table;
  }

  /** The text as it was meant, or the text itself when nothing is wrong with it. */
  static String repair(String text) {
    return isSuspect(text) ? repair(text, ROUNDS) : text;
  }

  /** One cheap look: UTF-8's Arabic begins with the bytes D8 to DB, which read Ø Ù Ú Û or ط ظ ع غ; turned twice it begins with C3, its quotes with E2 80. */
  private static boolean isSuspect(String text) {
    return isSuspect(text.toCharArray(), text.length());
  }

  /** The same look at the first chars of an array; false when {@link #repair} would change nothing. */
  static boolean isSuspect(char[] text, int length) {
    int seen = 0;
    for (int i = 1; i < length; i++) {
      char c = text[i];
      // this looks at every char of every page: most are ASCII or letters, and neither ends a pair
      if (c >= 0x80 && (c < Arabic.HAMZA || c > Arabic.YEH) && LEAD[text[i - 1]] && isPair(text[i - 1], c) && ++seen == 2) {
        return true;
      }
    }
    return false;
  }

  private static boolean isPair(char lead, char c) {
    return switch (lead) {
      case '\u00D8', '\u00D9', '\u00DA', '\u00DB' -> isTrail(FEH_LEAD, c, TABLES[0]);
      case '\u0637', '\u0638' -> isTrail(0, c, TABLES[1]);
      case '\u00C3', '\u0623' -> c == '\u02DC' || c == '\u2122' || c == '\u0098' || c == '\u0099' || c == '\u06A9' || c == '\u00A2';
      case '\u00E2' -> c == '\u20AC' || c == '\u0080';
      default -> false;
    };
  }

  private static String repair(String text, int rounds) {
    long west = sequences(text, 0, text.length(), TABLES[0]);
    long arab = sequences(text, 0, text.length(), TABLES[1]);
    // the two share their punctuation, so the one that explains more goes first
    int first = west >>> 32 >= arab >>> 32 ? 0 : 1;
    String now = text;
    for (int k = 0; k < 2; k++) {
      int at = k == 0 ? first : 1 - first;
      long seen = at == 0 ? west : arab;
      if (seen >>> 32 < MIN_SEQUENCES) {
        continue;
      }
      if (k == 0 && isMostly(seen)) {
        String back = turn(now, TABLES[at], rounds);
        if (back != now) {
          return back;
        }
      }
      now = byLine(now, TABLES[at], rounds);
    }
    return now;
  }

  private static boolean isMostly(long seen) {
    return (seen >>> 32) >= MIN_SEQUENCES && (seen >>> 32) * 20L >= (int) seen * 19L;
  }

  /** The text turned back as often as it takes, or itself when that makes it no more Arabic. */
  private static String turn(String text, short[] table, int rounds) {
    String back = back(text, table);
    String deeper = rounds > 1 ? repair(back, rounds - 1) : back;
    return better(text, deeper) ? deeper : text;
  }

  private static String byLine(String text, short[] table, int rounds) {
    StringBuilder out = null;
    int to;
    for (int from = 0; from < text.length(); from = to) {
      to = text.indexOf('\n', from);
      to = to < 0 ? text.length() : to + 1;
      if (isMostly(sequences(text, from, to, table))) {
        String line = text.substring(from, to);
        String back = turn(line, table, rounds);
        if (back != line) {
          if (out == null) {
            out = new StringBuilder(text.length()).append(text, 0, from);
          }
          out.append(back);
          continue;
        }
      }
      if (out != null) {
        out.append(text, from, to);
      }
    }
    return out == null ? text : out.toString();
  }

  private static boolean better(String before, String after) {
    double was = Arabic.letterShare(before);
    double is = Arabic.letterShare(after);
    // text read as windows-1256 is full of tah and zah and so is Arabic already; its pairs are not
    return is > was + 0.05 || isPunctuation(after) || (is > 0.2 && LetterPairs.score(after) > LetterPairs.score(before) + 1);
  }

  /** Whether all that is left beyond ASCII are quotes and dashes: nobody means «â€™». */
  private static boolean isPunctuation(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= 0x80 && !(c >= '\u2010' && c <= '\u203A') && !(c >= '\u00A0' && c <= '\u00BF')) {
        return false;
      }
    }
    return true;
  }

  /** How many chars belong to sound UTF-8 sequences of the bytes a table gives (upper half, in chars) and how many are beyond ASCII (lower half). */
  private static long sequences(String text, int from, int to, short[] table) {
    int good = 0;
    int beyond = 0;
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      if (c < 0x80) {
        continue;
      }
      beyond++;
      int b = table[c];
      int more = b >= 0xC2 && b < 0xE0 ? 1 : b >= 0xE0 && b < 0xF0 ? 2 : b >= 0xF0 && b < 0xF5 ? 3 : 0;
      int k = 1;
      while (k <= more && i + k < to && isTrail(b, text.charAt(i + k), table)) {
        k++;
      }
      if (more > 0 && k > more) {
        good += k;
        beyond += more;
        i += more;
      }
    }
    return (long) good << 32 | beyond;
  }

  private static boolean isTrail(int lead, char c, short[] table) {
    int b = table[c];
    return (b >= 0x80 && b < 0xC0) || (c == '\uFFFD' && lead == FEH_LEAD);
  }

  /** The text turned back; chars that the table lacks stay as they are, broken sequences become U+FFFD. */
  private static String back(String text, short[] table) {
    StringBuilder out = new StringBuilder(text.length());
    byte[] bytes = new byte[text.length()];
    int used = 0;
    int lead = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      int b = table[c];
      if (c == '\uFFFD' && lead == FEH_LEAD) {
        b = FEH_TRAIL;
      }
      if (b < 0) {
        if (used > 0) {
          out.append(new String(bytes, 0, used, StandardCharsets.UTF_8));
          used = 0;
        }
        out.append(c);
      } else {
        bytes[used++] = (byte) b;
      }
      lead = b;
    }
    return out.append(new String(bytes, 0, used, StandardCharsets.UTF_8)).toString();
  }
}
