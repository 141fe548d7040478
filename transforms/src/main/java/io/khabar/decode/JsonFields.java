package io.khabar.decode;

import io.khabar.text.RuleFile;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Which fields of a JSON object or CSV row mean what: the common names, from a rule file, and the user's own. Names are compared without case. */
public final class JsonFields implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final String RESOURCE = "/khabar/decode/json-fields.tsv";

  /** What a field may mean. */
  public enum Role {
    TEXT,
    HTML,
    TITLE,
    URL,
    OUTLET,
    AUTHOR,
    PUBLISHED,
    UPDATED,
    FETCHED,
    DESCRIPTION,
    KEYWORD,
    SECTION,
    LANGUAGE
  }

  /** Names of a role in order of preference, lower case. */
  private final EnumMap<Role, List<String>> names;

  private final Map<String, String> own;

  private JsonFields(EnumMap<Role, List<String>> names, Map<String, String> own) {
    this.names = names;
    this.own = own;
  }

  /** The names that need no mapping. */
  public static JsonFields common() {
    return Common.FIELDS;
  }

  /**
   * The common names and a user's own, which come first: {@code text:content,outlet:source}.
   *
   * @throws IllegalArgumentException with one sentence when a pair is no pair or its left side no role
   */
  public static JsonFields parse(String mapping) {
    if (mapping == null || mapping.isBlank()) {
      return common();
    }
    EnumMap<Role, List<String>> names = new EnumMap<>(Role.class);
    common().names.forEach((role, list) -> names.put(role, new ArrayList<>(list)));
    Map<String, String> own = new TreeMap<>();
    for (String pair : mapping.split(",")) {
      int colon = pair.indexOf(':');
      if (colon <= 0 || colon == pair.length() - 1) {
        throw new IllegalArgumentException("--jsonFields must be pairs like text:content, not \"" + pair.strip() + "\"");
      }
      Role role = role(pair.substring(0, colon).strip());
      String name = pair.substring(colon + 1).strip();
      // a field has one meaning: the user's
      names.values().forEach(list -> list.remove(name.toLowerCase(Locale.ROOT)));
      names.computeIfAbsent(role, r -> new ArrayList<>()).add(0, name.toLowerCase(Locale.ROOT));
      own.put(name, role.name().toLowerCase(Locale.ROOT));
    }
    return new JsonFields(names, own);
  }

  private static Role role(String name) {
    String n = name.toLowerCase(Locale.ROOT);
    for (Role role : Role.values()) {
      if (role.name().toLowerCase(Locale.ROOT).equals(n)) {
        return role;
      }
    }
    // any common name may stand for its role: content:corps is text:corps
    for (Map.Entry<Role, List<String>> e : common().names.entrySet()) {
      if (e.getValue().contains(n)) {
        return e.getKey();
      }
    }
    throw new IllegalArgumentException("--jsonFields knows no field \"" + name + "\"; it knows text, html, title, url, outlet, author, published, updated, fetched, description, keyword, section, language");
  }

  /** The names of a role, best first, lower case. */
  List<String> names(Role role) {
    return names.getOrDefault(role, List.of());
  }

  /** The user's own names, each with the role it was given. */
  public Map<String, String> own() {
    return Collections.unmodifiableMap(own);
  }

  private static final class Common {
    static final JsonFields FIELDS = load();

    private static JsonFields load() {
      EnumMap<Role, List<String>> names = new EnumMap<>(Role.class);
      for (String[] row : RuleFile.resource(RESOURCE, 2)) {
        names.computeIfAbsent(Role.valueOf(row[0].toUpperCase(Locale.ROOT)), r -> new ArrayList<>()).add(row[1].toLowerCase(Locale.ROOT));
      }
      return new JsonFields(names, Map.of());
    }
  }
}
