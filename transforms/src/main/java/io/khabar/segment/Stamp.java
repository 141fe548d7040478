package io.khabar.segment;

import io.khabar.date.DateLine;

/**
 * What a short line is as a date: the one place that asks the date engine.
 *
 * @param role what the stamp is for
 * @param share of the line that is date, 0..1
 * @param timed whether a time of day is printed with it
 */
record Stamp(Role role, double share, boolean timed) {
  enum Role {
    NONE,
    PUBLISHED,
    UPDATED,
    /** A date and nothing else: a dateline or a site clock, as its place says. */
    BARE
  }

  static final Stamp NONE = new Stamp(Role.NONE, 0, false);

  private static final double BARE_SHARE = 0.75;
  private static final double LABELLED_SHARE = 0.5;

  static Stamp of(CharSequence line) {
    DateLine read = DateLine.classify(line);
    if (read.date() == null || !read.date().yearPrinted()) {
      return NONE;
    }
    boolean timed = read.date().time() != null;
    return switch (read.role()) {
      case PUBLISHED -> read.share() >= LABELLED_SHARE ? new Stamp(Role.PUBLISHED, read.share(), timed) : NONE;
      case OTHER -> NONE;
      case UPDATED -> read.share() >= LABELLED_SHARE ? new Stamp(Role.UPDATED, read.share(), timed) : NONE;
      default -> read.share() >= BARE_SHARE ? new Stamp(Role.BARE, read.share(), timed) : NONE;
    };
  }
}
