package io.khabar.segment;

import io.khabar.model.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;

/**
 * Sentences in which a site speaks to its reader: they open with a call («تابعونا», «يمكنكم») and name a place to go («صفحتنا», «تطبيق»). Words of a file; no
 * sentence has to be listed whole. Immutable.
 */
final class Promotions {
  /** What call and place must weigh together. */
  static final int ENOUGH = 3;

  private static final int LONGEST = 36;
  private static final int SHORTEST = 3;

  private static final int MOST_BEFORE = 2;

  /** How many words may stand between a call and its first place, and between two places. */
  private static final int FIRST_PLACE = 10;

  private static final int NEXT_PLACE = 8;

  /** «>> 3 ...»: the call is among the first words. */
  private static final int LATEST_CALL = 2;

  private final PhraseBook calls;
  private final PhraseBook places;
  private final PhraseBook mutes;
  private final PhraseBook befores;

  /**
   * @param rows class, weight, phrase
   * @throws IllegalArgumentException when a row makes no sense; the message names it
   */
  Promotions(List<String[]> rows) {
    List<Phrase> call = new ArrayList<>();
    List<Phrase> place = new ArrayList<>();
    List<Phrase> mute = new ArrayList<>();
    List<Phrase> before = new ArrayList<>();
    for (String[] row : rows) {
      long[][] words = PhraseBook.words(row[2]);
      List<Phrase> to =
          switch (row[0]) {
            case "call" -> call;
            case "place" -> place;
            case "mute" -> mute;
            case "before" -> before;
            default -> null;
          };
      if (to == null || words.length == 0 || !row[1].matches("[12]")) {
        throw new IllegalArgumentException("cues/promotions.tsv: row \"" + String.join(" | ", row) + "\": class is call, place, mute or before, weight 1 or 2");
      }
      to.add(new Phrase(Kind.NAV, row[0], Phrase.Where.IN, Integer.parseInt(row[1]), words, PhraseBook.glued(row[2])));
    }
    calls = new PhraseBook(call);
    places = new PhraseBook(place);
    mutes = new PhraseBook(mute);
    befores = new PhraseBook(before);
  }

  /** Adds the words that a call, or what may stand before one, begins with. */
  void firstWords(FirstWords all) {
    calls.firstWords(all);
    befores.firstWords(all);
  }

  /** What call and place of a sentence weigh together; 0 when it has no call, or is too long for one. */
  int weight(PageWords words, int first, int to) {
    int from = call(words, first, to);
    if (to - from < SHORTEST || to - first > LONGEST) {
      return 0;
    }
    int[] best = {0, 0, from};
    for (int at = from; at < Math.min(to, from + LATEST_CALL); at++) {
      // only a number stands before a call
      if (at > from && !words.isNumber(at - 1)) {
        break;
      }
      calls.find(words, at, at + 1, to, (phrase, a, b) -> heavier(phrase, b, best));
    }
    if (best[0] == 0) {
      return 0;
    }
    mutes.find(words, best[2], Math.min(to, best[2] + 1), to, (phrase, a, b) -> best[0] = 0);
    if (best[0] == 0) {
      return 0;
    }
    int call = best[0];
    places.find(words, best[2], to, to, (phrase, a, b) -> best[1] = Math.max(best[1], (int) phrase.score()));
    return best[1] == 0 ? 0 : call + best[1];
  }

  /**
   * One past the last place to go of a call that a sentence opens with, as far as places follow one another; -1 when call and places do not make a promotion.
   * For sentences that run on into a story without a stop.
   *
   * @param opens whether a word opens a sentence of the story: places behind it are the story's
   */
  int end(PageWords words, int from, int to, IntPredicate opens) {
    int limit = Math.min(to, from + LONGEST);
    if (weight(words, from, limit) < ENOUGH) {
      return -1;
    }
    int at = call(words, from, to);
    int[] best = {0, 0, at};
    calls.find(words, at, at + 1, limit, (phrase, a, b) -> heavier(phrase, b, best));
    int call = best[0];
    int end = best[2];
    int weight = 0;
    boolean more = call > 0;
    while (more) {
      int reach = Math.min(limit, end + (weight == 0 ? FIRST_PLACE : NEXT_PLACE));
      for (int w = end; w < reach && weight > 0; w++) {
        reach = opens.test(w) ? w : reach;
      }
      int[] next = {-1, 0};
      places.find(
          words,
          end,
          reach,
          limit,
          (phrase, a, b) -> {
            if (next[0] < 0 || b > next[0] && a < next[0]) {
              next[0] = b;
              next[1] = Math.max(next[1], (int) phrase.score());
            }
          });
      more = next[0] > 0;
      end = more ? next[0] : end;
      weight = Math.max(weight, next[1]);
    }
    return weight > 0 && call + weight >= ENOUGH ? end : -1;
  }

  /** The first word behind what may stand before a call («ملاحظة:», «إن»). */
  private int call(PageWords words, int from, int to) {
    int[] at = {from < to && words.isPicture(from) ? from + 1 : from};
    for (int n = 0; n < MOST_BEFORE; n++) {
      int start = at[0];
      befores.find(words, start, Math.min(to, start + 1), to, (phrase, a, b) -> at[0] = Math.max(at[0], b));
    }
    return at[0];
  }

  /** Whether a place to go begins among some words. */
  boolean place(PageWords words, int from, int to) {
    boolean[] found = {false};
    places.find(words, from, to, to, (phrase, a, b) -> found[0] = true);
    return found[0];
  }

  /** Whether a word alone is a call that the news has as well («تابع»). */
  boolean ambiguous(PageWords words, int at) {
    boolean[] found = {false};
    calls.find(words, at, at + 1, at + 1, (phrase, a, b) -> found[0] |= phrase.score() < 2);
    return found[0];
  }

  private static void heavier(Phrase phrase, int end, int[] best) {
    if (phrase.score() > best[0] || phrase.score() == best[0] && end > best[2]) {
      best[0] = (int) phrase.score();
      best[2] = end;
    }
  }
}
