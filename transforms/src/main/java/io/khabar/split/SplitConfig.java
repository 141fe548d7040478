package io.khabar.split;

import java.io.Serializable;
import java.util.Set;

/**
 * How stories are made of lines.
 *
 * @param languages BCP 47 codes of the stories to keep
 * @param asOf the day that counts as today, or null
 * @param rules a folder of rule files that replace ours, or null
 */
public record SplitConfig(Set<String> languages, String asOf, String rules) implements Serializable {
  /** Arabic only, no today. */
  public static SplitConfig defaults() {
    return new SplitConfig(Set.of("ar"), null, null);
  }
}
