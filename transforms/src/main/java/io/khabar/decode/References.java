package io.khabar.decode;

import org.jsoup.parser.Parser;

/**
 * Character references that were left behind in plain text: {@code &quot;}, {@code &#1593;}, {@code &amp;nbsp;}. For the text of stories; a document's text stays as
 * found.
 */
public final class References {
  private static final int ROUNDS = 2;
  private static final int MAX_NAME = 32;

  private References() {}

  /** The text with its references turned into the chars they name, twice if they were escaped twice; the text itself when there are none. */
  public static String mend(String text) {
    String now = text;
    for (int i = 0; i < ROUNDS && holdsReference(now); i++) {
      String next = Parser.unescapeEntities(now, true);
      if (next.equals(now)) {
        break;
      }
      now = next;
    }
    return now;
  }

  /** Only references that end with a semicolon: «R&D» and «?a=1&copy=2» are no references. */
  private static boolean holdsReference(String text) {
    for (int i = text.indexOf('&'); i >= 0; i = text.indexOf('&', i + 1)) {
      int k = i + 1;
      while (k < text.length() && k - i < MAX_NAME && (Character.isLetterOrDigit(text.charAt(k)) || text.charAt(k) == '#')) {
        k++;
      }
      if (k > i + 1 && k < text.length() && text.charAt(k) == ';') {
        return true;
      }
    }
    return false;
  }
}
