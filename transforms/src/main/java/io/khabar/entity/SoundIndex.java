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
 * The listed persons, and foreign places and organisations of one word, by how their names sound. A word of a name that is an Arabic given name as it stands must be that of the list, for جمال is not كمال; any other may be spelled otherwise: «خليفة حفطر»,
 * «شهباز شاريف». Immutable once built.
 */
final class SoundIndex {
  private static final int ENOUGH = 4;
  private static final int MOST_APART = 2;
  private static final String ARTICLE = "\u0627\u0644";

  private record Form(List<String> words, int number) {}

  private final Map<String, List<Form>> forms = new HashMap<>();
  private final Set<String> words = new HashSet<>();
  /** Places and organisations of one word, -1 where two sound alike. */
  private final Map<String, Form> single = new HashMap<>();
  private final Predicate<String> fixed;
  private final Predicate<String> arabic;
  private final Predicate<String> rather;
  private final Predicate<String> family;
  private final NearSounds near;
  /** Persons by their letters whatever the spaces are, -1 where two are written alike. */
  private final Map<String, Integer> together = new HashMap<>();
  /** The listed person who alone bears a family name, by its sound; -1 where there are more. */
  private final Map<String, Integer> families = new HashMap<>();

  /**
   * An index with nothing in it.
   *
   * @param fixed says of a match-key word that its spelling is no other word's
   * @param foreign says of a match-key word that its letters are no Arabic word's
   * @param unknown says of a match-key word that nothing is known of it
   * @param arabic says of a match-key word that it is an Arabic given name
   * @param rather says of a match-key word that its letters are rather a foreign name's than an Arabic one's
   * @param family says of a match-key word that it is an Arabic family name
   */
  SoundIndex(Predicate<String> fixed, Predicate<String> foreign, Predicate<String> unknown, Predicate<String> arabic, Predicate<String> rather, Predicate<String> family) {
    this.family = family;
    this.fixed = fixed;
    this.arabic = arabic;
    this.rather = rather;
    this.near = new NearSounds(fixed, foreign, unknown, arabic, rather, this::hasWord);
  }

  /** The listed names by what is heard of them whatever the spaces and vowels are. */
  NearSounds near() {
    return near;
  }

  /** Adds a person's name of two words or more, or a place or an organisation of one. */
  void add(String key, int number, boolean person) {
    List<String> split = SoundSkeleton.words(key);
    near.add(split, number, person);
    if (person == key.indexOf(' ') < 0) {
      return;
    }
    if (!person) {
      addSingle(key, number);
      return;
    }
    String sound = sound(split);
    together.merge(key.replace(" ", ""), number, SoundIndex::one);
    families.merge(sound.substring(sound.lastIndexOf(' ') + 1), number, SoundIndex::one);
    words.addAll(Arrays.asList(sound.split(" ")));
    forms.computeIfAbsent(sound, k -> new ArrayList<>(1)).add(new Form(split, number));
  }

  /** Adds a place or an organisation of one word; what has few consonants sounds like too much. */
  private void addSingle(String key, int number) {
    String sound = SoundSkeleton.word(key);
    if (sound.length() >= ENOUGH && !key.startsWith(ARTICLE)) {
      single.merge(sound, new Form(List.of(key), number), (a, b) -> a.number == b.number ? a : new Form(a.words, -1));
    }
  }

  private static Integer one(Integer a, Integer b) {
    return a.equals(b) ? a : Integer.valueOf(-1);
  }

  /** The number of the only listed person whose family name sounds like this, or -1. */
  int onlyBearer(String family) {
    return families.getOrDefault(SoundSkeleton.word(family), -1);
  }

  /** The number of the only listed place or organisation of one word that sounds and is spelled like this, or -1. */
  int single(String key) {
    Form form = single.get(SoundSkeleton.word(key));
    String listed = form == null ? "" : form.words.get(0);
    int most = SoundSkeleton.word(key).length() > ENOUGH ? MOST_APART : 1;
    boolean close = form != null && form.number >= 0 && SoundLimits.place(key, listed) && apart(SoundSkeleton.spelled(List.of(key)), SoundSkeleton.spelled(form.words)) <= most - 1 && apart(key, listed) <= most;
    return close ? form.number : near.otherSwapped(key);
  }

