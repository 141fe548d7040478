package io.khabar.segment;

import io.khabar.corpus.LineEvidence;
import io.khabar.model.Kind;
import io.khabar.model.Page;
import io.khabar.text.Arabic;

/** The rules that look at one line and its neighbours; what they say is summed in {@link LabelScores}. */
final class LineRules {
  private static final int SHORT_WORDS = 16;
  private static final int PROSE_WORDS = 18;

  /** «للتواصل: name@host» has no more words than this. */
  private static final int LONGEST_CONTACT = 8;

  private static final double ANNOUNCED = 12;

  /** A headline that a site cuts off is long; «إلى اللقاء..» is not cut off. */
  private static final int LEAST_CUT_OFF = 5;

  /** How far below the title a lead of one short sentence is looked for. */
  private static final int LEAD_BELOW_TITLE = 4;

  /** How many of a page's last lines are its end. */
  private static final int EDGE = 5;

  /** A phrase speaks for a paragraph, not for an article in one line. */
  private static final int LONGEST_SITE = 60;

  /** A subheading that recurs («أسباب المرض») is short. */
  private static final int SHORT_SUBHEAD = 4;

  private static final double PROMOTION = 14;
  private static final double LABEL = 8;
  private static final double VOICE = 9;
  private static final double OPENS = 6;

  /** «>> headline». */
  private static final double ARROWS = 6;

  private static final double BESIDE = 7;

  /** A cue announces a few headlines. */
  private static final int MOST_ANNOUNCED = 6;

  private static final int LEAST_HEADLINE = 3;

  /** «تقرير: name» signs; «تقرير: a whole headline» does not. */
  private static final int LONGEST_SIGNATURE = 6;

  private final SegmentRules rules;
  private final PageLines lines;
  private final LabelScores scores;
  private final Page page;

  /** The lines that show something, in order. */
  private final int[] visible;

  final boolean[] shortLine;
  private int firstProse;
  private int lastProse;
  private int title = -1;

  /** Whether the text is a record's field, its title apart. */
  private final boolean record;

  private final StampRules stamps;
  private final BylineRules bylines;
  private final CaptionRules captions;
  private Recurring recurring;
  private Cues cues;

  LineRules(SegmentRules rules, Page page, PageLines lines, int[] visible, boolean record) {
    this.record = record;
    this.rules = rules;
    this.page = page;
    this.lines = lines;
    this.visible = visible;
    this.scores = new LabelScores(lines.count);
    this.shortLine = new boolean[visible.length];
    this.stamps = new StampRules(rules, lines, scores, visible, shortLine, record);
    this.bylines = new BylineRules(rules, lines, scores);
    this.captions = new CaptionRules(rules, lines, scores);
  }

  LabelScores score(LineEvidence evidence, String outlet) {
    recurring = lines.recurring;
    cues = new Cues(rules, lines.text, lines.words, recurring);
    HtmlEvidence html = new HtmlEvidence(rules, lines, scores);
    firstProse = visible.length;
    lastProse = -1;
    for (int v = 0; v < visible.length; v++) {
      int i = visible[v];
      phrases(i);
      promotion(v);
      looks(i);
      if (lines.block[i] != null) {
        html.line(i);
      }
      prose(v);
      if (lines.said[i] || recurring.end(lines.firstWord[i], lines.lastWord[i]) >= lines.lastWord[i] - 1) {
        scores.add(i, Kind.NAV, PROMOTION, "corpus/sentence_recurs_in_outlet");
      }
      if (lines.called[i]) {
        scores.add(i, Kind.NAV, PROMOTION, "nav/headline_before_call");
      }
      if (v > firstProse && scores.of(i, Kind.BYLINE) <= 0 && scores.of(i, Kind.CREDIT) <= 0 && recurring.opens(lines.firstWord[i], lines.lastWord[i])) {
        scores.add(i, Kind.NAV, OPENS, "corpus/opening_recurs_in_outlet");
      }
      if (v > firstProse && lines.formed[i] && scores.of(i, Kind.BYLINE) <= 0 && scores.of(i, Kind.CREDIT) <= 0 && scores.of(i, Kind.CAPTION) <= 0) {
        scores.add(i, Kind.NAV, VOICE, "corpus/form_recurs_in_outlet");
      }
      if (recurring.label(lines.firstWord[i], lines.lastWord[i]) == lines.wordCount(i)) {
        scores.add(i, Kind.RELATED_CUE, LABEL, "corpus/label_recurs_in_outlet");
      }
      if (evidence.boilerplate(outlet, lines.text.subSequence(lines.from[i], lines.to[i]))) {
        scores.add(i, Kind.NAV, lines.sentence[i] || lines.wordCount(i) > SHORT_SUBHEAD && !dated(i) ? 6 : 4, "corpus/recurs_in_outlet");
        scores.add(i, Kind.CREDIT, 3, "corpus/recurs_in_outlet");
        scores.add(i, Kind.BYLINE, 3, "corpus/recurs_in_outlet");
      }
    }
    belowCues();
    beside();
    repeatedLead();
    title = new TitleFinder(page, lines, scores, visible, shortLine, firstProse).find(i -> (bylines.names(i) ? 2 : 0) + (captions.like(i) ? 3 : 0) + stamps.doubt(i));
    if (!page.blocks().isEmpty()) {
      boolean[] prose = new boolean[shortLine.length];
      for (int v = 0; v < prose.length; v++) {
        prose[v] = !shortLine[v];
      }
      html.container(visible, prose, title);
      prose();
    }
    leadBelowTitle();
    stamps.mark(title, firstProse, lastProse);
    bylines.mark(visible, title, firstProse, lastProse);
    captions.mark(visible, shortLine, title, firstProse, lastProse, record);
    new TagLines(lines, scores, rules.names(), visible, lastProse).mark();
    return scores;
  }

