package io.khabar.date;

/** Reads the time of day and the zone at a token. Looks a bounded number of tokens ahead. */
final class TimeReader {
  private static final long HALVES =
      Sense.AM.mask() | Sense.PM.mask() | Sense.NOON.mask() | Sense.AFTERNOON.mask() | Sense.NIGHT.mask() | Sense.DAWN.mask();

  private final DateTokens t;
  private int end;

  TimeReader(DateTokens tokens) {
    this.t = tokens;
  }

  /** The time that begins at token {@code i}, its zone with it, or a zone alone, or null. */
  Part read(int i) {
    if (t.type[i] == DateTokens.NUMBER) {
      return time(i, i, null);
    }
    if (t.has(i, Sense.ZONE)) {
      String zone = zone(i);
      int zoneEnd = end;
      int at = zoneEnd;
      while (at < t.count && at < zoneEnd + 2 && (t.isMark(at, ')') || t.isMark(at, ':') || t.isMark(at, ',') || t.isMark(at, '-'))) {
        at++;
      }
      Part part = t.isNumber(at) ? time(i, at, zone) : null;
      return part != null ? part : Part.zone(i, zoneEnd, zone);
    }
    DateWord word = t.word[i];
    // «صباحا 10:30», «PM 9:45»; «م» before a number is more often the era of the year before it
    boolean leading = word != null && word.isAny(HALVES) && !word.is(Sense.ERA_GREGORIAN);
    if (leading && t.isShort(i + t.span[i])) {
      Part part = time(i, i + t.span[i], null);
      if (part != null && part.time != null && part.to - i - t.span[i] >= 3) {
        int hour = Integer.parseInt(part.time, 0, 2, 10);
        part.time = two(half(word, hour)) + part.time.substring(2);
        return part;
      }
    }
    return null;
  }

  /**
   * The figures of a time.
   *
   * @param second -1 when not printed
   * @param to one past the last token
   * @param needsHalf whether it is a time only with a half of the day: «10», «10.30»
   * @param packed whether it is four or six digits, a time only beside a zone or a T
   */
  private record Clock(int hour, int minute, int second, int to, boolean needsHalf, boolean packed) {}

  private Part time(int from, int i, String zoneBefore) {
    Clock clock = clock(i);
    if (clock == null) {
      return null;
    }
    int hour = clock.hour;
    int to = clock.to;
    boolean bracket = t.isMark(to, '(');
    int halfAt = bracket || t.isMark(to, '|') || t.isMark(to, '-') ? to + 1 : to;
    DateWord word = t.wordAt(halfAt);
    // behind a mark «م» is more often an era
    boolean hasHalf = !clock.packed && word != null && word.isAny(HALVES) && (halfAt == to || !word.is(Sense.ERA_GREGORIAN));
    if (hasHalf) {
      hour = half(word, hour);
      to = halfAt + t.span[halfAt];
      to += bracket && t.isMark(to, ')') ? 1 : 0;
    }
    boolean announced = clock.to == i + 3 && t.has(i - 1, Sense.BEFORE_TIME);
    if (clock.needsHalf && !hasHalf && !announced) {
      return null;
    }
    String zone = zoneBefore;
    if (zone == null) {
      end = to;
      zone = zoneAfter(to);
      to = end;
    }
    if (clock.packed && zone == null && !isT(i - 1)) {
      return null;
    }
    Part part = new Part(Part.Kind.TIME, from, to);
    part.zone = zone;
    if (hour <= 23 && clock.minute <= 59 && clock.second <= 59) {
      part.time = two(hour) + ":" + two(clock.minute) + (clock.second >= 0 ? ":" + two(clock.second) : "");
    }
    return part;
  }

  private Clock clock(int i) {
    int v = t.value[i];
    if (t.digits[i] == 4 && v <= 2400) {
      return new Clock(v / 100, v % 100, -1, i + 1, false, true);
    }
    if (t.digits[i] == 6 && v < 240000) {
      return new Clock(v / 10000, v / 100 % 100, v % 100, i + 1, false, true);
    }
    if (t.digits[i] > 2 || v > 24) {
      return null;
    }
    boolean pair = t.isMark(i + 1) && t.isNumber(i + 2) && t.digits[i + 2] == 2;
    if (pair && isColon(t.value[i + 1])) {
      int to = i + 3;
      boolean seconds = t.isMark(to) && isColon(t.value[to]) && t.isNumber(to + 1) && t.digits[to + 1] == 2;
      if (!seconds) {
        return new Clock(v, t.value[i + 2], -1, to, false, false);
      }
      to += 2;
      boolean fraction = t.isMark(to, '.') && t.isNumber(to + 1) && !t.gap[to + 1];
      return new Clock(v, t.value[i + 2], t.value[to - 1], fraction ? to + 2 : to, false, false);
    }
    if (pair && (t.value[i + 1] == '.' || t.value[i + 1] == '\u060C') && !t.gap[i + 2]) {
      return new Clock(v, t.value[i + 2], -1, i + 3, true, false);
    }
    if (t.has(i + 1, Sense.HOUR_SIGN)) {
      boolean minutes = t.isNumber(i + 2) && t.digits[i + 2] == 2;
      return new Clock(v, minutes ? t.value[i + 2] : 0, -1, minutes ? i + 3 : i + 2, false, false);
    }
    return new Clock(v, 0, -1, i + 1, true, false);
  }

