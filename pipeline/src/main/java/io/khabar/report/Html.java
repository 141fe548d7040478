package io.khabar.report;

import java.util.List;

/** A small builder of safe HTML: whatever is said through it is escaped. */
final class Html {
  private final StringBuilder out = new StringBuilder();

  /** Escapes text for element content and quoted attributes, and makes control and bidi override chars harmless. */
  static String escape(String text) {
    StringBuilder safe = new StringBuilder(text.length() + 16);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '&' -> safe.append("&amp;");
        case '<' -> safe.append("&lt;");
        case '>' -> safe.append("&gt;");
        case '"' -> safe.append("&quot;");
        case '\'' -> safe.append("&#39;");
        default -> safe.append(Character.isISOControl(c) || (c >= '\u202A' && c <= '\u202E') || (c >= '\u2066' && c <= '\u2069') ? ' ' : c);
      }
    }
    return safe.toString();
  }

  Html raw(String markup) {
    out.append(markup).append('\n');
    return this;
  }

  Html heading(String text) {
    return raw("<h2>" + escape(text) + "</h2>");
  }

  Html paragraph(String text) {
    return raw("<p>" + escape(text) + "</p>");
  }

  /** A table; every cell is escaped and takes the direction of its own first letter. */
  Html table(List<String> head, List<List<String>> rows) {
    if (rows.isEmpty()) {
      return raw("<p class=none>none</p>");
    }
    out.append("<table><tr>");
    head.forEach(cell -> out.append("<th>").append(escape(cell)).append("</th>"));
    out.append("</tr>\n");
    for (List<String> row : rows) {
      out.append("<tr>");
      row.forEach(cell -> out.append("<td dir=auto>").append(escape(cell)).append("</td>"));
      out.append("</tr>\n");
    }
    out.append("</table>\n");
    return this;
  }

  @Override
  public String toString() {
    return out.toString();
  }
}
