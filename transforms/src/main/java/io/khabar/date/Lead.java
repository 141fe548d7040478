package io.khabar.date;

import io.khabar.text.Arabic;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

/** The first sentence of a story, and the one expression of time in it that says when what it tells took place. */
final class Lead {
  static final int MAX_CHARS = 1200;
  private static final int MIN_WORDS = 6;

  private static final long PART_OF_DAY =
      Sense.NOON.mask() | Sense.AFTERNOON.mask() | Sense.NIGHT.mask() | Sense.DAWN.mask() | Sense.AM.mask() | Sense.PM.mask();
  private static final LocalDate ANY_DAY = LocalDate.of(2020, 1, 1);

  /** How far into a lead the place and the agency reach. */
  private static final int MAX_PREFIX = 10;

  private static final char TEH = '\u062A';
  private static final char SEEN = '\u0633';

  private final String sentence;
  private final TimeExpression expression;
  private final int daysBefore;

  private Lead(String sentence, TimeExpression expression, int daysBefore) {
    this.sentence = sentence;
    this.expression = expression;
    this.daysBefore = daysBefore;
  }

  /** The lead of a body, or null when no paragraph is prose. */
  static Lead of(List<String> paragraphs) {
    for (String paragraph : paragraphs) {
      String sentence = firstSentence(paragraph);
      DateTokens tokens = DateTokens.of(sentence);
      int words = 0;
      for (int i = 0; i < tokens.count; i++) {
        words += tokens.type[i] == DateTokens.WORD ? 1 : 0;
      }
      if (words >= MIN_WORDS) {
        TimeExpression main = main(tokens);
        return new Lead(sentence, main, main == null ? -1 : daysBefore(tokens, main));
      }
    }
    return null;
  }

  /** When it took place, or null when the sentence does not say, or says two things. */
  TimeExpression expression() {
    return expression;
  }

  /** How many days before the telling the printed day is, where a word just before it says so («أمس الأحد 10 شوال»: 1), or -1. */
  int daysBefore() {
    return daysBefore;
  }

  private static int daysBefore(DateTokens t, TimeExpression main) {
    for (int i = 0; i < t.count && t.start[i] < main.start(); i += t.span[i]) {
      boolean justBefore = i + t.span[i] < t.count && t.start[i + t.span[i]] == main.start();
      if (justBefore && t.has(i, Sense.RELATIVE) && t.word[i].relative <= 0) {
        return -t.word[i].relative;
      }
    }
    return -1;
  }

  String quote(TimeExpression said) {
    return "«" + sentence.substring(said.start(), said.end()) + "»";
  }

  private static String firstSentence(String paragraph) {
    int limit = Math.min(paragraph.length(), MAX_CHARS);
    for (int i = 1; i < limit; i++) {
      char c = paragraph.charAt(i);
      boolean stop = c == '.' || c == '!' || c == Arabic.QUESTION_MARK || c == '\u2026' || c == '\n';
      if (!stop || (i + 1 < limit && !Character.isWhitespace(paragraph.charAt(i + 1)))) {
        continue;
      }
      // «أ. ف. ب»: a full stop after a lone letter ends no sentence
      boolean initial = c == '.' && (i < 2 || !Character.isLetterOrDigit(paragraph.charAt(i - 2)));
      if (!initial && i > 40) {
        return paragraph.substring(0, i);
      }
    }
    return paragraph.substring(0, limit);
  }

