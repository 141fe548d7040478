package io.khabar.segment;

import io.khabar.model.Block;
import io.khabar.model.Kind;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * What HTML says of a page's lines: tags and landmarks, class words by a list, link density, and which container holds the article. Prose that
 * shares next to nothing with the article's container (comment rules, a cookie notice, a pop-up) is boilerplate however long it is.
 */
final class HtmlEvidence {
  private static final int NEAREST_WORDS = 6;
  private static final double LINKED = 0.6;
  private static final double SAME_CONTAINER = 0.5;
  private static final double OTHER_CONTAINER = 0.34;
  private static final int CLOSE = 25;
  private static final int PROSE_WORDS = 8;

  private final SegmentRules rules;
  private final PageLines lines;
  private final LabelScores scores;

  /** Whether the page's shape shows where its article stands. */
  private boolean placed;
  private Set<String> common;

  HtmlEvidence(SegmentRules rules, PageLines lines, LabelScores scores) {
    this.rules = rules;
    this.lines = lines;
    this.scores = scores;
  }

  /** Looks at each line by itself; before any container is known. */
  void line(int i) {
    Block block = lines.block[i];
    String container = block.container() == null ? "" : block.container();
    switch (container) {
      case "nav", "footer", "form", "comments" -> scores.add(i, Kind.NAV, lines.wordCount(i) >= PROSE_WORDS ? 16 : 8, "html/" + container);
      case "aside" -> scores.add(i, Kind.NAV, 5, "html/aside");
      case "header" -> scores.add(i, Kind.NAV, 1, "html/header");
      case "figure" -> scores.add(i, Kind.CAPTION, 4, "html/figure");
      case "article", "main" -> scores.add(i, Kind.BODY, 0.5, "html/" + container);
      case "teaser", "insert" -> scores.add(i, Kind.NAV, lines.wordCount(i) >= PROSE_WORDS && !linked(block) ? 16 : container.equals("insert") || !linked(block) ? 3 : 1, "html/" + container);
      case "outside" -> scores.add(i, Kind.NAV, lines.wordCount(i) >= PROSE_WORDS && !"h1".equals(block.tag()) ? 14 : 1, "html/outside_article");
      default -> {}
    }
    placed |= container.equals("outside") || container.equals("insert");
    switch (block.tag() == null ? "" : block.tag()) {
      case "h1" -> scores.add(i, Kind.TITLE, 4, "html/h1");
      case "h2", "h3", "h4", "h5" -> scores.add(i, Kind.CAPTION, -6, null);
      case "figcaption" -> scores.add(i, Kind.CAPTION, 6, "html/figcaption");
      case "p", "blockquote" -> scores.add(i, Kind.BODY, 1, "html/p");
      case "button", "option", "label", "select" -> scores.add(i, Kind.NAV, 4, "html/control");
      default -> {}
    }
    if (linked(block)) {
      scores.add(i, Kind.NAV, 2, "html/links");
      scores.add(i, Kind.RELATED, 1.2, "html/links");
      scores.add(i, Kind.BODY, -12, null);
    }
    hints(i, block.hint());
  }

  static boolean linked(Block block) {
    return block.linkChars() > LINKED * Math.max(1, block.end() - block.start());
  }

  private void hints(int i, String hint) {
    if (hint == null) {
      return;
    }
    int word = 0;
    int from = 0;
    int n = hint.length();
    Set<String> seen = new HashSet<>();
    while (from < n && word < NEAREST_WORDS) {
      int end = from;
      while (end < n && Character.isLetter(hint.charAt(end))) {
        end++;
      }
      if (end > from) {
        String token = hint.substring(from, end).toLowerCase(Locale.ROOT);
        SegmentRules.Hint found = rules.hint(token);
        if (found != null && seen.add(found.name()) && !common().contains(found.name())) {
          scores.add(i, found.kind(), found.score(), found.name());
        }
      }
      if (end < n && hint.charAt(end) == ' ') {
        word++;
      }
      from = end + 1;
    }
  }

