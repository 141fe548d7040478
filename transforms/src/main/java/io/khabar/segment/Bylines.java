package io.khabar.segment;

import io.khabar.model.Kind;
import io.khabar.segment.Names.Part;
import java.util.ArrayList;
import java.util.List;

/** Reads lines like «outlet - author», «outlet _ agencies», «author – place», «المصدر: agency + agency». */
final class Bylines {
  private static final int MOST_PARTS = 5;
  private static final int LONGEST_PART = 5;

  private Bylines() {}

  /**
   * The pieces of a byline.
   *
   * @param parts as printed
   * @param kinds what each is
   */
  record Parsed(List<String> parts, List<Part> kinds) {
    int known() {
      int known = 0;
      for (Part kind : kinds) {
        known += kind == Part.UNKNOWN ? 0 : 1;
      }
      return known;
    }

    boolean has(Part kind) {
      return kinds.contains(kind);
    }
  }

  /** The pieces of a short line, or null when it cannot be a byline. */
  static Parsed parse(String line, Names names) {
    List<String> parts = pieces(line, names);
    if (parts.isEmpty() || parts.size() > MOST_PARTS) {
      return null;
    }
    List<Part> kinds = new ArrayList<>(parts.size());
    for (String part : parts) {
      if (part.length() > 60 || part.split("\\s+", LONGEST_PART + 2).length > LONGEST_PART) {
        return null;
      }
      kinds.add(names.part(part));
    }
    return new Parsed(parts, kinds);
  }

  /** Cuts at dashes, bars, underscores, colons, commas, plus signs and slashes that stand free on one side at least. */
  static List<String> pieces(String line) {
    List<String> pieces = new ArrayList<>();
    StringBuilder piece = new StringBuilder();
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      boolean sign = "-\u2013\u2014_|\u0640:\u060C,/\\+\u2022".indexOf(c) >= 0;
      boolean free =
          i == 0 || i == line.length() - 1 || Character.isWhitespace(line.charAt(i - 1)) || Character.isWhitespace(line.charAt(i + 1));
      if (sign && (free || c == '+' || c == '|')) {
        close(piece, pieces);
      } else if (c == '(' || c == ')' || c == '[' || c == ']') {
        close(piece, pieces);
      } else {
        piece.append(c);
      }
    }
    close(piece, pieces);
    return pieces;
  }

  /** As {@link #pieces(String)}; a dash without blanks parts a place from its agency too («المدينة-وكالة»). */
  private static List<String> pieces(String line, Names names) {
    List<String> parts = pieces(line);
    int dash = line.indexOf('-');
    if (parts.size() == 1 && dash > 0 && dash == line.lastIndexOf('-')) {
      List<String> two = pieces(line.substring(0, dash) + " - " + line.substring(dash + 1));
      if (two.size() == 2 && (names.isAgency(two.get(0)) || names.isAgency(two.get(1)))) {
        return two;
      }
    }
    return parts;
  }

  private static void close(StringBuilder piece, List<String> pieces) {
    String text = unquote(piece.toString().strip());
    piece.setLength(0);
    if (text.chars().anyMatch(Character::isLetterOrDigit)) {
      pieces.add(text);
    }
  }

  static String unquote(String text) {
    int a = 0;
    int b = text.length();
    while (a < b && "\"'\u00AB\u201C\u2018{*. ".indexOf(text.charAt(a)) >= 0) {
      a++;
    }
    while (b > a && "\"'\u00BB\u201D\u2019}*. ".indexOf(text.charAt(b - 1)) >= 0 && !dotted(text, b - 1)) {
      b--;
    }
    return text.substring(a, b);
  }

  /** The dot that closes an abbreviation («أ.ف.ب.») stays. */
  private static boolean dotted(String text, int at) {
    return text.charAt(at) == '.' && at >= 2 && text.charAt(at - 2) == '.';
  }

  /** What the byline and credit lines of a story add up to. */
  static final class Reading {
    private final SegmentRules rules;
    private final List<String> authors = new ArrayList<>();
    private final List<String> credits = new ArrayList<>();
    private String outlet;
    private String place;

    Reading(SegmentRules rules) {
      this.rules = rules;
    }

    void read(String line, Kind kind) {
      PageWords words = new PageWords(line);
      int label = rules.labelLength(words, line, kind);
      String rest = label == 0 ? line : label == words.count() ? "" : line.substring(opening(line, words, label));
      List<String> parts = pieces(rest, rules.names());
      List<Part> kinds = new ArrayList<>(parts.size());
      for (String part : parts) {
        kinds.add(rules.names().part(part));
      }
      boolean outletFound = kinds.contains(Part.OUTLET);
      place(parts, kinds);
      for (int i = 0; i < parts.size(); i++) {
        Part part = kinds.get(i);
        if (part == Part.UNKNOWN) {
          part = guess(i, parts, kinds, label > 0, kind == Kind.BYLINE, outletFound);
        }
        switch (part) {
          case OUTLET -> {
            // a source that a credit line names is not who published the page
            if (outlet == null && (label == 0 || kind == Kind.BYLINE)) {
              outlet = parts.get(i);
            }
            add(credits, parts.get(i));
          }
          case AGENCY, GENERIC -> add(credits, parts.get(i));
          case PERSON -> add(authors, parts.get(i));
          default -> {}
        }
      }
    }

    /** The place beside who wrote or whose report it is; a paper's name that is a place, too, only beside an agency. */
    private void place(List<String> parts, List<Part> kinds) {
      for (int i = 0; i < parts.size() && place == null && parts.size() > 1; i++) {
        boolean paper = kinds.get(i) == Part.OUTLET && kinds.contains(Part.AGENCY) && rules.names().isPlace(parts.get(i));
        place = kinds.get(i) == Part.PLACE || paper ? parts.get(i) : null;
      }
    }

    private static int opening(String line, PageWords words, int label) {
      int at = words.start(label);
      while (at > words.end(label - 1) && "\"'\u00AB\u201C\u2018{".indexOf(line.charAt(at - 1)) >= 0) {
        at--;
      }
      return at;
    }

    /** A piece that no list knows is read by its place: the outlet leads, the author follows; an author leads a place or an outlet. */
    private static Part guess(int i, List<String> parts, List<Part> kinds, boolean labelled, boolean byline, boolean outletFound) {
      if (labelled) {
        return byline ? Part.PERSON : Part.AGENCY;
      }
      if (parts.size() == 1) {
        return byline ? Part.PERSON : Part.AGENCY;
      }
      boolean nextPlace = i + 1 < parts.size() && kinds.get(i + 1) == Part.PLACE;
      if (i == 0 && !outletFound && !(nextPlace && byline && parts.get(0).indexOf(' ') > 0 && parts.size() == 2)) {
        return Part.OUTLET;
      }
      return byline ? Part.PERSON : Part.AGENCY;
    }

    private static void add(List<String> list, String value) {
      if (!list.contains(value)) {
        list.add(value);
      }
    }

    List<String> authors() {
      return authors;
    }

    List<String> credits() {
      return credits;
    }

    String outlet() {
      return outlet;
    }

    /** Where the story was filed as its byline says, or null. */
    String place() {
      return place;
    }
  }
}
