package io.khabar.split;

import io.khabar.text.Hash64;
import io.khabar.text.RuleFile;
import io.khabar.text.Words;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The phrases of {@code cues/related.tsv}: «اقرأ أيضا» in all its spellings. Immutable, loaded once. */
final class RelatedCues {
  private static final int LONGEST_HEAD = 120;

  /** A cue at the start of a line: where the headline behind it begins (the line's end if the cue stands alone), and its class. */
  record Cue(int headline, String name) {}

  private record Phrase(int words, String name, String where) {}

  private final Map<Long, Phrase> phrases = new HashMap<>();
  private int longest;

  private RelatedCues(List<String[]> rows) {
    for (String[] row : rows) {
      Words words = Words.of(row[0]);
      phrases.put(hash(words, words.count()), new Phrase(words.count(), row[1], row[2]));
      longest = Math.max(longest, words.count());
    }
  }

  private static final class Shipped {
    static final RelatedCues CUES = new RelatedCues(RuleFile.resource("/khabar/cues/related.tsv", 3));
  }

  /** The shipped phrases. */
  static RelatedCues shipped() {
    return Shipped.CUES;
  }

  private static long hash(Words words, int count) {
    long hash = count;
    for (int i = 0; i < count; i++) {
      hash = Hash64.join(hash, words.hash(i));
    }
    return hash;
  }

  /** The cue that a line starts with, or null; looks at the line's first words only. */
  Cue at(String text, int start, int end) {
    Words words = Words.of(text.substring(start, Math.min(end, start + LONGEST_HEAD)));
    for (int n = Math.min(longest, words.count()); n > 0; n--) {
      Phrase phrase = phrases.get(hash(words, n));
      if (phrase == null) {
        continue;
      }
      if (n == words.count() && end - start <= LONGEST_HEAD) {
        return new Cue(end, phrase.name());
      }
      int after = start + words.end(n - 1);
      int headline = n < words.count() ? start + words.start(n) : end;
      boolean parted = false;
      for (int i = after; i < headline; i++) {
        parted |= ":-|–—/".indexOf(text.charAt(i)) >= 0;
      }
      if (phrase.where().equals("start") && end - after <= LONGEST_HEAD || phrase.where().equals("colon") && parted) {
        // an opening quote belongs to the headline
        while (headline > after && "\"'«“‘([".indexOf(text.charAt(headline - 1)) >= 0) {
          headline--;
        }
        return new Cue(headline, phrase.name());
      }
    }
    return null;
  }
}
