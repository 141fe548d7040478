package io.khabar.split;

import io.khabar.text.MatchKey;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The words of {@code split/openers.tsv}: whether a paragraph's first words go on with a story or may open one. Immutable. */
final class Openers {
  private static final int HEAD = 40;

  private final Set<String> on = new HashSet<>();
  private final List<String> fresh = new ArrayList<>();

  Openers(List<String[]> rows) {
    for (String[] row : rows) {
      String key = MatchKey.of(row[0]);
      if (row[1].equals("on")) {
        on.add(key);
      } else {
        fresh.add(key);
      }
    }
  }

  /** Whether the text that begins at {@code start} goes on with what stands above it. */
  boolean goOn(String text, int start, int end) {
    String key = MatchKey.of(text.substring(start, Math.min(end, start + HEAD)));
    int blank = key.indexOf(' ');
    for (int words = 1; blank >= 0 && words <= 3; words++) {
      if (on.contains(key.substring(0, blank))) {
        return true;
      }
      blank = key.indexOf(' ', blank + 1);
    }
    if (!key.startsWith("و")) {
      return false;
    }
    for (String prefix : fresh) {
      if (key.startsWith(prefix)) {
        return false;
      }
    }
    return true;
  }
}
