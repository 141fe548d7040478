package io.khabar.decode;

import io.khabar.text.Arabic;
import io.khabar.text.RuleFile;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Says which language a text is in: first by script, then by letters that only some languages have and by the words every text of a language is full of.
 * Letters alone do not do: Persian is typed with Arabic yeh and kaf as often as Arabic is with Persian ones; so the words weigh more. Immutable; safe for
 * use by many threads.
 */
public final class LanguageGuesser {
  private static final String WORDS = "/khabar/decode/language-words.tsv";
  private static final String LETTERS = "/khabar/decode/language-letters.tsv";
  /** Enough to be sure; a long page is looked at from its beginning and from its middle. */
  private static final int MAX_CHARS = 800;
  private static final double LETTER_WEIGHT = 0.35;
  private static final int MIN_LETTERS = 2;

  private final List<String> languages = new ArrayList<>();
  private final Map<String, int[]> words = new HashMap<>();
  private final Map<Character, int[]> letters = new HashMap<>();
  private final Set<String> arabicScript = new HashSet<>();

  /** A guesser on the shipped word lists. */
  public LanguageGuesser() {
    for (String[] row : RuleFile.resource(WORDS, 2)) {
      for (String word : row[1].split(" ")) {
        join(words, word, number(row[0]));
      }
    }
    for (String[] row : RuleFile.resource(LETTERS, 2)) {
      arabicScript.add(row[0]);
      for (String letter : row[1].split(" ")) {
        join(letters, letter.charAt(0), number(row[0]));
      }
    }
  }

  private int number(String code) {
    int at = languages.indexOf(code);
    if (at < 0) {
      at = languages.size();
      languages.add(code);
    }
    return at;
  }

  private static <K> void join(Map<K, int[]> map, K key, int language) {
    int[] known = map.getOrDefault(key, new int[0]);
    int[] more = Arrays.copyOf(known, known.length + 1);
    more[known.length] = language;
    map.put(key, more);
  }

  /**
   * The language as a BCP 47 tag: {@code ar}, {@code fa}, {@code ur}, {@code ckb}, {@code ps}, {@code en} ...; {@code und} where there are too few letters to say.
   */
  public String language(String text) {
    int[] scripts = new int[Script.values().length];
    String sample = sample(text);
    for (int i = 0; i < sample.length(); i++) {
      Script s = Script.of(sample.charAt(i));
      if (s != null) {
        scripts[s.ordinal()]++;
      }
    }
    Script most = null;
    for (Script s : Script.values()) {
      if (scripts[s.ordinal()] > 0 && (most == null || scripts[s.ordinal()] > scripts[most.ordinal()])) {
        most = s;
      }
    }
    if (most == null || scripts[most.ordinal()] < MIN_LETTERS) {
      return "und";
    }
    // an Arabic page is full of foreign names in Latin letters; a Latin one is not full of Arabic
    if (scripts[Script.ARABIC.ordinal()] * 3 >= scripts[Script.LATIN.ordinal()] && scripts[Script.ARABIC.ordinal()] >= MIN_LETTERS && (most == Script.LATIN)) {
      most = Script.ARABIC;
    }
    return switch (most) {
      case ARABIC -> best(sample, true, "ar");
      case LATIN -> best(sample, false, "und");
      case HIRAGANA -> "ja";
      // Japanese is written with Chinese signs and kana
      case HAN -> scripts[Script.HIRAGANA.ordinal()] > scripts[Script.HAN.ordinal()] / 10 ? "ja" : "zh";
      default -> most.language;
    };
  }

  private static String sample(String text) {
    if (text.length() <= MAX_CHARS) {
      return text;
    }
    int middle = text.length() / 2;
    int half = MAX_CHARS / 2;
    return text.substring(0, half) + " " + text.substring(Math.max(half, middle - half / 2), Math.min(text.length(), middle + half / 2));
  }

  private String best(String sample, boolean arabic, String otherwise) {
    double[] score = new double[languages.size()];
    StringBuilder word = new StringBuilder();
    for (int i = 0; i <= sample.length(); i++) {
      char c = i < sample.length() ? sample.charAt(i) : ' ';
      if (Arabic.isMark(c) || c == Arabic.TATWEEL || (Arabic.isInvisible(c) && c != '\u200C')) {
        continue;
      }
      if (Character.isLetter(c)) {
        if (arabic) {
          int[] only = letters.get(c);
          if (only != null) {
            for (int l : only) {
              score[l] += LETTER_WEIGHT / only.length;
            }
          }
        }
        word.append(c);
      } else if (word.length() > 0) {
        int[] known = words.get(arabic ? fold(word) : word.toString().toLowerCase(Locale.ROOT));
        if (known != null) {
          for (int l : known) {
            score[l] += 1.0 / known.length;
          }
        }
        word.setLength(0);
      }
    }
    int best = -1;
    for (int l = 0; l < score.length; l++) {
      if (arabicScript.contains(languages.get(l)) == arabic && score[l] > 0 && (best < 0 || score[l] > score[best])) {
        best = l;
      }
    }
    return best < 0 ? otherwise : languages.get(best);
  }

  /** Yeh and kaf are typed either way. */
  private static String fold(StringBuilder word) {
    for (int i = 0; i < word.length(); i++) {
      char c = word.charAt(i);
      if (c == Arabic.FARSI_YEH || c == Arabic.ALEF_MAKSURA) {
        word.setCharAt(i, Arabic.YEH);
      } else if (c == Arabic.KEHEH) {
        word.setCharAt(i, '\u0643');
      }
    }
    return word.toString();
  }

  private enum Script {
    ARABIC("ar"),
    LATIN("und"),
    HEBREW("he"),
    CYRILLIC("ru"),
    GREEK("el"),
    ARMENIAN("hy"),
    DEVANAGARI("hi"),
    HIRAGANA("ja"),
    HAN("zh"),
    HANGUL("ko");

    private final String language;

    Script(String language) {
      this.language = language;
    }

    static Script of(char c) {
      if (c < 0x41 || (c > 0x5A && c < 0x61) || (c > 0x7A && c < 0xC0)) {
        return null;
      }
      if (c < 0x250) {
        return LATIN;
      }
      if (Arabic.isLetter(c)) {
        return ARABIC;
      }
      if (c >= 0x370 && c < 0x400) {
        return GREEK;
      }
      if (c >= 0x400 && c < 0x530) {
        return CYRILLIC;
      }
      if (c >= 0x531 && c < 0x590) {
        return ARMENIAN;
      }
      if (c >= 0x5D0 && c < 0x5EB) {
        return HEBREW;
      }
      if (c >= 0x900 && c < 0x980) {
        return DEVANAGARI;
      }
      if (c >= 0x3041 && c < 0x3100) {
        return HIRAGANA;
      }
      if (c >= 0x4E00 && c < 0xA000) {
        return HAN;
      }
      return c >= 0xAC00 && c < 0xD7A4 ? HANGUL : null;
    }
  }
}
