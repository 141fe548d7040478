package io.khabar.date;

import io.khabar.date.DateLine.Role;
import io.khabar.text.Arabic;

/** What the words beside a date say of it: that it is a day of publishing or of an update, the day on which the page is read, or that of something else. */
final class DateLabels {
  private static final long LABELS = DateLine.STAMPS | Sense.LABEL_OTHER.mask();

  private static final char LAM = '\u0644';
  private static final char COPYRIGHT = '\u00A9';

  /** Words of time that speak of what stands just behind them. */
  private static final long CLOSE = Sense.AGO.mask() | Sense.AFTER.mask() | Sense.GUARD.mask();

  /** What stands between such a word and the date when it counts time back from now. */
  private static final long COUNTED = Sense.UNIT.mask() | Sense.DUAL.mask() | Sense.NUMBER.mask();

  /** «حفل توزيع الجوائز 5 مايو»: words between what a day is named after and the day. */
  private static final int MAX_EVENT = 3;

  private static final char YEH = '\u064A';
  private static final char DEGREE = '\u00B0';

  /** «موعد المباراة على القناة الأولى: ...»: what is announced may be told in some words. */
  private static final int MAX_ANNOUNCED = 9;

  private static final int MAX_BETWEEN = 5;

  private DateLabels() {}

  /**
   * What words beside a date call it.
   *
   * @param from first token of the words, -1 when there are none
   * @param to one past their last token
   * @param firm whether they open the line or a part of it, or a colon follows: in prose they do neither
   */
  record Label(Role role, int from, int to, boolean firm) {
    static final Label NONE = new Label(Role.NONE, -1, -1, false);
  }

  /**
   * The label just before the date, else inside it (before its time), else just after it.
   *
   * @param from one past the last token of the date before
   * @param before what that one is
   * @param next first token of the next date, or the line's end
   */
  static Label label(DateTokens t, int from, Role before, DateFinder.Group group, int next) {
    Label label = Label.NONE;
    boolean same = before == Role.OTHER && runsOn(t, from, group.from) || isSpan(t, group.from);
    Label other = same || t.isMark(group.from - 1, COPYRIGHT) ? new Label(Role.OTHER, group.from, group.from, true) : Label.NONE;
    for (int i = from; i < group.from; i += t.span[i]) {
      int to = i + t.span[i];
      Role role = role(t, i);
      boolean firm = t.isMark(to, ':') || (i == 0 || t.isMark(i - 1)) && leads(t, to, group.from);
      if (role == Role.OTHER && (label.role == Role.PUBLISHED || label.role == Role.UPDATED) && i == label.to && i + 1 == group.from && t.word[i].isAny(CLOSE)) {
        // «منشور منذ 5 مايو 2019»
        label = new Label(label.role, label.from, to, label.firm);
      } else if (role == Role.OTHER) {
        Label told = new Label(role, i, to, i == 0 || t.isMark(i - 1) || t.isMark(to, ':'));
        if (announces(t, told, group.from)) {
          other = told;
          label = Label.NONE;
        }
      } else if (role == Role.CLOCK_LIKE && (t.has(i, Sense.RELATIVE) && !isClock(t, i, group.from) || label == Label.NONE && isNamed(t, from, i))) {
        continue;
      } else if (role != Role.NONE && !behindBracket(t, from, i, to) && (firm || !t.has(i, Sense.LABEL_OF) || i == label.to || isOfText(t, from, i))) {
        // «عدل بتاريخ»: the first of two labels in a row says what the date is
        label = i == label.to ? new Label(label.role, label.from, to, label.firm || firm) : new Label(role, i, to, firm);
      }
    }
    if (other.from >= 0 && label == Label.NONE) {
      return other;
    }
    if (label.from >= 0 && group.from - label.to <= MAX_BETWEEN) {
      return label.role == Role.CLOCK_LIKE && t.has(label.from, Sense.RELATIVE) ? behind(t, group.from, next, label) : label;
    }
    for (int i = group.from; i < group.to; i += t.span[i]) {
      if (t.word[i] != null && t.word[i].isAny(DateLine.STAMPS) && !t.has(i, Sense.BEFORE_TIME)) {
        return new Label(role(t.word[i]), i, i + t.span[i], true);
      }
    }
    Label after = after(t, group.to, next);
    return after == Label.NONE && hasDegrees(t) ? new Label(Role.CLOCK_LIKE, group.from, group.from, true) : after;
  }

