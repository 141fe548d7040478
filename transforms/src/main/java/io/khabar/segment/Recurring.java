package io.khabar.segment;

import io.khabar.corpus.LineEvidence;
import io.khabar.corpus.LineSpans;
import io.khabar.corpus.SiteOpenings;
import io.khabar.text.Arabic;
import io.khabar.text.Hash64;
import io.khabar.text.Words;

/** Sentences and labels of a page that stand on many pages of its outlet, and so are the site's. */
final class Recurring {
  /** A shorter one that goes on differently each time says twice that it is the site's. */
  private static final int LEAST = 6;

  /** A line of a story has more words, or a full stop. */
  private static final int LONGEST_LINE = 30;

  /** What a site says between two sentences of a story, in words; how soon it says that it is the site's; how far its own words may stand apart. */
  private static final int LONGEST_VOICE = 30;

  private static final int FIRST_VOICE = 3;
  private static final int VOICE_GAP = 6;
  private static final int LEAST_VOICE = 4;

  /** Words that weigh so much together are the site's wherever they stand. */
  private static final int STRONG = 4;

  /** One that opens like a sentence of news is the site's when it has so many. */
  private static final int LONG = 8;

  private final SegmentRules rules;
  private final LineEvidence evidence;
  private final long outlet;
  private final long[] name;
  private final String text;
  private final PageWords words;

  /** What the site's words before each word of the page weigh together. */
  private final int[] weights;

  Recurring(SegmentRules rules, LineEvidence evidence, String outlet, String text, PageWords words) {
    this.rules = rules;
    this.evidence = evidence;
    this.outlet = outlet == null ? 0 : Hash64.of(outlet);
    this.name = outlet == null ? new long[0] : hashes(Words.of(outlet));
    this.text = text;
    this.words = words;
    weights = new int[words.count() + 1];
    for (int w = 0; w < words.count(); w++) {
      weights[w + 1] = weights[w] + rules.siteWords().weight(words.hash(w));
    }
  }

  private static long[] hashes(Words words) {
    long[] hashes = new long[words.count()];
    for (int w = 0; w < hashes.length; w++) {
      hashes[w] = words.hash(w);
    }
    return hashes;
  }

  private boolean speaks(int from, int to, int least) {
    return weights[to] - weights[from] >= least;
  }

  /** One past the last word of the recurring sentence that begins at a word, or -1. It may break off where the story goes on without a stop. */
  int end(int from, int last) {
    int n = evidence.recurring(outlet, words, from, last);
    if (n == 0 || rules.reports(words, from)) {
      return -1;
    }
    int end = from + n;
    for (int w = from + SiteOpenings.WORDS; w < end; w++) {
      // bulletins of one form go on alike: what a site says ends where the news has the word again
      end = rules.reports(words, w) && words.keyChar(w, 0) == Arabic.WAW ? w : end;
    }
    n = end - from;
    boolean whole = end == last || SiteOpenings.begins(text, words.end(end - 1), words.start(end));
    boolean conjunction = words.keyChar(from, 0) == Arabic.WAW && !speaks(from, from + 1, 1);
    if (conjunction || rules.opensSentence(words, from)) {
      return n >= LONG && (speaks(from, end, 2) || named(from, end)) ? end : -1;
    }
    boolean asks = whole && SiteOpenings.asks(text, words.end(end - 1), end < words.count() ? words.start(end) : text.length());
    return asks || n >= LONG && named(from, end) || speaks(from, end, 1) && (whole || n >= LEAST) || speaks(from, end, 2) ? end : -1;
  }

  /** How many words are a recurring label («فيديو قد يهمك:»), or 0. One without a word of a site's is one only at the beginning of a sentence. */
  int label(int from, int last) {
    // a label has a word of the site's or begins a sentence, and most places do neither
    boolean may = from < last && (speaks(from, Math.min(last, from + SiteOpenings.LONGEST_LABEL), 1) || beginsSentence(from));
    if (!may) {
      return 0;
    }
    int own = ownLabel(from, last);
    if (own > 0 || rules.reports(words, from)) {
      return own;
    }
    for (int to = from + 1; to <= Math.min(last, from + SiteOpenings.LONGEST_LABEL) && !rules.reports(words, to - 1); to++) {
      boolean ends = to == words.count() || SiteOpenings.separates(text, words.end(to - 1), words.start(to));
      if (ends) {
        boolean told = speaks(from, to, 1) && (to - from > 1 || !rules.promotions().ambiguous(words, from) && !rules.promotions().place(words, from, to));
        // alone on its line a label may open like a sentence («كما نشرنا: ...»), and so may one that speaks to the reader («في السياق ذاته طالع تقريرنا: ...»)
        boolean opens = rules.opensSentence(words, from) && !speaks(from, to, STRONG);
        if (opens && last - from > LONGEST_LINE) {
          return 0;
        }
        boolean known = evidence.label(outlet, words, from, to) && (told && !opens || plain(from, to, last));
        return (known || !opens && spoken(from, to)) && !isOutlet(from, to) ? to - from : 0;
      }
    }
    return 0;
  }

  /** The same for a line that names the outlet before its separator («وكانت مرآة الساحل قد نشرت: ...»): it may open and tell like a sentence, when no full stop closes it. */
  private int ownLabel(int from, int last) {
    if (name.length < 2 || last - from > LONGEST_LINE || !beginsSentence(from) || closed(last)) {
      return 0;
    }
    for (int to = from + name.length; to <= Math.min(last, from + SiteOpenings.LONGEST_LABEL) && to < words.count(); to++) {
      if (SiteOpenings.separates(text, words.end(to - 1), words.start(to))) {
        return named(from, to) && !isOutlet(from, to) && evidence.label(outlet, words, from, to) ? to - from : 0;
      }
    }
    return 0;
  }