  /** Where prose begins among the visible lines; their number when there is none. */
  int firstProse() {
    return firstProse;
  }

  /** A lead may be one short sentence: right below the title it opens the story as a long paragraph does. */
  private void leadBelowTitle() {
    if (title < 0) {
      return;
    }
    for (int v = title + 1; v < Math.min(firstProse, title + 1 + LEAD_BELOW_TITLE); v++) {
      int i = visible[v];
      if (!shortLine[v] && lines.wordCount(i) >= 8 && lines.stops[i] > 0 && scores.of(i, Kind.NAV) < 2 && !captions.like(i)) {
        firstProse = v;
        lastProse = Math.max(lastProse, v);
      }
    }
  }

  /** Whether something below the last prose is known for what it is: a list of short lines there is then the site's, else it may be the story's. */
  boolean markedTail() {
    for (int v = lastProse + 1; v < visible.length; v++) {
      int i = visible[v];
      if (scores.of(i, Kind.NAV) >= 2 || scores.of(i, Kind.RELATED_CUE) > 0 || scores.of(i, Kind.TAGS) >= 4 || scores.of(i, Kind.CREDIT) >= 4) {
        return true;
      }
    }
    return false;
  }

  /** A call to the reader is the site's at the page's ends; between paragraphs it may be the story's advice. */
  private void promotion(int v) {
    int i = visible[v];
    int weight = rules.promotions().weight(lines.words, lines.firstWord[i], lines.lastWord[i]);
    char last = lines.text.charAt(lines.to[i] - 1);
    boolean closed = lines.sentence[i] && (last == '.' || lines.to[i] - lines.from[i] > 1 && lines.text.charAt(lines.to[i] - 2) == '.') || last == ':';
    // a cue speaks to the reader, too («قد يهمك أيضا»)
    boolean known = scores.of(i, Kind.RELATED_CUE) > 0 || scores.of(i, Kind.CREDIT) > 0 || scores.of(i, Kind.CAPTION) > 0;
    boolean alone = v > 0 && !closed && !known && rules.voice(lines.words, lines.firstWord[i], lines.lastWord[i], recurring.signs(lines.firstWord[i], lines.lastWord[i]));
    if (alone) {
      scores.add(i, Kind.NAV, VOICE, "nav/speaks_to_reader");
    }
    if (weight >= Promotions.ENOUGH) {
      boolean edge = v <= 1 || v >= visible.length - EDGE;
      scores.add(i, Kind.NAV, edge ? PROMOTION : PROMOTION / 2, "nav/call_to_reader");
    }
  }

