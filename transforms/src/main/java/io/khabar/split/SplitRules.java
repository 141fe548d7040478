package io.khabar.split;

import io.khabar.text.MatchKey;
import io.khabar.text.RuleFile;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What the splitter knows by heart, from {@code split/*.tsv}: weights, openers of paragraphs, titles of round-ups. Immutable. */
final class SplitRules {
  private static final int LONGEST_TITLE = 60;
  private static final int MOST_WORDS = 3;

  final BorderModel weights;
  final Openers openers;
  private final Set<String> roundUps = new HashSet<>();

  private SplitRules(Path folder) {
    weights = new BorderModel(RuleFile.both(folder, "split/weights.tsv", 3));
    openers = new Openers(RuleFile.both(folder, "split/openers.tsv", 2));
    for (String[] row : RuleFile.both(folder, "split/roundups.tsv", 1)) {
      roundUps.add(MatchKey.of(row[0]));
    }
  }

  private static final class Shipped {
    static final SplitRules RULES = new SplitRules(null);
  }

  static SplitRules shipped() {
    return Shipped.RULES;
  }

  /**
   * The shipped rules with a user's own.
   *
   * @param folder laid out like {@code khabar/} on the class path; null for none
   * @throws IllegalArgumentException when a row makes no sense; the message names it
   */
  static SplitRules load(Path folder) {
    return folder == null ? shipped() : new SplitRules(folder);
  }

  /** Whether a page's title says that the page is many short stories. */
  boolean roundUp(String title) {
    String key = MatchKey.of(title.length() > LONGEST_TITLE ? title.substring(0, LONGEST_TITLE) : title);
    int blank = key.indexOf(' ');
    for (int words = 1; blank >= 0 && words <= MOST_WORDS; words++) {
      if (roundUps.contains(key.substring(0, blank))) {
        return true;
      }
      blank = key.indexOf(' ', blank + 1);
    }
    return roundUps.contains(key);
  }
}
