package io.khabar.segment;

import io.khabar.model.Block;
import io.khabar.model.Kind;

/** What a line with a date is by its place: a dateline or a byline beside the story, a site's clock, the date of another story. */
final class StampRules {
  private static final int LONGEST_STAMP = 40;
  private static final int MOST_BELOW_TITLE = 6;

  /** What a date among names and counters says for a dateline, and how much more where nothing speaks against it. */
  private static final double DATED = 9;

  private static final double MOST_MARGIN = 10;
  private static final double SURE = 3;

  /** A line that is date, label and time alone. */
  private static final double ALL = 0.95;

  /** Figures of a stamp that is as long as a sentence. */
  private static final int LEAST_FIGURES = 3;

  private final PageLines lines;
  private final LabelScores scores;

  /** The lines that show something, in order. */
  private final int[] visible;

  private final boolean[] shortLine;

  /** Whether the text is a record's field, its title apart. */
  private final boolean record;

  private final DatedLines dated;
  private int title = -1;
  private int firstProse;
  private int lastProse;

  StampRules(SegmentRules rules, PageLines lines, LabelScores scores, int[] visible, boolean[] shortLine, boolean record) {
    this.lines = lines;
    this.scores = scores;
    this.visible = visible;
    this.shortLine = shortLine;
    this.record = record;
    this.dated = new DatedLines(rules);
  }

  /** Whether a line as long as a sentence is a stamp: in two calendars and two zones, or with all that a site prints beside a date. */
  boolean isLong(int v) {
    int i = visible[v];
    if (lines.wordCount(i) > LONGEST_STAMP || lines.numbers[i] < LEAST_FIGURES || lines.sentence[i]) {
      return false;
    }
    String line = lines.shown(i);
    return Stamp.of(line).role() != Stamp.Role.NONE || !record && v <= MOST_BELOW_TITLE && dated.read(line) != null;
  }

  /** Whether a line stands between headline and lead, or right below the end. */
  private boolean besideStory(int v) {
    if (title < 0 && v == 1 && !lines.sentence[visible[0]]) {
      // a headline as long as a sentence
      return true;
    }
    if (v < firstProse) {
      return title >= 0 ? v > title && v - title <= MOST_BELOW_TITLE || v + 1 == title : v > 0 && v <= MOST_BELOW_TITLE;
    }
    return v > lastProse && v - lastProse <= 2;
  }

  /** Marks a line of names and other furniture beside a date. */
  private boolean dated(int v) {
    int i = visible[v];
    if (v > lastProse && scores.of(i, Kind.RELATED) > 0) {
      // «29.04.2019 headline» in a list of other pages
      return false;
    }
    DatedLines.Dated read = dated.read(lines.shown(i));
    if (read == null) {
      return false;
    }
    // a caption may close with an agency in brackets; so does «place date (agency)»: the surer the stamp, the less the rest says
    double score = DATED + Math.min(MOST_MARGIN, 2 * read.margin());
    // buttons and calls to the reader stand on a sure stamp's line too
    score += read.margin() >= SURE ? scores.of(i, Kind.NAV) : 0;
    scores.add(i, read.kind(), score, read.kind() == Kind.BYLINE ? "byline/with_date" : "dateline/with_names");
    shortLine[v] = true;
    return true;
  }

  /** What a date on a line says against its being the headline: headlines name a day too, but print no stamp. */
  double doubt(int i) {
    DatedLines.Dated read = lines.hasDigit(i) ? dated.read(lines.shown(i)) : null;
    return read == null ? 0 : read.margin() >= SURE ? 8 : 1;
  }

  /** Marks the lines that are dated, once it is known where title and prose are. */
  void mark(int title, int firstProse, int lastProse) {
    this.title = title;
    this.firstProse = firstProse;
    this.lastProse = lastProse;
    for (int v = 0; v < visible.length; v++) {
      int i = visible[v];
      if (lines.wordCount(i) > LONGEST_STAMP || lines.wordCount(i) > 24 && !shortLine[v] || lines.numbers[i] == 0 && lines.wordCount(i) > 12) {
        continue;
      }
      if (lines.numbers[i] == 0 && !lines.hasDigit(i)) {
        continue;
      }
      Stamp stamp = Stamp.of(lines.shown(i));
      if (stamp.role() == Stamp.Role.NONE) {
        Block block = lines.block[i];
        if (block != null && "time".equals(block.tag()) && v <= lastProse) {
          scores.add(i, Kind.DATELINE, 6, "html/time");
        } else if (!record && besideStory(v)) {
          dated(v);
        }
        continue;
      }
      if (!record && v > title && v > 0 && stamp.share() < ALL && besideStory(v) && dated(v)) {
        continue;
      }
      // with no headline known, the line between the first one and the lead is below it
      boolean beforeTitle = title >= 0 ? v < title : v < Math.min(firstProse, 3) && (v == 0 || v + 1 != firstProse);
      boolean bare = stamp.role() == Stamp.Role.BARE;
      if (bare && v > firstProse && v < lastProse && stamp.share() < 0.95) {
        continue;
      }
      if (bare && v > lastProse + 3 && lastProse >= 0) {
        // a date far below the story is that of another one, or of the page
        scores.add(i, Kind.NAV, 5 * stamp.share(), "nav/date_below_story");
        scores.add(i, Kind.PAGE_CLOCK, 5.5 * stamp.share(), "page-clock/bare_date");
        continue;
      }
      boolean clock = bare && (v > lastProse + 1 || (beforeTitle && v + 1 != title));
      if (clock) {
        scores.add(i, Kind.PAGE_CLOCK, 8 * stamp.share(), "page-clock/bare_date");
        scores.add(i, Kind.DATELINE, 4 * stamp.share(), "dateline/bare_date");
      } else {
        scores.add(i, Kind.DATELINE, 8 * stamp.share(), "dateline/stamp");
      }
      shortLine[v] = true;
    }
  }
}
