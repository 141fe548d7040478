package io.khabar.segment;

import io.khabar.text.MatchKey;
import io.khabar.text.Words;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Outlets, agencies, given names and places by their match keys. Immutable. */
final class Names {
  /** What a piece of a byline is. */
  enum Part {
    OUTLET,
    AGENCY,
    /** Words that name no agency: «وكالات», «متابعات». */
    GENERIC,
    PLACE,
    PERSON,
    UNKNOWN
  }

  private static final int LONGEST_PERSON = 5;

  private final Map<String, String> outlets = new HashMap<>();
  private final Map<String, String> hosts = new HashMap<>();
  private final Set<String> agencies = new HashSet<>();
  private final Set<String> generic = new HashSet<>();
  private final Set<String> places = new HashSet<>();
  private final Set<String> givenNames = new HashSet<>();

  /** Given names that are words too: they make a person only with a family name behind them. */
  private final Set<String> commonNames = new HashSet<>();

  private final Set<String> familyNames = new HashSet<>();

  /**
   * @param outletRows name, variants, hosts
   * @param agencyRows name, variants, English name, entity, flag
   * @param givenNameRows name, {@code common} where it is a word too
   * @param familyNameRows name
   * @param placeRows as gazetteer files have them: name in the third, variants in the fourth cell
   */
  Names(List<String[]> outletRows, List<String[]> agencyRows, List<String[]> givenNameRows, List<String[]> familyNameRows, List<String[]> placeRows) {
    for (String[] row : outletRows) {
      outlet(row[0], row[0]);
      for (String variant : row[1].split("\\|")) {
        outlet(variant, row[0]);
      }
      for (String host : row[2].split("\\|")) {
        if (!host.isBlank()) {
          hosts.putIfAbsent(host.strip(), row[0]);
        }
      }
    }
    for (String[] row : agencyRows) {
      Set<String> keys = row[4].equals("generic") ? generic : agencies;
      keys.add(MatchKey.of(row[0]));
      for (String variant : row[1].split("\\|")) {
        keys.add(MatchKey.of(variant));
      }
    }
    for (String[] row : givenNameRows) {
      (row[1].equals("common") ? commonNames : givenNames).add(MatchKey.of(row[0]));
    }
    for (String[] row : familyNameRows) {
      familyNames.add(MatchKey.of(row[0]));
    }
    for (String[] row : placeRows) {
      places.add(MatchKey.of(row[2]));
      for (String variant : row[3].split("\\|")) {
        places.add(MatchKey.of(variant));
      }
    }
    // the tagger's list cannot have it: its match key is the preposition's
    commonNames.add(MatchKey.of("\u0639\u0644\u064A"));
    for (Set<String> keys : List.of(agencies, generic, places, givenNames)) {
      keys.remove("");
    }
  }

  private void outlet(String variant, String name) {
    String key = MatchKey.of(variant);
    if (!key.isEmpty()) {
      outlets.putIfAbsent(key, name);
    }
  }

  boolean isOutlet(String name) {
    return outlets.containsKey(MatchKey.of(name));
  }

  boolean isAgency(String name) {
    return agencies.contains(MatchKey.of(name));
  }

  boolean isPlace(String name) {
    String key = MatchKey.of(name);
    return places.contains(key) || places.contains("ال" + key);
  }

  /** The name an outlet goes by, or null when it is not in the list. */
  String outlet(String name) {
    return outlets.get(MatchKey.of(name));
  }

  /** The outlet of a host without {@code www.}, or null. */
  String outletOfHost(String host) {
    String h = host;
    while (!h.isEmpty()) {
      String name = hosts.get(h);
      if (name != null) {
        return name;
      }
      int dot = h.indexOf('.');
      if (dot < 0 || h.indexOf('.', dot + 1) < 0) {
        return null;
      }
      h = h.substring(dot + 1);
    }
    return null;
  }

  /** Quotes, two dots and marks of question stand in headlines, not in names. */
  private static boolean speaks(String piece) {
    for (int i = 0; i < piece.length(); i++) {
      char c = piece.charAt(i);
      boolean dots = c == '.' && i + 1 < piece.length() && piece.charAt(i + 1) == '.';
      if (dots || c == '\u2026' || "\u00AB\u00BB\"\u201C\u201D!?\u061F:\u061B".indexOf(c) >= 0) {
        return true;
      }
    }
    return false;
  }

  /** What a piece of a byline is. */
  Part part(String piece) {
    String key = MatchKey.of(piece);
    if (key.isEmpty()) {
      return Part.UNKNOWN;
    }
    if (generic.contains(key)) {
      return Part.GENERIC;
    }
    // a place that lends its name to a paper («الجزيرة», «الرياض») is told by what stands beside it; by itself the list of outlets speaks first
    if (outlets.containsKey(key)) {
      return Part.OUTLET;
    }
    if (agencies.contains(key)) {
      return Part.AGENCY;
    }
    if (places.contains(key)) {
      return Part.PLACE;
    }
    Words words = Words.of(piece);
    if (words.count() >= 2 && words.count() <= LONGEST_PERSON && !speaks(piece)) {
      String first = words.key(0);
      boolean title = first.equals("د") || first.equals("ا") || first.equals("م") || first.equals("دكتور") || first.equals("الدكتور");
      String name = title && words.count() > 2 ? words.key(1) : first;
      String last = words.key(words.count() - 1);
      boolean family = familyNames.contains(last) || givenNames.contains(last) || commonNames.contains(last);
      if (givenNames.contains(name) || (commonNames.contains(name) && family)) {
        return Part.PERSON;
      }
    }
    return Part.UNKNOWN;
  }
}
