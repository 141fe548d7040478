package io.khabar.entity;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Listed names by what is heard of them whatever the spaces, articles and vowels are: «ديل بونتي» and «ديلبونتي», «بوكو حرام» and «بوكوحرام», «توكارتشوك» and «توكارزوك». So wide a net catches too much, so letters are compared
 * after it: few may differ, Arabic given names must be those of the list, and a word that differs must be a foreign one. Immutable once built.
 */
final class NearSounds {
  /** Consonants that a name must have to be told by them. */
  private static final int ENOUGH = 5;

  private static final int MANY = 6;
  private static final String ADJECTIVE = "\u064A";
  private static final int MOST_WORDS = 4;

  private record Form(List<String> words, String letters, int number) {}

  private final Map<String, List<Form>> persons = new HashMap<>();
  private final Map<String, List<Form>> others = new HashMap<>();
  /** What a word of a place or organisation of several words sounds like. */
  private final Set<String> words = new HashSet<>();
  private final Predicate<String> fixed;
  private final Predicate<String> foreign;
  private final Predicate<String> unknown;
  private final Predicate<String> arabic;

  /**
   * An index with nothing in it.
   *
   * @param fixed says of a match-key word that its spelling is no other word's
   * @param foreign says of a match-key word that its letters are no Arabic word's
   * @param unknown says of a match-key word that nothing is known of it
   * @param arabic says of a match-key word that it is an Arabic given name
   */
  NearSounds(Predicate<String> fixed, Predicate<String> foreign, Predicate<String> unknown, Predicate<String> arabic) {
    this.arabic = arabic;
    this.fixed = fixed;
    this.unknown = unknown;
    this.foreign = foreign;
  }

  /** Adds a listed name, parted into {@link SoundSkeleton#words}; of places and organisations, only what has a foreign word. */
  void add(List<String> split, int number, boolean person) {
    if (split.size() > MOST_WORDS || person && split.size() < 2 || !person && !strange(split)) {
      return;
    }
    String sound = sound(split);
    if (sound.length() < ENOUGH) {
      return;
    }
    (person ? persons : others).computeIfAbsent(sound, k -> new ArrayList<>(1)).add(new Form(split, SoundSkeleton.letters(split), number));
    if (!person && split.size() > 1) {
      split.forEach(w -> words.add(sound(List.of(w))));
    }
  }

  /** Whether a name of no person has a word of no Arabic letters or meaning, and no article. */
  private boolean strange(List<String> split) {
    boolean strange = false;
    for (String word : split) {
      if (SoundSkeleton.article(word) > 0) {
        return false;
      }
      strange = strange || unknown.test(word) || foreign.test(word);
    }
    return strange;
  }

  /** Whether a match-key word sounds like one of a listed place's or organisation's of several. */
  boolean hasWord(String key) {
    return words.contains(sound(List.of(key)));
  }

  /** The number of the listed person whose name sounds most like this one, or -1 where there is none or more than one. */
  int person(String key) {
    return nearest(persons, key);
  }

  /** The number of the listed place or organisation whose name sounds most like this one, or -1. */
  int other(String key) {
    return nearest(others, key);
  }

  private int nearest(Map<String, List<Form>> forms, String key) {
    List<String> split = SoundSkeleton.words(key);
    String sound = sound(split);
    String letters = sound.length() < ENOUGH ? "" : SoundSkeleton.letters(split);
    int found = -1;
    int least = (sound.length() < (forms == persons ? MANY : MANY + 1) ? 1 : 2) + 1;
    for (Form form : sound.length() < ENOUGH ? List.<Form>of() : forms.getOrDefault(sound, List.of())) {
      int apart = SoundIndex.apart(letters, form.letters);
      if (apart > least || !alike(split, form.words, forms == persons)) {
        continue;
      }
      if (apart < least) {
        least = apart;
        found = form.number;
      } else if (form.number != found) {
        found = -1;
      }
    }
    return found;
  }

  /** Whether what differs in two names that sound alike may differ: only foreign words, and nothing that makes an adjective of a place. */
  private boolean alike(List<String> name, List<String> listed, boolean person) {
    List<String> differ = without(name, listed);
    List<String> others = without(listed, name);
    if (differ.stream().anyMatch(fixed) || others.stream().anyMatch(fixed) || person && name.stream().anyMatch(arabic)) {
      return false;
    }
    for (String word : person ? List.<String>of() : differ) {
      if (SoundSkeleton.article(word) > 0 || word.endsWith(ADJECTIVE) && others.stream().noneMatch(w -> w.endsWith(ADJECTIVE))) {
        return false;
      }
    }
    return person && differ.size() <= 1 && name.size() > 2 && listed.size() == name.size() || differ.stream().allMatch(foreign);
  }

  private static List<String> without(List<String> words, List<String> others) {
    List<String> out = new ArrayList<>(words);
    others.forEach(out::remove);
    return out;
  }

  /** What is heard of the consonants of all words together. */
  private static String sound(List<String> split) {
    StringBuilder out = new StringBuilder();
    for (String word : split) {
      int n = SoundSkeleton.heard(word);
      for (int i = SoundSkeleton.article(word); i < n; i++) {
        char s = consonant(word, i);
        if (s != 0 && (out.length() == 0 || out.charAt(out.length() - 1) != s)) {
          out.append(s);
        }
      }
    }
    return out.toString();
  }

  /** The class of a letter, 0 for a vowel and the first half of one sound. */
  private static char consonant(String word, int i) {
    char c = word.charAt(i);
    return switch (c) {
      case '\u0627', '\u0648', '\u064A', '\u0621', '\u0639' -> 0;
      case '\u062A' -> i + 1 < word.length() && word.charAt(i + 1) == '\u0634' ? 0 : 'T';
      case '\u0634' -> 'S';
      case '\u0628', '\u067E' -> 'F';
      case '\u0646' -> i + 1 < word.length() && word.charAt(i + 1) == '\u0628' ? '\u0645' : c;
      default -> SoundSkeleton.sound(c, false);
    };
  }
}
