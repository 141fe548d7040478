package io.khabar.segment;

import io.khabar.corpus.LineEvidence;
import io.khabar.corpus.SiteOpenings;
import io.khabar.text.Arabic;
import io.khabar.text.Words;

/** Sentences and labels of a page that stand on many pages of its outlet, and so are the site's. */
final class Recurring {
  /** A shorter one that goes on differently each time says twice that it is the site's. */
  private static final int LEAST = 6;

  /** One that opens like a sentence of news is the site's when it has so many. */
  private static final int LONG = 8;

  private final SegmentRules rules;
  private final LineEvidence evidence;
  private final String outlet;
  private final String text;
  private final PageWords words;

  Recurring(SegmentRules rules, LineEvidence evidence, String outlet, String text, PageWords words) {
    this.rules = rules;
    this.evidence = evidence;
    this.outlet = outlet;
    this.text = text;
    this.words = words;
  }

  /** One past the last word of the recurring sentence that begins at a word, or -1. It may break off where the story goes on without a stop. */
  int end(int from, int last) {
    int n = evidence.recurring(outlet, words, from, last);
    if (n == 0 || rules.reports(words, from)) {
      return -1;
    }
    int end = from + n;
    for (int w = from + SiteOpenings.WORDS; w < end; w++) {
      // bulletins of one form go on alike: what a site says ends where the news has the word again
      end = rules.reports(words, w) && words.keyChar(w, 0) == Arabic.WAW ? w : end;
    }
    n = end - from;
    boolean whole = end == last || SiteOpenings.begins(text, words.end(end - 1), words.start(end));
    boolean conjunction = words.keyChar(from, 0) == Arabic.WAW && !SiteOpenings.speaks(words, from, from + 1, 1);
    if (conjunction || rules.opensSentence(words, from)) {
      return n >= LONG && (SiteOpenings.speaks(words, from, end, 2) || named(from, end)) ? end : -1;
    }
    boolean asks = whole && SiteOpenings.asks(text, words.end(end - 1), end < words.count() ? words.start(end) : text.length());
    return asks || n >= LONG && named(from, end) || SiteOpenings.speaks(words, from, end, 1) && (whole || n >= LEAST) || SiteOpenings.speaks(words, from, end, 2) ? end : -1;
  }

  /** How many words are a recurring label («فيديو قد يهمك:»), or 0. */
  int label(int from, int last) {
    if (evidence.lines().length == 0 || from >= last || rules.reports(words, from) || rules.opensSentence(words, from)) {
      return 0;
    }
    for (int to = from + 1; to <= Math.min(last, from + SiteOpenings.LONGEST_LABEL); to++) {
      boolean ends = to == words.count() || SiteOpenings.separates(text, words.end(to - 1), words.start(to));
      if (ends) {
        boolean told = SiteOpenings.speaks(words, from, to, 1) && (to - from > 1 || !rules.promotions().ambiguous(words, from) && !rules.promotions().place(words, from, to));
        return told && evidence.label(outlet, words, from, to) && !isOutlet(from, to) ? to - from : 0;
      }
    }
    return 0;
  }

  /** Whether the outlet's name, of two words or more, stands among some words. */
  boolean named(int from, int to) {
    int length = outlet == null ? 0 : Words.of(outlet).count();
    for (int w = from; length > 1 && w + length <= to; w++) {
      if (isOutlet(w, w + length)) {
        return true;
      }
    }
    return false;
  }

  /** Whether words are the outlet's name and nothing else: in an interview it asks. */
  private boolean isOutlet(int from, int to) {
    Words name = Words.of(outlet);
    if (name.count() != to - from) {
      return false;
    }
    for (int k = 0; k < name.count(); k++) {
      if (name.hash(k) != words.hash(from + k)) {
        return false;
      }
    }
    return true;
  }
}
