package io.khabar.decode;

import io.khabar.text.Arabic;
import io.khabar.text.RuleFile;
import java.util.Arrays;
import java.util.List;

/**
 * How much a text's letter pairs are those of Arabic: the mean log2 probability of its letters, each after the one before it. Arabic prose has about -3.7,
 * Arabic read with the wrong charset -7 and less.
 */
final class LetterPairs {
  /** What prose has, in bits a letter. */
  static final double PROSE = -3.7;

  /** Below this nothing is Arabic. */
  static final double NONSENSE = -6.5;

  private static final String RESOURCE = "/khabar/decode/letter-pairs.tsv";
  private static final byte NONE = -1;
  private static final byte ODD = -2;
  /** A letter no Arabic text has: worse than any pair of Arabic ones. */
  private static final int ODD_PENALTY = -140;

  private static final byte[] INDEX = new byte[1 << 16];
  private static final int[][] LOG2 = load();

  private LetterPairs() {}

  private static int[][] load() {
    List<String[]> rows = RuleFile.resource(RESOURCE, 2);
    int n = rows.size();
    int[][] table = new int[n][n];
    for (int c = 0; c < INDEX.length; c++) {
      boolean letter = Character.isLetter(c) && c >= 0x80;
      // private, unassigned and control chars never stand in prose
      boolean strange = (c >= 0x7F && c < 0xA0) || (c < 0x20 && c != '\n' && c != '\r' && c != '\t') || (c >= 0xE000 && c < 0xF900) || !Character.isDefined(c) || c == '\uFFFD';
      INDEX[c] = letter || strange ? ODD : NONE;
    }
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        table[i][j] = Integer.parseInt(rows.get(i)[j + 1]);
      }
      if (i < n - 1) {
        INDEX[rows.get(i)[0].charAt(0)] = (byte) i;
      }
    }
    same('\u067E', '\u0628');
    same('\u0686', '\u062C');
    same('\u0698', '\u0632');
    same('\u06AF', '\u0643');
    same('\u06A9', '\u0643');
    same('\u06CC', '\u064A');
    same('\u0671', '\u0627');
    Arrays.fill(INDEX, Arabic.FATHATAN, Arabic.LAST_MARK + 1, NONE);
    INDEX[Arabic.TATWEEL] = NONE;
    return table;
  }

  private static void same(char persian, char arabic) {
    INDEX[persian] = INDEX[arabic];
  }

  /** Mean over the letters beyond ASCII, {@link #NONSENSE} and less for nonsense; {@code -99} when there are none. */
  static double score(CharSequence text) {
    int border = LOG2.length - 1;
    int before = border;
    long sum = 0;
    int count = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      int at = INDEX[c];
      if (at == NONE && (c == Arabic.TATWEEL || Arabic.isMark(c))) {
        continue;
      }
      if (at == ODD) {
        sum += ODD_PENALTY;
        count++;
        before = border;
        continue;
      }
      int here = at == NONE ? border : at;
      if (here != border) {
        sum += LOG2[before][here];
        count++;
      } else if (before != border) {
        sum += LOG2[before][border];
      }
      before = here;
    }
    return count == 0 ? -99 : sum / 10.0 / count;
  }

  /** A score as a confidence: 1 for prose, 0 for nonsense. */
  static double confidence(double score) {
    // borders add about a bit to each letter of short words; prose scores lie between -4.2 and -5.5 with them
    return Math.max(0, Math.min(1, (score - (NONSENSE - 1)) / (PROSE - 1.3 - (NONSENSE - 1))));
  }
}
