package io.khabar.split;

import io.khabar.model.Kind;
import io.khabar.text.MatchKey;

/**
 * What speaks for and against a border before a line: each piece of evidence is a number near 0..1, named by {@link #NAMES}. Looks at the story so far and at
 * no more than some two hundred content words ahead, so that a page costs what its length is.
 */
final class BorderEvidence {
  static final String[] NAMES = {
    "bias",
    "cohesion", // cosine of story so far and what follows
    "apart", // nats per content word that speak for two sources
    "headline-right", // share of the headline's terms that what follows takes up
    "headline-lede", // the same for the first paragraph alone
    "headline-left", // share of the headline's terms that the story so far has used
    "title-right", // share of the page title's terms that what follows takes up
    "inside", // cosine of what follows with what follows that
    "shared-rare", // weight of rare terms on both sides
    "short-headline", // few words
    "long-headline", // many words
    "clitic", // starts with «و» or «ف»
    "question", // ends with a question mark or an exclamation mark
    "stop", // ends or breaks as sentences do
    "bullet", // starts with a dash, a digit or a quote
    "colon", // a colon within
    "lede", // an agency, place or name and a colon or dash open what follows
    "finished", // the line above ends as a sentence does
    "right-length", // content words that follow, up to the window
    "left-length", // content words of the story so far
    "others", // lines of headline shape for each line of prose
    "title-kind", // labelled a title
    "group", // another HTML container begins
    "inline", // stands on the cue's own line
    "distance", // lines between the cue and the headline
    "between", // lines between headline and prose that are no stamps
    "tail-back", // what follows the window is closer to the story so far than to the window
    "stamp", // a dateline, byline, credit or caption stands below the headline
    "ended", // a credit or tags line ends the story so far
    "edge", // the line is much shorter than the prose around it
    "apart-near", // nats per content word that the first half of the window speaks for two sources
    "affinity", // nats by which the headline's terms come from what follows rather than from the story so far
    "h1", // the headline is a first-rank heading
    "lede-continues", // the first paragraph opens as one that goes on: «وأضاف», «من جهته»
    "actors-gone", // share of what the story is about that what follows does not mention
    "actors-new", // share of what follows is about that the story has not mentioned
    "signature", // a few words with a dash between: «name – place»
  };

  static final int COHESION = 1;
  static final int HEADLINE_RIGHT = 3;
  static final int HEADLINE_LEFT = 5;
  static final int INSIDE = 7;
  static final int GROUP = 22;

  /** Content words looked at after a border, and after that. */
  private static final int WINDOW = 110;

  /** And lines, for pages whose lines say nothing. */
  private static final int MOST_LINES = 40;

  private static final int MOST_TITLES = 6;

  /** The most words of a line that names a reporter and a place. */
  private static final int SIGNATURE = 8;

  private final PageView page;
  private final PageTerms terms;
  private final Bag right;
  private final Bag near;
  private final Bag far;
  private final Openers openers;
  private final int titleEnd;
  private final double others;

  /**
   * Evidence on one page.
   *
   * @param titleEnd the first line that is no part of the page's own head
   */
  BorderEvidence(PageView page, PageTerms terms, Openers openers, int titleEnd) {
    this.openers = openers;
    this.page = page;
    this.terms = terms;
    this.titleEnd = titleEnd;
    right = new Bag(terms);
    near = new Bag(terms);
    far = new Bag(terms);
    int shaped = 0;
    int prose = 0;
    for (int c = titleEnd; c < page.count; c++) {
      prose += page.prose[c] ? 1 : 0;
      shaped += page.shaped[c] && !page.prose[c] ? 1 : 0;
    }
    others = Math.min(1, Math.max(0, shaped - 1) / (double) Math.max(1, prose));
  }

