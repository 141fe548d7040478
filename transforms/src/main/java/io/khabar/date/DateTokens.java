package io.khabar.date;

import com.ibm.icu.text.Normalizer2;
import io.khabar.text.Arabic;
import io.khabar.text.Hash64;
import io.khabar.text.MatchKey;
import java.util.Arrays;

/**
 * A text cut into words, numbers and single marks, with what the lexicon knows of each. Invisible chars (bidi marks) leave no trace; a number ends
 * where a letter begins. One pass, no string is built.
 */
final class DateTokens {
  static final byte WORD = 1;
  static final byte NUMBER = 2;
  static final byte MARK = 3;

  private static final long FNV_OFFSET = 0xcbf29ce484222325L;
  private static final long FNV_PRIME = 0x100000001b3L;

  /** Tokens there is room for at first; a long text grows beyond it. */
  private static final int MAX_FIRST_ROOM = 4096;

  /** Letters of the shortest word that has a weekday glued to it, and of the shortest weekday with its article. */
  private static final int LEAST_GLUED = 7;

  private static final int LEAST_WEEKDAY = 4;

  private static final char LAM = '\u0644';
  private static final char FIRST_FORM = '\uFE80';
  private static final char LAST_FORM = '\uFEFC';

  /** The folded letter of each presentation form; of a lam-alef ligature its lam. */
  private static final char[] FORMS = new char[LAST_FORM - FIRST_FORM + 1];

  static {
    Normalizer2 nfkc = Normalizer2.getNFKCInstance();
    for (char c = FIRST_FORM; c <= LAST_FORM; c++) {
      FORMS[c - FIRST_FORM] = (char) MatchKey.fold(nfkc.normalize(String.valueOf(c)).charAt(0));
    }
  }

  final CharSequence text;
  int count;
  byte[] type;
  int[] start;
  int[] end;

  /** Of a number: its value, or -1 beyond nine digits. Of a mark: its char. */
  int[] value;

  /** Of a number: how many digits. */
  int[] digits;

  /** Whether a blank stands before the token. */
  boolean[] gap;

  /** What the lexicon says of the word or of the phrase that begins here, or null. */
  DateWord[] word;

  /** How many tokens that phrase has; at least 1. */
  int[] span;

  /** The one-letter prefix taken off before the word was found, or 0. */
  char[] prefix;

  private long[] hash;
  private boolean anyWord;

  private DateTokens(CharSequence text) {
    this.text = text;
    int room = Math.min(text.length() / 4 + 8, MAX_FIRST_ROOM);
    type = new byte[room];
    start = new int[room];
    end = new int[room];
    value = new int[room];
    digits = new int[room];
    gap = new boolean[room];
    word = new DateWord[room];
    span = new int[room];
    prefix = new char[room];
    hash = new long[room];
  }

  static DateTokens of(CharSequence text) {
    DateTokens tokens = new DateTokens(text);
    tokens.cut();
    tokens.phrases();
    return tokens;
  }

  private void cut() {
    int length = text.length();
    boolean blank = false;
    int i = 0;
    while (i < length) {
      char c = text.charAt(i);
      int f = MatchKey.fold(c);
      if (f == -1) {
        i++;
        continue;
      }
      // an icon is a sign, though it has two chars: «🕐السبت 26»
      if (f == ' ' || Character.isSurrogate(c)) {
        if (c == ' ' || c == '\u00A0' || c == '\t' || (c != '\n' && (Character.isWhitespace(c) || Character.isSpaceChar(c)))) {
          blank = true;
        } else {
          add(MARK, i, i + 1, blank);
          value[count - 1] = c;
          blank = false;
        }
        i++;
        continue;
      }
      i = f >= '0' && f <= '9' ? number(i, blank) : word(i, blank);
      blank = false;
    }
  }

  private int number(int from, boolean blank) {
    int last = from;
    long v = 0;
    int n = 0;
    long h = FNV_OFFSET;
    int i = from;
    for (; i < text.length(); i++) {
      int f = MatchKey.fold(text.charAt(i));
      if (f == -1) {
        continue;
      }
      if (f < '0' || f > '9' || (n > 0 && script(text.charAt(i)) != script(text.charAt(from)))) {
        break;
      }
      if (n == 4 && v >= 1900 && v < 2100 && gluedYear(i) || n == 2 && gluedTime(i)) {
        break;
      }
      n++;
      v = n <= 9 ? v * 10 + f - '0' : -1;
      h = (h ^ f) * FNV_PRIME;
      last = i;
    }
    add(NUMBER, from, last + 1, blank);
    value[count - 1] = (int) v;
    digits[count - 1] = n;
    hash[count - 1] = Hash64.mix(h);
    return last + 1;
  }

