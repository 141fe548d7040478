package io.khabar.decode;

import java.util.Locale;
import java.util.Set;
import org.jsoup.nodes.Element;

/** Which landmark an element is, by its tag, its ARIA role, or, for comments, the names everybody uses. */
final class Landmarks {
  private static final Set<String> COMMENTS =
      Set.of("comments", "comment-list", "commentlist", "comments-area", "comments-section", "comments-list", "comment-section", "disqus_thread", "fb-comments", "comments-wrapper", "comments-container");

  private Landmarks() {}

  /** The landmark, or null. */
  static String of(Element e, String tag) {
    switch (tag) {
      case "article", "main", "nav", "aside", "header", "footer", "figure":
        return tag;
      case "amp-sidebar", "menu":
        return "nav";
      case "form":
        // some frameworks wrap the whole page in one form
        return e.parent() != null && e.parent().normalName().equals("body") ? null : tag;
      default:
    }
    if (e.attributesSize() == 0) {
      return null;
    }
    String role = e.attr("role");
    if (!role.isEmpty()) {
      switch (role.toLowerCase(Locale.ROOT)) {
        case "navigation", "menu", "menubar":
          return "nav";
        case "main":
          return "main";
        case "complementary":
          return "aside";
        case "banner":
          return "header";
        case "contentinfo":
          return "footer";
        case "article":
          return "article";
        case "search", "form":
          return "form";
        default:
      }
    }
    if (!tag.equals("body") && isComments(e)) {
      return "comments";
    }
    return null;
  }

  private static boolean isComments(Element e) {
    String id = e.id();
    if (!id.isEmpty() && COMMENTS.contains(id.toLowerCase(Locale.ROOT))) {
      return true;
    }
    String classes = e.className();
    if (!classes.isEmpty() && (classes.contains("omment") || classes.contains("COMMENT"))) {
      for (String word : classes.toLowerCase(Locale.ROOT).split("\\s+")) {
        if (COMMENTS.contains(word)) {
          return true;
        }
      }
    }
    return false;
  }
}
