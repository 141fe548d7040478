package io.khabar.decode;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.khabar.decode.JsonFields.Role;
import io.khabar.lane.Rejection;
import io.khabar.model.Clue;
import io.khabar.model.ClueField;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The fields of one JSON object or table row by what they mean. Unknown fields are ignored.
 *
 * @param text of the first filled text field, or null
 * @param isHtml whether the text came from a field that says so
 * @param clues what the record says of its page, source {@code record}
 */
record JsonPage(String text, boolean isHtml, String url, String outlet, String fetchedAt, List<Clue> clues) {
  private static final String RECORD = "record";
  private static final int MAX_DEPTH = 200;
  private static final long EARLIEST_EPOCH = 500_000_000L;
  private static final long LATEST_EPOCH = 5_000_000_000L;

  /** Written by machines that are not always careful: raw line feeds inside strings are common in dumps and harm nobody. */
  static final JsonMapper MAPPER =
      JsonMapper.builder(
              com.fasterxml.jackson.core.JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder().maxNestingDepth(MAX_DEPTH).maxStringLength(Integer.MAX_VALUE).build())
                  .build())
          .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
          .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
          .enable(com.fasterxml.jackson.databind.DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  /** The fields of a JSON object. */
  static JsonPage of(String json, JsonFields fields) {
    JsonNode node;
    try {
      node = MAPPER.readTree(json);
    } catch (JsonProcessingException e) {
      throw new Rejection("invalid_json", "the record is no valid JSON: " + e.getOriginalMessage());
    }
    if (node == null || !node.isObject()) {
      throw new Rejection("invalid_json", "the record is valid JSON but no object");
    }
    Map<String, JsonNode> named = new LinkedHashMap<>();
    node.fields().forEachRemaining(e -> named.putIfAbsent(e.getKey().toLowerCase(Locale.ROOT), e.getValue()));
    return of(named, fields);
  }

  /** The fields of a row. */
  static JsonPage of(Map<String, JsonNode> named, JsonFields fields) {
    String text = first(named, fields, Role.TEXT, "\n");
    boolean html = false;
    if (text == null) {
      text = first(named, fields, Role.HTML, "\n");
      html = text != null;
    }
    List<Clue> clues = new ArrayList<>();
    add(clues, ClueField.TITLE, first(named, fields, Role.TITLE, " "));
    for (String author : all(named, fields, Role.AUTHOR)) {
      add(clues, ClueField.AUTHOR, author);
    }
    String outlet = first(named, fields, Role.OUTLET, " ");
    add(clues, ClueField.OUTLET, outlet);
    add(clues, ClueField.PUBLISHED, first(named, fields, Role.PUBLISHED, " "));
    add(clues, ClueField.UPDATED, first(named, fields, Role.UPDATED, " "));
    add(clues, ClueField.DESCRIPTION, first(named, fields, Role.DESCRIPTION, " "));
    for (String keyword : all(named, fields, Role.KEYWORD)) {
      add(clues, ClueField.KEYWORD, keyword);
    }
    add(clues, ClueField.SECTION, first(named, fields, Role.SECTION, " "));
    add(clues, ClueField.LANGUAGE, first(named, fields, Role.LANGUAGE, " "));
    return new JsonPage(text, html, first(named, fields, Role.URL, " "), outlet, first(named, fields, Role.FETCHED, " "), clues);
  }

  private static void add(List<Clue> clues, ClueField field, String value) {
    if (value != null) {
      clues.add(new Clue(field, value, RECORD));
    }
  }

  private static String first(Map<String, JsonNode> named, JsonFields fields, Role role, String joint) {
    for (String name : fields.names(role)) {
      List<String> values = values(named.get(name), role);
      if (!values.isEmpty()) {
        return values.size() == 1 ? values.get(0) : String.join(joint, values);
      }
    }
    return null;
  }

  private static List<String> all(Map<String, JsonNode> named, JsonFields fields, Role role) {
    for (String name : fields.names(role)) {
      List<String> values = values(named.get(name), role);
      if (!values.isEmpty()) {
        return values;
      }
    }
    return List.of();
  }

  /** Strings of a value: itself, the items of an array, the name of an object ({@code {"name": ...}}). */
  private static List<String> values(JsonNode node, Role role) {
    if (node == null || node.isNull() || node.isMissingNode()) {
      return List.of();
    }
    List<String> out = new ArrayList<>();
    if (node.isArray()) {
      node.forEach(item -> one(item, role, out));
    } else {
      one(node, role, out);
    }
    return out;
  }

  private static void one(JsonNode node, Role role, List<String> out) {
    JsonNode value = node;
    if (node.isObject()) {
      for (String key : new String[] {"name", "title", "text", "rendered", "$date", "url", "@value"}) {
        if (node.hasNonNull(key)) {
          value = node.get(key);
          break;
        }
      }
    }
    if (!value.isValueNode() || value.isNull()) {
      return;
    }
    String s = value.asText();
    if (value.isIntegralNumber() && (role == Role.PUBLISHED || role == Role.UPDATED || role == Role.FETCHED)) {
      s = instant(value.asLong(), s);
    }
    if (!s.isBlank()) {
      out.add(s);
    }
  }

  /** Seconds or milliseconds since 1970 as ISO 8601; other numbers as they are. */
  private static String instant(long n, String otherwise) {
    if (n >= EARLIEST_EPOCH && n <= LATEST_EPOCH) {
      return Instant.ofEpochSecond(n).toString();
    }
    if (n >= EARLIEST_EPOCH * 1000 && n <= LATEST_EPOCH * 1000) {
      return Instant.ofEpochMilli(n).toString();
    }
    return otherwise;
  }
}
