package io.khabar.decode;

import com.ibm.icu.text.CharsetDetector;
import com.ibm.icu.text.CharsetMatch;
import io.khabar.lane.Rejection;
import io.khabar.text.Arabic;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Finds the charset of a record and decodes it. In order: byte order mark; UTF-16 by its telling zero and Arabic-block bytes; strict UTF-8; UTF-8 with a few
 * broken bytes; then windows-1256 and ISO-8859-6 by the pairs of Arabic letters they give, what the HTTP header and the page's meta declare weighing in;
 * then what is declared; then ICU's detector, asked last and believed only when it is sure.
 *
 * <p>A declaration is weighed and not obeyed, for servers declare windows-1252 or ISO-8859-1 for everything they do not know.
 */
final class CharsetGuesser {
  private static final Charset WINDOWS_1256 = Charset.forName("windows-1256");
  private static final Charset ISO_8859_6 = Charset.forName("ISO-8859-6");
  private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");
  private static final int SAMPLE = 64 << 10;
  private static final int META_BYTES = 4096;
  /** Odd, for the bytes of UTF-16 differ by turns. */
  private static final int SAMPLE_STEP = 7;

  /** What a declaration is worth, in bits a letter. */
  private static final double DECLARED_BONUS = 0.5;
  private static final double ENOUGH = -7.0;
  private static final int ICU_SURE = 50;
  private static final double MAX_CONTROLS = 0.02;
  private static final double FEW = 0.005;

  /**
   * Decodes bytes.
   *
   * @param declared what a container says, or null
   * @param isHtml whether a meta element may declare more
   * @throws Rejection {@code undecodable} when nothing makes text of them
   */
  Decoded decode(byte[] b, String declared, boolean isHtml) {
    Decoded marked = byMark(b);
    if (marked != null) {
      return marked;
    }
    if (declared != null && declared.startsWith("UTF-16") && declared.length() == 8 && isWide(b)) {
      // the reader of a file has seen it from its first byte; a record may be too short to tell
      return new Decoded(new String(b, Charset.forName(declared)), declared, 1);
    }
    boolean low = hasLowBytes(b);
    Decoded wide = low ? wide(b) : null;
    if (wide != null) {
      return wide;
    }
    String utf8 = new String(b, StandardCharsets.UTF_8);
    // the plain constructor is several times faster than a strict decoder, and U+FFFD is rare
    if (utf8.indexOf('\uFFFD') < 0 || strict(b, StandardCharsets.UTF_8) != null) {
      if (low) {
        refuseControls(utf8);
      }
      return new Decoded(utf8, "UTF-8", 1);
    }
    double sound = soundUtf8(b);
    if (sound >= 0.95) {
      return new Decoded(new String(b, StandardCharsets.UTF_8), "UTF-8", Math.min(sound, 0.99));
    }
    List<Charset> said = new ArrayList<>();
    add(said, declared);
    if (isHtml) {
      add(said, meta(b));
    }
    return single(b, said);
  }

  private static Decoded byMark(byte[] b) {
    if (b.length >= 3 && b[0] == (byte) 0xEF && b[1] == (byte) 0xBB && b[2] == (byte) 0xBF) {
      byte[] rest = java.util.Arrays.copyOfRange(b, 3, b.length);
      String text = strict(rest, StandardCharsets.UTF_8);
      if (text != null) {
        return new Decoded(text, "UTF-8", 1);
      }
      double sound = soundUtf8(rest);
      // a mark before bytes that are no UTF-8 is a leftover of a careless conversion
      return sound >= 0.5 ? new Decoded(new String(rest, StandardCharsets.UTF_8), "UTF-8", sound) : null;
    }
    if (b.length >= 4 && b[0] == (byte) 0xFF && b[1] == (byte) 0xFE && b[2] == 0 && b[3] == 0) {
      return new Decoded(new String(b, 4, b.length - 4, Charset.forName("UTF-32LE")), "UTF-32LE", 1);
    }
    if (b.length >= 2 && b[0] == (byte) 0xFF && b[1] == (byte) 0xFE) {
      return new Decoded(new String(b, 2, b.length - 2, StandardCharsets.UTF_16LE), "UTF-16LE", 1);
    }
    if (b.length >= 2 && b[0] == (byte) 0xFE && b[1] == (byte) 0xFF) {
      return new Decoded(new String(b, 2, b.length - 2, StandardCharsets.UTF_16BE), "UTF-16BE", 1);
    }
    return null;
  }

