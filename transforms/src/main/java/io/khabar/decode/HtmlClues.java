package io.khabar.decode;

import io.khabar.model.Clue;
import io.khabar.model.ClueField;
import io.khabar.text.Arabic;
import io.khabar.text.RuleFile;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
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
  private static final int MAX_THINGS = 200;

  private record Meaning(ClueField field, String source) {}

  private static final Map<String, Meaning> META = meta();

  private final List<JsonLd.Thing> things = new ArrayList<>();
  private final List<Clue> site = new ArrayList<>();
  private final List<Clue> meta = new ArrayList<>();
  /** What each thing of microdata says of itself; null for what stands in none. */
  private final Map<Element, List<Clue>> microdata = new LinkedHashMap<>();

  /** The thing whose articleBody the page holds, or null. */
  private Element bodyScope;
  private final List<Clue> times = new ArrayList<>();
  private final List<Clue> titles = new ArrayList<>();
  private String canonical;
  private String ogUrl;

  private static Map<String, Meaning> meta() {
    Map<String, Meaning> names = new HashMap<>();
    for (String[] row : RuleFile.resource(RESOURCE, 3)) {
      names.put(row[0].toLowerCase(Locale.ROOT), new Meaning(ClueField.valueOf(row[1]), row[2]));
    }
    return names;
  }

  /** Whether a meta element of that name says something. */
  static boolean asks(String name) {
    String key = name.toLowerCase(Locale.ROOT).strip();
    return META.containsKey(key) || key.equals("og:url");
  }

  /** The page's URL as it names itself, or null. */
  String url() {
    JsonLd.Thing own = own();
    return canonical != null ? canonical : ogUrl != null ? ogUrl : own == null || own.urls().isEmpty() ? null : own.urls().get(0);
  }

  /** The page's title by what speaks for the whole page: OpenGraph, meta and the title element before JSON-LD, or null. */
  String title() {
    for (List<Clue> source : List.of(meta, titles)) {
      for (Clue clue : source) {
        if (clue.field() == ClueField.TITLE) {
          return clue.value();
        }
      }
    }
    return own() == null ? null : own().title();
  }

  /** Of several articles that JSON-LD describes the one this page is: by its address, else by its title, else the first; null when there is none. */
  private JsonLd.Thing own() {
    if (things.size() < 2) {
      return things.isEmpty() ? null : things.get(0);
    }
    for (String address : new String[] {canonical, ogUrl}) {
      for (JsonLd.Thing thing : things) {
        if (address != null && thing.urls().contains(address)) {
          return thing;
        }
      }
    }
    for (List<Clue> source : List.of(meta, titles)) {
      for (Clue clue : source) {
        for (JsonLd.Thing thing : things) {
          if (clue.field() == ClueField.TITLE && thing.title() != null && clue.value().contains(thing.title())) {
            return thing;
          }
        }
      }
    }
    return things.get(0);
  }

  /** All clues, the more trustworthy sources first. */
  List<Clue> list() {
    List<Clue> all = new ArrayList<>();
    JsonLd.Thing own = own();
    if (own != null) {
      own.clues().forEach(c -> add(all, c.field(), c.value(), c.source()));
    }
    site.forEach(c -> add(all, c.field(), c.value(), c.source()));
    all.addAll(meta);
    microdataOfPage().forEach(c -> add(all, c.field(), c.value(), c.source()));
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
      if (things.size() < MAX_THINGS) {
        things.addAll(found.things());
      }
      site.addAll(found.site());
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
    add(marked ? microdata.computeIfAbsent(scope(e), k -> new ArrayList<>()) : times, field, value, marked ? "microdata" : "time");
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
      if (prop.equals("articleBody") && bodyScope == null) {
        bodyScope = scope(e);
      }
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
        add(microdata.computeIfAbsent(scope(e), k -> new ArrayList<>()), field, itemValue(e), "microdata");
      }
    }
  }

  /** The thing a property belongs to, or null. */
  private static Element scope(Element e) {
    for (Element up = e.parent(); up != null; up = up.parent()) {
      if (up.hasAttr("itemscope")) {
        return up;
      }
    }
    return null;
  }

  /** Of several things the one with the article's body, else the one with the page's title, else all: a page's cards are things of their own. */
  private List<Clue> microdataOfPage() {
    List<Clue> chosen = new ArrayList<>(microdata.getOrDefault(null, List.of()));
    Element own = microdata.containsKey(bodyScope) ? bodyScope : null;
    String title = title();
    for (Map.Entry<Element, List<Clue>> e : microdata.entrySet()) {
      for (Clue clue : e.getValue()) {
        if (own == null && e.getKey() != null && title != null && clue.field() == ClueField.TITLE && title.contains(clue.value())) {
          own = e.getKey();
        }
      }
    }
    for (Map.Entry<Element, List<Clue>> e : microdata.entrySet()) {
      if (e.getKey() != null && (own == null || e.getKey() == own || !e.getKey().attr("itemtype").contains("rticle"))) {
        chosen.addAll(e.getValue());
      }
    }
    return chosen;
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
      if (known.field() == field) {
        if (known.equals(clue)) {
          return;
        }
        same++;
      }
    }
    if (same < MAX_OF_A_KIND) {
      list.add(clue);
    }
  }
}
