package io.khabar.segment;

import io.khabar.corpus.SiteOpenings;
import io.khabar.model.Kind;
import java.util.Set;
import java.util.function.Predicate;

/** Finds cues and buttons among the words of one page. */
final class Cues {
  /** Cues that are buttons, too: a headline follows them only behind a sign. */
  private static final Set<String> BUTTONS = Set.of("related-cues/read-more", "related-cues/for-more");

  /** Cues that inside a long line open a note of the text («انظر: title of a book, page»). */
  private static final String NOTE = "related-cues/note";

  /** What no sentence of a story says («اقرأ أيضا»). */
  private static final Set<String> SURE = Set.of("related-cues/read-also", "related-cues/see-also", "related-cues/you-may-like");

  private static final int LONGEST_SOURCE = 5;

  /** More pictures in a row open no cue. */
  private static final int MOST_PICTURES = 3;

  private final SegmentRules rules;
  private final String text;
  private final PageWords words;
  private final Recurring recurring;

  Cues(SegmentRules rules, String text, PageWords words, Recurring recurring) {
    this.recurring = recurring;
    this.rules = rules;
    this.text = text;
    this.words = words;
  }

  /**
   * A cue inside or at the start of a line.
   *
   * @param length in words
   * @param announces whether a headline follows: a colon or dash says so, or the cue is no button («اقرأ المزيد»)
   * @param list whether several headlines may follow
   * @param sure whether it is one wherever it stands, even inside a sentence
   */
  record Cue(int length, boolean announces, boolean list, boolean sure) {}

  /** The cue at the start of a line that announces what follows on it, or null. */
  Cue atStart(int from, int to) {
    return cue(from, to, phrase -> phrase.where() != Phrase.Where.LINE, 1);
  }

  /** The cue at a place inside a line, or null: one that is a line of its own elsewhere needs two words. */
  Cue at(int at, int to) {
    return cue(at, to, phrase -> !phrase.name().equals(NOTE), 2);
  }

  private Cue cue(int begin, int to, Predicate<Phrase> fits, int least) {
    int at = begin;
    while (at + 1 < to && at - begin < MOST_PICTURES && words.isPicture(at)) {
      at++;
    }
    Cue cue = behindPictures(at, to, fits, least);
    return cue == null || at == begin ? cue : new Cue(cue.length + at - begin, cue.announces, cue.list, cue.sure);
  }

  private Cue behindPictures(int at, int to, Predicate<Phrase> fits, int least) {
    if (at < to && !rules.mayBegin(words, at)) {
      return label(at, to);
    }
    Cue[] longest = {null};
    rules.phrases().find(
        words,
        at,
        Math.min(to, at + 1),
        to,
        (phrase, a, b) -> {
          boolean cue = phrase.kind() == Kind.RELATED_CUE && phrase.score() > 0 && phrase.where() != Phrase.Where.IN && fits.test(phrase);
          boolean separated = cue && SegmentRules.separated(text, words, b, to);
          boolean fit = phrase.where() == Phrase.Where.COLON ? separated : b - a >= least;
          if (cue && fit && (longest[0] == null || b - a > longest[0].length)) {
            longest[0] = new Cue(b - a, !cites(b) && (separated || !BUTTONS.contains(phrase.name())), phrase.name().equals("related-cues/related") || phrase.where() == Phrase.Where.LINE, b - a >= 2 && SURE.contains(phrase.name()));
          }
        });
    if (longest[0] == null) {
      return label(at, to);
    }
    return longest[0].sure || !longest[0].announces ? withSource(longest[0], at, to) : longest[0];
  }

  private Cue label(int at, int to) {
    int label = recurring.label(at, to);
    return label == 0 || recurring.end(at, to) > at + label ? null : new Cue(label, true, false, true);
  }

  /** Whether a sentence begins at a word that recurs over the outlet's pages. */
  boolean recurs(int at, int to) {
    return recurring.end(at, to) > 0;
  }

  /** «اقرأ أيضا على الموقع:»: where a colon follows close behind, a cue reaches to it. */
  private Cue withSource(Cue cue, int at, int to) {
    int from = at + cue.length;
    if (from >= to || SegmentRules.separated(text, words, from, to) || !rules.isStopWord(words.hash(from)) && !rules.isStopWord(words.hash(from - 1))) {
      return cue;
    }
    for (int w = from + 2; w <= Math.min(to - 1, from + LONGEST_SOURCE); w++) {
      if (SiteOpenings.separates(text, words.end(w - 1), words.start(w))) {
        return new Cue(w - at, true, cue.list, true);
      }
    }
    return cue;
  }

  /** «انظر: (title of a book)» is a note of the text. */
  private boolean cites(int word) {
    return word < words.count() && words.start(word) > 0 && text.charAt(words.start(word) - 1) == '(';
  }

  /** How many words at a place are a button or an entry of a menu, whole; 0 for none. */
  int buttonLength(int from, int to) {
    int[] longest = {0};
    rules.phrases().find(
        words,
        from,
        Math.min(to, from + 1),
        to,
        (phrase, a, b) -> {
          boolean button = phrase.where() == Phrase.Where.LINE && (phrase.kind() == Kind.NAV || phrase.kind() == Kind.TAGS || phrase.kind() == Kind.RELATED_CUE);
          longest[0] = button && phrase.score() > 0 ? Math.max(longest[0], b - a) : longest[0];
        });
    return longest[0];
  }

  /** Whether words are buttons or entries of a menu, one behind the other, two at least, with nothing but numbers between them. */
  boolean isRowOfButtons(int from, int to) {
    int at = from;
    int known = 0;
    while (at < to) {
      int length = buttonLength(at, to);
      known += length > 0 ? 1 : 0;
      if (length == 0 && !words.isNumber(at)) {
        return false;
      }
      at += Math.max(1, length);
    }
    return known > 1;
  }
}
