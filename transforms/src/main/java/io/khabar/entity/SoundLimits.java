package io.khabar.entity;

import java.util.List;

/** What may not differ in two names though they sound alike: «بوهيمي» is not «بوهيميا», «مور» not «مئير», and few consonants sound like many a word. All words are match keys. */
final class SoundLimits {
  /** Places and organisations of one word with fewer consonants must be spelled alike but for g. */
  private static final int ENOUGH = 4;

  /** Words with no more consonants may differ in one vowel or in consonants that sound alike, but not in both: «دامون» and «ديمون», while «جونز» is not «غينيس». */
  private static final int FEW = 4;

  /** Words, and whole names, with no more consonants must have as many of them as in the list, and no other vowel: «مور» is not «مئير». */
  private static final int TOO_FEW = 2;

  /** Names with no more consonants must be spelled alike but for g. */
  private static final int HARDLY_ANY = 3;

  /** Latin letters have other sounds. */
  private static final char FIRST = '\u0621';

  private static final char ALEF = '\u0627';
  private static final char TEH = '\u062A';
  private static final char JEEM = '\u062C';
  private static final char SEEN = '\u0633';
  private static final char SHEEN = '\u0634';
  private static final char GHAIN = '\u063A';
  private static final char QAF = '\u0642';
  private static final char KAF = '\u0643';
  private static final char HEH = '\u0647';
  private static final char WAW = '\u0648';
  private static final char YEH = '\u064A';
  private static final char GAF = '\u06AF';

  private SoundLimits() {}

  /** Whether a word may be the listed place or organisation of one word that it sounds like. */
  static boolean place(String name, String listed) {
    String a = withoutVowel(name);
    String b = withoutVowel(listed);
    if (name.charAt(0) < FIRST || SoundSkeleton.article(name) > 0 || !sameEnd(name, listed) || !sameEnd(a, b) || a.equals(name) != b.equals(listed)) {
      return false;
    }
    if (consonants(name) < ENOUGH || consonants(listed) < ENOUGH) {
      return letters(name).equals(letters(listed));
    }
    return !otherVowel(a, b) && !mixed(name, listed) && (skeleton(a).equals(skeleton(b)) || List.of(vowels(a)).equals(List.of(vowels(b))));
  }

  /** Whether a word of a place or organisation of several may be the listed one: «تشيل» is not «شل», «كاتارينا» not «كاترين». */
  static boolean part(String name, String listed) {
    if (withoutVowel(name).equals(name) != withoutVowel(listed).equals(listed)) {
      return false;
    }
    return Math.min(consonants(name), consonants(listed)) > TOO_FEW || letters(name).equals(letters(listed));
  }

  /** Whether a person's name may be the listed one of as many words that it sounds like. */
  static boolean persons(List<String> name, List<String> listed) {
    int all = Math.min(consonants(name), consonants(listed));
    int others = 0;
    int changes = 0;
    for (int i = 0; i < name.size(); i++) {
      String a = withoutVowel(SoundSkeleton.withoutHamza(name.get(i)));
      String b = withoutVowel(SoundSkeleton.withoutHamza(listed.get(i)));
      if (a.equals(b)) {
        continue;
      }
      int least = Math.min(consonants(a), consonants(b));
      if (all <= HARDLY_ANY && !letters(a).equals(letters(b)) || a.isEmpty() || b.isEmpty() || openEnd(name.get(i), listed.get(i)) || openEnd(listed.get(i), name.get(i))) {
        return false;
      }
      if (least <= FEW && (consonants(a) != consonants(b) && written(a) != written(b) || SoundSkeleton.isVowel(a.charAt(0)) != SoundSkeleton.isVowel(b.charAt(0)))) {
        return false;
      }
      boolean other = otherVowel(a, b) || all <= FEW && vowels(a).length != vowels(b).length;
      if (other && (all <= FEW || least <= TOO_FEW || least <= FEW && SoundIndex.apart(a, b) > 1)) {
        return false;
      }
      others += other && least <= FEW ? 1 : 0;
      changes += skeleton(a).equals(skeleton(b)) ? 0 : 1;
    }
    return others == 0 || others == 1 && changes == 0;
  }

