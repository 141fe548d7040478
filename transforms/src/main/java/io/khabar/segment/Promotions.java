package io.khabar.segment;

import io.khabar.model.Kind;
import java.util.ArrayList;
import java.util.List;

/**
 * Sentences in which a site speaks to its reader: they open with a call («تابعونا», «يمكنكم») and name a place to go («صفحتنا», «تطبيق»). Words of a file; no
 * sentence has to be listed whole. Immutable.
 */
final class Promotions {
  /** What call and place must weigh together. */
  static final int ENOUGH = 3;

  private static final int LONGEST = 36;
  private static final int SHORTEST = 3;

  /** «>> 3 ...»: the call is among the first words. */
  private static final int LATEST_CALL = 2;

  private final PhraseBook calls;
  private final PhraseBook places;
  private final PhraseBook mutes;

  /**
   * @param rows class, weight, phrase
   * @throws IllegalArgumentException when a row makes no sense; the message names it
   */
  Promotions(List<String[]> rows) {
    List<Phrase> call = new ArrayList<>();
    List<Phrase> place = new ArrayList<>();
    List<Phrase> mute = new ArrayList<>();
    for (String[] row : rows) {
      long[] words = PhraseBook.words(row[2]);
      List<Phrase> to = row[0].equals("call") ? call : row[0].equals("place") ? place : row[0].equals("mute") ? mute : null;
      if (to == null || words.length == 0 || !row[1].matches("[12]")) {
        throw new IllegalArgumentException("cues/promotions.tsv: row \"" + String.join(" | ", row) + "\": class is call, place or mute, weight 1 or 2");
      }
      to.add(new Phrase(Kind.NAV, row[0], Phrase.Where.IN, Integer.parseInt(row[1]), words));
    }
    calls = new PhraseBook(call);
    places = new PhraseBook(place);
    mutes = new PhraseBook(mute);
  }

  /** What call and place of a sentence weigh together; 0 when it has no call, or is too long for one. */
  int weight(PageWords words, int from, int to) {
    if (to - from < SHORTEST || to - from > LONGEST) {
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

  private static void heavier(Phrase phrase, int end, int[] best) {
    if (phrase.score() > best[0] || phrase.score() == best[0] && end > best[2]) {
      best[0] = (int) phrase.score();
      best[2] = end;
    }
  }
}
