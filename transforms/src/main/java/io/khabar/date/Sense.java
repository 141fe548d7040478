package io.khabar.date;

/** What a word or phrase can mean in or beside a date; one may have several meanings («م» is an era and an afternoon). */
enum Sense {
  ERA_HIJRI,
  ERA_GREGORIAN,
  AM,
  PM,
  NOON,
  AFTERNOON,
  NIGHT,
  DAWN,
  HOUR_SIGN,
  OF,
  YEAR_WORD,
  BEFORE_TIME,
  /** Before a time only when that has minutes: «على 12:00». */
  BEFORE_CLOCK,
  CORRESPONDING,
  ORDINAL_SUFFIX,
  ZONE,
  LABEL_PUBLISHED,
  LABEL_UPDATED,
  LABEL_CLOCK,
  LABEL_OTHER,
  /** What a day is named after: «انتخابات». */
  LABEL_EVENT,
  /** What a page calls its own text: «المقال». */
  LABEL_SELF,
  /** A label that names what it is the day of: «تاريخ». */
  LABEL_OF,
  RELATIVE,
  PAST,
  NEXT,
  THIS,
  UNIT,
  DUAL,
  NUMBER,
  AGO,
  AFTER,
  ABOUT,
  PART,
  LAST_TIME,
  GUARD,
  FUTURE,
  OPENING,
  THAT,
  ASIDE,
  /** A portion of a month: what follows, «الأول من يناير», is no day. */
  PORTION,
  /** Followed by this, «اليوم» is no day of the news. */
  TODAY_NOT_AFTER,
  TODAY_NOT_BEFORE;

  final int bit = ordinal();

  long mask() {
    return 1L << bit;
  }
}