  private boolean isT(int i) {
    return i >= 0 && t.type[i] == DateTokens.WORD && t.end[i] - t.start[i] == 1 && (t.text.charAt(t.start[i]) | 0x20) == 't';
  }

  private static boolean isColon(int c) {
    return c == ':' || c == '\u2236' || c == '\uFF1A' || c == '\uA789';
  }

  /** The hour in 24 hours. */
  private static int half(DateWord word, int hour) {
    if (hour > 12) {
      return hour;
    }
    if (word.is(Sense.NOON)) {
      return hour >= 1 && hour <= 4 ? hour + 12 : hour;
    }
    if (word.is(Sense.AFTERNOON)) {
      return hour < 12 ? hour + 12 : hour;
    }
    if (word.is(Sense.NIGHT)) {
      return hour == 12 ? 0 : hour >= 6 ? hour + 12 : hour;
    }
    if (word.is(Sense.AM) || word.is(Sense.DAWN)) {
      return hour == 12 ? 0 : hour;
    }
    return hour < 12 ? hour + 12 : 12;
  }

  private boolean isBeforeZone(int i) {
    int c = t.value[i];
    return c == '(' || c == '[' || c == '|' || c == ',' || c == '\u060C' || (c == '-' && t.has(i + 1, Sense.ZONE));
  }

  private String zoneAfter(int at) {
    int i = at;
    while (i < at + 2 && t.isMark(i) && isBeforeZone(i)) {
      i++;
    }
    // «(+3 غرينتش)», «(+03:00)»
    if (i == at + 1 && t.isMark(at, '(') && (t.isMark(i, '+') || t.isMark(i, '-')) && t.isNumber(i + 1) && !t.gap[i + 1]) {
      String offset = offset(i);
      if (offset != null) {
        end += "Z".equals(zoneNameAt(end)) ? t.span[end] : 0;
        end += t.isMark(end, ')') ? 1 : 0;
      }
      return offset;
    }
    boolean sign = i == at && (t.isMark(i, '+') || t.isMark(i, '-') || t.isMark(i, '\u2212')) && t.isNumber(i + 1) && !t.gap[i + 1];
    if (t.has(i, Sense.ZONE)) {
      return zone(i);
    }
    // «14:05+03:00» and «14:05 +0300»; «10:30-13 مايو» is no zone
    if (sign && (t.isMark(i, '+') || (!t.gap[i] && (t.digits[i + 1] == 4 || (t.digits[i + 1] == 2 && t.isMark(i + 2, ':')))))) {
      return offset(i);
    }
    return null;
  }

  private String zoneNameAt(int i) {
    return t.has(i, Sense.ZONE) ? t.word[i].zone : null;
  }

  /** The zone whose name stands at a token, with the hours that follow it; {@link #end} is set. */
  private String zone(int i) {
    String zone = t.word[i].zone;
    end = i + t.span[i];
    int at = end;
    if (t.isMark(at, '+') || t.isMark(at, '-') || t.isMark(at, '\u2212')) {
      String offset = "Z".equals(zone) && t.isNumber(at + 1) && !t.gap[at + 1] && (!t.gap[at] || t.isMark(at, '+')) ? offset(at) : null;
      if (offset != null) {
        zone = offset;
      }
    }
    if (t.isMark(end, ')') || t.isMark(end, ']')) {
      end++;
    }
    return zone;
  }

  /** The offset whose sign stands at a token, or null; {@link #end} is set only when it is one. */
  private String offset(int sign) {
    int hours = t.value[sign + 1];
    int minutes = 0;
    int to = sign + 2;
    if (t.digits[sign + 1] == 4) {
      minutes = hours % 100;
      hours /= 100;
    } else if (t.digits[sign + 1] > 2) {
      return null;
    } else if (t.isMark(to, ':') && t.isNumber(to + 1) && t.digits[to + 1] == 2) {
      minutes = t.value[to + 1];
      to += 2;
    }
    if (hours > 14 || minutes > 59) {
      return null;
    }
    end = to;
    if (hours == 0 && minutes == 0) {
      return "Z";
    }
    return (t.isMark(sign, '+') ? "+" : "-") + two(hours) + ":" + two(minutes);
  }

  private static String two(int n) {
    return n < 10 ? "0" + n : Integer.toString(n);
  }
}
