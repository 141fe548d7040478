package io.khabar.segment;

import io.khabar.corpus.LineSpans;

/** Finds cues and addresses inside sentences. Remembers the last answer, for a line of many cues asks about one sentence again and again; not thread-safe. */
final class InnerCues {
  private static final String CLOSING = "\u00BB\u201D\")";

  private final String text;
  private final PageWords words;
  private final Cues cues;
  private final Addresses addresses;

  private int from;
  private int end;
  private int stop;

  InnerCues(String text, PageWords words, Cues cues, Addresses addresses) {
    this.text = text;
    this.words = words;
    this.cues = cues;
    this.addresses = addresses;
  }

  /** The first cue behind a word (one that no sentence says, or any behind a closing quote) or address; {@code stop}, where its sentence ends, when there is none. */
  int next(int from, int stop, int last) {
    if (from >= this.from && from < end && stop == this.stop) {
      return end;
    }
    int w = from + 1;
    while (w < stop && !begins(w, last)) {
      w++;
    }
    this.from = from;
    this.end = Math.min(w, stop);
    this.stop = stop;
    return end;
  }

  private boolean begins(int w, int last) {
    Cues.Cue cue = cues.at(w, last);
    return cue != null && (cue.sure() || behindQuote(w)) || addresses.begins(w);
  }

  private boolean behindQuote(int w) {
    for (int i = words.end(w - 1); i < words.start(w); i++) {
      if (CLOSING.indexOf(text.charAt(i)) >= 0 && i + 1 < words.start(w) && LineSpans.isBlank(text.charAt(i + 1))) {
        return true;
      }
    }
    return false;
  }
}