  /** Hints that the article's own paragraphs carry say nothing on this page: some systems call every element a widget. */
  private Set<String> common() {
    if (common == null) {
      common = new HashSet<>();
      Map<String, Integer> counts = new HashMap<>();
      int paragraphs = 0;
      for (int i = 0; i < lines.count; i++) {
        Block block = lines.block[i];
        if (block == null || !"article".equals(block.container()) || lines.wordCount(i) < PROSE_WORDS || block.hint() == null) {
          continue;
        }
        paragraphs++;
        Set<String> seen = new HashSet<>();
        for (String token : block.hint().split("[^\\p{L}]+")) {
          SegmentRules.Hint found = rules.hint(token);
          if (found != null && seen.add(found.name())) {
            counts.merge(found.name(), 1, Integer::sum);
          }
        }
      }
      for (Map.Entry<String, Integer> e : counts.entrySet()) {
        if (e.getValue() * 2 > paragraphs && paragraphs > 1) {
          common.add(e.getKey());
        }
      }
    }
    return common;
  }

  /**
   * Finds the container that holds the article and marks prose outside it.
   *
   * @param visible the lines that show something
   * @param prose which of them are prose
   * @param title the place of the title in {@code visible}, or -1
   */
  void container(int[] visible, boolean[] prose, int title) {
    int first = visible.length;
    int last = -1;
    for (int v = 0; v < visible.length; v++) {
      Block block = lines.block[visible[v]];
      if (block == null || !"article".equals(block.container())) {
        continue;
      }
      if (prose[v]) {
        scores.add(visible[v], Kind.BODY, 1, "html/in_article");
        first = Math.min(first, v);
        last = v;
      }
    }
    for (int v = first + 1; v < last; v++) {
      Block block = lines.block[visible[v]];
      if (!prose[v] && block != null && "article".equals(block.container()) && block.linkChars() == 0) {
        // a subheading, a question, an item of a list
        scores.add(visible[v], Kind.BODY, 1.5, "html/in_article");
      }
    }
    if (placed) {
      return;
    }
    Map<String, Double> chars = new HashMap<>();
    String best = null;
    double most = 0;
    for (int v = 0; v < visible.length; v++) {
      int i = visible[v];
      Block block = lines.block[i];
      if (!prose[v] || block == null || linked(block) || scores.of(i, Kind.NAV) >= 3) {
        continue;
      }
      String key = key(block);
      boolean close = title >= 0 && v > title && v - title <= CLOSE;
      double sum = chars.merge(key, (double) (lines.to[i] - lines.from[i]) * (close ? 4 : v < title ? 0.3 : 1), Double::sum);
      if (sum > most) {
        most = sum;
        best = key;
      }
    }
    if (best == null) {
      return;
    }
    Set<String> article = new HashSet<>(java.util.Arrays.asList(best.split(" ")));
    Map<String, Double> likeness = new HashMap<>();
    for (int v = 0; v < visible.length; v++) {
      int i = visible[v];
      Block block = lines.block[i];
      if (block == null) {
        continue;
      }
      double same = likeness.computeIfAbsent(key(block), k -> share(article, k));
      if (same >= SAME_CONTAINER) {
        if (prose[v]) {
          scores.add(i, Kind.BODY, 1, "html/in_article");
        }
      } else if (same < OTHER_CONTAINER && article.size() >= 3) {
        scores.add(i, Kind.NAV, prose[v] ? 14 : 2, "html/outside_article");
      }
    }
  }

  private static String key(Block block) {
    StringBuilder key = new StringBuilder(block.hint() == null ? "" : block.hint());
    if (block.container() != null) {
      key.append(" <").append(block.container()).append('>');
    }
    if (block.group() >= 0) {
      key.append(" #").append(block.group());
    }
    return key.toString().strip();
  }

  private static double share(Set<String> article, String key) {
    int same = 0;
    Set<String> seen = new HashSet<>();
    for (String word : key.split(" ")) {
      if (seen.add(word) && article.contains(word)) {
        same++;
      }
    }
    return (double) same / article.size();
  }
}
