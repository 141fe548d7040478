package io.khabar.entity;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What the spellings of one foreign name have in common: «شويغو» and «شويجو», «غوتيريش» and «جوتيريس». Letters that papers swap fall into one class, long vowels
 * after the first letter are left out where enough consonants remain. Arabic given names are kept as they are, for جمال is not كمال.
 */
final class SoundSkeleton {
  private static final int ENOUGH_CONSONANTS = 3;
  private static final String ABD_AL = "\u0639\u0628\u062F\u0627\u0644";
  /** Pairs, one behind the other. */
  private static final String MIXED_UP = "\u062F\u0630\u062A\u0637\u0636\u0638\u0633\u0635\u0646\u0645";
  private static final Pattern ABD = Pattern.compile("(^| )\u0639\u0628\u062F\u0627\u0644(?=..)");

  private SoundSkeleton() {}

  /** The class of a match-key letter. */
  static char sound(char c, boolean last) {
    return switch (c) {
      case '\u063A', '\u062C', '\u0642', '\u0643', '\u06AF', '\u0686' -> 'K';
      case '\u0641', '\u06A4' -> 'F';
      case '\u0633', '\u0632', '\u062B', '\u0635' -> 'S';
      case '\u0634' -> last ? 'S' : c;
      case '\u062A', '\u0637' -> 'T';
      case '\u067E' -> '\u0628';
      case '\u0630' -> '\u062F';
      default -> c;
    };
  }

  static boolean isVowel(char c) {
    return c == '\u0627' || c == '\u0648' || c == '\u064A';
  }

  /** Whether two letters are mixed up in Arabic names: د and ذ, ت and ط, ض and ظ, س and ص, ن and م. */
  static boolean mixedUp(char a, char b) {
    int at = MIXED_UP.indexOf(a);
    return at >= 0 && MIXED_UP.charAt(at ^ 1) == b;
  }

  /** A word without the hamza behind a final alef, which many leave out: «عطاء» and «عطا». */
  static String withoutHamza(String word) {
    int n = word.length();
    return n > 3 && word.charAt(n - 1) == '\u0621' && word.charAt(n - 2) == '\u0627' ? word.substring(0, n - 1) : word;
  }

  /** How many letters of a word are heard. */
  static int heard(CharSequence key) {
    int n = key.length();
    // nothing is heard of a hamza behind an alef at the end: عطاء and عطا
    if (n > 3 && key.charAt(n - 1) == '\u0621') {
      n--;
    }
    // a final heh is a vowel in foreign names, as good as a final alef: كوبه and كوبا, روته and روتا
    if (n > 3 && (key.charAt(n - 1) == '\u0647' || key.charAt(n - 1) == '\u0627')) {
      n--;
    }
    return n;
  }

  /** How many letters the article before a word takes, where enough stands behind it. */
  static int article(String word) {
    return word.length() > 4 && word.startsWith("\u0627\u0644") ? 2 : 0;
  }

  /** The skeleton of one match-key word. */
  static String word(CharSequence key) {
    int n = heard(key);
    int consonants = 0;
    for (int i = 0; i < n; i++) {
      // one sound in two letters: «بيتشاي» and «بيشاي»
      boolean half = key.charAt(i) == '\u062A' && i + 1 < n && key.charAt(i + 1) == '\u0634';
      consonants += half || isVowel(key.charAt(i)) ? 0 : 1;
    }
    boolean keepVowels = consonants < ENOUGH_CONSONANTS;
    StringBuilder out = new StringBuilder(n);
    for (int i = 0; i < n; i++) {
      char c = key.charAt(i);
      if (isVowel(c)) {
        boolean runGoesOn = i + 1 < n && isVowel(key.charAt(i + 1));
        if (i == 0 || (keepVowels && !runGoesOn)) {
          out.append(c);
        }
        continue;
      }
      char next = i + 1 < n ? key.charAt(i + 1) : ' ';
      if (c == '\u062A' && next == '\u0634') {
        // one sound in two letters: كرابتشيك and كرابشيك
        continue;
      }
      // n is said m before b: جنبلاط and جمبلاط
      // and v is written as b or f behind the first letter: غوستافو and غوستابو
      char s = c == '\u0646' && next == '\u0628' ? '\u0645' : c == '\u0628' && i > 0 ? 'F' : sound(c, i == n - 1);
      if (out.length() == 0 || out.charAt(out.length() - 1) != s) {
        out.append(s);
      }
    }
    return out.toString();
  }

  /**
   * The words of a name: «عبدالله» is «عبد الله», and a father's name with a family's behind it may stand without «بن»: «سالم بن صقر الهيلاني» and «سالم صقر الهيلاني».
   */
  static List<String> words(String key) {
    // most names have none, and a search for letters is a tenth of a pattern's
    String parted = key.contains(ABD_AL) ? ABD.matcher(key).replaceAll("$1\u0639\u0628\u062F \u0627\u0644") : key;
    String[] words = parted.split(" ");
    List<String> out = new ArrayList<>(words.length);
    for (int i = 0; i < words.length; i++) {
      words[i] = i > 0 && words[i].equals("\u0627\u0628\u0646") ? "\u0628\u0646" : words[i];
      if (i == 0 || !words[i].equals("\u0628\u0646") || i + (i + 1 < words.length && words[i + 1].equals("\u0639\u0628\u062F") ? 3 : 2) >= words.length) {
        out.add(words[i]);
      }
    }
    return out;
  }

  /** The letters of all words together, with vowels and what is swapped most in one class. */
  static String letters(List<String> words) {
    StringBuilder out = new StringBuilder();
    for (String word : words) {
      int n = heard(word);
      for (int i = article(word); i < n; i++) {
        if (i == 0 || word.charAt(i - 1) != word.charAt(i)) {
          out.append(sound(word.charAt(i), false));
        }
      }
    }
    return out.toString();
  }

  /** The letters of all words together for names that must agree in nearly all: of vowels that meet only the last, «تش» as «ش». */
  static String spelled(List<String> words) {
    StringBuilder out = new StringBuilder();
    for (String word : words) {
      int n = heard(word);
      for (int i = article(word); i < n; i++) {
        char c = word.charAt(i);
        char next = i + 1 < n ? word.charAt(i + 1) : ' ';
        char s = sound(c, false);
        if (!(isVowel(c) && isVowel(next)) && !(c == '\u062A' && next == '\u0634') && (out.length() == 0 || out.charAt(out.length() - 1) != s)) {
          out.append(s);
        }
      }
    }
    return out.toString();
  }
}