  /** The block a digit is of: sites print «13.05.2022» and «١٣ مايو ٢٠٢٢» with nothing between them. */
  private static int script(char digit) {
    return digit >>> 4;
  }

  /** Whether the digits from {@code i} on are no longer the year's: «13/5/202210:30», «13.05.202213 مايو 2022». */
  private boolean gluedYear(int i) {
    int to = i;
    while (to < text.length() && to < i + 3 && Arabic.digit(text.charAt(to)) >= 0) {
      to++;
    }
    if (to == i + 3 || to >= text.length()) {
      return false;
    }
    if (text.charAt(to) == ':') {
      return true;
    }
    // a numeric date or a month's name before, a letter after
    int k = count - 1;
    int m = k > 0 && type[k] == MARK ? k - 1 : k;
    boolean named = m >= 0 && type[m] == WORD && word[m] != null && (word[m].month > 0 || word[m].hijriMonth > 0);
    boolean numeric = k >= 3 && type[k] == MARK && type[k - 1] == NUMBER && digits[k - 1] <= 2 && type[k - 2] == MARK && value[k - 2] == value[k]
        && type[k - 3] == NUMBER && digits[k - 3] <= 2;
    char next = text.charAt(to) == ' ' && to + 1 < text.length() ? text.charAt(to + 1) : text.charAt(to);
    return (numeric || named) && Arabic.isLetter(next);
  }

  /** Whether the digits from {@code i} on are no longer the day's: «2018-08-0820:12». */
  private boolean gluedTime(int i) {
    int k = count - 1;
    boolean dayNext = k >= 3 && type[k] == MARK && type[k - 1] == NUMBER && digits[k - 1] == 2 && type[k - 2] == MARK && value[k - 2] == value[k]
        && type[k - 3] == NUMBER && digits[k - 3] == 4;
    return dayNext && i + 2 < text.length() && Arabic.digit(text.charAt(i + 1)) >= 0 && text.charAt(i + 2) == ':';
  }

  /** The match key's fold, presentation forms read as the letters they are: pages are dated before their text is mended. */
  private static int fold(char c) {
    return c >= FIRST_FORM && c <= LAST_FORM ? FORMS[c - FIRST_FORM] : MatchKey.fold(c);
  }

  private int word(int from, boolean blank) {
    int last = from;
    int n = 0;
    long h = FNV_OFFSET;
    long tail = FNV_OFFSET;
    char first = 0;
    int i = from;
    for (; i < text.length(); i++) {
      char c = text.charAt(i);
      int f = fold(c);
      if (f == -1) {
        continue;
      }
      if (f == ' ' || (f >= '0' && f <= '9') || Character.isSurrogate(c)) {
        break;
      }
      if (n == 0) {
        first = (char) f;
      } else {
        tail = (tail ^ f) * FNV_PRIME;
      }
      n++;
      h = (h ^ f) * FNV_PRIME;
      if (c >= '\uFEF5' && c <= LAST_FORM) {
        // the alef of a lam-alef
        n++;
        h = (h ^ Arabic.ALEF) * FNV_PRIME;
        tail = (tail ^ Arabic.ALEF) * FNV_PRIME;
      }
      last = i;
    }
    int to = last + 1;
    // a vowel mark or tatweel that follows the last letter belongs to the word
    while (to < i && (Arabic.isMark(text.charAt(to)) || text.charAt(to) == Arabic.TATWEEL)) {
      to++;
    }
    add(WORD, from, to, blank);
    int at = count - 1;
    hash[at] = Hash64.mix(h);
    DateWord found = DateLexicon.SHIPPED.lookup(hash[at]);
    if (found == null && n > 3 && (first == Arabic.WAW || first == '\u0641' || first == '\u0628' || first == LAM || first == '\u0643')) {
      long rest = Hash64.mix(tail);
      DateWord bare = DateLexicon.SHIPPED.lookup(rest);
      if (bare == null && first == LAM) {
        rest = withArticle(from, last + 1);
        bare = rest == 0 ? null : DateLexicon.SHIPPED.lookup(rest);
      }
      // phrases may begin with a prefixed word too («والحادي عشر»), so the hash of the bare word stands
      if (bare != null && (bare.takesPrefix(first) || bare.phrases != null)) {
        found = bare;
        prefix[at] = first;
      }
    }
    if (found == null && n >= LEAST_GLUED && beforeDigit(i)) {
      int day = gluedWeekday(from, to);
      if (day > 0) {
        end[at] = day;
        return word(day, false);
      }
    }
    word[at] = found;
    anyWord |= found != null;
    return to;
  }