  private void phrases(int i) {
    int first = lines.firstWord[i];
    int last = lines.lastWord[i];
    rules
        .phrases()
        .find(
            lines.words,
            first,
            last,
            (phrase, a, b) -> {
              boolean fits =
                  switch (phrase.where()) {
                    case LINE -> a == first && b == last;
                    case START -> a == first && last - first <= SHORT_WORDS && !(lines.sentence[i] && last - first > 8);
                    case BEGINS -> a == first && last - first <= LONGEST_SITE;
                    case COLON -> a == first && last - first <= (phrase.kind() == Kind.BYLINE ? LONGEST_SIGNATURE : 40) && SegmentRules.separated(lines.text, lines.words, b, last);
                    // a full stop makes it a sentence of the story's
                    case END -> b == last && !(phrase.kind() == Kind.NAV && lines.sentence[i]);
                    case IN -> last - first <= LONGEST_SITE && !(phrase.kind() == Kind.NAV && rules.reports(lines.words, first));
                    case CUT -> a - first <= 4 && last - first <= LONGEST_SITE;
                  };
              // what signs a story counts beside its lead or its end only: bylines() asks for it
              boolean later = phrase.kind() == Kind.BYLINE && phrase.where() == Phrase.Where.START;
              if (fits && !later) {
                // what prose may open with as well says less of a line that ends like prose
                boolean doubtful = phrase.kind() == Kind.NAV && phrase.where() == Phrase.Where.BEGINS && phrase.score() < SegmentRules.STRONG && lines.sentence[i];
                scores.add(i, phrase.kind(), doubtful ? phrase.score() / 2 : phrase.score(), phrase.name());
              }
            });
  }

  private void looks(int i) {
    int words = lines.wordCount(i);
    String text = lines.text;
    int from = lines.from[i];
    int to = lines.to[i];
    if (lines.attribute(i) || to - from > 3 && text.charAt(to - 1) == '>' && text.charAt(to - 2) == '/' && text.substring(from, to).indexOf('=') > 0) {
      scores.add(i, Kind.NAV, 12, "nav/left_over_attribute");
      return;
    }
    if (lines.arabic[i] == 0 && words <= 8) {
      if (lines.letters[i] > 0) {
        scores.add(i, Kind.NAV, 2, "nav/no_arabic");
      } else {
        scores.add(i, Kind.NAV, 0.8, "nav/no_letters");
      }
    }
    if (to - from > 2 && words >= LEAST_HEADLINE && words <= SHORT_WORDS && !lines.sentence[i] && text.charAt(from) == '>' && text.charAt(from + 1) == '>') {
      scores.add(i, Kind.RELATED, ARROWS, "related/behind_arrows");
    }
    if (words <= SHORT_WORDS && cues.isRowOfButtons(lines.firstWord[i], lines.lastWord[i])) {
      scores.add(i, Kind.NAV, 5, "nav/row_of_buttons");
    }
    if (lines.mailFirst(i) && words <= SHORT_WORDS) {
      scores.add(i, Kind.NAV, 8, "nav/address");
    } else if (words <= LONGEST_CONTACT && lines.endsInMail(i)) {
      scores.add(i, Kind.NAV, 6, "nav/labelled_address");
    }
    if (lines.cutOff[i] && words <= SHORT_WORDS && words >= LEAST_CUT_OFF) {
      scores.add(i, Kind.NAV, 0.7, "nav/cut_off_headline");
      scores.add(i, Kind.RELATED, 0.7, "related/cut_off_headline");
    }
  }

  private void prose(int v) {
    int i = visible[v];
    int words = lines.wordCount(i);
    if (lines.address(i)) {
      shortLine[v] = true;
      scores.add(i, Kind.NAV, 8, "nav/address");
      return;
    }
    if (words >= PROSE_WORDS && stamps.isLong(v)) {
      // a stamp in two calendars and two zones is as long as a sentence
      shortLine[v] = true;
      return;
    }
    double p = 0;
    if (words >= 40) {
      p = 9;
    } else if (words >= 28) {
      p = 7;
    } else if (words >= PROSE_WORDS) {
      p = 5;
    } else if (words >= 10) {
      p = 1;
    }
    if (lines.sentence[i]) {
      p += words >= 8 ? 2.5 : words >= 4 ? 1.5 : 0.5;
    }
    if (words >= 8) {
      p += Math.min(1.5, lines.stops[i] * 0.4) + Math.min(1, lines.commas[i] * 0.5);
    }
    // headlines ask and exclaim too; only a full stop closes prose
    boolean stop = lines.sentence[i] && lines.text.charAt(lines.to[i] - 1) != Arabic.QUESTION_MARK && lines.text.charAt(lines.to[i] - 1) != '!';
    boolean prose = words >= PROSE_WORDS || (words >= 8 && stop) || (words >= 4 && stop && lines.stops[i] > 0);
    shortLine[v] = !prose;
    scores.add(i, Kind.BODY, prose ? p : p * 0.5, prose ? "body/prose" : "body/short_line");
    if (prose) {
      // prose is nothing else, unless a phrase says so
      for (Kind kind : new Kind[] {Kind.TITLE, Kind.CAPTION, Kind.BYLINE, Kind.TAGS, Kind.RELATED}) {
        scores.add(i, kind, -p * 0.6, null);
      }
    }
    if (words >= PROSE_WORDS && scores.of(i, Kind.NAV) < 4) {
      firstProse = Math.min(firstProse, v);
      lastProse = v;
    }
  }

