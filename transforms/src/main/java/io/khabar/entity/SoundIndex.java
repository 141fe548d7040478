package io.khabar.entity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The listed persons by how their names sound. A word of a name that is an Arabic given name as it stands must be that of the list, for جمال is not كمال; any other may be spelled otherwise: «خليفة حفطر»,
 * «شهباز شاريف». Immutable once built.
 */
final class SoundIndex {
  private record Form(List<String> words, int number) {}

  private final Map<String, List<Form>> forms = new HashMap<>();
  private final Set<String> words = new HashSet<>();
  private final Predicate<String> fixed;

  /**
   * An index with nothing in it.
   *
   * @param fixed says of a match-key word that its spelling is no other word's
   */
  SoundIndex(Predicate<String> fixed) {
    this.fixed = fixed;
  }

  /** Adds a person's name of two words or more. */
  void add(String key, int number) {
    List<String> split = SoundSkeleton.words(key);
    String sound = sound(split);
    words.addAll(Arrays.asList(sound.split(" ")));
    forms.computeIfAbsent(sound, k -> new ArrayList<>(1)).add(new Form(split, number));
  }

  /** Whether a word sounds like one of a listed name. */
  boolean hasWord(String key) {
    return words.contains(SoundSkeleton.word(key));
  }

  /** The number of the only listed person whose name sounds like this, or -1. */
  int person(String key) {
    List<String> split = SoundSkeleton.words(key);
    int found = -1;
    for (Form form : forms.getOrDefault(sound(split), List.of())) {
      if (form.number != found && same(split, form.words)) {
        if (found >= 0) {
          return -1;
        }
        found = form.number;
      }
    }
    return found;
  }

  private boolean same(List<String> name, List<String> listed) {
    if (name.size() != listed.size()) {
      return false;
    }
    for (int i = 0; i < name.size(); i++) {
      if (!name.get(i).equals(listed.get(i)) && fixed.test(name.get(i))) {
        return false;
      }
    }
    return true;
  }

  private static String sound(List<String> split) {
    StringBuilder out = new StringBuilder();
    for (String word : split) {
      out.append(out.length() == 0 ? "" : " ").append(SoundSkeleton.word(word));
    }
    return out.toString();
  }
}
