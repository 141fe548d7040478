package io.khabar.split;

import io.khabar.text.MatchKey;
import io.khabar.text.RuleFile;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The words of {@code split/openers.tsv}: whether a paragraph's first words go on with a story or may open one. Immutable, loaded once. */
final class Openers {
  private static final int HEAD = 40;

  private final Set<String> on = new HashSet<>();
  private final List<String> fresh = new ArrayList<>();

  private Openers() {
    for (String[] row : RuleFile.resource("/khabar/split/openers.tsv", 2)) {
      String key = MatchKey.of(row[0]);
      if (row[1].equals("on")) {
        on.add(key);
      } else {
        fresh.add(key);
      }
    }
  }

  private static final class Shipped {
    static final Openers OPENERS = new Openers();
  }

  static Openers shipped() {
    return Shipped.OPENERS;
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