  /** Whether a label that no page has to repeat speaks as sites do: it opens with a call («طالع تقريرنا السابق:»), or an arrow or a picture points to what it announces. */
  private boolean spoken(int from, int to) {
    int weight = weights[to] - weights[from];
    if (weight < 2 || to - from < 2 || from > 0 && !beginsSentence(from)) {
      return false;
    }
    int gap = to < words.count() ? words.start(to) : text.length();
    boolean points = pictured(from, to);
    for (int i = words.end(to - 1); i < gap; i++) {
      points |= SiteOpenings.arrow(text, i) || text.startsWith("||", i);
    }
    boolean calls = weights[from + 1] - weights[from] == 2 && words.keyChar(from, 0) != Arabic.WAW && !rules.isStopWord(words.hash(from)) && !rules.promotions().ambiguous(words, from);
    return points || calls || weight >= STRONG;
  }

  /** What else than its words says that some words are the site's: its name among them, a picture beside them. */
  int signs(int from, int to) {
    return (named(from, to) ? 2 : 0) + (pictured(from, to) ? 1 : 0);
  }

  /**
   * One past the last word of what speaks to the reader from a sentence's beginning on, when no stop parts it from the story that goes on; -1 when nothing does. It
   * ends where a sentence of the story opens, or with the last word that is the site's.
   */
  int voiceEnd(int from, int stop) {
    int limit = Math.min(stop, from + LONGEST_VOICE);
    if (!speaks(from, Math.min(limit, from + FIRST_VOICE), 1) && !named(from, Math.min(limit, from + FIRST_VOICE + 2)) || !speaks(from, limit, STRONG - 2)) {
      return -1;
    }
    if (rules.reports(words, from) || rules.opensSentence(words, from) || words.keyChar(from, 0) == Arabic.WAW || words.isNumber(from)) {
      return -1;
    }
    int last = from;
    int end = -1;
    for (int w = from + 1; w <= limit && end < 0; w++) {
      boolean own = weights[w] > weights[w - 1] || name.length > 0 && w - name.length >= from && isOutlet(w - name.length, w);
      last = own ? w : last;
      boolean story = w < limit && weights[w] - weights[from] > 2 && rules.opensSentence(words, w) && weights[w + 1] == weights[w];
      end = story ? w : w - last > VOICE_GAP ? last : w == stop && w - last <= VOICE_GAP ? stop : -1;
    }
    end = end < 0 ? last : end;
    while (end < stop && words.isPicture(end)) {
      end++;
    }
    int weight = weights[end] - weights[from] + signs(from, end);
    return end - from >= LEAST_VOICE && weight * 3 >= end - from && weight >= (end == stop ? STRONG + 2 : STRONG + 1) ? end : -1;
  }

  private boolean pictured(int from, int to) {
    boolean before = from > 0 && words.isPicture(from - 1);
    boolean behind = to < words.count() && words.isPicture(to);
    return before || behind || SiteOpenings.pictured(text, from == 0 ? 0 : words.end(from - 1), to < words.count() ? words.start(to) : text.length());
  }

  private boolean beginsSentence(int word) {
    return word > 0 && (words.isPicture(word - 1) || SiteOpenings.begins(text, words.end(word - 1), words.start(word)));
  }

  /** Whether words before a colon may be a label though they are everybody's: nobody speaks in them, they sign nothing, and the line is no paragraph. */
  private boolean plain(int from, int to, int last) {
    if (to - from < 2 || !beginsSentence(from)) {
      return false;
    }
    boolean line = last - from <= LONGEST_LINE;
    if (line ? closed(last) : words.keyChar(from, 0) == Arabic.WAW) {
      return false;
    }
    for (int w = from; w < to; w++) {
      if (rules.reports(words, w) || words.isNumber(w)) {
        return false;
      }
    }
    Bylines.Parsed parsed = Bylines.parse(text.substring(words.start(from), words.end(to - 1)), rules.names());
    return parsed == null || parsed.known() == 0;
  }

  /** Whether a full stop closes the line that ends with a word. */
  private boolean closed(int last) {
    int stop = last < words.count() ? words.start(last) : text.length();
    for (int i = words.end(last - 1); i < stop && !LineSpans.isBreak(text.charAt(i)); i++) {
      if (text.charAt(i) == '.' && text.charAt(i - 1) != '.' && !text.startsWith("..", i)) {
        return true;
      }
    }
    return false;
  }

  /** Whether a line that no full stop closes opens as lines of many of the outlet's pages do, whatever follows. */
  boolean opens(int from, int last) {
    int n = last - from;
    return n > SiteOpenings.WORDS && n <= LONGEST_LINE && words.keyChar(from, 0) != Arabic.WAW && !words.isNumber(from) && !rules.opensSentence(words, from) && !closed(last) && piece(from, last) > 0;
  }

  /** How many words from one on stand so on many of the outlet's pages, whatever they are; 0 for none. For what no full stop closes. */
  int piece(int from, int last) {
    return rules.reports(words, from) ? 0 : evidence.recurring(outlet, words, from, last);
  }

  /** Whether the outlet's name, of two words or more, stands among some words. */
  boolean named(int from, int to) {
    for (int w = from; name.length > 1 && w + name.length <= to; w++) {
      if (isOutlet(w, w + name.length)) {
        return true;
      }
    }
    return false;
  }

  /** Whether words are the outlet's name and nothing else: in an interview it asks. */
  private boolean isOutlet(int from, int to) {
    if (name.length != to - from) {
      return false;
    }
    for (int k = 0; k < name.length; k++) {
      if (name[k] != words.hash(from + k)) {
        return false;
      }
    }
    return true;
  }
}
