package io.khabar.segment;

import io.khabar.model.Kind;
import java.util.Arrays;

/**
 * The best sequence of kinds for a page's lines (Viterbi over rule scores). A page runs through three zones, head, story and tail; a kind may mean
 * different things in each: a short line without a full stop is a menu entry in the head, a subheading in the story, an editor's pick in
 * the tail. Cost: linear in lines.
 */
final class LineLabeller {
  /** A short body line; apart from BODY because prose has to follow. */
  private static final int SUBHEAD = Kind.values().length;

  private static final int HEAD = 0;
  private static final int STORY = 1;
  private static final int TAIL = 2;

  private static final Kind[] IN_HEAD = {
    Kind.NAV, Kind.PAGE_CLOCK, Kind.TITLE, Kind.DATELINE, Kind.BYLINE, Kind.CREDIT, Kind.CAPTION, Kind.TAGS, Kind.RELATED_CUE, Kind.RELATED, Kind.RELATED
  };
  private static final Kind[] IN_STORY = {
    Kind.BODY, null, Kind.CAPTION, Kind.CREDIT, Kind.BYLINE, Kind.DATELINE, Kind.RELATED_CUE, Kind.RELATED, Kind.RELATED, Kind.NAV, Kind.TAGS, Kind.TITLE
  };
  private static final Kind[] IN_TAIL = {
    Kind.CREDIT, Kind.BYLINE, Kind.TAGS, Kind.RELATED_CUE, Kind.RELATED, Kind.RELATED, Kind.NAV, Kind.NAV, Kind.DATELINE, Kind.CAPTION, Kind.PAGE_CLOCK
  };

  private static final int STATES = IN_HEAD.length + IN_STORY.length + IN_TAIL.length;
  private static final int[] ZONE = new int[STATES];
  private static final Kind[] KIND = new Kind[STATES];
  private static final boolean[] SUB = new boolean[STATES];

  /** A headline in the list that a cue opened; apart from the one that stands by itself. */
  private static final boolean[] LISTED = new boolean[STATES];

  /** Boilerplate of the tail that only its place speaks for; it may follow what a rule knows, but not open the tail cheaply. */
  private static final boolean[] PLAIN = new boolean[STATES];

  private static final double[][] MOVE = new double[STATES][STATES];
  private static final double NEVER = -1e6;

  /** Kinds that no line is without a rule that says so. */
  private static final boolean[] MARKED = new boolean[Kind.values().length];

  private static final double MOST_MARGIN = 20;

  /** What it costs to take prose for a menu when nothing but its place speaks for one: poems and lists of many short lines must not outvote a paragraph. */
  private static final double PROSE_BY_PLACE = 6;

  /** Below the first prose a short line's place says no more than this for a menu. */
  private static final double BELOW_PROSE = -0.8;

  static {
    for (Kind kind : new Kind[] {Kind.RELATED_CUE, Kind.PAGE_CLOCK, Kind.DATELINE, Kind.BYLINE, Kind.CREDIT, Kind.TAGS, Kind.CAPTION}) {
      MARKED[kind.ordinal()] = true;
    }
    int s = 0;
    for (Kind[] zone : new Kind[][] {IN_HEAD, IN_STORY, IN_TAIL}) {
      for (Kind kind : zone) {
        ZONE[s] = zone == IN_HEAD ? HEAD : zone == IN_STORY ? STORY : TAIL;
        SUB[s] = kind == null;
        PLAIN[s] = kind == Kind.NAV && s > 0 && KIND[s - 1] == Kind.NAV;
        LISTED[s] = kind == Kind.RELATED && s > 0 && KIND[s - 1] == Kind.RELATED_CUE;
        KIND[s] = kind == null ? Kind.BODY : kind;
        s++;
      }
    }
    for (int a = 0; a < STATES; a++) {
      for (int b = 0; b < STATES; b++) {
        MOVE[a][b] = move(a, b);
      }
    }
  }

  private LineLabeller() {}

  private static double move(int a, int b) {
    double cost = 0;
    if (ZONE[b] < ZONE[a]) {
      if (!(ZONE[a] == TAIL && ZONE[b] == STORY && KIND[b] == Kind.BODY && !SUB[b])) {
        return NEVER;
      }
      // a story that goes on after what looked like its end
      cost -= 2.5;
    }
    if (ZONE[a] == HEAD && ZONE[b] == TAIL) {
      cost -= 4;
    }
    if (ZONE[a] == HEAD && ZONE[b] == STORY && KIND[b] != Kind.BODY) {
      cost -= 1;
    }
    if (PLAIN[b] && ZONE[a] == STORY) {
      cost -= 2;
    }
    if (SUB[a] && ZONE[b] != STORY) {
      cost -= 2;
    }
    if (SUB[a] && SUB[b]) {
      cost -= 0.3;
    }
    if (LISTED[b]) {
      if (KIND[a] == Kind.RELATED_CUE) {
        cost += 2;
      } else if (LISTED[a]) {
        cost += 1.5;
      } else {
        return NEVER;
      }
    }
    if (ZONE[b] == STORY && KIND[b] == Kind.NAV && KIND[a] != Kind.NAV) {
      cost -= 1;
    }
    if (KIND[a] == KIND[b] && KIND[a] == Kind.NAV) {
      cost += 0.5;
    }
    if (ZONE[b] == HEAD && KIND[a] == Kind.TITLE && KIND[b] == Kind.CAPTION) {
      cost += 0.5;
    }
    return cost;
  }

