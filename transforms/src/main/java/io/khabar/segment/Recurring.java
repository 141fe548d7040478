package io.khabar.segment;

import io.khabar.corpus.LineEvidence;
import io.khabar.corpus.SiteOpenings;
import io.khabar.text.Arabic;
import io.khabar.text.Hash64;
import io.khabar.text.Words;

/** Sentences and labels of a page that stand on many pages of its outlet, and so are the site's. */
final class Recurring {
  /** A shorter one that goes on differently each time says twice that it is the site's. */
  private static final int LEAST = 6;

  /** One that opens like a sentence of news is the site's when it has so many. */
  private static final int LONG = 8;

  private final SegmentRules rules;
  private final LineEvidence evidence;
  private final long outlet;
  private final long[] name;
  private final String text;
  private final PageWords words;

  /** What the site's words before each word of the page weigh together. */
  private final int[] weights;

  Recurring(SegmentRules rules, LineEvidence evidence, String outlet, String text, PageWords words) {
    this.rules = rules;
    this.evidence = evidence;
    this.outlet = outlet == null ? 0 : Hash64.of(outlet);
    this.name = outlet == null ? new long[0] : hashes(Words.of(outlet));
    this.text = text;
    this.words = words;
    weights = new int[words.count() + 1];
    for (int w = 0; w < words.count(); w++) {
      weights[w + 1] = weights[w] + SiteOpenings.weight(words.hash(w));
    }
  }

  private static long[] hashes(Words words) {
    long[] hashes = new long[words.count()];
    for (int w = 0; w < hashes.length; w++) {
      hashes[w] = words.hash(w);
    }
    return hashes;
  }

  private boolean speaks(int from, int to, int least) {
    return weights[to] - weights[from] >= least;
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
    boolean conjunction = words.keyChar(from, 0) == Arabic.WAW && !speaks(from, from + 1, 1);
    if (conjunction || rules.opensSentence(words, from)) {
      return n >= LONG && (speaks(from, end, 2) || named(from, end)) ? end : -1;
    }
    boolean asks = whole && SiteOpenings.asks(text, words.end(end - 1), end < words.count() ? words.start(end) : text.length());
    return asks || n >= LONG && named(from, end) || speaks(from, end, 1) && (whole || n >= LEAST) || speaks(from, end, 2) ? end : -1;
  }

  /** How many words are a recurring label («فيديو قد يهمك:»), or 0. */
  int label(int from, int last) {
    // a label has a word of the site's, and most places have none near
    if (evidence.lines().length == 0 || from >= last || !speaks(from, Math.min(last, from + SiteOpenings.LONGEST_LABEL), 1) || rules.reports(words, from) || rules.opensSentence(words, from)) {
      return 0;
    }
    for (int to = from + 1; to <= Math.min(last, from + SiteOpenings.LONGEST_LABEL); to++) {
      boolean ends = to == words.count() || SiteOpenings.separates(text, words.end(to - 1), words.start(to));
      if (ends) {
        boolean told = speaks(from, to, 1) && (to - from > 1 || !rules.promotions().ambiguous(words, from) && !rules.promotions().place(words, from, to));
        return told && evidence.label(outlet, words, from, to) && !isOutlet(from, to) ? to - from : 0;
      }
    }
    return 0;
  }

  /** Whether the outlet's name, of two words or more, stands among some words. */
  boolean named(int from, int to) {
    for (int w = from; name.length > 1 && w + name.length <= to; w++) {
      if (isOutlet(w, w + name.length)) {
        return true;
      }
    }
    return false;
  }

  /** Whether words are the outlet's name and nothing else: in an interview it asks. */
  private boolean isOutlet(int from, int to) {
    if (name.length != to - from) {
      return false;
    }
    for (int k = 0; k < name.length; k++) {
      if (name[k] != words.hash(from + k)) {
        return false;
      }
    }
    return true;
  }
}
