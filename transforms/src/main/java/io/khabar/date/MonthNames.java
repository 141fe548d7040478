package io.khabar.date;

/** What stands beside a month's name: its second name, a name that no list knows with the month in brackets behind it, an agency before the year. Static functions on tokens. */
final class MonthNames {
  /** «أي النار (يناير)»: words of a month's unknown name. */
  private static final int LONGEST_UNKNOWN = 2;

  /** «8 أغسطس / agency / 2018»: words between a month and its year. */
  private static final int LONGEST_AGENCY = 3;

  private MonthNames() {}

  /** Past the month's name and a second name of the same month: «فبراير (شباط)», «مارس/ آذار». */
  static int secondName(DateTokens t, int at, DateWord month) {
    int end = at + t.span[at];
    end += t.isMark(at - 1, '(') && t.isMark(end, ')') ? 1 : 0;
    int i = end;
    boolean bracket = false;
    for (int n = 0; n < 3 && t.isMark(i) && isNameJoint(t.value[i]); n++) {
      bracket |= t.value[i] == '(' || t.value[i] == '[';
      i++;
    }
    DateWord second = t.wordAt(i);
    if (second == null) {
      // «تشرين1/أكتوير 2015»: misspelt
      boolean slashed = i == end + 1 && t.isMark(end, '/') && i < t.count && t.type[i] == DateTokens.WORD && !t.gap[i];
      return slashed && t.isNumber(i + 1) && t.digits[i + 1] == 4 ? i + 1 : end;
    }
    boolean same = (month.month > 0 && second.month == month.month) || (month.hijriMonth > 0 && second.hijriMonth == month.hijriMonth);
    if (!same) {
      return end;
    }
    end = i + t.span[i];
    return bracket && (t.isMark(end, ')') || t.isMark(end, ']')) ? end + 1 : end;
  }

  private static boolean isNameJoint(int c) {
    return c == '/' || c == '-' || c == '\u2013' || c == '\\' || c == '(' || c == '[' || c == '|' || c == '\u060C' || c == ',' || c == '_';
  }

  /** Where the month stands that a name no list knows has in brackets behind it («12 هانيبال (أغسطس) 2009»), or -1; {@code at} is behind the day. */
  static int inBrackets(DateTokens t, int at) {
    int i = at;
    while (i < at + LONGEST_UNKNOWN && i < t.count && t.type[i] == DateTokens.WORD) {
      i++;
    }
    DateWord month = i > at && t.isMark(i, '(') && t.isMark(i + 2, ')') ? t.wordAt(i + 1) : null;
    boolean dated = month != null && (month.month > 0 || month.hijriMonth > 0) && t.isNumber(i + 3) && t.digits[i + 3] == 4;
    return dated ? i + 1 : -1;
  }

  /** Where the year stands that an agency between two signs parts from the month («8 أغسطس / بنا / 2018»), or -1; {@code at} is behind the month. */
  static int yearBehindAgency(DateTokens t, int at) {
    int i = at + 1;
    if (!t.isMark(at, '/') && !t.isMark(at, '(')) {
      return -1;
    }
    while (i < t.count && i <= at + LONGEST_AGENCY && t.type[i] == DateTokens.WORD && t.word[i] == null) {
      i++;
    }
    if (i == at + 1 || !t.isMark(i, t.isMark(at, '/') ? '/' : ')')) {
      return -1;
    }
    i += t.isMark(i + 1, '-') || t.isMark(i + 1, '\u2013') ? 2 : 1;
    boolean last = i + 1 >= t.count || t.isMark(i + 1) || t.has(i + 1, Sense.ERA_GREGORIAN);
    return last && t.isNumber(i) && t.digits[i] == 4 ? i : -1;
  }
}