  /** A line with the weather is what a site prints above its pages. */
  private static boolean hasDegrees(DateTokens t) {
    for (int i = 0; i < t.count; i++) {
      if (t.isMark(i, DEGREE)) {
        return true;
      }
    }
    return false;
  }

  /** «اليوم، الأحد 7 تموز 2024 | نشر عند 08:15»: today is when it was published. */
  private static Label behind(DateTokens t, int from, int next, Label clock) {
    for (int i = from; i < next && next == t.count; i += t.span[i]) {
      if (t.has(i, Sense.LABEL_PUBLISHED)) {
        return new Label(Role.PUBLISHED, i, i + t.span[i], true);
      }
    }
    return clock;
  }

  /** «5 مايو 2024 (آخر تحديث)»; at the line's end «5 مايو 2024 :تاريخ النشر», as right-to-left text comes out of some renderers. */
  private static Label after(DateTokens t, int to, int next) {
    int i = to;
    while (i < next && i < to + 3 && t.isMark(i)) {
      i++;
    }
    if (i >= next || t.word[i] == null || !t.word[i].isAny(DateLine.STAMPS) || t.word[i].is(Sense.ZONE)) {
      boolean other = to < next && t.has(to, Sense.LABEL_OTHER) && (!t.word[to].isAny(CLOSE) || leadsOn(t, to, next));
      return other ? new Label(Role.OTHER, to, to + t.span[to], false) : Label.NONE;
    }
    int end = i + t.span[i];
    boolean bracket = t.isMark(i - 1, '(') && t.isMark(end, ')') || t.isMark(i - 1, '[') && t.isMark(end, ']');
    return bracket || end + 1 >= t.count ? new Label(role(t.word[i]), i, end, true) : Label.NONE;
  }

  /** «24 يناير 2018 إلى 10 فبراير 2018»: the first day of a span is no more a stamp than the last. */
  private static boolean leadsOn(DateTokens t, int at, int next) {
    return next < t.count && at + t.span[at] >= next - 1;
  }

  /** Whether a label in brackets just behind the date before belongs to that one. */
  private static boolean behindBracket(DateTokens t, int from, int at, int to) {
    return from > 0 && at <= from + 2 && t.isMark(at - 1) && (t.value[at - 1] == '(' || t.value[at - 1] == '[') && t.isMark(to) && (t.value[to] == ')' || t.value[to] == ']');
  }

  /** «اليوم: الجمعة 13 مايو 2022», «اليوم الجمعة 13 مايو 2022» is the site's clock; «عدد اليوم: ...» is not. */
  private static boolean isClock(DateTokens t, int at, int date) {
    boolean opens = at == 0 || t.isMark(at - 1);
    int to = at + t.span[at];
    return opens && (t.isMark(to, ':') || to == date || t.isMark(to) && to + 1 == date);
  }

  /** «المادة منشورة بتاريخ 5 مايو 2019», «رفع بتاريخ 5 مايو 2019»: the day of what the page calls its text, or of one word that opens the line. */
  private static boolean isOfText(DateTokens t, int from, int at) {
    boolean self = false;
    int i = at - 1;
    while (i >= from && !t.isMark(i)) {
      self |= t.has(i, Sense.LABEL_SELF);
      i--;
    }
    return self || i == at - 2 && !told(t, at - 1);
  }

  /** Whether a word begins as verbs of what is and will be do: «ينظم». */
  static boolean told(DateTokens t, int word) {
    return t.text.charAt(t.start[word]) == YEH;
  }

  /** «12-15 مايو 2019»: the days of something that lasts. */
  private static boolean isSpan(DateTokens t, int date) {
    boolean days = t.isShort(date) && (t.isMark(date - 1, '-') || t.isMark(date - 1, '\u2013')) && t.isShort(date - 2) && !t.gap[date - 1] && !t.gap[date];
    return days && t.value[date - 2] > 0 && t.value[date - 2] < t.value[date] && (t.gap[date - 2] || date == 2) && !t.isMark(date - 3);
  }

