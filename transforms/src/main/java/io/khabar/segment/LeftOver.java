package io.khabar.segment;

import io.khabar.corpus.LineEvidence;
import io.khabar.model.Kind;
import java.util.BitSet;
import java.util.stream.IntStream;

/** What stands behind a paragraph's last full stop without one of its own: buttons, addresses, signatures, what many of the outlet's pages end with. */
final class LeftOver {
  /** A fragment of more words holds more than a paragraph's end. */
  private static final int LONG = 40;

  /** «للتواصل مع المحرر: name@host»: words before an address. */
  private static final int LONGEST_LABEL = 8;

  private static final int LONGEST_FRAGMENT = 16;

  /** «نقلا عن صحيفة ...», in words. */
  private static final int LONGEST_CREDIT = 6;

  /** In chars. */
  private static final int LONGEST_SIGNATURE = 80;

  private final String text;
  private final PageWords words;
  private final SegmentRules rules;
  private final LineEvidence evidence;
  private final String outlet;
  private final Recurring recurring;
  private final Cues cues;
  private final SiteSpeech site;
  private final BitSet said = new BitSet();

  LeftOver(String text, PageWords words, SegmentRules rules, LineEvidence evidence, String outlet, Recurring recurring, Cues cues, SiteSpeech site) {
    this.text = text;
    this.words = words;
    this.rules = rules;
    this.evidence = evidence;
    this.outlet = outlet;
    this.recurring = recurring;
    this.cues = cues;
    this.site = site;
  }

  /** Whether what begins at a char is a piece of a fragment that was told piece by piece. */
  boolean said(int start) {
    return said.get(start);
  }

  /** Where the pieces of fragments told so far begin, between two chars. */
  IntStream pieces(int from, int to) {
    return said.stream().filter(at -> at >= from && at < to);
  }

  /** Whether a fragment behind the last full stop is a row of buttons, a labelled address, or holds a promotion. */
  boolean is(int from, int to) {
    int a = words.at(from);
    int b = words.at(to);
    if (b - a < 1 || b - a > LONG || text.substring(from, to).strip().endsWith(".")) {
      return false;
    }
    if (known(a, b) || rules.voice(words, a, b, recurring.signs(a, b)) || cues.isRowOfButtons(a, b) || cues.buttonLength(a, b) == b - a) {
      return true;
    }
    if (b - a > LONGEST_FRAGMENT) {
      return false;
    }
    int sign = from + text.substring(from, to).indexOf('@');
    if (sign > from) {
      int mail = sign;
      while (mail > from && text.charAt(mail - 1) > ' ' && text.charAt(mail - 1) < 128 && text.charAt(mail - 1) != ':') {
        mail--;
      }
      // «للتواصل مع المحرر: name@host»
      return sign - mail > 1 && words.at(mail) - a <= LONGEST_LABEL && words.at(mail) > a && SegmentRules.separated(text, words, words.at(mail), b);
    }
    if (rules.reports(words, a)) {
      return false;
    }
    for (int w = a + 1; w < b; w++) {
      if (rules.promotions().weight(words, w, b) > Promotions.ENOUGH) {
        return true;
      }
    }
    return rules.cut(words, a, b, w -> true) >= 0;
  }

  /** Marks and parts what a fragment says piece by piece, when each of its pieces stands on many of the outlet's pages or speaks as sites do. */
  private boolean known(int a, int b) {
    BitSet found = new BitSet();
    for (int w = a; w < b; ) {
      int n = recurring.piece(w, b);
      n = n > 0 ? n : Math.max(cues.buttonLength(w, b), site.promotionEnd(w, b) - w);
      if (n <= 0) {
        return false;
      }
      found.set(words.opening(w, text));
      w += n;
    }
    said.or(found);
    return true;
  }

  /** Whether a fragment behind the last full stop names agencies and outlets only. */
  boolean signed(int from, int to) {
    if (to - from > LONGEST_SIGNATURE) {
      return false;
    }
    String fragment = text.substring(from, to).strip();
    PageWords own = new PageWords(fragment);
    boolean label = own.count() <= LONGEST_CREDIT && rules.labelLength(own, fragment, Kind.CREDIT) > 0 || rules.labelLength(own, fragment, Kind.TAGS) > 0;
    if (label && !fragment.endsWith(".")) {
      return true;
    }
    Bylines.Parsed parsed = Bylines.parse(fragment, rules.names());
    return parsed != null && parsed.known() == parsed.parts().size() && (parsed.has(Names.Part.AGENCY) || parsed.has(Names.Part.OUTLET) && parsed.parts().size() > 1);
  }

  /** Whether some sentences are the site's. */
  boolean site(int from, int to) {
    int last = words.at(to);
    return rules.isSite(words, words.at(from), last) || recurring.end(words.at(from), last) == last || evidence.lines().length > 0 && evidence.boilerplate(outlet, text.substring(from, to).strip());
  }
}
