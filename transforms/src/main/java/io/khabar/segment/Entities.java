package io.khabar.segment;

import org.jsoup.parser.Parser;

/** Mends entities and numeric references that were left behind in text: {@code &quot;}, {@code &#34;}. */
final class Entities {
  private Entities() {}

  static String mend(String text) {
    int and = text.indexOf('&');
    if (and < 0 || text.indexOf(';', and) < 0) {
      return text;
    }
    return Parser.unescapeEntities(text, false);
  }
}
