package io.khabar.date;

import io.khabar.text.Arabic;
import java.util.ArrayList;
import java.util.List;

/** All that a word or phrase of the lexicon can mean. Filled while loading, constant afterwards. */
final class DateWord {
  /** A phrase of several words: the hashes of those after the first, and what it means. */
  record Phrase(long[] rest, DateWord meaning) {}

  final long hash;

  /** 1-12, or 0. */
  int month;

  /** 1-12 of the Hijri year, or 0. */
  int hijriMonth;

  /** ISO, 1 Monday, or 0. */
  int weekday;

  /** 1-31, or 0. */
  int dayOfMonth;

  /** Of a {@link Sense#RELATIVE} word: days from the telling. */
  int relative;

  /** Of a {@link Sense#NUMBER} word. */
  int number;

  /** Of a {@link Sense#UNIT} word. */
  TimeUnit unit;

  /** Of a {@link Sense#PART} word: 0 start, 1 middle, 2 end. */
  int part;

  /** Of a {@link Sense#ZONE}: {@code Z} or {@code +03:00}; null where the offset has changed with the seasons. */
  String zone;

  boolean latin;

  /** Of a weekday or unit: with its article. Without it, «أحد» is anyone and «اثنين» are two. */
  boolean definite;

  /** Of a unit: «أيام», an uncounted number of them. */
  boolean plural;

  long senses;

  /** Longest first. */
  List<Phrase> phrases;

  DateWord(long hash) {
    this.hash = hash;
  }

  boolean is(Sense sense) {
    return (senses & sense.mask()) != 0;
  }

  /** Whether the word means nothing by itself: it only begins phrases. */
  boolean isEmpty() {
    return senses == 0 && month == 0 && hijriMonth == 0 && weekday == 0 && dayOfMonth == 0;
  }

  boolean isAny(long mask) {
    return (senses & mask) != 0;
  }

  /** Whether the word may carry a one-letter prefix («والأربعاء», «بمارس»; a label only «و»: «نشر في ... وحُدّث في ...»). */
  boolean takesPrefix(char letter) {
    return weekday > 0 || month > 0 || hijriMonth > 0 || dayOfMonth > 0 || isAny(PREFIXED) || (letter == Arabic.WAW && isAny(LABELS));
  }

  private static final long LABELS = Sense.LABEL_PUBLISHED.mask() | Sense.LABEL_UPDATED.mask();

  private static final long PREFIXED =
      Sense.RELATIVE.mask() | Sense.AGO.mask() | Sense.AFTER.mask() | Sense.ABOUT.mask() | Sense.PART.mask() | Sense.LAST_TIME.mask() | Sense.NUMBER.mask() | Sense.CORRESPONDING.mask();

  void addPhrase(Phrase phrase) {
    if (phrases == null) {
      phrases = new ArrayList<>();
    }
    phrases.add(phrase);
    // insertion keeps file order among phrases of one length
    phrases.sort((a, b) -> Integer.compare(b.rest().length, a.rest().length));
  }
}
