package io.khabar.date;

/** A piece of a printed date between two tokens: a day, a weekday, a time, a zone. */
final class Part {
  enum Kind {
    DAY,
    WEEKDAY,
    TIME,
    ZONE
  }

  final Kind kind;
  final int from;
  final int to;
  int year;
  int month;
  int day;
  boolean hijri;
  boolean yearPrinted;
  int weekday;

  /** Of a time, and of a day that holds one: {@code HH:mm[:ss]}, or null when no clock can show it. */
  String time;

  String zone;

  Part(Kind kind, int from, int to) {
    this.kind = kind;
    this.from = from;
    this.to = to;
  }

  static Part weekday(int from, int to, int weekday) {
    Part part = new Part(Kind.WEEKDAY, from, to);
    part.weekday = weekday;
    return part;
  }

  static Part zone(int from, int to, String zone) {
    Part part = new Part(Kind.ZONE, from, to);
    part.zone = zone;
    return part;
  }
}
