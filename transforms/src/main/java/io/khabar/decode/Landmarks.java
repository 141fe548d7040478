package io.khabar.decode;

import java.util.Locale;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/** Which landmark an element is, by its tag, its ARIA role, or, for comments, the names everybody uses. */
final class Landmarks {
  private static final Set<String> COMMENTS =
      Set.of("comments", "comment-list", "commentlist", "comments-area", "comments-section", "comments-list", "comment-section", "disqus_thread", "fb-comments", "comments-wrapper", "comments-container");

  private static final int PAGE_NODES = 100;
  private static final int PAGE_CHARS = 500;

  private Landmarks() {}

  /**
   * The landmark, or null.
   *
   * @param simple whether the element has at most one attribute, which is its class or its address
   */
  static String of(Element e, String tag, boolean simple) {
    switch (tag) {
      case "article", "main", "nav", "aside", "header", "footer", "figure":
        return tag;
      case "amp-sidebar", "menu":
        return "nav";
      case "form":
        return holdsPage(e) ? null : tag;
      default:
    }
    if (e.attributesSize() == 0) {
      return null;
    }
    String role = simple ? "" : e.attributes().get("role");
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
    if (!tag.equals("body") && isComments(e, simple)) {
      return "comments";
    }
    return null;
  }

  /** Some frameworks wrap the whole page in one form; those for comments or a search have a few dozen elements and little text. */
  private static boolean holdsPage(Element form) {
    int nodes = 0;
    int chars = 0;
    Node node = form;
    while (node != null && nodes < PAGE_NODES && chars < PAGE_CHARS) {
      int shown = node instanceof TextNode text ? text.getWholeText().strip().length() : 0;
      nodes += shown > 0 || node instanceof Element ? 1 : 0;
      chars += shown;
      if (node.childNodeSize() > 0 && !node.normalName().equals("select")) {
        node = node.childNode(0);
        continue;
      }
      while (node != form && node != null && node.nextSibling() == null) {
        node = node.parent();
      }
      node = node == form || node == null ? null : node.nextSibling();
    }
    return nodes >= PAGE_NODES || chars >= PAGE_CHARS || (form.parent() != null && form.parent().normalName().equals("body"));
  }

  private static boolean isComments(Element e, boolean simple) {
    String id = simple ? "" : e.attributes().get("id");
    if (!id.isEmpty() && COMMENTS.contains(id.toLowerCase(Locale.ROOT))) {
      return true;
    }
    String classes = e.attributes().get("class");
    if (!classes.isEmpty() && (classes.contains("omment") || classes.contains("COMMENT"))) {
      for (String word : classes.strip().toLowerCase(Locale.ROOT).split("\\s+")) {
        if (COMMENTS.contains(word)) {
          return true;
        }
      }
    }
    return false;
  }
}
