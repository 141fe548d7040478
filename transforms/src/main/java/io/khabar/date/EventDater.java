package io.khabar.date;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Works out the day of what a story tells: from its lead's own words against the day of publication; without one, from a date the lead prints in full, or
 * from a day and a span that the text counts from each other, checked by the lead's weekday. Anything less stays open.
 */
final class EventDater {
  /** What the text tells of its days; each with how it was settled, or null. */
  record Told(String eventDate, String eventBasis, String estimate, String estimateBasis) {
    static final Told NOTHING = new Told(null, null, null, null);
  }

  private static final int MAX_DAYS_BACK = 31;
  private static final int MAX_YEARS_BACK = 8;

  private EventDater() {}

  /**
   * The day of what is told.
   *
   * @param published or null
   * @param isUpdate whether it is the day of an update
   * @param clock what a site clock showed when the page was fetched, or null
   * @param bound the last day the story can be of, or null
   */
  static Told tell(List<String> paragraphs, LocalDate published, boolean isUpdate, LocalDate clock, LocalDate bound) {
    Lead lead = Lead.of(paragraphs);
    if (lead == null) {
      return Told.NOTHING;
    }
    if (published != null) {
      return against(lead, published, isUpdate ? "updated " : "published ");
    }
    TimeExpression said = lead.expression();
    if (said == null || said.weekday() == 0) {
      return Told.NOTHING;
    }
    boolean clockFirst = clock != null && (bound == null || clock.isBefore(bound));
    LocalDate upper = clockFirst ? clock : bound;
    String upperName = clockFirst ? "the page clock " : "the day of fetching ";
    return switch (said.type()) {
      case DATE -> printed(lead, said, upper);
      case DAY_MONTH -> yearOf(lead, said, upper, upperName);
      case WEEKDAY -> upper == null ? counted(lead, said, paragraphs, null, null) : counted(lead, said, paragraphs, upper, upperName);
      default -> Told.NOTHING;
    };
  }

  private static Told against(Lead lead, LocalDate published, String what) {
    TimeExpression said = lead.expression();
    if (said == null) {
      return Told.NOTHING;
    }
    TimeExpression.Days days = said.resolve(published);
    if (days == null || !days.isOne()) {
      return Told.NOTHING;
    }
    LocalDate day = days.first();
    if (day.isAfter(published) || ChronoUnit.DAYS.between(day, published) > MAX_DAYS_BACK) {
      return Told.NOTHING;
    }
    String how = switch (said.type()) {
      case WEEKDAY -> "the latest " + name(said.weekday()) + " not after it is ";
      case LAST_WEEKDAY -> "the latest " + name(said.weekday()) + " before it is ";
      case RELATIVE_DAY -> said.amount() == 0 ? "that day is " : -said.amount() + (said.amount() == -1 ? " day" : " days") + " before it is ";
      case DAY_MONTH -> "the latest such day not after it is ";
      default -> "it is printed in full: ";
    };
    String basis = "the lead says " + lead.quote(said) + "; " + what + published + ", " + name(published.getDayOfWeek().getValue()) + "; " + how + day;
    return new Told(day.toString(), basis, null, null);
  }

  private static Told printed(Lead lead, TimeExpression said, LocalDate upper) {
    LocalDate day = LocalDate.parse(said.date().date());
    boolean sound = said.date().warnings().isEmpty() && (upper == null || !day.isAfter(upper));
    if (!sound) {
      return Told.NOTHING;
    }
    String basis = "the lead prints " + lead.quote(said) + ", a " + name(said.weekday());
    if (lead.daysBefore() < 0) {
      return new Told(day.toString(), basis, null, null);
    }
    LocalDate written = day.plusDays(lead.daysBefore());
    String back = lead.daysBefore() == 0 ? "as the day of writing" : "as " + lead.daysBefore() + " before the day of writing";
    return new Told(day.toString(), basis, written.toString(), basis + ", " + back);
  }

  private static Told yearOf(Lead lead, TimeExpression said, LocalDate upper, String upperName) {
    LocalDate day = upper == null ? null : latest(said, 0, said.weekday(), upper);
    // «الحالي» and «المقبل» may be later than the bound itself
    boolean toCome = said.amount() == 0 || said.amount() == 1;
    if (day == null || toCome) {
      return Told.NOTHING;
    }
    String basis = "the lead says " + lead.quote(said) + "; the latest year not after " + upperName + upper + " in which that day is a "
        + name(said.weekday()) + " is " + day.getYear();
    LocalDate written = day.plusDays(Math.max(0, lead.daysBefore()));
    String estimate = basis + (lead.daysBefore() >= 0 ? "; the lead counts it from the day of writing" : "; it was published that day or within six days");
    return new Told(day.toString(), basis, written.toString(), estimate);
  }

