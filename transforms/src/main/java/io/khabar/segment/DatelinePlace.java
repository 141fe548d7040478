package io.khabar.segment;

/** The place a report was filed from, printed before its lead: «الرياض - واس:», «بغداد، العراق (CNN)--». */
final class DatelinePlace {
  private static final int LONGEST = 60;

  private DatelinePlace() {}

  static String of(String lead) {
    int n = Math.min(lead.length(), LONGEST);
    int dash = lead.indexOf("--");
    int bracket = lead.indexOf('(');
    if (dash > 0 && dash < LONGEST && bracket > 0 && bracket < dash) {
      return lead.substring(0, bracket).strip();
    }
    int colon = lead.indexOf(':');
    if (colon > 0 && colon < n) {
      int hyphen = lead.indexOf('-');
      if (hyphen > 0 && hyphen < colon) {
        String place = lead.substring(0, hyphen).strip();
        return place.isEmpty() || place.split("\\s+").length > 3 ? null : place;
      }
    }
    return null;
  }
}
