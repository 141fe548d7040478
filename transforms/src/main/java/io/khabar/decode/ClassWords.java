package io.khabar.decode;

import io.khabar.text.RuleFile;
import java.util.HashMap;
import java.util.Map;

/** What words in the class names and ids of elements say of them, as bits; the words are a rule file. */
final class ClassWords {
  static final int CONTENT = 1;
  static final int INSERT_WORD = 2;
  static final int COMMENTS = 4;
  static final int PERSON = 8;

  private static final String RESOURCE = "/khabar/decode/html-words.tsv";
  private static final Map<String, Integer> WORDS = words();

  private ClassWords() {}

  /** The bits of a word, 0 for one that says nothing. */
  static int of(String word) {
    return WORDS.getOrDefault(word, 0);
  }

  private static Map<String, Integer> words() {
    Map<String, Integer> words = new HashMap<>();
    for (String[] row : RuleFile.resource(RESOURCE, 2)) {
      int bit =
          switch (row[0]) {
            case "content" -> CONTENT;
            case "insert" -> INSERT_WORD;
            case "comments" -> COMMENTS;
            case "person" -> PERSON;
            default -> throw new IllegalArgumentException(RESOURCE + ": there is no \"" + row[0] + "\"");
          };
      words.merge(row[1], bit, (a, b) -> a | b);
    }
    return words;
  }
}