  /**
   * The evidence for a border before line {@code c}.
   *
   * @param left the story so far
   * @param cue the line of the cue above, or -1
   */
  double[] at(int c, Bag left, int cue) {
    double[] x = new double[NAMES.length];
    int lede = page.nextProse[c + 1];
    right.clear();
    near.clear();
    far.clear();
    int k = c + 1;
    for (; k < page.count && k < c + MOST_LINES && (right.size < WINDOW || k <= lede); k++) {
      right.add(k);
      (right.size < WINDOW / 2 || k <= lede ? near : far).add(k);
    }
    double back = Bag.cosine(right, left);
    x[0] = 1;
    x[1] = back;
    x[2] = Bag.apart(right, left) / (Math.min(right.size, left.size) + 10.0);
    x[3] = right.covers(c);
    x[5] = left.covers(c);
    double title = right.covers(page.count);
    for (int t = 0; t < Math.min(titleEnd, MOST_TITLES); t++) {
      title = Math.max(title, terms.count(t) > 1 ? right.covers(t) : 0);
    }
    x[6] = title;
    x[7] = Bag.cosine(near, far);
    x[8] = Math.min(1, Bag.sharedRare(right, left) / (10 * Math.sqrt(right.size + 1.0)));
    shape(x, c);
    x[16] = opening(page.start[lede], page.end[lede]) ? 1 : 0;
    x[17] = page.stops(c - 1) ? 1 : 0;
    x[18] = Math.min(1, right.size / (double) WINDOW);
    x[19] = Math.min(1, left.size / (double) WINDOW);
    x[20] = others;
    x[21] = page.kind(c) == Kind.TITLE ? 1 : 0;
    x[22] = page.group[c] >= 0 && page.group[c - 1] >= 0 && page.group[c] != page.group[c - 1] ? 1 : 0;
    x[23] = page.inline[c] ? 1 : 0;
    x[24] = cue < 0 ? 0 : Math.min(1, (c - cue - 1) / 3.0);
    int stamps = stamps(c, lede);
    x[25] = Math.min(1, (lede - c - 1 - stamps) / 3.0);
    x[27] = stamps > 0 ? 1 : 0;
    Kind above = page.kind(c - 1);
    x[28] = above == Kind.CREDIT || above == Kind.TAGS || above == Kind.BYLINE ? 1 : 0;
    x[29] = Math.min(1, (page.end[c] - page.start[c]) / (double) (page.end[lede] - page.start[lede]));
    x[30] = Bag.apart(near, left) / (Math.min(near.size, left.size) + 10.0);
    x[31] = affinity(c, left);
    x[32] = page.h1[c] ? 1 : 0;
    x[34] = Bag.actorsGone(right, left);
    x[35] = Bag.actorsNew(right, left);
    x[33] = openers.goOn(page.text, page.start[lede], page.end[lede]) ? 1 : 0;
    near.clear();
    near.add(lede);
    x[4] = near.covers(c);
    far.clear();
    for (int end = Math.min(page.count, k + MOST_LINES); k < end && far.size < WINDOW; k++) {
      far.add(k);
    }
    x[26] = far.size < 15 ? 0 : Math.max(-0.3, Math.min(0.3, Bag.cosine(far, left) - Bag.cosine(far, right))) / 0.3;
    return x;
  }

  /** For each term of the headline how much likelier it is in what follows than in the story so far; the mean, in tens of nats. */
  private double affinity(int c, Bag left) {
    double sum = 0;
    for (int i = terms.from[c]; i < terms.from[c + 1]; i++) {
      int term = terms.terms[i];
      sum += right.gain(term, right.count[term]) - left.gain(term, left.count[term]);
    }
    int n = terms.count(c);
    return n == 0 ? 0 : (sum / n - Math.log((right.size + Bag.PRIOR) / (left.size + Bag.PRIOR))) / 10;
  }

  private void shape(double[] x, int c) {
    int words = page.words[c];
    x[9] = words < 7 ? (7 - words) / 4.0 : 0;
    x[10] = words > 13 ? Math.min(1, (words - 13) / 8.0) : 0;
    String text = page.text;
    int first = page.start[c];
    int f = MatchKey.fold(text.charAt(first));
    x[11] = f == 'و' || f == 'ف' ? 1 : 0;
    char end = page.last(c);
    x[12] = end == '؟' || end == '?' || end == '!' ? 1 : 0;
    int stops = 0;
    boolean colon = false;
    for (int i = first; i < page.end[c]; i++) {
      char ch = text.charAt(i);
      colon |= ch == ':' && i > first + 3 && i < page.end[c] - 3;
      stops += ch == '،' || ch == ';' || ch == '؛' || ch == '.' && i + 1 < page.end[c] && text.charAt(i + 1) == ' ' && text.charAt(i - 1) != '.' ? 1 : 0;
    }
    x[13] = Math.min(1, stops / 2.0);
    char ch = text.charAt(first);
    x[14] = "-–—•*●▪■◄►>".indexOf(ch) >= 0 || Character.isDigit(ch) ? 1 : 0;
    x[15] = colon ? 1 : 0;
    x[36] = signature(c) ? 1 : 0;
  }

  /** Whether a dash stands between two words. */
  private boolean dashed(int from, int to) {
    for (int i = from + 2; i < to - 2; i++) {
      char ch = page.text.charAt(i);
      if ((ch == '-' || ch == '–' || ch == '—' || ch == '_' || ch == '/') && page.text.charAt(i - 1) == ' ') {
        return true;
      }
    }
    return false;
  }

  /** Whether a paragraph opens as ledes do: «المدينة (وكالة):», «فلان - جدة:». */
  private boolean opening(int from, int to) {
    int limit = Math.min(to - 1, from + 45);
    for (int i = from + 3; i < limit; i++) {
      char ch = page.text.charAt(i);
      if (ch == ':' || (ch == '-' || ch == '–' || ch == '—') && (page.text.charAt(i + 1) == ' ' || page.text.charAt(i - 1) == ' ')) {
        return true;
      }
      if (ch == '،' || ch == '.' || ch == '"' || ch == '«') {
        return false;
      }
    }
    return false;
  }

  /** How many of the lines between a headline and its prose say who wrote it, where and when, or what a picture shows. */
  private int stamps(int c, int lede) {
    int stamps = 0;
    for (int k = c + 1; k < lede; k++) {
      Kind kind = page.kind(k);
      boolean stamp = kind == Kind.DATELINE || kind == Kind.BYLINE || kind == Kind.CREDIT || kind == Kind.CAPTION;
      stamps += stamp || signature(k) ? 1 : 0;
    }
    return stamps;
  }

  private boolean signature(int c) {
    return page.words[c] <= SIGNATURE && dashed(page.start[c], page.end[c]);
  }
}
