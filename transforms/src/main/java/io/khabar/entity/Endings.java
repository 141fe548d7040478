package io.khabar.entity;

import java.util.List;

/** Tells ordinary words with an ending that no list has with it. */
final class Endings {
  /** Endings of nouns and verbs, pronouns among them. */
  private static final List<String> ENDINGS =
      List.of("\u0646\u0627", "\u064A\u0646", "\u0648\u0646", "\u0627\u062A", "\u0627\u0646", "\u0647\u0627", "\u0647\u0645", "\u062A\u064A", "\u064A", "\u0627", "\u0647", "\u062A\u064A\u0646", "\u062A\u0627\u0646", "\u062A\u0647", "\u062A\u0647\u0627", "\u062A\u0646\u0627", "\u0648\u0646\u064A", "\u0648\u0627");

  private static final char TEH = '\u062A';
  private static final char HEH = '\u0647';

  private Endings() {}

  /** Whether a match-key word is an ordinary word with an ending: «عندنا», «مؤيدين». */
  static boolean inflected(String word, Gazetteer gazetteer) {
    for (String ending : ENDINGS) {
      int stem = word.length() - ending.length();
      if (stem > 2 && word.endsWith(ending) && (ordinary(word.substring(0, stem), gazetteer) || ending.charAt(0) == TEH && ordinary(word.substring(0, stem) + HEH, gazetteer))) {
        return true;
      }
    }
    return false;
  }

  /** Whether a match-key word is an ordinary one as it stands, or an adjective of nationality. */
  static boolean ordinary(String word, Gazetteer gazetteer) {
    return (gazetteer.flags(word) & (Lexicon.COMMON | Lexicon.NOT_NAME | Lexicon.NATIONALITY)) != 0;
  }
}
