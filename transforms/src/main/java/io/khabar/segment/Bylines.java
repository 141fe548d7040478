package io.khabar.segment;

import io.khabar.segment.Names.Part;
import java.util.ArrayList;
import java.util.List;

/** Reads lines like «outlet - author», «outlet _ agencies», «author – place». */
final class Bylines {
  private static final int MOST_PARTS = 4;
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

    boolean person() {
      return kinds.contains(Part.PERSON);
    }

    boolean agencyOnly() {
      return kinds.contains(Part.AGENCY) && !kinds.contains(Part.PERSON);
    }
  }

  /** The pieces of a short line, or null when it cannot be one. */
  static Parsed parse(String line, Names names) {
    List<String> parts = new ArrayList<>();
    for (String piece : pieces(line)) {
      int words = piece.split("\\s+").length;
      if (words > LONGEST_PART) {
        return null;
      }
      parts.add(piece);
    }
    if (parts.isEmpty() || parts.size() > MOST_PARTS) {
      return null;
    }
    List<Part> kinds = new ArrayList<>();
    for (String part : parts) {
      kinds.add(names.part(part));
    }
    return new Parsed(parts, kinds);
  }

  /** Cuts at dashes, bars, underscores, colons and commas that stand between blanks or words. */
  static List<String> pieces(String line) {
    List<String> pieces = new ArrayList<>();
    StringBuilder piece = new StringBuilder();
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      boolean dash = c == '-' || c == '\u2013' || c == '\u2014' || c == '_' || c == '|' || c == '\u0640' || c == ':' || c == '\u060C' || c == '/' || c == '\\';
      boolean free = i == 0 || i == line.length() - 1 || Character.isWhitespace(line.charAt(i - 1)) || Character.isWhitespace(line.charAt(i + 1));
      if (dash && free) {
        close(piece, pieces);
      } else {
        piece.append(c);
      }
    }
    close(piece, pieces);
    return pieces;
  }

  private static void close(StringBuilder piece, List<String> pieces) {
    String text = piece.toString().strip();
    piece.setLength(0);
    if (!text.isEmpty()) {
      pieces.add(text);
    }
  }

  /** What the byline and credit lines of a story add up to. */
  static final class Reading {
    private final List<String> authors = new ArrayList<>();
    private final List<String> credits = new ArrayList<>();
    private String outlet;

    void read(String line, io.khabar.model.Kind kind, Names names) {
      List<String> parts = pieces(line);
      boolean labelled = !parts.isEmpty() && parts.size() > 1 && line.indexOf(':') == parts.get(0).length();
      List<String> rest = labelled ? parts.subList(1, parts.size()) : parts;
      boolean byline = kind == io.khabar.model.Kind.BYLINE;
      for (int i = 0; i < rest.size(); i++) {
        String piece = rest.get(i);
        Part part = names.part(piece);
        if (part == Part.UNKNOWN) {
          // an unknown piece is read by its place: the outlet leads, the author follows
          if (labelled) {
            part = byline ? Part.PERSON : Part.AGENCY;
          } else if (rest.size() > 1 && i == 0) {
            part = hasKnownOutlet(rest, names) ? Part.PERSON : Part.OUTLET;
          } else {
            part = byline ? Part.PERSON : Part.AGENCY;
          }
        }
        switch (part) {
          case OUTLET -> {
            outlet = outlet == null ? piece : outlet;
            add(credits, piece);
          }
          case AGENCY -> add(credits, piece);
          case PERSON -> add(authors, piece);
          default -> {}
        }
      }
    }

    private static boolean hasKnownOutlet(List<String> parts, Names names) {
      for (String part : parts) {
        if (names.isOutlet(part)) {
          return true;
        }
      }
      return false;
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
  }
}
