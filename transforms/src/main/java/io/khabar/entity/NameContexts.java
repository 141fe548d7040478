package io.khabar.entity;

import io.khabar.text.MatchKey;
import io.khabar.text.RuleFile;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** The words of {@code name-contexts.txt}, which say of a word beside them whether it may be a name; read once. */
final class NameContexts {
  private static final Map<String, Set<Long>> BY_ROLE = new HashMap<>();

  static {
    for (String[] row : RuleFile.resource(Gazetteer.FOLDER + "name-contexts.txt", 2)) {
      BY_ROLE.computeIfAbsent(row[1], role -> new HashSet<>()).add(Lexicon.hash(MatchKey.of(row[0])));
    }
    BY_ROLE.replaceAll((role, words) -> Set.copyOf(words));
  }

  private NameContexts() {}

  /** The hashes of the words with a role. */
  static Set<Long> words(String role) {
    return BY_ROLE.getOrDefault(role, Set.of());
  }
}
