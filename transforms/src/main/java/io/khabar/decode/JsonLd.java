package io.khabar.decode;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.khabar.model.Clue;
import io.khabar.model.ClueField;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jsoup.parser.Parser;

/**
 * Reads what a page says of itself in JSON-LD (schema.org): articles of any kind, in arrays and {@code @graph}s. What stands there is often a template
 * with mistakes, so the reader forgives comments, trailing commas, raw line feeds and HTML entities in values.
 */
final class JsonLd {
  /** An article or page that a script describes: its clues, and the addresses it names for itself. */
  record Thing(List<Clue> clues, List<String> urls) {
    String title() {
      return clues.stream().filter(c -> c.field() == ClueField.TITLE).map(Clue::value).findFirst().orElse(null);
    }
  }

  /** What one script says: the articles, or the pages where there is no article; and of the site. */
  record Found(List<Thing> things, List<Clue> site) {}

  private static final String SOURCE = "json-ld";
  private static final int MAX_OBJECTS = 2_000;
  private static final JsonMapper MAPPER =
      JsonMapper.builder(
              com.fasterxml.jackson.core.JsonFactory.builder()
                  .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(200).build())
                  .build())
          .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
          .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
          .enable(JsonReadFeature.ALLOW_JAVA_COMMENTS)
          .enable(JsonReadFeature.ALLOW_BACKSLASH_ESCAPING_ANY_CHARACTER)
          .enable(JsonReadFeature.ALLOW_SINGLE_QUOTES)
          .enable(JsonReadFeature.ALLOW_MISSING_VALUES)
          .build();

  private JsonLd() {}

  static Found read(String script) {
    List<Thing> things = new ArrayList<>();
    List<Clue> site = new ArrayList<>();
    JsonNode root = parse(script);
    if (root != null) {
      List<JsonNode> articles = new ArrayList<>();
      List<JsonNode> pages = new ArrayList<>();
      List<JsonNode> sites = new ArrayList<>();
      gather(root, articles, pages, sites);
      for (JsonNode node : articles.isEmpty() ? pages : articles) {
        List<Clue> clues = new ArrayList<>();
        thing(node, clues);
        things.add(new Thing(clues, urls(node)));
      }
      sites.forEach(s -> text(s.get("name"), ClueField.OUTLET, site));
    }
    return new Found(things, site);
  }

  private static JsonNode parse(String script) {
    String s = script.strip();
    if (s.startsWith("<!--")) {
      s = s.substring(4).strip();
    }
    if (s.startsWith("//<![CDATA[") || s.startsWith("<![CDATA[")) {
      s = s.substring(s.indexOf("CDATA[") + 6).strip();
    }
    int last = Math.max(s.lastIndexOf('}'), s.lastIndexOf(']'));
    // what follows the value (a semicolon, a comment's end) is ignored by the parser
    try {
      return last < 0 ? null : MAPPER.readTree(s);
    } catch (JsonProcessingException e) {
      return null;
    }
  }

  private static void gather(JsonNode root, List<JsonNode> articles, List<JsonNode> pages, List<JsonNode> sites) {
    Deque<JsonNode> open = new ArrayDeque<>();
    open.add(root);
    for (int seen = 0; !open.isEmpty() && seen < MAX_OBJECTS; seen++) {
      JsonNode node = open.poll();
      if (node.isArray()) {
        node.forEach(open::add);
        continue;
      }
      if (!node.isObject()) {
        continue;
      }
      switch (kind(node.get("@type"))) {
        case 1 -> articles.add(node);
        case 2 -> pages.add(node);
        case 3 -> sites.add(node);
        default -> {}
      }
      for (String key : new String[] {"@graph", "mainEntity", "mainEntityOfPage"}) {
        if (node.has(key)) {
          open.add(node.get(key));
        }
      }
    }
  }

  /** 1 an article, 2 a page, 3 a site, 0 anything else. */
  private static int kind(JsonNode type) {
    if (type == null) {
      return 0;
    }
    if (type.isArray()) {
      int best = 0;
      for (JsonNode t : type) {
        int k = kind(t);
        best = best == 0 ? k : k == 0 ? best : Math.min(best, k);
      }
      return best;
    }
    String t = type.asText();
    t = t.substring(Math.max(t.lastIndexOf('/'), t.lastIndexOf(':')) + 1);
    if (t.endsWith("Article") || t.endsWith("BlogPosting") || t.equals("Report") || t.equals("Posting") || t.endsWith("NewsStory")) {
      return 1;
    }
    if (t.equals("WebPage") || t.equals("ItemPage") || t.equals("VideoObject")) {
      return 2;
    }
    return t.equals("WebSite") ? 3 : 0;
  }

  private static void thing(JsonNode node, List<Clue> clues) {
    if (!text(node.get("headline"), ClueField.TITLE, clues)) {
      text(node.get("name"), ClueField.TITLE, clues);
    }
    text(node.get("datePublished"), ClueField.PUBLISHED, clues);
    text(node.get("uploadDate"), ClueField.PUBLISHED, clues);
    text(node.get("dateModified"), ClueField.UPDATED, clues);
    text(node.get("author"), ClueField.AUTHOR, clues);
    text(node.get("publisher"), ClueField.OUTLET, clues);
    text(node.get("description"), ClueField.DESCRIPTION, clues);
    text(node.get("keywords"), ClueField.KEYWORD, clues);
    text(node.get("articleSection"), ClueField.SECTION, clues);
    text(node.get("inLanguage"), ClueField.LANGUAGE, clues);
  }

  private static boolean text(JsonNode node, ClueField field, List<Clue> clues) {
    if (node == null || node.isNull()) {
      return false;
    }
    if (node.isArray()) {
      boolean any = false;
      for (JsonNode item : node) {
        any |= text(item, field, clues);
      }
      return any;
    }
    JsonNode value = node.isObject() ? node.hasNonNull("name") ? node.get("name") : node.get("@value") : node;
    if (value != null && value.isArray() && value.size() > 0) {
      value = value.get(0);
    }
    if (value == null || !value.isValueNode() || value.asText().isBlank()) {
      return false;
    }
    clues.add(new Clue(field, Parser.unescapeEntities(value.asText(), false).strip(), SOURCE));
    return true;
  }

  private static List<String> urls(JsonNode node) {
    List<String> urls = new ArrayList<>();
    for (String key : new String[] {"url", "mainEntityOfPage", "@id"}) {
      JsonNode url = node.get(key);
      if (url != null && url.isObject()) {
        url = url.hasNonNull("@id") ? url.get("@id") : url.get("url");
      }
      if (url != null && url.isTextual() && url.asText().contains("://")) {
        urls.add(url.asText());
      }
    }
    return urls;
  }
}