  /** A day and a span counted from it: «... منذ 84 يوماً ... آخر مرة في 18 فبراير». */
  private static Told counted(Lead lead, TimeExpression said, List<String> paragraphs, LocalDate upper, String upperName) {
    Told told = Told.NOTHING;
    for (String paragraph : paragraphs) {
      if (paragraph.length() > Lead.MAX_CHARS * 4 || !hasDigit(paragraph)) {
        continue;
      }
      DateTokens tokens = DateTokens.of(paragraph);
      List<TimeExpression> expressions = TimeExpressions.find(tokens);
      TimeExpression span = null;
      TimeExpression from = null;
      int spans = 0;
      int days = 0;
      for (TimeExpression expression : expressions) {
        if (expression.type() == TimeExpression.Type.AGO && expression.exact() && expression.unit() == TimeUnit.DAY && expression.amount() >= 2) {
          span = expression;
          spans++;
        } else if ((expression.type() == TimeExpression.Type.DAY_MONTH || expression.type() == TimeExpression.Type.DATE)
            && Lead.follows(tokens, expression.start(), Sense.LAST_TIME)) {
          from = expression;
          days++;
        }
      }
      if (spans != 1 || days != 1) {
        continue;
      }
      Told here = counted(lead, said, paragraph, span, from, upper, upperName);
      if (here != Told.NOTHING && told != Told.NOTHING && !here.eventDate.equals(told.eventDate)) {
        return Told.NOTHING;
      }
      told = here == Told.NOTHING ? told : here;
    }
    return told;
  }

  private static Told counted(
      Lead lead, TimeExpression said, String paragraph, TimeExpression span, TimeExpression from, LocalDate upper, String upperName) {
    LocalDate day;
    String year;
    if (from.type() == TimeExpression.Type.DATE) {
      day = LocalDate.parse(from.date().date()).plusDays(span.amount());
      if (day.getDayOfWeek().getValue() != said.weekday() || (upper != null && day.isAfter(upper))) {
        return Told.NOTHING;
      }
      year = ", a " + name(said.weekday()) + " as the lead says " + lead.quote(said);
    } else {
      day = upper == null ? null : latest(from, span.amount(), said.weekday(), upper);
      if (day == null) {
        return Told.NOTHING;
      }
      year = "; the lead says " + lead.quote(said) + ": the latest year not after " + upperName + upper + " in which that day is a "
          + name(said.weekday()) + " is " + day.getYear();
    }
    LocalDate first = day.minusDays(span.amount());
    String basis = "«" + paragraph.substring(span.start(), span.end()) + "» counted from «" + paragraph.substring(from.start(), from.end()) + "»: "
        + plain(first) + " and " + span.amount() + " days is " + plain(day) + year;
    String estimate = basis + "; a bare weekday is the day of writing or one of the six before, so it was published on " + day + " or within six days";
    return new Told(day.toString(), basis, day.toString(), estimate);
  }

  /** The latest day not after a bound that is so many days after a day of the year and falls on a weekday (0: any), or null. */
  static LocalDate latest(TimeExpression dayOfYear, int plus, int weekday, LocalDate upper) {
    int month = Integer.parseInt(dayOfYear.date().date(), 2, 4, 10);
    int dayOfMonth = Integer.parseInt(dayOfYear.date().date(), 5, 7, 10);
    for (int year = upper.getYear(); year >= upper.getYear() - MAX_YEARS_BACK; year--) {
      try {
        LocalDate day = LocalDate.of(year, month, dayOfMonth).plusDays(plus);
        if (!day.isAfter(upper) && (weekday == 0 || day.getDayOfWeek().getValue() == weekday)) {
          return day;
        }
      } catch (DateTimeException noSuchDay) {
        // 29 February of a common year
      }
    }
    return null;
  }

  private static boolean hasDigit(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (io.khabar.text.Arabic.digit(text.charAt(i)) >= 0) {
        return true;
      }
    }
    return false;
  }

  private static String name(int weekday) {
    return DayOfWeek.of(weekday).getDisplayName(TextStyle.FULL, Locale.ENGLISH);
  }

  private static String plain(LocalDate day) {
    return day.getDayOfMonth() + " " + day.getMonth().getDisplayName(TextStyle.FULL, Locale.ENGLISH);
  }
}
