package io.khabar.segment;

import io.khabar.text.MatchKey;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Parts a line of tags as far as evidence goes. */
final class TagList {
  private TagList() {}

  static List<String> split(String line, Names names) {
    String text = line;
    int colon = text.indexOf(':');
    if (colon > 0 && colon < 25) {
      text = text.substring(colon + 1).strip();
    }
    List<String> tags = new ArrayList<>();
    if (text.isEmpty()) {
      return tags;
    }
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
      byRepetition(text, names, tags);
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
   * Words that come again tell tags apart. In «مصر السودان أخبار مصر أخبار السودان» the words that are single tags come first, and come
   * back as the second word of pairs: what stands before the first word that leads a pair is a tag each; from there on a tag ends with each word
   * that was one. Places that lead the line are such words, too, when there are two at least. Without such words the line is one tag.
   */
  private static void byRepetition(String text, Names names, List<String> tags) {
    String[] words = text.split("\\s+");
    String[] keys = new String[words.length];
    for (int i = 0; i < words.length; i++) {
      keys[i] = MatchKey.of(words[i]);
    }
    int head = 0;
    Set<String> single = new HashSet<>();
    while (head < words.length && (comesBack(keys, head) || names.isPlace(words[head])) && single.add(keys[head])) {
      head++;
    }
    // one place alone may lead a longer name
    if (head == 1 && !comesBack(keys, 0)) {
      head = 0;
      single.clear();
    }
    // a word that leads a pair comes back too: it is told by the word behind it, which was a tag before
    while (head > 0 && head < words.length && single.contains(keys[head])) {
      head--;
      single.remove(keys[head]);
    }
    if (single.isEmpty()) {
      tags.add(text);
      return;
    }
    for (int i = 0; i < head; i++) {
      tags.add(words[i]);
    }
    int from = head;
    for (int i = head; i < words.length; i++) {
      if (single.contains(keys[i]) || i == words.length - 1) {
        String tag = String.join(" ", List.of(words).subList(from, i + 1));
        if (!tags.contains(tag)) {
          tags.add(tag);
        }
        from = i + 1;
      }
    }
  }

  private static boolean comesBack(String[] keys, int at) {
    for (int i = at + 1; i < keys.length; i++) {
      if (keys[i].equals(keys[at])) {
        return true;
      }
    }
    return false;
  }
}
