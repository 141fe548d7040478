package io.khabar.segment;

import io.khabar.text.MatchKey;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Parts a line of tags as far as evidence goes. */
final class TagList {
  private TagList() {}

  static List<String> split(String line) {
    String text = line;
    int colon = text.indexOf(':');
    if (colon > 0 && colon < 25) {
      text = text.substring(colon + 1).strip();
    }
    List<String> tags = new ArrayList<>();
    if (text.indexOf('#') >= 0) {
      cut(text, "#", tags);
    } else if (text.indexOf('\u060C') >= 0) {
      cut(text, "\u060C", tags);
    } else if (text.indexOf(',') >= 0) {
      cut(text, ",", tags);
    } else if (text.indexOf('|') >= 0) {
      cut(text, "|", tags);
    } else if (text.indexOf(';') >= 0 || text.indexOf('\u061B') >= 0) {
      cut(text.replace('\u061B', ';'), ";", tags);
    } else {
      byRepetition(text, tags);
    }
    return tags;
  }

  private static void cut(String text, String sign, List<String> tags) {
    for (String piece : text.split(java.util.regex.Pattern.quote(sign))) {
      String tag = piece.strip().replace('_', ' ');
      if (!tag.isEmpty() && !tags.contains(tag)) {
        tags.add(tag);
      }
    }
  }

  /**
   * Words that come again tell tags apart: in «مصر السودان أخبار مصر أخبار السودان» the single words come first and come back inside pairs. A word that
   * is repeated later stands alone where it comes first; what leads such a repetition goes with it.
   */
  private static void byRepetition(String text, List<String> tags) {
    String[] words = text.split("\\s+");
    Set<String> seen = new HashSet<>();
    Set<String> again = new HashSet<>();
    for (String word : words) {
      if (!seen.add(MatchKey.of(word))) {
        again.add(MatchKey.of(word));
      }
    }
    if (again.isEmpty()) {
      tags.add(text);
      return;
    }
    Set<String> single = new HashSet<>();
    boolean singles = true;
    int i = 0;
    while (i < words.length) {
      String key = MatchKey.of(words[i]);
      if (singles && again.contains(key) && single.add(key) && !leads(words, i, again, single)) {
        tags.add(words[i]);
        i++;
        continue;
      }
      singles = false;
      int end = i + 1;
      while (end < words.length && !single.contains(MatchKey.of(words[end - 1]))) {
        end++;
      }
      tags.add(String.join(" ", List.of(words).subList(i, end)));
      i = end;
    }
  }

  /** Whether the word at {@code i} leads pairs («أخبار ...») instead of standing alone: the word behind it was a tag before. */
  private static boolean leads(String[] words, int i, Set<String> again, Set<String> single) {
    return i + 1 < words.length && single.contains(MatchKey.of(words[i + 1]));
  }
}