  private boolean beforeDigit(int at) {
    int i = at < text.length() && text.charAt(at) == ' ' ? at + 1 : at;
    return i < text.length() && Arabic.digit(text.charAt(i)) >= 0;
  }

  /** Where a weekday begins whose article is glued to the word before it («عادلالإثنين 7»), or 0. */
  private int gluedWeekday(int from, int to) {
    for (int i = to - LEAST_WEEKDAY; i > from + 1; i--) {
      if (text.charAt(i) != Arabic.ALEF || MatchKey.fold(text.charAt(i + 1)) != LAM) {
        continue;
      }
      long h = FNV_OFFSET;
      for (int k = i; k < to; k++) {
        int f = fold(text.charAt(k));
        h = f == -1 ? h : (h ^ f) * FNV_PRIME;
      }
      DateWord day = DateLexicon.SHIPPED.lookup(Hash64.mix(h));
      if (day != null && day.weekday > 0) {
        return i;
      }
    }
    return 0;
  }

  /** «للجمعة» is «ل» and «الجمعة»: the hash of the latter, or 0. */
  private long withArticle(int from, int to) {
    long h = (FNV_OFFSET ^ Arabic.ALEF) * FNV_PRIME;
    int n = 0;
    for (int i = from; i < to; i++) {
      int f = MatchKey.fold(text.charAt(i));
      if (f == -1) {
        continue;
      }
      n++;
      if (n == 2 && f != '\u0644') {
        return 0;
      }
      if (n >= 2) {
        h = (h ^ f) * FNV_PRIME;
      }
    }
    return Hash64.mix(h);
  }

  private void add(byte kind, int from, int to, boolean blank) {
    if (count == type.length) {
      int more = count * 2;
      type = Arrays.copyOf(type, more);
      start = Arrays.copyOf(start, more);
      end = Arrays.copyOf(end, more);
      value = Arrays.copyOf(value, more);
      digits = Arrays.copyOf(digits, more);
      gap = Arrays.copyOf(gap, more);
      word = Arrays.copyOf(word, more);
      span = Arrays.copyOf(span, more);
      prefix = Arrays.copyOf(prefix, more);
      hash = Arrays.copyOf(hash, more);
    }
    type[count] = kind;
    start[count] = from;
    end[count] = to;
    gap[count] = blank;
    span[count] = 1;
    count++;
  }

  /** Finds the longest phrase at each word; tokens inside a phrase keep their own meaning, readers step by {@link #span}. */
  private void phrases() {
    if (!anyWord) {
      return;
    }
    for (int i = 0; i < count; i++) {
      DateWord head = word[i];
      if (head == null || head.phrases == null) {
        continue;
      }
      for (DateWord.Phrase phrase : head.phrases) {
        int to = reaches(i, phrase.rest());
        if (to > 0 && (prefix[i] == 0 || phrase.meaning().takesPrefix(prefix[i]))) {
          word[i] = phrase.meaning();
          span[i] = to - i;
          break;
        }
      }
      if (word[i] == head && (head.isEmpty() || prefix[i] != 0 && !head.takesPrefix(prefix[i]))) {
        word[i] = null;
      }
    }
  }

  private int reaches(int at, long[] rest) {
    int i = at;
    for (long piece : rest) {
      i++;
      // «تشرين-الثاني», «a.m.»
      if (i < count && type[i] == MARK && (value[i] == '-' || value[i] == '.' || value[i] == '_')) {
        i++;
      }
      if (i >= count || type[i] == MARK || hash[i] != piece) {
        return -1;
      }
    }
    return i + 1;
  }

  boolean isMark(int i, char c) {
    return i >= 0 && i < count && type[i] == MARK && value[i] == c;
  }

  boolean isMark(int i) {
    return i >= 0 && i < count && type[i] == MARK;
  }

  boolean isNumber(int i) {
    return i >= 0 && i < count && type[i] == NUMBER;
  }

  /** A number of one or two digits. */
  boolean isShort(int i) {
    return isNumber(i) && digits[i] <= 2;
  }

  boolean has(int i, Sense sense) {
    return i >= 0 && i < count && word[i] != null && word[i].is(sense);
  }

  DateWord wordAt(int i) {
    return i >= 0 && i < count ? word[i] : null;
  }
}
