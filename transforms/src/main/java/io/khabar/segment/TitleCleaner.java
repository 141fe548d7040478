package io.khabar.segment;

import io.khabar.text.MatchKey;
import io.khabar.text.Words;
import java.util.ArrayList;
import java.util.List;

/** Takes the outlet's and the section's name off a page title: «CNNArabic.com - ...», «... | القاهرة الإخبارية». */
final class TitleCleaner {
  private static final int SHORTEST_TITLE = 3;

  private final SegmentRules rules;

  TitleCleaner(SegmentRules rules) {
    this.rules = rules;
  }

  /**
   * The title without what stands around it.
   *
   * @param own names of the page's own outlet, as markup or record have them
   */
  String clean(String title, List<String> own) {
    List<int[]> pieces = pieces(title);
    int a = 0;
    int b = pieces.size();
    while (b - a > 1 && !quoted(title, pieces.get(b - 1)[0]) && foreign(title, pieces.get(b - 1), own) && longEnough(title, pieces, a, b - 1)) {
      b--;
    }
    while (b - a > 1 && foreign(title, pieces.get(a), own) && longEnough(title, pieces, a + 1, b)) {
      a++;
    }
    return title.substring(pieces.get(a)[0], pieces.get(b - 1)[1]).strip();
  }

  /** The listed outlet that a page title ends with, by its own name, or null: «... - الجزيرة نت». Before the headline sections stand that are called like papers. */
  String outlet(String title) {
    List<int[]> pieces = pieces(title);
    int last = pieces.size() - 1;
    if (last == 0 || quoted(title, pieces.get(last)[0]) || !longEnough(title, pieces, 0, last)) {
      return null;
    }
    String text = title.substring(pieces.get(last)[0], pieces.get(last)[1]).strip();
    return rules.isMenu(text) ? null : rules.names().outlet(text);
  }

  /** Whether a quotation or bracket is open at a place: what stands there is part of a name. */
  private static boolean quoted(String title, int at) {
    int open = 0;
    for (int i = 0; i < at; i++) {
      char ch = title.charAt(i);
      open += ch == '«' || ch == '(' || ch == '“' ? 1 : 0;
      open -= open > 0 && (ch == '»' || ch == ')' || ch == '”') ? 1 : 0;
    }
    return open > 0;
  }

  private static boolean longEnough(String title, List<int[]> pieces, int a, int b) {
    return Words.of(title.substring(pieces.get(a)[0], pieces.get(b - 1)[1])).count() >= SHORTEST_TITLE;
  }

  private boolean foreign(String title, int[] piece, List<String> own) {
    String text = title.substring(piece[0], piece[1]).strip();
    String key = MatchKey.of(text);
    if (key.isEmpty() || rules.names().isOutlet(text) || rules.isMenu(text)) {
      return true;
    }
    boolean arabic = false;
    for (int i = 0; i < text.length() && !arabic; i++) {
      arabic = io.khabar.text.Arabic.isLetter(text.charAt(i));
    }
    if (!arabic) {
      return true;
    }
    for (String name : own) {
      String k = MatchKey.of(name);
      if (!k.isEmpty() && (k.equals(key) || k.equals("ال" + key) || key.equals("صحيفه " + k) || key.equals("موقع " + k) || key.equals("جريده " + k) || key.equals("وكاله " + k))) {
        return true;
      }
    }
    return false;
  }

  /** Parts at bars, guillemets that point on, and dashes between blanks. */
  private static List<int[]> pieces(String title) {
    List<int[]> pieces = new ArrayList<>();
    int from = 0;
    for (int i = 0; i < title.length(); i++) {
      char c = title.charAt(i);
      boolean between = i > 0 && i + 1 < title.length() && title.charAt(i - 1) == ' ' && title.charAt(i + 1) == ' ';
      boolean sign = c == '|' || (between && (c == '-' || c == '\u2013' || c == '\u2014' || c == '\u00BB' || c == '\u00AB' || c == '\u2022' || c == ':' || c == '/' || c == '>'));
      if (sign) {
        if (i > from) {
          pieces.add(new int[] {from, i});
        }
        from = i + 1;
      }
    }
    if (from < title.length() || pieces.isEmpty()) {
      pieces.add(new int[] {from, title.length()});
    }
    return pieces;
  }
}