  /** How many consonants are heard of a word: one that comes again behind a vowel, and ه, which comes and goes, are none. */
  static int consonants(String word) {
    return consonants(word, false);
  }

  /** As {@link #consonants(String)}, but «زوز» has two. */
  private static int written(String word) {
    return consonants(word, true);
  }

  private static int consonants(String word, boolean again) {
    int n = 0;
    char before = 0;
    for (int i = 0; i < word.length(); i++) {
      char c = word.charAt(i);
      boolean vowel = SoundSkeleton.isVowel(c) || c == FIRST || c == HEH;
      if (!vowel && !half(word, i)) {
        n += c == before ? 0 : 1;
      }
      before = !vowel ? c : again ? 0 : before;
    }
    return n;
  }

  private static int consonants(List<String> words) {
    return words.stream().mapToInt(SoundLimits::consonants).sum();
  }

  /** «بروني» and «براون»: one ends in a vowel that is always written, the other in none. */
  private static boolean openEnd(String a, String b) {
    return (last(a) == YEH || last(a) == WAW) && !SoundSkeleton.isVowel(last(b)) && last(b) != HEH;
  }

  private static char last(String word) {
    return word.charAt(word.length() - 1);
  }

  /** Whether a letter is the first half of «تش», one sound in two letters. */
  private static boolean half(String word, int i) {
    return word.charAt(i) == TEH && i + 1 < word.length() && word.charAt(i + 1) == SHEEN;
  }

  /** Adjectives end in ي where places do not, and ش is heard as س only of one another. */
  private static boolean sameEnd(String a, String b) {
    char x = last(a);
    char y = last(b);
    return (x == YEH) == (y == YEH) && (x == y || x != SHEEN && y != SHEEN || x == SEEN || y == SEEN);
  }

  /** Whether one has ك where the other has a letter for g: «نكران» is not «نجران», «فلامنكو» not «فلامنغو». */
  private static boolean mixed(String a, String b) {
    for (int i = 0; i < a.length() && a.length() == b.length(); i++) {
      char other = a.charAt(i) == KAF ? b.charAt(i) : b.charAt(i) == KAF ? a.charAt(i) : KAF;
      if (other == JEEM || other == GHAIN) {
        return true;
      }
    }
    return false;
  }

  private static String withoutVowel(String word) {
    return word.length() > 3 && (last(word) == ALEF || last(word) == HEH) ? word.substring(0, word.length() - 1) : word;
  }

  /** The letters of a word with those for g in one class, and «تش» as «ش». */
  private static String letters(String word) {
    StringBuilder out = new StringBuilder(word.length());
    for (int i = 0; i < word.length(); i++) {
      char c = word.charAt(i);
      if (!half(word, i) && !(SoundSkeleton.isVowel(c) && i > 0 && word.charAt(i - 1) == c)) {
        out.append(c == JEEM || c == QAF || c == GAF ? GHAIN : c == HEH && i + 1 == word.length() ? ALEF : c);
      }
    }
    return out.toString();
  }

  /** The {@link #letters} without vowels and second ones. */
  private static String skeleton(String word) {
    StringBuilder out = new StringBuilder(word.length());
    letters(word).chars().filter(c -> !SoundSkeleton.isVowel((char) c) && (out.length() == 0 || out.charAt(out.length() - 1) != c)).forEach(c -> out.append((char) c));
    return out.toString();
  }

  /** Whether between two consonants each word has a vowel that the other has not; one that is left out is none. */
  private static boolean otherVowel(String a, String b) {
    String[] first = vowels(a);
    String[] second = vowels(b);
    for (int i = 0; i < first.length && first.length == second.length; i++) {
      String one = first[i];
      String other = second[i];
      if (one.chars().anyMatch(c -> other.indexOf(c) < 0) && other.chars().anyMatch(c -> one.indexOf(c) < 0)) {
        return true;
      }
    }
    return false;
  }

  /** The vowels before each consonant and at the end. */
  private static String[] vowels(String word) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < word.length(); i++) {
      char c = word.charAt(i);
      if (SoundSkeleton.isVowel(c)) {
        out.append(c);
      } else if ((i == 0 || c != word.charAt(i - 1)) && !half(word, i)) {
        out.append('.');
      }
    }
    return out.append('.').toString().split("\\.", -1);
  }
}