  /** Where the story begins and ends, once the page's containers and its title are known. */
  private void prose() {
    firstProse = visible.length;
    lastProse = -1;
    for (int v = Math.max(0, title); v < visible.length; v++) {
      int i = visible[v];
      if (!shortLine[v] && lines.wordCount(i) >= 8 && scores.of(i, Kind.NAV) < 4 && scores.of(i, Kind.BODY) > 0) {
        firstProse = Math.min(firstProse, v);
        lastProse = v;
      }
    }
  }

  /** Bare headlines below a cue that stands on its own line; behind a cue and its headline on one line nothing is announced. */
  private void belowCues() {
    for (int v = 0; v + 1 < visible.length; v++) {
      int i = visible[v];
      if (lines.announced[visible[v + 1]]) {
        scores.add(visible[v + 1], Kind.RELATED, ANNOUNCED, "related/behind_cue");
        shortLine[v + 1] = true;
        // a run of blanks inside a headline ends no line
        if (v + 2 < visible.length && shortLine[v + 2] && !lines.sentence[visible[v + 2]] && !lines.endsInBreak(visible[v + 1]) && lines.spaced(visible[v + 1])) {
          scores.add(visible[v + 2], Kind.RELATED, ANNOUNCED, "related/behind_cue");
        }
        continue;
      }
      if (scores.of(i, Kind.RELATED_CUE) < 5 || !lines.endsInBreak(i)) {
        continue;
      }
      for (int u = v + 1; u < Math.min(visible.length, v + 1 + MOST_ANNOUNCED); u++) {
        int j = visible[u];
        if (!shortLine[u] || lines.sentence[j] || lines.wordCount(j) < LEAST_HEADLINE || scores.of(j, Kind.RELATED_CUE) > 0) {
          break;
        }
        scores.add(j, Kind.RELATED, u == v + 1 ? 2 : 1.5, "related/below_cue");
      }
    }
  }

  /** What no full stop closes and stands on one line with what the site says goes with it. */
  private void beside() {
    for (int v = 1; v < visible.length; v++) {
      int i = visible[v];
      int before = visible[v - 1];
      if (lines.endsInBreak(before)) {
        continue;
      }
      boolean ends = v + 1 == visible.length || lines.endsInBreak(i);
      boolean begins = v == 1 || lines.endsInBreak(visible[v - 2]);
      if (ends && site(before) && goesOn(i)) {
        scores.add(i, Kind.NAV, BESIDE, "nav/beside_site");
      } else if (begins && site(i) && goesOn(before)) {
        scores.add(before, Kind.NAV, BESIDE, "nav/beside_site");
      }
    }
  }

  private boolean site(int i) {
    return scores.of(i, Kind.NAV) >= BESIDE;
  }

  private boolean goesOn(int i) {
    return lines.wordCount(i) <= SHORT_WORDS && scores.of(i, Kind.NAV) < BESIDE && scores.of(i, Kind.RELATED) <= 0 && lines.text.charAt(lines.to[i] - 1) != '.';
  }

  /** Lines of one form with other figures recur: a stamp is no less one for that. */
  private boolean dated(int i) {
    return lines.hasDigit(i) && Stamp.of(lines.shown(i)).role() != Stamp.Role.NONE;
  }

  /** A description printed above the menu repeats the lead: the second of two near-equal paragraphs is the story's. */
  private void repeatedLead() {
    if (record || firstProse == visible.length) {
      return;
    }
    int i = visible[firstProse];
    if (lines.wordCount(i) < 8 || scores.of(i, Kind.NAV) >= 4) {
      return;
    }
    boolean menu = false;
    int prose = 0;
    for (int u = firstProse + 1; u < Math.min(visible.length, firstProse + 40) && prose < 2; u++) {
      int j = visible[u];
      if (shortLine[u]) {
        menu = true;
        continue;
      }
      prose++;
      if (menu && lines.overlap(i, j) >= 0.6) {
        scores.add(i, Kind.NAV, 10, "nav/description_repeats_lead");
        shortLine[firstProse] = true;
        firstProse = u;
        return;
      }
    }
  }
}
