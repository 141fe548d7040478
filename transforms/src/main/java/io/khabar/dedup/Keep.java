package io.khabar.dedup;

import io.khabar.text.MatchKey;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * The rule that says who stays among copies. Whatever it says first, the earliest date, the fullest text and the id settle the rest.
 *
 * @param longest whether the fullest text goes before the earliest date
 * @param outlets match keys of outlets whose stories go before all others, the dearest first
 */
public record Keep(boolean longest, List<String> outlets) implements Serializable {
  private static final String OUTLETS = "outlet:";

  /** The rule when nothing is said: the earliest date. */
  public static Keep earliest() {
    return new Keep(false, List.of());
  }

  /**
   * Reads {@code earliest}, {@code longest} or {@code outlet:a,b,c}.
   *
   * @throws IllegalArgumentException with a sentence when the rule is none of these
   */
  public static Keep parse(String rule) {
    if (rule == null || rule.isBlank() || rule.equals("earliest")) {
      return earliest();
    }
    if (rule.equals("longest")) {
      return new Keep(true, List.of());
    }
    List<String> outlets = new ArrayList<>();
    if (rule.startsWith(OUTLETS)) {
      for (String outlet : rule.substring(OUTLETS.length()).split(",")) {
        String key = MatchKey.of(outlet);
        if (!key.isEmpty()) {
          outlets.add(key);
        }
      }
    }
    if (outlets.isEmpty()) {
      throw new IllegalArgumentException("takes earliest, longest or outlet:a,b,c, not '" + rule + "'");
    }
    // an ArrayList, for every engine must be able to send the rule to its workers
    return new Keep(false, new ArrayList<>(outlets));
  }

  /** What the rule puts first: the smaller stays. */
  long order(String outlet, int words) {
    if (longest) {
      return -words;
    }
    int at = outlet == null || outlets.isEmpty() ? -1 : outlets.indexOf(MatchKey.of(outlet));
    return at < 0 ? outlets.size() : at;
  }
}
