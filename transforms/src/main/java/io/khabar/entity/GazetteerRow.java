package io.khabar.entity;

import io.khabar.model.EntityType;
import io.khabar.text.MatchKey;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A line of a gazetteer file: an entity and its forms.
 *
 * @param full printed forms of the whole name, the usual one first
 * @param shorts forms that mean the entity alone
 * @param guarded match keys of forms that are ordinary words too
 */
record GazetteerRow(Entity entity, List<String> full, List<String> shorts, Set<String> guarded) {
  static final int COLUMNS = 8;
  private static final String[] NO_HINTS = {};

  /**
   * Reads the cells of a line: id, type, name_ar, variants, short, name_en, wikidata, hints.
   *
   * @throws IllegalArgumentException with one sentence when a line cannot be used
   */
  static GazetteerRow of(String[] cells, String source) {
    String id = cells[0];
    if (id.isEmpty() || cells[2].isEmpty()) {
      throw new IllegalArgumentException("gazetteer " + source + ": a line without id or Arabic name: " + String.join(" ", cells));
    }
    EntityType type;
    try {
      type = EntityType.valueOf(cells[1]);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("gazetteer " + source + ": " + id + " has the unknown type '" + cells[1] + "'", e);
    }
    List<String> titles = new ArrayList<>();
    List<String> countries = new ArrayList<>();
    Set<String> guarded = new HashSet<>();
    int prior = Entity.DEFAULT_PRIOR;
    for (String hint : cells[7].isEmpty() ? NO_HINTS : cells[7].split(";")) {
      int eq = hint.indexOf('=');
      if (eq < 0) {
        continue;
      }
      String key = hint.substring(0, eq).strip();
      List<String> values = parts(hint.substring(eq + 1));
      switch (key) {
        case "title" -> values.forEach(v -> titles.add(MatchKey.of(v)));
        case "country" -> countries.addAll(values);
        case "guard" -> values.forEach(v -> guarded.add(MatchKey.of(v)));
        case "prior" -> {
          if (!values.isEmpty() && values.get(0).matches("[1-9]")) {
            prior = values.get(0).charAt(0) - '0';
          }
        }
        default -> {
          // years and notes are for people
        }
      }
    }
    List<String> full = new ArrayList<>();
    full.add(cells[2]);
    full.addAll(parts(cells[3]));
    Entity entity =
        new Entity(id, type, cells[2], blankToNull(cells[5]), blankToNull(cells[6]), List.copyOf(titles), List.copyOf(countries), prior);
    return new GazetteerRow(entity, List.copyOf(full), parts(cells[4]), Set.copyOf(guarded));
  }

  private static String blankToNull(String cell) {
    return cell.isBlank() ? null : cell;
  }

  static List<String> parts(String cell) {
    if (cell.indexOf('|') < 0) {
      return cell.isBlank() ? List.of() : List.of(cell.strip());
    }
    List<String> out = new ArrayList<>();
    for (String part : cell.split("\\|")) {
      if (!part.isBlank()) {
        out.add(part.strip());
      }
    }
    return List.copyOf(out);
  }
}
