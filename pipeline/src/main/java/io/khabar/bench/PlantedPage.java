package io.khabar.bench;

import io.khabar.text.Words;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * An article with lines planted into it.
 *
 * @param url its own; the host is the outlet's
 * @param paragraphs the article as it came
 * @param lines what was planted
 * @param filled the lines as planted, in the same order
 * @param text what the page says
 */
record PlantedPage(String url, String outlet, String title, List<String> paragraphs, List<PlantedLine> lines, List<String> filled, String text) {
  /** So many words in a row are a part of a line that a reader would notice. */
  private static final int NOTICED = 3;

  /** A run of signs that stays is at least so long. */
  private static final int SIGNS = 3;

  /** How much of planted line {@code i} a text holds that the article itself does not: words in a row, or signs; {@code null} when none would be noticed. */
  String left(int i, String story) {
    String line = filled.get(i);
    Words words = Words.of(line);
    if (words.count() == 0) {
      String signs = line.substring(0, Math.min(SIGNS, line.length()));
      return story.contains(signs) && paragraphs.stream().noneMatch(p -> p.contains(signs)) ? line : null;
    }
    int row = Math.min(NOTICED, words.count());
    Set<String> own = new HashSet<>(rows(Words.of(title), row));
    paragraphs.forEach(p -> own.addAll(rows(Words.of(p), row)));
    Set<String> there = new HashSet<>(rows(Words.of(story), row));
    List<String> all = rows(words, row);
    int from = -1;
    int to = -1;
    for (int w = 0; w < all.size(); w++) {
      if (there.contains(all.get(w)) && !own.contains(all.get(w))) {
        from = from < 0 ? w : from;
        to = w + row;
      }
    }
    return from < 0 ? null : line.substring(words.start(from), words.end(to - 1));
  }

  /** The words of the article that a text has not, paragraph by paragraph; each word counts as often as it stands there. */
  List<String> lost(String story) {
    Map<String, Integer> there = new HashMap<>();
    Words words = Words.of(story);
    for (int w = 0; w < words.count(); w++) {
      there.merge(words.key(w), 1, Integer::sum);
    }
    List<String> lost = new ArrayList<>();
    for (String paragraph : paragraphs) {
      Words own = Words.of(paragraph);
      StringBuilder gone = new StringBuilder();
      for (int w = 0; w < own.count(); w++) {
        int left = there.merge(own.key(w), -1, Integer::sum);
        if (left < 0) {
          gone.append(gone.isEmpty() ? "" : " ").append(paragraph, own.start(w), own.end(w));
        }
      }
      if (!gone.isEmpty()) {
        lost.add(gone.toString());
      }
    }
    return lost;
  }

  int words() {
    int count = 0;
    for (String paragraph : paragraphs) {
      count += Words.of(paragraph).count();
    }
    return count;
  }

  private static List<String> rows(Words words, int length) {
    List<String> rows = new ArrayList<>();
    for (int w = 0; w + length <= words.count(); w++) {
      StringBuilder row = new StringBuilder();
      for (int k = w; k < w + length; k++) {
        row.append(words.key(k)).append(' ');
      }
      rows.add(row.toString());
    }
    return rows;
  }
}
