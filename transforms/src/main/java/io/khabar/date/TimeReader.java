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
        int half = half(word, hour);
        part.time = half < 0 ? part.time : two(half) + part.time.substring(2);
        return part;
      }
    }
    return null;
  }

  private Part time(int from, int i, String zoneBefore) {
    int hour = t.value[i];
    int minute = -1;
    int second = -1;
    int to = i + 1;
    boolean needsHalf = false;
    if (t.digits[i] <= 2 && hour <= 24) {
      if (t.isMark(i + 1) && isColon(t.value[i + 1]) && t.isNumber(i + 2) && t.digits[i + 2] == 2) {
        minute = t.value[i + 2];
        to = i + 3;
        if (t.isMark(to) && isColon(t.value[to]) && t.isNumber(to + 1) && t.digits[to + 1] == 2) {
          second = t.value[to + 1];
          to += 2;
          if (t.isMark(to, '.') && t.isNumber(to + 1) && !t.gap[to + 1]) {
            to += 2;
          }
        }
      } else if (t.isMark(i + 1) && (t.value[i + 1] == '.' || t.value[i + 1] == '\u060C') && t.isNumber(i + 2) && t.digits[i + 2] == 2 && !t.gap[i + 2]) {
        minute = t.value[i + 2];
        to = i + 3;
        needsHalf = true;
      } else if (t.has(i + 1, Sense.HOUR_SIGN)) {
        to = i + 2;
        minute = 0;
        if (t.isNumber(to) && t.digits[to] == 2) {
          minute = t.value[to];
          to++;
        }
      } else {
        minute = 0;
        needsHalf = true;
      }
    } else if (t.digits[i] == 4 && hour <= 2400) {
      minute = hour % 100;
      hour /= 100;
    } else if (t.digits[i] == 6 && hour < 240000) {
      second = hour % 100;
      minute = hour / 100 % 100;
      hour /= 10000;
    } else {
      return null;
    }
    boolean packed = t.digits[i] > 2;
    int half = to;
    if (t.isMark(half, '(') || t.isMark(half, '|') || t.isMark(half, '-')) {
      half++;
    }
    DateWord word = t.wordAt(half);
    boolean hasHalf = !packed && word != null && word.isAny(HALVES) && (half == to || !word.is(Sense.ERA_GREGORIAN));
    if (hasHalf) {
      int turned = half(word, hour);
      hasHalf = turned >= 0;
      if (hasHalf) {
        hour = turned;
        to = half + t.span[half];
        if (half > to - t.span[half] - 1 && t.isMark(to, ')') && t.isMark(half - 1, '(')) {
          to++;
        }
      }
    }
    if (needsHalf && !hasHalf && !(minute >= 0 && to == i + 3 && t.has(i - 1, Sense.BEFORE_TIME))) {
      return null;
    }
    String zone = zoneBefore;
    if (zone == null) {
      end = to;
      zone = zoneAfter(to);
      to = end;
    }
    if (packed && zone == null && !(i > 0 && t.digits[i - 1] == 0 && isT(i - 1))) {
      return null;
    }
    Part part = new Part(Part.Kind.TIME, from, to);
    part.zone = zone;
    if (minute <= 59 && second <= 59 && hour <= 23) {
      part.time = two(hour) + ":" + two(minute) + (second >= 0 ? ":" + two(second) : "");
    }
    return part;
  }

  private boolean isT(int i) {
    return t.type[i] == DateTokens.WORD && t.end[i] - t.start[i] == 1 && (t.text.charAt(t.start[i]) | 0x20) == 't';
  }

  private static boolean isColon(int c) {
    return c == ':' || c == '\u2236' || c == '\uFF1A' || c == '\uA789';
  }

  /** The hour in 24 hours, or -1 when the half of the day does not fit the hour. */
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
