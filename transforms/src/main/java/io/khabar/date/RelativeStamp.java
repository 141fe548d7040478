package io.khabar.date;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;

/** A stamp like «منذ 3 ساعات» or «الجمعة 13 أيار»: with the time of fetching it gives an estimate, never a publication date. */
record RelativeStamp(String day, String basis) {
  private static final int MAX_TOKENS = 16;

  /** The first such stamp of the lines, or null. */
  static RelativeStamp of(List<String> datelines, String fetchedAt, LocalDate bound) {
    if (fetchedAt == null || bound == null) {
      return null;
    }
    for (String line : datelines) {
      DateTokens tokens = DateTokens.of(line);
      if (tokens.count > MAX_TOKENS) {
        continue;
      }
      for (TimeExpression expression : TimeExpressions.find(tokens)) {
        LocalDate day = day(expression, fetchedAt, bound);
        if (day != null) {
          String quote = line.substring(expression.start(), expression.end());
          String without = expression.type() == TimeExpression.Type.DAY_MONTH ? " without a year" : "";
          return new RelativeStamp(day.toString(), "the page prints «" + quote + "»" + without + "; it was fetched " + fetchedAt);
        }
      }
    }
    return null;
  }

  private static LocalDate day(TimeExpression expression, String fetchedAt, LocalDate bound) {
    if (expression.type() == TimeExpression.Type.RELATIVE_DAY && expression.amount() <= 0) {
      TimeExpression.Days days = expression.resolve(bound);
      return days == null ? null : days.first();
    }
    if (expression.type() == TimeExpression.Type.DAY_MONTH) {
      return EventDater.latest(expression, 0, expression.weekday(), bound);
    }
    if (expression.type() != TimeExpression.Type.AGO || !expression.exact()) {
      return null;
    }
    return switch (expression.unit()) {
      case DAY -> bound.minusDays(expression.amount());
      case HOUR -> before(fetchedAt, expression.amount() * 60L);
      case MINUTE -> before(fetchedAt, expression.amount());
      default -> null;
    };
  }

  private static LocalDate before(String fetchedAt, long minutes) {
    OffsetDateTime fetched = Bound.instant(fetchedAt);
    return fetched == null ? null : fetched.minusMinutes(minutes).toLocalDate();
  }
}
