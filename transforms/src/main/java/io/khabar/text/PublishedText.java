package io.khabar.text;

import com.ibm.icu.text.Normalizer2;

/**
 * Published text: what a reader sees. NFC; presentation forms to letters; bidi controls, zero-width chars, soft hyphen and byte order mark out;
 * tatweel out except where it stands in for a letter («هـ», «الـ»); blanks squeezed. Nothing is folded: hamza, teh marbuta and digits stay as printed.
 */
public final class PublishedText {
  private static final Normalizer2 NFC = Normalizer2.getNFCInstance();
  private static final Normalizer2 NFKC = Normalizer2.getNFKCInstance();

  /** Marks on one letter that are put in order together: the bound of UAX #15's Stream-Safe Text Format. */
  private static final int MOST_MARKS = 30;

  private static final byte KEEP = 0;
  private static final byte BREAK = 1;
  private static final byte SPACE = 2;
  private static final byte OUT = 3;
  private static final byte STRETCH = 4;
  private static final byte FORM = 5;

  /** What becomes of each char, looked up because every char of every page is. */
  private static final byte[] FATE = new byte[1 << 16];

  static {
    for (int i = 0; i < FATE.length; i++) {
      FATE[i] = fate((char) i);
    }
  }

  private PublishedText() {}

  private static byte fate(char c) {
    if (c == '\n' || c == '\r' || c == '\u0085' || c == '\u2028' || c == '\u2029') {
      return BREAK;
    }
    if (Character.isWhitespace(c) || Character.isSpaceChar(c)) {
      return SPACE;
    }
    if (Arabic.isInvisible(c) || c < ' ') {
      return OUT;
    }
    if (c == Arabic.TATWEEL) {
      return STRETCH;
    }
    return c >= '\uFB50' && c <= '\uFEFC' && isPresentationForm(c) ? FORM : KEEP;
  }

  /** One line of published text; line breaks become blanks. */
  public static String line(CharSequence raw) {
    return clean(raw, false);
  }

  /** Published text of several lines: blanks are squeezed within lines, blank lines vanish. */
  public static String lines(CharSequence raw) {
    return clean(raw, true);
  }

  /** The text without the blanks around it when that is all there is to do but composing, as with most lines; else null. */
  private static String stripped(String raw) {
    int from = 0;
    int end = raw.length();
    while (end > 0 && isBlank(raw.charAt(end - 1))) {
      end--;
    }
    while (from < end && isBlank(raw.charAt(from))) {
      from++;
    }
    boolean blank = true;
    for (int i = from; i < end; i++) {
      char c = raw.charAt(i);
      if (FATE[c] != KEEP && (c != ' ' || blank)) {
        return null;
      }
      blank = c == ' ';
    }
    return raw.substring(from, end);
  }

  private static boolean isBlank(char c) {
    return FATE[c] == SPACE || FATE[c] == BREAK;
  }

  private static String clean(CharSequence raw, boolean keepBreaks) {
    String stripped = raw instanceof String text ? stripped(text) : null;
    if (stripped != null) {
      return composed(stripped) ? stripped : compose(stripped);
    }
    StringBuilder out = new StringBuilder(raw.length());
    boolean gap = false;
    boolean broken = false;
    for (int i = 0; i < raw.length(); i++) {
      char c = raw.charAt(i);
      byte fate = FATE[c];
      if (fate == BREAK) {
        broken = keepBreaks;
        gap = true;
        continue;
      }
      if (fate == SPACE) {
        gap = true;
        continue;
      }
      if (fate == OUT || (fate == STRETCH && !standsForLetter(raw, i))) {
        continue;
      }
      if (gap && out.length() > 0) {
        out.append(broken ? '\n' : ' ');
      }
      gap = false;
      broken = false;
      if (fate == FORM) {
        out.append(NFKC.normalize(String.valueOf(c)).strip());
      } else {
        out.append(c);
      }
    }
    return composed(out) ? out.toString() : compose(out);
  }

  /**
   * In NFC, but a run of marks longer than any language writes is put in order in pieces, as UAX #15 has it for streams: the whole run in one would cost the square
   * of its length, and a page of nothing but marks would hold up the run. No mark is lost.
   */
  private static String compose(CharSequence text) {
    StringBuilder out = null;
    int done = 0;
    int marks = 0;
    for (int i = 0; i < text.length(); ) {
      int c = Character.codePointAt(text, i);
      // a composed letter brings a mark of its own, so one may be counted too few: the bound is no law
      marks = c >= '\u0300' && NFC.getCombiningClass(c) != 0 ? marks + 1 : 0;
      if (marks > MOST_MARKS) {
        out = out == null ? new StringBuilder(text.length()) : out;
        out.append(NFC.normalize(text.subSequence(done, i)));
        done = i;
        marks = 1;
      }
      i += Character.charCount(c);
    }
    return out == null ? NFC.normalize(text) : out.append(NFC.normalize(text.subSequence(done, text.length()))).toString();
  }

  /**
   * Whether a text is surely in NFC already, so that the full algorithm can be spared: nothing but Latin and Arabic letters, common punctuation, and marks that
   * stand alone and compose with nothing. Says no when in doubt.
   */
  private static boolean composed(CharSequence text) {
    boolean mark = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < '\u0300' || (c >= '\u0620' && c <= '\u064A') || (c >= '\u0660' && c <= '\u066F') || c == Arabic.COMMA || c == Arabic.SEMICOLON || c == Arabic.QUESTION_MARK
          || (c >= '\u2010' && c <= '\u2027') || (c >= '\u2030' && c <= '\u205E')) {
        mark = false;
      } else if (c >= Arabic.FATHATAN && c <= Arabic.SUKUN && !mark && i > 0) {
        mark = true;
      } else {
        return false;
      }
    }
    return true;
  }

  private static boolean isPresentationForm(char c) {
    // ornate brackets and the bismillah-like ligatures beyond FDFB are symbols, not spellings
    return (c <= '\uFDFB' && c != '\uFD3E' && c != '\uFD3F') || (c >= '\uFE70' && c <= '\uFEFC');
  }

  /** A tatweel at the end of a written piece carries it: «هـ», «الـ», «بـ»; inside a word it only stretches. */
  private static boolean standsForLetter(CharSequence raw, int at) {
    if (at == 0 || raw.charAt(at - 1) == Arabic.TATWEEL) {
      return false;
    }
    // walk back over the written piece: only short ones (a prefix, the hijri sign) end in a carrier
    int letters = 0;
    int i = at - 1;
    while (i >= 0 && (Arabic.isLetter(raw.charAt(i)) || Arabic.isMark(raw.charAt(i)))) {
      if (Arabic.isLetter(raw.charAt(i))) {
        letters++;
      }
      i--;
    }
    if (letters < 1 || letters > 4) {
      return false;
    }
    // only now ahead: over a line of nothing but tatweel and invisible chars, looking ahead from each would cost its square
    int next = at + 1;
    while (next < raw.length() && (raw.charAt(next) == Arabic.TATWEEL || Arabic.isInvisible(raw.charAt(next)))) {
      next++;
    }
    return next == raw.length() || !(Arabic.isLetter(raw.charAt(next)) || Arabic.isMark(raw.charAt(next)));
  }
}
