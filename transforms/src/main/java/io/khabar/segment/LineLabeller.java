package io.khabar.segment;

import io.khabar.model.Kind;

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

  private static final double UNMARKED = 6;

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

  /** Labels the lines that show something, given in order. */
  static Labels label(int[] lines, LabelScores scores, boolean[] shortLine, Prior prior) {
    int n = lines.length;
    Labels labels = new Labels(n);
    if (n == 0) {
      return labels;
    }
    double[][] forward = new double[n][STATES];
    double[][] emit = new double[n][STATES];
    int[][] from = new int[n][STATES];
    for (int i = 0; i < n; i++) {
      for (int s = 0; s < STATES; s++) {
        emit[i][s] = emission(lines[i], s, scores, shortLine[i], prior);
      }
    }
    for (int s = 0; s < STATES; s++) {
      double begin = LISTED[s] ? NEVER : ZONE[s] == HEAD ? 0 : ZONE[s] == STORY ? prior.startInStory() : -6;
      forward[0][s] = begin + emit[0][s];
    }
    for (int i = 1; i < n; i++) {
      for (int b = 0; b < STATES; b++) {
        double best = Double.NEGATIVE_INFINITY;
        int arg = 0;
        for (int a = 0; a < STATES; a++) {
          double v = forward[i - 1][a] + step(a, b, prior);
          if (v > best) {
            best = v;
            arg = a;
          }
        }
        forward[i][b] = best + emit[i][b];
        from[i][b] = arg;
      }
    }
    double[] after = new double[STATES];
    double best = Double.NEGATIVE_INFINITY;
    int state = 0;
    for (int s = 0; s < STATES; s++) {
      after[s] = SUB[s] ? prior.endInSubhead() : 0;
      double v = forward[n - 1][s] + after[s];
      if (v > best) {
        best = v;
        state = s;
      }
    }
    for (int i = n - 1; i >= 0; i--) {
      labels.kind[i] = KIND[state];
      labels.zone[i] = ZONE[state];
      double other = Double.NEGATIVE_INFINITY;
      for (int s = 0; s < STATES; s++) {
        if (KIND[s] != KIND[state]) {
          other = Math.max(other, forward[i][s] + after[s]);
        }
      }
      labels.margin[i] = best - other;
      if (i > 0) {
        double[] before = new double[STATES];
        for (int a = 0; a < STATES; a++) {
          double v = Double.NEGATIVE_INFINITY;
          for (int b = 0; b < STATES; b++) {
            v = Math.max(v, step(a, b, prior) + emit[i][b] + after[b]);
          }
          before[a] = v;
        }
        after = before;
        state = from[i][state];
      }
    }
    return labels;
  }

  private static double step(int a, int b, Prior prior) {
    return ZONE[a] == STORY && ZONE[b] == TAIL ? MOVE[a][b] + prior.toTail() : MOVE[a][b];
  }

  private static double emission(int line, int s, LabelScores scores, boolean isShort, Prior prior) {
    double e = scores.of(line, KIND[s]);
    if (KIND[s] == Kind.BODY) {
      if (SUB[s] != isShort) {
        return e - 3;
      }
      return SUB[s] ? e + prior.subheadInStory() : e;
    }
    if (e <= 0 && (MARKED[KIND[s].ordinal()] || (KIND[s] == Kind.RELATED && !LISTED[s]) || (KIND[s] == Kind.TITLE && ZONE[s] == STORY))) {
      return KIND[s] == Kind.RELATED_CUE ? NEVER : e - UNMARKED;
    }
    if (KIND[s] == Kind.NAV) {
      if (ZONE[s] == HEAD) {
        return e + prior.navInHead();
      }
      if (ZONE[s] == TAIL) {
        return PLAIN[s] ? e + prior.plainInTail() : e > 0 ? e + 0.6 : e - UNMARKED;
      }
      if (e <= 0) {
        return e - UNMARKED;
      }
    }
    return e;
  }
}
