package io.khabar.segment;

import io.khabar.corpus.LineSpans;
import io.khabar.date.DateFinder;
import io.khabar.date.DateLine;
import io.khabar.date.FoundDate;
import io.khabar.model.Kind;
import io.khabar.text.Arabic;
import java.util.Arrays;
import java.util.List;

/**
 * Cuts pages whose every line break was squeezed to one blank: menu, headline, stamp and story are one line there. The cuts are where words show a border: both
 * copies of a headline that stands twice, a stamp, known entries of a menu, a place with its agency before the lead, a cue, the ends of sentences. A
 * long line is taken for squeezed only when a stamp or a menu stands in its head, so that an article that is one paragraph stays whole.
 *
 * <p>Cost: linear; the doubled headline is looked for in the page's first words only.
 */
final class SqueezedPage {
  private static final int LEAST_WORDS = 90;

  /** Headline, stamp and menu are looked for among so many words. */
  private static final int HEAD_WORDS = 160;

  /** The page's title, where the first copy stands, is behind few words: the outlet's name, a section. */
  private static final int FIRST_COPY = 30;

  private static final int LEAST_TITLE = 4;
  private static final int LONGEST_TITLE = 20;
  private static final int LEAST_MENU = 3;
  private static final int MOST_BETWEEN_ENTRIES = 3;
  private static final int LONGEST_PLACE = 4;
  private static final double STAMP_SHARE = 0.9;
  private static final int MOST_LABEL = 4;

  private final String text;
  private final PageWords words;
  private final SegmentRules rules;
  private int[] cuts = new int[64];
  private int count;
  private boolean chrome;

  private SqueezedPage(String text, PageWords words, SegmentRules rules) {
    this.text = text;
    this.words = words;
    this.rules = rules;
  }

  /** The ends of the lines, with the cuts inside squeezed ones. */
  static int[] cut(String text, PageWords words, SegmentRules rules, int[] ends) {
    int start = 0;
    int word = 0;
    for (int end : ends) {
      int first = word;
      while (word < words.count() && words.start(word) < end) {
        word++;
      }
      // the squeezed line is most of its page
      if (word - first >= LEAST_WORDS && (end - start) * 2 > text.length()) {
        SqueezedPage page = new SqueezedPage(text, words, rules);
        page.line(start, end, first, word);
        return page.chrome ? page.merged(ends, start, end) : ends;
      }
      start = end;
    }
    return ends;
  }

  private int[] merged(int[] ends, int start, int end) {
    int[] all = Arrays.copyOf(ends, ends.length + count);
    int n = ends.length;
    for (int i = 0; i < count; i++) {
      if (cuts[i] > start && cuts[i] < end) {
        all[n++] = cuts[i];
      }
    }
    Arrays.sort(all, 0, n);
    int kept = 0;
    for (int i = 0; i < n; i++) {
      if (kept == 0 || all[i] > all[kept - 1]) {
        all[kept++] = all[i];
      }
    }
    return Arrays.copyOf(all, kept);
  }

  private void line(int start, int end, int first, int last) {
    int head = Math.min(last, first + HEAD_WORDS);
    stamps(start, head == last ? end : words.start(head), first, head);
    menu(first, head);
    if (chrome) {
      headline(Math.min(words.count(), HEAD_WORDS), first, last);
      lead(first, head);
      sentences(first, last);
      cues(first, last);
    }
  }

  /** A headline stands in the page's title and above the story: both copies are lines. */
  private void headline(int head, int first, int last) {
    for (int i = 0; i < FIRST_COPY && i + LEAST_TITLE <= head; i++) {
      for (int j = i + LEAST_TITLE; j + LEAST_TITLE <= head; j++) {
        if (i > 0 && words.hash(i - 1) == words.hash(j - 1)) {
          continue;
        }
        int n = 0;
        while (j + n < last && i + n < j && n <= LONGEST_TITLE && words.hash(i + n) == words.hash(j + n)) {
          n++;
        }
        if (n >= LEAST_TITLE && n <= LONGEST_TITLE && j >= first) {
          before(i);
          before(i + n);
          before(j);
          before(j + n);
          return;
        }
      }
    }
  }

  /** A stamp with its label is a line. */
  private void stamps(int start, int end, int first, int head) {
    List<FoundDate> dates = DateFinder.find(text.substring(start, end));
    for (FoundDate date : dates) {
      if (!date.isDay()) {
        continue;
      }
      int a = wordAt(start + date.start(), first, head);
      int b = wordAt(start + date.end() - 1, first, head) + 1;
      int from = a;
      int to = b;
      // a label belongs to the stamp, the first word of a headline does not: it lowers the share
      double share = share(from, to);
      for (int k = 1; k <= MOST_LABEL && a - k >= first; k++) {
        if (share(a - k, to) >= share) {
          from = a - k;
          share = share(from, to);
        }
      }
      for (int k = 1; k <= MOST_LABEL && b + k <= head; k++) {
        if (share(from, b + k) >= share) {
          to = b + k;
          share = share(from, to);
        }
      }
      boolean opens = from == first || !insideSentence(from);
      if (opens && stamp(from, to)) {
        before(from);
        before(to);
        chrome = true;
      }
    }
  }

  private double share(int from, int to) {
    return classify(from, to).share();
  }

