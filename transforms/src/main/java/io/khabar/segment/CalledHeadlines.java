package io.khabar.segment;

import io.khabar.corpus.SiteOpenings;
import java.util.BitSet;

/** Headlines with a call to read on behind them in the same line («headline».. اضغط هنا, headline (التفاصيل من هنا)). */
final class CalledHeadlines {
  private static final int LONGEST = 26;

  private final String text;
  private final PageWords words;
  private final SentenceStops stops;
  private final SegmentRules rules;
  private final Recurring recurring;
  private final Cues cues;
  private final SiteSpeech site;
  private final HeadlineEnd headlines;
  private final BitSet starts = new BitSet();

  CalledHeadlines(String text, PageWords words, SentenceStops stops, SegmentRules rules, Recurring recurring, Cues cues, SiteSpeech site, HeadlineEnd headlines) {
    this.text = text;
    this.words = words;
    this.stops = stops;
    this.rules = rules;
    this.recurring = recurring;
    this.cues = cues;
    this.site = site;
    this.headlines = headlines;
  }

  /** Says that the line that begins at a char is one. */
  void mark(int start) {
    starts.set(start);
  }

  boolean is(int start) {
    return starts.get(start);
  }

  /** The first word of the call behind a headline in quotes or brackets («headline».. اضغط هنا) that opens a sentence at a word; -1 when none does. */
  int callBehind(int at, int last) {
    int call = headlines.wrapped(at, at, last);
    return call < 0 ? unwrapped(at, last) : call > 0 && call < last && SiteOpenings.separates(text, words.end(call - 1), words.start(call)) && calls(call, last) ? call : -1;
  }

  /** The same for a headline without quotes, behind a full stop: a separator or a bracket parts it from the call. */
  private int unwrapped(int at, int last) {
    if (at == 0 || !stops.before(at) || rules.reports(words, at) || rules.opensSentence(words, at)) {
      return -1;
    }
    for (int w = at + 2; w < Math.min(last, at + LONGEST) && (!stops.before(w) || stops.dots(w)); w++) {
      boolean parted = words.start(w) - words.end(w - 1) > 1 && (SiteOpenings.separates(text, words.end(w - 1), words.start(w)) || text.charAt(words.start(w) - 1) == '(');
      if (parted && rules.mayBegin(words, w) && (rules.cut(words, w, w + 1, last) || site.promotionEnd(w, last) > 0)) {
        return w;
      }
    }
    return -1;
  }

  private boolean calls(int at, int last) {
    return rules.mayBegin(words, at) && (cues.at(at, last) != null || rules.cut(words, at, at + 1, last) || site.promotionEnd(at, last) > 0) || recurring.piece(at, last) > 0;
  }
}