  /**
   * Whether some byte stands below a blank, but for line feeds and tabs; most text has none, and what looks closer need not look. Of many bytes every seventh will
   * do: what is looked for makes up a fiftieth of them, or a quarter.
   */
  private static boolean hasLowBytes(byte[] b) {
    int step = b.length <= META_BYTES ? 1 : SAMPLE_STEP;
    for (int i = 0; i < b.length; i += step) {
      byte x = b[i];
      if (x < ' ' && x >= 0 && x != '\n' && x != '\r' && x != '\t') {
        return true;
      }
    }
    return false;
  }

  /** UTF-16 without a mark: Arabic has 06 in every other byte, and its blanks and line feeds a zero; no other charset has either. */
  private static Decoded wide(byte[] b) {
    int n = Math.min(b.length & ~1, SAMPLE);
    int telling = 0;
    for (int i = 0; i < n; i++) {
      if (b[i] == 0 || b[i] == 6) {
        telling++;
      }
    }
    if (telling * 4 < n || telling == 0) {
      return null;
    }
    Decoded best = null;
    for (Charset charset : new Charset[] {StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE}) {
      String text = new String(b, 0, n, charset);
      int plain = 0;
      for (int i = 0; i < text.length(); i++) {
        char c = text.charAt(i);
        if ((c >= 0x20 && c < 0x7F) || c == '\n' || c == '\r' || c == '\t' || (c >= 0x600 && c < 0x700) || (c >= 0xA0 && c < 0x100) || (c >= 0x2000 && c < 0x2070)) {
          plain++;
        }
      }
      double share = (double) plain / text.length();
      if (share > 0.9 && (best == null || share > best.confidence())) {
        best = new Decoded(new String(b, charset), charset.name(), share);
      }
    }
    return best;
  }

  /** Whether some byte of UTF-16 stands in it, a zero or an 06: an HTTP header may lie, and UTF-8 has neither. */
  private static boolean isWide(byte[] b) {
    for (int i = 0; i < Math.min(b.length, SAMPLE); i++) {
      if (b[i] == 0 || b[i] == 6) {
        return true;
      }
    }
    return false;
  }

  private static void refuseControls(String text) {
    int controls = 0;
    int n = Math.min(text.length(), SAMPLE);
    for (int i = 0; i < n; i++) {
      char c = text.charAt(i);
      if (c < 0x20 && c != '\n' && c != '\r' && c != '\t' && c != '\f' && c != 0x1A) {
        controls++;
      }
    }
    if (controls > n * MAX_CONTROLS && controls > 2) {
      throw new Rejection("undecodable", controls + " of the first " + n + " chars are control chars: these bytes are no text");
    }
  }

  private static Decoded single(byte[] b, List<Charset> said) {
    byte[] sample = b.length <= SAMPLE ? b : java.util.Arrays.copyOf(b, SAMPLE);
    refuseControls(new String(sample, StandardCharsets.ISO_8859_1));
    Charset best = null;
    double bestScore = 0;
    double bestRaw = 0;
    for (Charset charset : new Charset[] {WINDOWS_1256, ISO_8859_6}) {
      String text = new String(sample, charset);
      double raw = Arabic.letterShare(text) < 0.2 ? -99 : LetterPairs.score(text);
      double score = raw + (said.contains(charset) ? DECLARED_BONUS : 0);
      if (best == null || score > bestScore) {
        best = charset;
        bestScore = score;
        bestRaw = raw;
      }
    }
    if (bestRaw >= ENOUGH) {
      return new Decoded(new String(b, best), best.name(), LetterPairs.confidence(bestRaw));
    }
    for (Charset charset : said) {
      String text = strict(b, charset);
      if (text != null && !charset.equals(WINDOWS_1256) && !charset.equals(ISO_8859_6)) {
        return new Decoded(text, charset.name(), 0.6);
      }
    }
    if (beyondAscii(sample) <= sample.length * FEW) {
      // readable but for a few bytes; the quotes and dashes of windows-1252 stand at the same places
      return new Decoded(new String(b, WINDOWS_1256), WINDOWS_1256.name(), 0.2);
    }
    CharsetMatch match = new CharsetDetector().setText(sample).detect();
    if (match != null && match.getConfidence() >= ICU_SURE && !match.getName().startsWith("IBM") && !match.getName().startsWith("UTF-8")) {
      Charset charset = charset(match.getName());
      String text = charset == null ? null : strict(b, charset.equals(StandardCharsets.ISO_8859_1) ? WINDOWS_1252 : charset);
      if (text != null) {
        return new Decoded(text, charset.name(), match.getConfidence() / 100.0);
      }
    }
    throw new Rejection("undecodable", "no charset makes text of these bytes");
  }