  private static boolean hasNoMark(DateTokens t, int from, int to) {
    for (int i = from; i < to; i++) {
      if (t.isMark(i)) {
        return false;
      }
    }
    return true;
  }

  /** «عدن الآن»: a word of now that ends a name. */
  private static boolean isNamed(DateTokens t, int from, int i) {
    boolean behindWord = i > from && t.type[i - 1] == DateTokens.WORD && t.word[i - 1] == null;
    return behindWord && t.span[i] == 1 && !t.isMark(i + 1, ':');
  }

  /** «من 1 مايو 2019 - 5 مايو 2019», «بين 1 مايو 2019 و5 مايو 2019»: the last day of a span whose first is no stamp. */
  private static boolean runsOn(DateTokens t, int from, int date) {
    if (date - from != 1) {
      return false;
    }
    boolean and = t.type[from] == DateTokens.WORD && t.end[from] - t.start[from] == 1 && t.text.charAt(t.start[from]) == Arabic.WAW;
    return and || t.isMark(from, '-') || t.isMark(from, '\u2013');
  }

  /** Whether nothing but marks and small words parts a label from its date. */
  private static boolean leads(DateTokens t, int from, int date) {
    for (int i = from; i < date; i += t.span[i]) {
      if (!t.isMark(i) && (t.word[i] == null || !t.word[i].isAny(LABELS | Sense.BEFORE_TIME.mask()))) {
        return false;
      }
    }
    return true;
  }

  /** Whether a word of something told or announced reaches the date: it stands just before it, or nothing but words and one colon parts them. */
  private static boolean announces(DateTokens t, Label other, int date) {
    DateWord word = t.word[other.from];
    if (word.isAny(CLOSE) && other.to < date && (t.isNumber(other.to) || t.word[other.to] != null && t.word[other.to].isAny(COUNTED))) {
      // «قبل عامين - 5 مايو 2019»
      return false;
    }
    if (date - other.to <= 1 && !t.isMark(other.to)) {
      return true;
    }
    if (word.is(Sense.LABEL_EVENT) && !word.is(Sense.LABEL_OTHER)) {
      return other.firm && date - other.to <= MAX_EVENT && hasNoMark(t, other.to + (t.isMark(other.to, ':') ? 1 : 0), date);
    }
    // «منذ أسبوع - 5 مايو»: such a word reaches no further
    if (!other.firm || date - other.to > MAX_ANNOUNCED || t.word[other.from].isAny(CLOSE) && !t.has(other.from, Sense.LABEL_OF)) {
      return false;
    }
    boolean colon = false;
    for (int i = other.to; i < date && !colon; i++) {
      colon = t.isMark(i, ':');
      boolean joint = t.isMark(i) && (t.value[i] == ':' || t.value[i] == '(' || t.value[i] == '\u060C' || i + 1 == date && (t.value[i] == '-' || t.value[i] == '\u2013'));
      if (t.isMark(i) && !joint || t.isNumber(i)) {
        return false;
      }
    }
    return true;
  }

  private static Role role(DateTokens t, int i) {
    DateWord word = t.word[i];
    if (word == null) {
      return Role.NONE;
    }
    if (word.isAny(LABELS)) {
      return word.is(Sense.LABEL_OF) && isNamed(t, i + t.span[i]) ? Role.OTHER : role(word);
    }
    return word.is(Sense.LABEL_EVENT) ? Role.OTHER : word.is(Sense.RELATIVE) && word.relative == 0 ? Role.CLOCK_LIKE : Role.NONE;
  }

  /** «تاريخ الحلقة: ...»: the day of what follows, which is none of the words for publishing. */
  private static boolean isNamed(DateTokens t, int i) {
    boolean word = i < t.count && t.type[i] == DateTokens.WORD && t.word[i] == null && t.end[i] - t.start[i] > 3;
    return word && t.text.charAt(t.start[i]) == Arabic.ALEF && t.text.charAt(t.start[i] + 1) == LAM && t.isMark(i + 1, ':');
  }

  private static Role role(DateWord word) {
    if (word.is(Sense.LABEL_OTHER)) {
      return Role.OTHER;
    }
    return word.is(Sense.LABEL_UPDATED) ? Role.UPDATED : word.is(Sense.LABEL_CLOCK) ? Role.CLOCK_LIKE : Role.PUBLISHED;
  }
}