  private DateLine classify(int from, int to) {
    return DateLine.classify(text.substring(words.start(from), to < words.count() ? words.start(to) : text.length()));
  }

  private boolean stamp(int from, int to) {
    DateLine line = classify(from, to);
    return line.date() != null && line.share() >= STAMP_SHARE && (line.date().time() != null || line.role() != DateLine.Role.NONE);
  }

  /** «في 3 مارس 2025» is prose; a stamp has no preposition before it. */
  private boolean insideSentence(int w) {
    return rules.isStopWord(words.hash(w - 1));
  }

  private int wordAt(int at, int first, int last) {
    int w = first;
    while (w + 1 < last && words.start(w + 1) <= at) {
      w++;
    }
    return w;
  }

  /** Entries of a menu that follow one another. */
  private void menu(int first, int head) {
    int[] froms = new int[head - first + 1];
    int[] tos = new int[head - first + 1];
    int[] n = {0};
    rules
        .phrases()
        .find(
            words,
            first,
            head,
            (phrase, a, b) -> {
              if (phrase.kind() != Kind.NAV || phrase.where() != Phrase.Where.LINE) {
                return;
              }
              if (n[0] > 0 && a < tos[n[0] - 1]) {
                // of two entries that begin alike the longer one is meant
                if (a == froms[n[0] - 1]) {
                  tos[n[0] - 1] = Math.max(tos[n[0] - 1], b);
                }
                return;
              }
              froms[n[0]] = a;
              tos[n[0]++] = b;
            });
    int run = 0;
    for (int i = 1; i <= n[0]; i++) {
      if (i < n[0] && froms[i] - tos[i - 1] <= MOST_BETWEEN_ENTRIES) {
        continue;
      }
      if (i - run >= LEAST_MENU) {
        for (int k = run; k < i; k++) {
          before(froms[k]);
          before(tos[k]);
        }
        chrome = true;
      }
      run = i;
    }
  }

  /** «المدينة (وكالة) -» opens the lead. */
  private void lead(int first, int head) {
    for (int w = first + 1; w < head; w++) {
      int open = words.start(w) - 1;
      if (open < 0 || text.charAt(open) != '(') {
        continue;
      }
      int close = text.indexOf(')', open);
      if (close < 0 || close - open > 30 || close + 1 >= text.length() || !parts(close + 1) || !source(text.substring(open + 1, close))) {
        continue;
      }
      int at = place(first, w);
      if (at < w) {
        before(at);
        return;
      }
    }
  }

  /** Where the place before word {@code w} begins, with the city before its country; {@code w} when there is none. */
  private int place(int first, int w) {
    int at = w;
    for (int n = 1; n <= LONGEST_PLACE && at - n >= first; n++) {
      if (rules.names().isPlace(text.substring(words.start(at - n), words.end(at - 1)))) {
        at -= n;
        if (at == first || "\u060C,".indexOf(text.charAt(words.end(at - 1))) < 0) {
          return at;
        }
        n = 0;
      }
    }
    return at;
  }

  private boolean parts(int at) {
    int i = at;
    while (i < text.length() && LineSpans.isBlank(text.charAt(i))) {
      i++;
    }
    return i < text.length() && "-:\u2013\u2014\u0640".indexOf(text.charAt(i)) >= 0;
  }

  private boolean source(String name) {
    boolean capitals = name.length() >= 2 && name.length() <= 6;
    for (int i = 0; i < name.length() && capitals; i++) {
      capitals = name.charAt(i) >= 'A' && name.charAt(i) <= 'Z';
    }
    return capitals || rules.names().isAgency(name) || rules.names().isOutlet(name);
  }

  private void sentences(int first, int last) {
    for (int w = first + 1; w < last; w++) {
      int end = words.end(w - 1);
      boolean stop = false;
      boolean blank = false;
      for (int i = end; i < words.start(w); i++) {
        char c = text.charAt(i);
        stop |= c == '.' || c == '!' || c == Arabic.QUESTION_MARK || c == '?';
        blank |= LineSpans.isBlank(c);
      }
      // one letter and a dot is an abbreviation, two dots go on
      if (stop && blank && words.keyLength(w - 1) > 1 && !text.startsWith("..", end) && !words.isNumber(w)) {
        before(w);
      }
    }
  }

  /** A cue that is a line of its own elsewhere, of two words at least, at the end of a sentence. */
  private void cues(int first, int last) {
    rules
        .phrases()
        .find(
            words,
            first,
            last,
            (phrase, a, b) -> {
              if (phrase.kind() == Kind.RELATED_CUE && phrase.where() == Phrase.Where.LINE && b - a >= 2 && a > first && text.substring(words.end(a - 1), words.start(a)).indexOf('.') >= 0) {
                before(a);
                before(b);
              }
            });
  }

  /** A cut before a word and the signs that open it. */
  private void before(int w) {
    if (w <= 0 || w >= words.count()) {
      return;
    }
    int at = words.start(w);
    while (at > words.end(w - 1) && !LineSpans.isBlank(text.charAt(at - 1))) {
      at--;
    }
    add(at);
  }

  private void add(int at) {
    if (count == cuts.length) {
      cuts = Arrays.copyOf(cuts, count * 2);
    }
    cuts[count++] = at;
  }
}
