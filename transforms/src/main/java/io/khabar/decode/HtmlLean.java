package io.khabar.decode;

/**
 * Takes out of a page what no reader sees and no rule looks at, before it is parsed: the code inside {@code <script>} (but JSON-LD) and {@code <style>}, often a third
 * of a page. The elements stay, empty. It reads tags, quoted values, comments and raw text as the HTML standard's tokenizer does, and leaves alone whatever it
 * is not sure of: an element that does not end, a script that holds a comment of markup.
 */
final class HtmlLean {
  private static final int LEAST = 64;
  private static final String[] RAW = {"title", "textarea", "xmp", "iframe", "noembed", "noframes"};

  private HtmlLean() {}

  /** The page without its code, or the page itself when there is none. */
  static String of(String html) {
    StringBuilder out = null;
    int copied = 0;
    int n = html.length();
    for (int i = html.indexOf('<'); i >= 0; i = html.indexOf('<', i)) {
      if (i + 1 >= n) {
        break;
      }
      char c = html.charAt(i + 1);
      if (c == '!') {
        i = afterComment(html, i);
        if (i < 0) {
          break;
        }
        continue;
      }
      if (!isLetter(c)) {
        i++;
        continue;
      }
      int end = tagEnd(html, i + 1);
      if (end < 0) {
        break;
      }
      boolean script = isName(html, i + 1, "script");
      if (script || isName(html, i + 1, "style")) {
        int close = close(html, end, script ? "script" : "style");
        if (close < 0) {
          break;
        }
        boolean kept = script && (holds(html, i, end, "ld+json") || html.substring(end, close).contains("<!--"));
        if (!kept && close - end >= LEAST) {
          if (out == null) {
            out = new StringBuilder(n);
          }
          out.append(html, copied, end);
          copied = close;
        }
        i = close;
        continue;
      }
      if (isName(html, i + 1, "plaintext")) {
        break;
      }
      for (String raw : RAW) {
        if (isName(html, i + 1, raw)) {
          int close = close(html, end, raw);
          end = close < 0 ? n : close;
        }
      }
      i = end;
    }
    return out == null ? html : out.append(html, copied, n).toString();
  }

  private static boolean isLetter(char c) {
    return (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
  }

  private static boolean isName(String html, int at, String name) {
    int to = at + name.length();
    return to < html.length() && isNameEnd(html.charAt(to)) && html.regionMatches(true, at, name, 0, name.length());
  }

  private static boolean isNameEnd(char c) {
    return c == '>' || c == '/' || c <= ' ';
  }

  private static boolean holds(String html, int from, int to, String what) {
    for (int i = from; i + what.length() <= to; i++) {
      if (html.regionMatches(true, i, what, 0, what.length())) {
        return true;
      }
    }
    return false;
  }

  /** One past the comment or declaration that begins at a place, or -1 when it does not end. */
  private static int afterComment(String html, int at) {
    if (html.startsWith("<!--", at)) {
      if (html.startsWith(">", at + 4) || html.startsWith("->", at + 4)) {
        return html.indexOf('>', at) + 1;
      }
      int end = html.indexOf("-->", at + 4);
      int odd = html.indexOf("--!>", at + 4);
      if (odd >= 0 && (end < 0 || odd < end)) {
        return odd + 4;
      }
      return end < 0 ? -1 : end + 3;
    }
    int end = html.startsWith("<![CDATA[", at) ? -1 : html.indexOf('>', at);
    return end < 0 ? -1 : end + 1;
  }

  /** One past the {@code >} of a tag whose name begins at a place: quotes hide one only where a value begins. -1 when there is none. */
  private static int tagEnd(String html, int at) {
    int n = html.length();
    boolean value = false;
    for (int i = at; i < n; i++) {
      char c = html.charAt(i);
      if (c == '>') {
        return i + 1;
      }
      if (value && (c == '"' || c == '\'')) {
        i = html.indexOf(c, i + 1);
        if (i < 0) {
          return -1;
        }
        value = false;
      } else if (c == '=') {
        // of two the second begins the value, which then has no quotes
        value = !value;
      } else if (c > ' ') {
        value = false;
      }
    }
    return -1;
  }

  /** Where the end tag of an element of raw text begins, or -1. */
  private static int close(String html, int from, String name) {
    for (int i = html.indexOf("</", from); i >= 0; i = html.indexOf("</", i + 2)) {
      if (isName(html, i + 2, name)) {
        return i;
      }
    }
    return -1;
  }
}