  private static int beyondAscii(byte[] b) {
    int n = 0;
    for (byte x : b) {
      if (x < 0) {
        n++;
      }
    }
    return n;
  }

  /** The share of sound sequences among the bytes beyond ASCII. */
  private static double soundUtf8(byte[] b) {
    int good = 0;
    int bad = 0;
    for (int i = 0; i < b.length; i++) {
      int c = b[i] & 0xFF;
      if (c < 0x80) {
        continue;
      }
      int more = c >= 0xC2 && c < 0xE0 ? 1 : c >= 0xE0 && c < 0xF0 ? 2 : c >= 0xF0 && c < 0xF5 ? 3 : -1;
      int k = 1;
      while (k <= more && i + k < b.length && (b[i + k] & 0xC0) == 0x80) {
        k++;
      }
      if (more > 0 && (k > more || i + k == b.length)) {
        good++;
        i += k - 1;
      } else {
        bad++;
      }
    }
    return good == 0 ? 0 : (double) good / (good + bad);
  }

  private static void add(List<Charset> said, String name) {
    Charset charset = charset(name);
    if (charset != null && !said.contains(charset)) {
      said.add(charset);
    }
  }

  /** A charset by any of its names, as browsers understand them; null for UTF-8, which was tried, and for what nobody knows. */
  private static Charset charset(String name) {
    if (name == null || name.isBlank()) {
      return null;
    }
    String n = name.strip().replace("\"", "").replace("'", "").toLowerCase(Locale.ROOT);
    if (n.equals("cp1256") || n.equals("x-cp1256") || n.equals("windows1256") || n.equals("win-1256")) {
      return WINDOWS_1256;
    }
    if (n.equals("iso-8859-6") || n.startsWith("iso-8859-6-") || n.startsWith("asmo") || n.equals("arabic") || n.equals("iso8859-6")) {
      return ISO_8859_6;
    }
    if (n.equals("iso-8859-1") || n.equals("latin1") || n.equals("us-ascii") || n.equals("ascii")) {
      return WINDOWS_1252;
    }
    try {
      Charset charset = Charset.forName(n);
      return charset.equals(StandardCharsets.UTF_8) ? null : charset;
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      return null;
    }
  }

  /** What a page's first bytes declare: the first {@code charset=}. */
  private static String meta(byte[] b) {
    String head = new String(b, 0, Math.min(b.length, META_BYTES), StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
    int at = head.indexOf("charset");
    while (at >= 0) {
      int i = at + 7;
      while (i < head.length() && head.charAt(i) <= ' ') {
        i++;
      }
      if (i < head.length() && head.charAt(i) == '=') {
        i++;
        while (i < head.length() && (head.charAt(i) <= ' ' || head.charAt(i) == '"' || head.charAt(i) == '\'')) {
          i++;
        }
        int to = i;
        while (to < head.length() && (Character.isLetterOrDigit(head.charAt(to)) || "-_:.".indexOf(head.charAt(to)) >= 0)) {
          to++;
        }
        return head.substring(i, to);
      }
      at = head.indexOf("charset", i);
    }
    return null;
  }

  static String strict(byte[] b, Charset charset) {
    try {
      return charset.newDecoder().onMalformedInput(CodingErrorAction.REPORT).onUnmappableCharacter(CodingErrorAction.REPORT).decode(ByteBuffer.wrap(b)).toString();
    } catch (CharacterCodingException e) {
      return null;
    }
  }
}