  /** The number of the only listed person whose name is this with other spaces («أسامة بنلادن»), or -1. */
  int together(String key) {
    return together.getOrDefault(key.replace(" ", ""), -1);
  }

  /** Whether a word sounds like one of a listed name. */
  boolean hasWord(String key) {
    return words.contains(SoundSkeleton.word(key));
  }

  /** The number of the listed person whose name sounds like this and is spelled most like it, or -1 where there is none or more than one. */
  int person(String key) {
    List<String> split = SoundSkeleton.words(key);
    int found = -1;
    int least = Integer.MAX_VALUE;
    for (Form form : forms.getOrDefault(sound(split), List.of())) {
      int apart = same(split, form.words) ? apart(String.join(" ", split), String.join(" ", form.words)) : Integer.MAX_VALUE;
      if (apart < least) {
        least = apart;
        found = form.number;
      } else if (apart == least && form.number != found) {
        found = -1;
      }
    }
    return found;
  }

  /** How many letters must go, come or change to make one of the other. */
  static int apart(String a, String b) {
    int[] row = new int[b.length() + 1];
    for (int j = 0; j < row.length; j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int corner = row[0];
      row[0] = i;
      for (int j = 1; j < row.length; j++) {
        int change = corner + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        corner = row[j];
        row[j] = Math.min(change, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[b.length()];
  }

  private boolean same(List<String> name, List<String> listed) {
    if (name.size() != listed.size()) {
      return false;
    }
    if (!SoundLimits.persons(name, listed)) {
      return false;
    }
    for (int i = 0; i < name.size(); i++) {
      if (name.get(i).equals(listed.get(i))) {
        continue;
      }
      String a = SoundSkeleton.withoutHamza(name.get(i));
      String b = SoundSkeleton.withoutHamza(listed.get(i));
      if (!a.equals(b) && (fixed.test(name.get(i)) || name.stream().anyMatch(arabic) && (family.test(name.get(i)) || !slip(a, b, few(listed.get(i)))) && !(rather.test(a) && rather.test(b)))) {
        return false;
      }
    }
    return true;
  }

  /** Whether a word behind its article has so few consonants that it sounds like others: three of a given name or an ordinary word, or two. */
  private boolean few(String word) {
    int article = SoundSkeleton.article(word);
    int consonants = SoundLimits.consonants(word.substring(article));
    return article > 0 && (consonants < ENOUGH - 1 || consonants < ENOUGH && arabic.test(word.substring(article)));
  }

  /** Whether two words of Arabic names differ in no more than a vowel within, or letters that are mixed up: «شاريف» and «شريف», «القدافي» and «القذافي»; «عطيف» is not «عطاف». */
  private static boolean slip(String a, String b, boolean few) {
    if (a.length() == b.length()) {
      int differ = 0;
      for (int i = 0; i < a.length(); i++) {
        differ += a.charAt(i) == b.charAt(i) ? 0 : SoundSkeleton.mixedUp(a.charAt(i), b.charAt(i)) ? 1 : 2;
      }
      return differ <= 1;
    }
    String longer = a.length() > b.length() ? a : b;
    String shorter = longer == a ? b : a;
    for (int i = 1; i + 1 < longer.length() && longer.length() == shorter.length() + 1; i++) {
      // «الموسى» is not «الموسوي», «المهادي» not «المهدي»
      boolean alone = !few && (SoundSkeleton.article(longer) == 0 || !SoundSkeleton.isVowel(longer.charAt(i - 1)) && !SoundSkeleton.isVowel(longer.charAt(i + 1)));
      if (alone && SoundSkeleton.isVowel(longer.charAt(i)) && shorter.equals(longer.substring(0, i) + longer.substring(i + 1))) {
        return true;
      }
    }
    return false;
  }

  private static String sound(List<String> split) {
    StringBuilder out = new StringBuilder();
    for (String word : split) {
      out.append(out.length() == 0 ? "" : " ").append(SoundSkeleton.word(word));
    }
    return out.toString();
  }
}
