package io.khabar.decode;

import io.khabar.model.Clue;
import io.khabar.model.ClueField;
import io.khabar.text.Arabic;
import io.khabar.text.RuleFile;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Gathers what a page's markup says about it, each value with where it stood. JSON-LD comes first, then OpenGraph and meta, microdata, time, headings. */
final class HtmlClues {
  private static final String RESOURCE = "/khabar/decode/meta-names.tsv";
  private static final int MAX_OF_A_KIND = 12;
  private static final int MAX_VALUE = 2_000;

  private record Meaning(ClueField field, String source) {}

  private static final Map<String, Meaning> META = meta();

  private final List<Clue> jsonLd = new ArrayList<>();
  private final List<Clue> meta = new ArrayList<>();
  private final List<Clue> microdata = new ArrayList<>();
  private final List<Clue> times = new ArrayList<>();
  private final List<Clue> titles = new ArrayList<>();
  private String canonical;
  private String ogUrl;
  private String ldUrl;

  private static Map<String, Meaning> meta() {
    Map<String, Meaning> names = new HashMap<>();
    for (String[] row : RuleFile.resource(RESOURCE, 3)) {
      names.put(row[0].toLowerCase(Locale.ROOT), new Meaning(ClueField.valueOf(row[1]), row[2]));
    }
    return names;
  }

  /** The page's URL as it names itself, or null. */
  String url() {
    return canonical != null ? canonical : ogUrl != null ? ogUrl : ldUrl;
  }

  /** All clues, the more trustworthy sources first. */
  List<Clue> list() {
    List<Clue> all = new ArrayList<>(jsonLd);
    all.addAll(meta);
    all.addAll(microdata);
    all.addAll(times);
    all.addAll(titles);
    return all;
  }

  void document(Document document) {
    Element html = document.firstElementChild();
    if (html != null && html.hasAttr("lang")) {
      add(meta, ClueField.LANGUAGE, html.attr("lang"), "meta");
    }
  }

  /** The page's head, element by element. */
  void head(Element head) {
    for (Element e : head.children()) {
      String tag = e.normalName();
      if (tag.equals("title")) {
        add(titles, ClueField.TITLE, e.text(), "html-title");
      } else if (tag.equals("script")) {
        script(e);
      } else {
        element(e, tag, true);
      }
    }
  }

  void script(Element e) {
    if (e.attr("type").toLowerCase(Locale.ROOT).startsWith("application/ld+json")) {
      JsonLd.Found found = JsonLd.read(e.data());
      found.clues().forEach(c -> add(jsonLd, c.field(), c.value(), c.source()));
      if (ldUrl == null) {
        ldUrl = found.url();
      }
    }
  }

  /**
   * An element of the page.
   *
   * @param trusted whether it stands where a page speaks of itself, not in a menu or inside a link
   */
  void element(Element e, String tag, boolean trusted) {
    switch (tag) {
      case "meta" -> metaTag(e);
      case "link" -> {
        if (canonical == null && e.attr("rel").equalsIgnoreCase("canonical") && !e.attr("href").isBlank()) {
          canonical = e.attr("href");
        }
      }
      case "h1" -> {
        if (trusted || titles.size() < 2) {
          add(titles, ClueField.TITLE, e.text(), "h1");
        }
      }
      case "time" -> {
        if (trusted) {
          time(e);
        }
      }
      default -> {}
    }
    if (trusted && e.attributesSize() > 0 && e.hasAttr("itemprop") && !tag.equals("time")) {
      item(e);
    }
  }

  private void metaTag(Element e) {
    String name = e.hasAttr("property") ? e.attr("property") : e.hasAttr("name") ? e.attr("name") : e.attr("http-equiv");
    String content = e.attr("content");
    if (name.isEmpty() || content.isBlank()) {
      return;
    }
    String key = name.toLowerCase(Locale.ROOT).strip();
    if (key.equals("og:url") && ogUrl == null) {
      ogUrl = content;
    }
    Meaning meaning = META.get(key);
    if (meaning != null) {
      add(meta, meaning.field(), content, meaning.source());
    }
  }

  private void time(Element e) {
    String value = e.hasAttr("datetime") && !e.attr("datetime").isBlank() ? e.attr("datetime") : e.text();
    if (isClockTime(value)) {
      return;
    }
    String prop = (e.attr("itemprop") + " " + e.className()).toLowerCase(Locale.ROOT);
    ClueField field = prop.contains("modif") || prop.contains("updat") ? ClueField.UPDATED : ClueField.PUBLISHED;
    boolean marked = e.attr("itemprop").startsWith("date");
    add(marked ? microdata : times, field, value, marked ? "microdata" : "time");
  }

  /** A time of day says nothing of the day. */
  private static boolean isClockTime(String value) {
    int digits = 0;
    for (int i = 0; i < value.length(); i++) {
      if (Arabic.digit(value.charAt(i)) >= 0) {
        digits++;
      } else if (Character.isLetter(value.charAt(i))) {
        return false;
      }
    }
    return digits <= 4;
  }

  private void item(Element e) {
    for (String prop : e.attr("itemprop").split("\\s+")) {
      ClueField field =
          switch (prop) {
            case "headline" -> ClueField.TITLE;
            case "datePublished", "dateCreated" -> ClueField.PUBLISHED;
            case "dateModified" -> ClueField.UPDATED;
            case "author", "creator" -> ClueField.AUTHOR;
            case "publisher" -> ClueField.OUTLET;
            case "description" -> ClueField.DESCRIPTION;
            case "keywords" -> ClueField.KEYWORD;
            case "articleSection" -> ClueField.SECTION;
            case "inLanguage" -> ClueField.LANGUAGE;
            default -> null;
          };
      if (field != null) {
        add(microdata, field, itemValue(e), "microdata");
      }
    }
  }

  private static String itemValue(Element e) {
    if (e.hasAttr("itemscope")) {
      Element name = e.selectFirst("[itemprop=name]");
      if (name == null) {
        return "";
      }
      return name.hasAttr("content") ? name.attr("content") : name.text();
    }
    if (e.hasAttr("content")) {
      return e.attr("content");
    }
    return e.hasAttr("datetime") ? e.attr("datetime") : e.text();
  }

  private static void add(List<Clue> list, ClueField field, String value, String source) {
    String v = value.strip();
    if (v.isEmpty() || v.length() > MAX_VALUE) {
      return;
    }
    Clue clue = new Clue(field, v, source);
    int same = 0;
    for (Clue known : list) {
      if (known.equals(clue)) {
        return;
      }
      if (known.field() == field) {
        same++;
      }
    }
    if (same < MAX_OF_A_KIND) {
      list.add(clue);
    }
  }
}
