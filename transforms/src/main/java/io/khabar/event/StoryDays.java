package io.khabar.event;

import io.khabar.date.DateFinder;
import io.khabar.date.FoundDate;
import io.khabar.text.RuleFile;
import io.khabar.text.Words;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The days a text prints, as evidence of when it was written: each is {@code year * 10000 + month * 100 + day}, with the year 0 where none is printed.
 *
 * @param bare days without a year, ascending; a writer leaves the year out when the day is near
 * @param earlier days of earlier occurrences («the last meeting was on 3 March»), ascending
 */
record StoryDays(int[] bare, int[] earlier) {
  private static final int MOST = 8;

  /** Words that are looked at: more than for terms, for a day often stands in the background. */
  private static final int WORDS = 600;

  private static final int LOOK_BACK = 14;
  private static final int WINDOW = 40;

  private static final Set<String> EARLIER =
      RuleFile.resource("/khabar/event/earlier.tsv", 2).stream().map(row -> row[0]).collect(Collectors.toUnmodifiableSet());

  /** The days of a text. */
  static StoryDays of(String text, Words words) {
    TreeSet<Integer> bare = new TreeSet<>();
    TreeSet<Integer> earlier = new TreeSet<>();
    int read = 0;
    for (int i = 0; i < Math.min(words.count() - 1, WORDS); i++) {
      if (words.start(i) < read || words.keyLength(i) > 2 || !words.isNumber(i) || words.isNumber(i + 1)) {
        continue;
      }
      int to = Math.min(text.length(), words.start(i) + WINDOW);
      for (FoundDate found : DateFinder.find(text.substring(words.start(i), to))) {
        int day = found.start() == 0 ? day(found.date()) : 0;
        if (day == 0) {
          continue;
        }
        read = words.start(i) + found.end();
        if (!found.yearPrinted()) {
          bare.add(day);
        }
        if (toldAsEarlier(text, words, i)) {
          earlier.add(day);
        }
      }
    }
    return new StoryDays(most(bare), most(earlier));
  }

  private static int[] most(TreeSet<Integer> days) {
    return days.stream().limit(MOST).mapToInt(d -> d).toArray();
  }

  /** {@code yyyy-MM-dd} or {@code --MM-dd} as a number, 0 for anything else. */
  private static int day(String date) {
    if (date == null) {
      return 0;
    }
    try {
      if (date.startsWith("--")) {
        return Integer.parseInt(date, 2, 4, 10) * 100 + Integer.parseInt(date, 5, 7, 10);
      }
      return Integer.parseInt(date, 0, 4, 10) * 10000 + Integer.parseInt(date, 5, 7, 10) * 100 + Integer.parseInt(date, 8, 10, 10);
    } catch (NumberFormatException | IndexOutOfBoundsException e) {
      return 0;
    }
  }

  private static boolean toldAsEarlier(String text, Words words, int at) {
    for (int i = at - 1; i >= Math.max(0, at - LOOK_BACK); i--) {
      if (ends(text, words.end(i), words.start(i + 1))) {
        return false;
      }
      if (words.keyLength(i) <= 7 && EARLIER.contains(words.key(i))) {
        return true;
      }
    }
    return false;
  }

  private static boolean ends(String text, int from, int to) {
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      if (c == '.' || c == '\n' || c == '!' || c == '?' || c == io.khabar.text.Arabic.QUESTION_MARK) {
        return true;
      }
    }
    return false;
  }
}
