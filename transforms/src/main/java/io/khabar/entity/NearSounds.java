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
  /** Letters of places and organisations that may differ as they are written. */
  private static final int MOST_EDITS = 3;
  private static final String ADJECTIVE = "\u064A";
  private static final int MOST_WORDS = 4;

  private record Form(List<String> words, String letters, int number) {}

  private final Map<String, List<Form>> persons = new HashMap<>();
  private final Map<String, List<Form>> others = new HashMap<>();
  /** Places and organisations by their letters, word by word, -1 where two are spelled alike. */
  private final Map<String, Form> spelled = new HashMap<>();
  private final LetterSwaps swaps = new LetterSwaps();
  /** What a word of a place or organisation of several words sounds like. */
  private final Set<String> words = new HashSet<>();
  private final Predicate<String> fixed;
  private final Predicate<String> foreign;
  private final Predicate<String> unknown;
  private final Predicate<String> arabic;
  private final Predicate<String> rather;
  private final Predicate<String> personWord;

  /**
   * An index with nothing in it.
   *
   * @param fixed says of a match-key word that its spelling is no other word's
   * @param foreign says of a match-key word that its letters are no Arabic word's
   * @param unknown says of a match-key word that nothing is known of it
   * @param arabic says of a match-key word that it is an Arabic given name
   * @param rather says of a match-key word that its letters are rather a foreign name's than an Arabic one's
   * @param personWord says of a match-key word that it sounds like one of a listed person's name
   */
  NearSounds(Predicate<String> fixed, Predicate<String> foreign, Predicate<String> unknown, Predicate<String> arabic, Predicate<String> rather, Predicate<String> personWord) {
    this.personWord = personWord;
    this.rather = rather;
    this.arabic = arabic;
    this.fixed = fixed;
    this.unknown = unknown;
    this.foreign = foreign;
  }

  /** Adds a listed name, parted into {@link SoundSkeleton#words}; of places and organisations, only what has a foreign word. */
  void add(List<String> split, int number, boolean person) {
    String spelling = person || SoundSkeleton.article(split.get(0)) > 0 ? "" : spelling(split);
    if (spelling.length() >= ENOUGH) {
      spelled.merge(spelling, new Form(split, spelling, number), (a, b) -> a.number == b.number ? a : new Form(a.words, spelling, -1));
    }
    if (split.size() > MOST_WORDS || person && split.size() < 2 || !person && !strange(split)) {
      return;
    }
    String sound = sound(split);
    if (sound.length() < ENOUGH) {
      return;
    }
    (person ? persons : others).computeIfAbsent(sound, k -> new ArrayList<>(1)).add(new Form(split, letters(split, person), number));
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
    List<String> split = SoundSkeleton.words(key);
    int found = nearest(persons, split, split);
    return found >= 0 ? found : swapped(persons, split);
  }

  /** The number of the listed place or organisation whose name sounds most like this one, or -1. */
  int other(String key) {
    List<String> split = SoundSkeleton.words(key);
    int found = nearest(others, split, split);
    if (found >= 0) {
      return found;
    }
    Form form = spelled.get(spelling(split));
    boolean may = form != null && (split.size() > 1 || form.words.size() > 1 ? parts(split, form.words) : SoundLimits.place(key, form.words.get(0)));
    return may && SoundIndex.apart(key, String.join(" ", form.words)) <= 1 ? form.number : -1;
  }

  /** As {@link #other}, or with one letter swapped. */
  int otherSwapped(String key) {
    int found = other(key);
    return found >= 0 ? found : swapped(others, SoundSkeleton.words(key));
  }

  /** The one listed name that a name sounds like with one letter swapped, or -1. */
  private int swapped(Map<String, List<Form>> forms, List<String> split) {
    int found = -1;
    // one word is spelled otherwise: the others must be of a listed name as they stand
    if (forms == persons && split.stream().filter(w -> !personWord.test(w)).count() != 1 || forms == others && split.size() > 1 && split.stream().noneMatch(this::hasWord)) {
      return -1;
    }
    for (List<String> other : swaps.of(split)) {
      int number = nearest(forms, other, split);
      if (number >= 0 && found >= 0 && number != found) {
        return -1;
      }
      found = Math.max(found, number);
    }
    return found;
  }

  /** The listed name that sounds like {@code split} and is spelled most like {@code name}. */
  private int nearest(Map<String, List<Form>> forms, List<String> split, List<String> name) {
    String sound = sound(split);
    boolean persons = forms == this.persons;
    String letters = sound.length() < ENOUGH ? "" : letters(persons || split.size() > 1 ? name : split, persons);
    int found = -1;
    boolean single = !persons && split.size() == 1;
    // behind one letter swapped, all else of one word must agree
    int least = single && split != name ? 1 : (single || sound.length() < (persons ? MANY : MANY + 1) ? 1 : 2) + 1;
    for (Form form : sound.length() < ENOUGH ? List.<Form>of() : forms.getOrDefault(sound, List.of())) {
      if (single && form.words.size() == 1 && !SoundLimits.place(split.get(0), form.words.get(0))) {
        continue;
      }
      int apart = SoundIndex.apart(letters, form.letters);
      if (apart > least || !alike(name, form.words, persons) || !persons && SoundIndex.apart(String.join("", name), String.join("", form.words)) > (sound.length() > MANY ? MOST_EDITS : MOST_EDITS - 1)) {
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
    if (differ.stream().anyMatch(fixed) || others.stream().anyMatch(fixed)) {
      return false;
    }
    if (person && name.size() == listed.size() && !SoundLimits.persons(name, listed)) {
      return false;
    }
    if (person && name.stream().anyMatch(arabic)) {
      // behind an Arabic given name only a long foreign family name is told by its sound: «وحيد خليلوزيتش»
      return sound(differ).length() >= ENOUGH && differ.stream().allMatch(rather) && others.stream().allMatch(rather);
    }
    if (!person && !parts(name, listed)) {
      return false;
    }
    for (String word : person ? List.<String>of() : differ) {
      if (SoundSkeleton.article(word) > 0 || word.endsWith(ADJECTIVE) && others.stream().noneMatch(w -> w.endsWith(ADJECTIVE))) {
        return false;
      }
    }
    return person && differ.size() <= 1 && name.size() > 2 && listed.size() == name.size() || differ.stream().allMatch(foreign);
  }

  /** Whether the short words of two names of several are spelled alike. */
  private static boolean parts(List<String> name, List<String> listed) {
    for (int i = 0; name.size() > 1 && name.size() == listed.size() && i < name.size(); i++) {
      if (!SoundLimits.part(name.get(i), listed.get(i))) {
        return false;
      }
    }
    return true;
  }

  private static String spelling(List<String> words) {
    StringBuilder out = new StringBuilder();
    words.forEach(word -> out.append(out.length() == 0 ? "" : " ").append(SoundSkeleton.spelled(List.of(word))));
    return out.toString();
  }

  private static String letters(List<String> words, boolean person) {
    return person ? SoundSkeleton.letters(words) : SoundSkeleton.spelled(words);
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