  /** What a page is like before any of its lines is looked at. */
  record Prior(double startInStory, double toTail, double endInSubhead, double subheadInStory, double navInHead, double plainInTail) {
    /** A scraped page. */
    static final Prior PAGE = new Prior(-1.5, -0.8, -2, 0.2, 0.6, 0.6);

    /** The same for a page whose tail shows nothing that a rule knows. */
    Prior unmarkedTail() {
      return new Prior(startInStory, toTail, endInSubhead, subheadInStory, navInHead, Math.min(plainInTail, -0.8));
    }

    /** A record whose text field holds the article, its title apart. */
    static final Prior RECORD = new Prior(1, -3.5, 0, 1.5, -1, -1);
  }

  /** What a line became. */
  static final class Labels {
    final Kind[] kind;
    final double[] margin;

    /** 0 in the head, 1 in the story, 2 in the tail. */
    final int[] zone;

    Labels(int lines) {
      kind = new Kind[lines];
      margin = new double[lines];
      zone = new int[lines];
    }
  }

  /**
   * Labels the lines that show something, given in order.
   *
   * @param firstProse which of them is the first prose, or their number
   */
  static Labels label(int[] lines, LabelScores scores, boolean[] shortLine, int firstProse, Prior prior) {
    int n = lines.length;
    Labels labels = new Labels(n);
    if (n == 0) {
      return labels;
    }
    // of the states only those live that a rule or the line's place speaks for, some eight of them: the rest cost nothing
    int[][] live = new int[n][];
    double[][] emit = new double[n][];
    double[][] forward = new double[n][];
    int[][] from = new int[n][];
    int[] states = new int[STATES];
    double[] values = new double[STATES];
    for (int i = 0; i < n; i++) {
      int m = 0;
      for (int s = 0; s < STATES; s++) {
        double e = emission(lines[i], s, scores, shortLine[i], i > firstProse, prior);
        if (e > NEVER) {
          states[m] = s;
          values[m++] = e;
        }
      }
      live[i] = Arrays.copyOf(states, m);
      emit[i] = Arrays.copyOf(values, m);
      forward[i] = new double[m];
      from[i] = new int[m];
    }
    for (int k = 0; k < live[0].length; k++) {
      int s = live[0][k];
      double begin = LISTED[s] ? NEVER : ZONE[s] == HEAD ? 0 : ZONE[s] == STORY ? prior.startInStory() : -6;
      forward[0][k] = begin + emit[0][k];
    }
    for (int i = 1; i < n; i++) {
      for (int k = 0; k < live[i].length; k++) {
        double best = Double.NEGATIVE_INFINITY;
        int arg = 0;
        for (int j = 0; j < live[i - 1].length; j++) {
          double v = forward[i - 1][j] + step(live[i - 1][j], live[i][k], prior);
          if (v > best) {
            best = v;
            arg = j;
          }
        }
        forward[i][k] = best + emit[i][k];
        from[i][k] = arg;
      }
    }
    double[] after = new double[live[n - 1].length];
    double best = Double.NEGATIVE_INFINITY;
    int at = 0;
    for (int k = 0; k < after.length; k++) {
      after[k] = SUB[live[n - 1][k]] ? prior.endInSubhead() : 0;
      double v = forward[n - 1][k] + after[k];
      if (v > best) {
        best = v;
        at = k;
      }
    }
    for (int i = n - 1; i >= 0; i--) {
      int state = live[i][at];
      labels.kind[i] = KIND[state];
      labels.zone[i] = ZONE[state];
      // how much worse the best sequence is that gives this line another kind
      double other = best - MOST_MARGIN;
      for (int k = 0; k < live[i].length; k++) {
        if (KIND[live[i][k]] != KIND[state]) {
          other = Math.max(other, forward[i][k] + after[k]);
        }
      }
      labels.margin[i] = best - other;
      if (i > 0) {
        double[] before = new double[live[i - 1].length];
        for (int j = 0; j < before.length; j++) {
          double v = Double.NEGATIVE_INFINITY;
          for (int k = 0; k < live[i].length; k++) {
            v = Math.max(v, step(live[i - 1][j], live[i][k], prior) + emit[i][k] + after[k]);
          }
          before[j] = v;
        }
        after = before;
        at = from[i][at];
      }
    }
    return labels;
  }

  private static double step(int a, int b, Prior prior) {
    return ZONE[a] == STORY && ZONE[b] == TAIL ? MOVE[a][b] + prior.toTail() : MOVE[a][b];
  }

  private static double emission(int line, int s, LabelScores scores, boolean isShort, boolean belowProse, Prior prior) {
    double e = scores.of(line, KIND[s]);
    if (KIND[s] == Kind.BODY) {
      if (SUB[s] != isShort) {
        return e - 3;
      }
      return SUB[s] ? e + prior.subheadInStory() : e;
    }
    if (e <= 0 && (MARKED[KIND[s].ordinal()] || (KIND[s] == Kind.RELATED && !LISTED[s]) || KIND[s] == Kind.TITLE)) {
      return NEVER;
    }
    if (KIND[s] == Kind.NAV) {
      if (e <= 0 && !isShort) {
        e -= PROSE_BY_PLACE;
      }
      if (ZONE[s] == HEAD) {
        return e + (belowProse && e <= 0 ? Math.min(BELOW_PROSE, prior.navInHead()) : prior.navInHead());
      }
      if (ZONE[s] == TAIL) {
        return PLAIN[s] ? e + prior.plainInTail() : e > 0 ? e + 0.6 : NEVER;
      }
      if (e <= 0) {
        return NEVER;
      }
    }
    return e;
  }
}
