package io.khabar.segment;

import io.khabar.text.MatchKey;
import io.khabar.text.Words;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Outlets, agencies, given names and dateline places by their match keys. Immutable. */
final class Names {
  /** What a piece of a byline is. */
  enum Part {
    OUTLET,
    AGENCY,
    PLACE,
    PERSON,
    UNKNOWN
  }

  private final Map<String, String> outlets = new HashMap<>();
  private final Map<String, String> agencies = new HashMap<>();
  private final Set<String> places = new HashSet<>();
  private final Set<String> givenNames = new HashSet<>();

  Names(List<String[]> outletRows, List<String[]> agencyRows, List<String[]> givenNameRows, List<String[]> placeRows) {
    for (String[] row : outletRows) {
      put(outlets, row[0], row[0]);
      for (String variant : row[1].split("\\|")) {
        put(outlets, variant, row[0]);
      }
    }
    for (String[] row : agencyRows) {
      put(agencies, row[0], row[0]);
      for (String variant : row[1].split("\\|")) {
        put(agencies, variant, row[0]);
      }
    }
    for (String[] row : givenNameRows) {
      givenNames.add(MatchKey.of(row[0]));
    }
    for (String[] row : placeRows) {
      places.add(MatchKey.of(row[0]));
    }
  }

  private static void put(Map<String, String> map, String variant, String name) {
    String key = MatchKey.of(variant);
    if (!key.isEmpty()) {
      map.putIfAbsent(key, name);
    }
  }

  boolean isOutlet(String name) {
    return outlets.containsKey(MatchKey.of(name));
  }

  boolean isAgency(String name) {
    return agencies.containsKey(MatchKey.of(name));
  }

  boolean isPlace(String name) {
    String key = MatchKey.of(name);
    return places.contains(key);
  }

  /** The name an outlet goes by, or null when it is not in the list. */
  String outlet(String name) {
    return outlets.get(MatchKey.of(name));
  }

  /** What a piece of a byline is. */
  Part part(String piece) {
    String key = MatchKey.of(piece);
    if (outlets.containsKey(key)) {
      return Part.OUTLET;
    }
    if (agencies.containsKey(key)) {
      return Part.AGENCY;
    }
    if (places.contains(key)) {
      return Part.PLACE;
    }
    Words words = Words.of(piece);
    if (words.count() >= 2 && words.count() <= 5 && givenNames.contains(words.key(0))) {
      return Part.PERSON;
    }
    return Part.UNKNOWN;
  }
}
