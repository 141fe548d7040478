package io.khabar.segment;

/** Where what a site says to its reader ends, when no stop parts it from the story that goes on or from the next thing it says. Linear, with bounds. */
final class SiteSpeech {
  /** What a site says at a time, in words. */
  private static final int LONGEST = 40;

  /** A promotion's last place to go may have so many words behind it. */
  private static final int MOST_BEHIND_PLACE = 8;

  /** A story that goes on has more words than this. */
  private static final int LEAST_REST = 4;

  private final SegmentRules rules;
  private final Recurring recurring;
  private final Cues cues;
  private final HeadlineEnd headlines;
  private final PageWords words;

  SiteSpeech(SegmentRules rules, Cues cues, HeadlineEnd headlines, PageWords words, Recurring recurring) {
    this.recurring = recurring;
    this.rules = rules;
    this.cues = cues;
    this.headlines = headlines;
    this.words = words;
  }

  /** One past the last word of the promotion that begins at a word, or -1. */
  int promotionEnd(int from, int stop) {
    return rules.reports(words, from) ? -1 : rules.promotions().end(words, from, stop, w -> rules.opensSentence(words, w));
  }

  /** One past the last word of what the site says in a sentence, which may run on into the story's next one; {@code from} when it says nothing. */
  int end(int from, int stop, int first) {
    int promotion = promotionEnd(from, stop);
    if (promotion > 0) {
      int next = next(promotion, stop);
      for (int w = promotion; w < Math.min(next, promotion + MOST_BEHIND_PLACE); w++) {
        boolean opens = rules.opensSentence(words, w) || w == promotion && headlines.conjunction(w);
        if (opens && next - w > LEAST_REST && !rules.promotions().place(words, w, Math.min(next, w + LEAST_REST))) {
          return w;
        }
      }
      return next - from <= LONGEST ? next : promotion;
    }
    int next = next(from + 2, stop);
    if (next - from <= LONGEST && rules.isSite(words, from, next)) {
      return opening(rules.phraseEnd(words, from, next), next);
    }
    int voice = recurring.voiceEnd(from, stop);
    if (voice > 0) {
      return voice;
    }
    // a button between two sentences, or before what else the site says: «... في المدينة. إعلان وقال ...»
    int button = from > first ? from + cues.buttonLength(from, stop) : from;
    return button > from && button < stop && (rules.opensSentence(words, button) || beginsSite(button, stop)) ? button : from;
  }

  /** The first word behind a phrase with which a sentence of the story opens and goes on; {@code stop} when none does. */
  private int opening(int phraseEnd, int stop) {
    for (int w = phraseEnd; w > 0 && w + LEAST_REST < stop; w++) {
      if (rules.opensSentence(words, w)) {
        return w;
      }
    }
    return stop;
  }

  /** Where the site begins to say another thing, at most {@link #LONGEST} words ahead; {@code stop} when it does not. */
  private int next(int from, int stop) {
    for (int w = from; w < Math.min(stop, from + LONGEST); w++) {
      if (beginsSite(w, stop)) {
        return w;
      }
    }
    return stop;
  }

  private boolean beginsSite(int w, int stop) {
    return rules.mayBegin(words, w) && (promotionEnd(w, stop) > 0 || rules.cut(words, w, w + 1, stop) || cues.buttonLength(w, stop) >= 2) || cues.recurs(w, stop);
  }
}
