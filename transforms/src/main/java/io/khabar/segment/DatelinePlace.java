package io.khabar.segment;

import io.khabar.text.Words;
import java.util.List;

/**
 * The place a report was filed from, printed before its lead: «الرياض - واس:», «بغداد، العراق (CNN)--», «القدس المحتلة - وكالات», «لندن: ...». What is found is as
 * printed; the lead-in stays in the text.
 */
final class DatelinePlace {
  private static final int LONGEST = 70;
  private static final int MOST_WORDS = 6;

  private DatelinePlace() {}

  /** The place of a lead, or null. */
  static String of(String lead, Names names) {
    int end = end(lead);
    if (end <= 0) {
      return null;
    }
    String in = lead.substring(0, end);
    int bracket = in.indexOf('(');
    if (bracket > 0) {
      String place = trim(in.substring(0, bracket));
      boolean source = in.indexOf(')', bracket) > 0;
      return source && Words.of(place).count() <= MOST_WORDS && placeLike(place, names) ? place : null;
    }
    List<String> parts = Bylines.pieces(in);
    for (String part : parts) {
      if (Words.of(part).count() <= 3 && names.part(part) == Names.Part.PLACE) {
        return part;
      }
    }
    // a place no list knows is told by the agency or outlet beside it
    if (parts.size() == 2 && Words.of(parts.get(0)).count() <= 2) {
      Names.Part second = names.part(parts.get(1));
      Names.Part first = names.part(parts.get(0));
      if (first == Names.Part.UNKNOWN && (second == Names.Part.AGENCY || second == Names.Part.GENERIC)) {
        return parts.get(0);
      }
    }
    return null;
  }

  /** Every part of «city, country», or the first of them, is a place; a bracketed source vouches for what no list has. */
  private static boolean placeLike(String place, Names names) {
    String[] parts = place.split("[\u060C,]");
    return parts.length <= 3 && (parts.length > 1 || names.isPlace(place.strip()) || Words.of(place).count() <= 2);
  }

  /** Where the lead-in ends: a double dash, a colon, or a bracketed source and a dash. */
  private static int end(String lead) {
    int n = Math.min(lead.length(), LONGEST);
    for (int i = 1; i < n; i++) {
      char c = lead.charAt(i);
      if (c == ':' || (c == '-' && i + 1 < n && lead.charAt(i + 1) == '-')) {
        return i;
      }
      if ((c == '-' || c == '\u2013' || c == '\u2014') && lead.charAt(i - 1) == ' ' && lead.lastIndexOf(')', i) == i - 2 && i > 2) {
        return i;
      }
      if (c == '.' && i + 1 < n && lead.charAt(i + 1) == ' ') {
        return -1;
      }
    }
    return -1;
  }

  private static String trim(String s) {
    int b = s.length();
    while (b > 0 && " -\u2013:\u060C,".indexOf(s.charAt(b - 1)) >= 0) {
      b--;
    }
    return s.substring(0, b).strip();
  }
}