  private static TimeExpression main(DateTokens t) {
    List<TimeExpression> all = TimeExpressions.find(t);
    if (all.isEmpty()) {
      return null;
    }
    boolean toCome = opensToCome(t);
    TimeExpression chosen = null;
    boolean chosenBeforeThat = false;
    int at = 0;
    boolean that = false;
    boolean aside = false;
    boolean future = false;
    for (TimeExpression expression : all) {
      for (; at < t.count && t.start[at] < expression.start(); at++) {
        that |= t.has(at, Sense.THAT);
        aside |= t.has(at, Sense.ASIDE);
        future |= t.has(at, Sense.FUTURE);
      }
      if (!names(expression)) {
        continue;
      }
      boolean bare = switch (expression.type()) {
        case WEEKDAY, DAY_MONTH, DATE -> true;
        default -> false;
      };
      boolean unsafe = aside || isGuarded(t, at) || (bare && (future || toCome));
      if (unsafe) {
        if (chosen == null || !chosenBeforeThat) {
          // a day we cannot place beside the main verb: what follows is not safer
          return chosen;
        }
        continue;
      }
      if (chosen == null) {
        chosen = expression;
        chosenBeforeThat = !that;
      } else if (!same(chosen, expression) && !(chosenBeforeThat && that)) {
        return null;
      }
    }
    return chosen;
  }

  /** Whether two expressions name one day, whenever they are told. */
  private static boolean same(TimeExpression a, TimeExpression b) {
    boolean sameWeekday = a.weekday() > 0 && a.weekday() == b.weekday();
    return sameWeekday || (a.type() == b.type() && Objects.equals(a.resolve(ANY_DAY), b.resolve(ANY_DAY)));
  }

  private static boolean names(TimeExpression expression) {
    return switch (expression.type()) {
      case WEEKDAY, LAST_WEEKDAY, DATE, DAY_MONTH -> expression.amount() != 1;
      case RELATIVE_DAY -> expression.amount() <= 0;
      default -> false;
    };
  }

  /** Whether the lead opens with a verb of what is to come or going on: «يلتقي», «تنطلق». */
  private static boolean opensToCome(DateTokens t) {
    int opening = 0;
    for (int i = 0; i < t.count && i < MAX_PREFIX; i++) {
      if (t.type[i] == DateTokens.MARK && t.value[i] != Arabic.COMMA && t.value[i] != '"' && t.value[i] != '.') {
        // «الدوحة (وكالات) - يلتقي ...»
        opening = i + 1;
      }
    }
    return isToCome(t, opening) || isToCome(t, 0);
  }

  private static boolean isToCome(DateTokens t, int i) {
    if (i >= t.count || t.type[i] != DateTokens.WORD) {
      return false;
    }
    if (t.has(i, Sense.OPENING)) {
      return true;
    }
    int length = t.end[i] - t.start[i];
    if (length < 4) {
      return false;
    }
    char first = t.text.charAt(t.start[i]);
    char second = t.text.charAt(t.start[i] + 1);
    return first == Arabic.YEH || (first == SEEN && (second == Arabic.YEH || second == TEH));
  }

  /** Whether a word that takes the day away from the news stands just before token {@code at}: «صلاة الجمعة», «حتى يوم الأحد». */
  private static boolean isGuarded(DateTokens t, int at) {
    int stop = at;
    for (int n = 0; n < 3 && stop > 0; n++) {
      DateWord before = t.word[stop - 1];
      if (before == null || !(before.is(Sense.UNIT) || before.is(Sense.RELATIVE) || before.isAny(PART_OF_DAY))) {
        break;
      }
      if (before.is(Sense.RELATIVE) && before.relative > 0) {
        return true;
      }
      stop--;
    }
    for (int i = stop - 1; i >= 0 && i >= stop - 3; i--) {
      if (t.has(i, Sense.GUARD) && i + t.span[i] == stop) {
        return true;
      }
    }
    return false;
  }

  /** Whether a word of a sense stands before a char, in the same sentence. */
  static boolean follows(DateTokens t, int chars, Sense sense) {
    boolean seen = false;
    for (int i = 0; i < t.count && t.start[i] < chars; i++) {
      if (t.isMark(i, '.') && i + 1 < t.count && t.gap[i + 1]) {
        seen = false;
      }
      seen |= t.has(i, sense);
    }
    return seen;
  }
}
