package io.khabar.segment;

import io.khabar.corpus.LineEvidence;
import io.khabar.corpus.LineForms;
import io.khabar.corpus.LineObservations;
import io.khabar.corpus.Sentences;
import io.khabar.corpus.SiteOpenings;
import java.util.Arrays;
import java.util.BitSet;

/**
 * Cuts lines where their words show that two things were glued together: a cue and the headline it announces («اقرأ المزيد: ...»), a paragraph
 * and the promotion behind it, a mail address at its end, a closing sentence that recurs over the outlet's pages.
 */
final class CueCutter {
  private static final int SHORTEST_HEADLINE = 2;
  private static final int GLUED = 4;
  /** A line of more words holds more than a paragraph's end. */
  private static final int LONG = 40;

  /** A fragment behind the last stop, which no stop ends. */
  private static final int LONGEST_FRAGMENT = 16;

  private static final int LONGEST_CLOSING = 240;
  private static final int MOST_CLOSING = 4;

  /** Of the headline that stands behind a cue on a line of its own. */
  private static final int LONGEST_ANNOUNCED = 26;

  private static final Cues.Cue LABEL = new Cues.Cue(1, true, false, true);
  private static final int MOST_PROMOTIONS = 40;
  private static final int MOST_LISTED = 6;

  private final String text;
  private final PageWords words;
  private final SegmentRules rules;
  private final Recurring recurring;
  private final Cues cues;
  private final HeadlineEnd headlines;
  private final SiteSpeech site;
  private final LineHead head;
  private final SentenceStops stops;
  private final Addresses addresses;
  private final InnerCues inner;
  private final LeftOver leftOver;
  private final BitSet announced = new BitSet();
  private final CalledHeadlines called;
  private final FormedLines formed;
  private int[] out;
  private int count;

  /** Headlines announced so far by one cue. */
  private int listed;

  CueCutter(String text, PageWords words, SegmentRules rules, LineEvidence evidence, String outlet, Recurring recurring) {
    this.text = text;
    this.words = words;
    this.rules = rules;
    this.recurring = recurring;
    this.stops = new SentenceStops(text, words);
    this.cues = new Cues(rules, text, words, recurring);
    this.headlines = new HeadlineEnd(rules, cues, text, words);
    this.site = new SiteSpeech(rules, cues, headlines, words, recurring);
    this.called = new CalledHeadlines(text, words, stops, rules, recurring, cues, site, headlines);
    this.addresses = new Addresses(text, words);
    this.inner = new InnerCues(text, words, cues, addresses);
    this.leftOver = new LeftOver(text, words, rules, evidence, outlet, recurring, cues, site);
    this.formed = new FormedLines(text, words, evidence, outlet, rules.siteWords());
    this.head = new LineHead(rules, text, words, outlet);
  }

  /** Whether the line that begins at a char is a headline that a cue in the same line announced; known after {@link #cut}. */
  boolean announced(int start) {
    return announced.get(start);
  }

  /** Whether the line that begins at a char is a headline that a call to read on stands behind in the same line; known after {@link #cut}. */
  boolean called(int start) {
    return called.is(start);
  }

  /** Whether the line that begins at a char says what many of the outlet's pages end with; known after {@link #cut}. */
  boolean said(int start) {
    return leftOver.said(start);
  }

  /** Whether the line that begins at a char has a form that recurs over the outlet's pages; known after {@link #cut}. */
  boolean formed(int start) {
    return formed.is(start);
  }

  /** The ends of the lines, with the further cuts. */
  int[] cut(int[] ends) {
    out = new int[ends.length + 8];
    int word = 0;
    int start = 0;
    formed.find();
    for (int end : ends) {
      while (word < words.count() && words.start(word) < start) {
        word++;
      }
      int first = word;
      while (word < words.count() && words.start(word) < end) {
        word++;
      }
      if (!formed.is(start) || cues.atStart(first, word) != null || recurring.end(first, word) > 0) {
        formed.none(start, end);
        line(end, first, word);
      }
      add(end);
      start = end;
    }
    return Arrays.copyOf(out, count);
  }

  private void line(int end, int first, int last) {
    int rest = head.end(first, last);
    if (rest > first) {
      add(opening(rest));
      line(end, rest, last);
      return;
    }
    Cues.Cue cue = cues.atStart(first, last);
    int said = last - first > LONG ? -1 : recurring.end(first, last);
    if (said > 0 && last - said >= SHORTEST_HEADLINE && (cue == null || said > first + cue.length()) && !closed(end, last)) {
      cue = new Cues.Cue(said - first, true, false, true);
    }
    int from = first;
    // a section's name before a date is none: «الأكثر قراءة | 5 مايو 2019»
    int headline = cue == null ? last : first + cue.length();
    boolean date = headline < last && words.isNumber(headline) && words.isNumber(last - 1) && last - headline <= GLUED;
    if (!date && last - headline >= SHORTEST_HEADLINE) {
      if (last - first <= LONG) {
        int at = opening(headline);
        add(at);
        if (cue.announces() && last - headline <= LONGEST_ANNOUNCED && !closed(end, last)) {
          announced.set(at);
        }
        return;
      }
      // a long line that opens like a button is prose: «تفاصيل أكثر عن الحادث كشفتها ...»
      if (cue.announces() || rules.opensSentence(words, headline)) {
        from = announce(headline, last, cue);
      }
    }
    if (last - from <= GLUED) {
      return;
    }
    if (last - from > LONG || site.promotionEnd(from, last) > 0) {
      from = insideLong(from, last);
    }
    if (last - from > GLUED) {
      tail(from, end, last);
    }
  }

  /** Whether a full stop closes a line: it does no headline. */
  private boolean closed(int end, int last) {
    int at = words.end(last - 1);
    return at < end && text.charAt(at) == '.' && !text.startsWith("..", at);
  }

  /** The end of a line: a promotion, a mail address, a closing sentence that recurs. */
  private void tail(int first, int end, int last) {
    int from = first;
    // a bound, so that a line of nothing but promotions costs no square of its length
    for (int n = 0; n < MOST_PROMOTIONS; n++) {
      int at = last - from > GLUED ? rules.cut(words, from + 1, last, stops::opens) : -1;
      int stop = at > 0 ? stops.end(at, last) : last;
      if (at < 0 || last - at <= LONG || stop == last) {
        end(from, at, end, last);
        return;
      }
      // the story goes on behind it
      add(opening(at));
      add(opening(stop));
      from = stop;
    }
  }

  private void end(int first, int promotion, int end, int last) {
    if (last - first <= GLUED) {
      return;
    }
    int start = words.start(first);
    int at = promotion > 0 ? opening(promotion) : -1;
    int mail = addresses.behindStop(start, at > 0 ? at : end);
    if (mail > start) {
      add(mail);
    }
    if (at > start) {
      if (promotion - first <= LONGEST_ANNOUNCED && SiteOpenings.separates(text, words.end(promotion - 1), words.start(promotion)) && !closed(end, last)) {
        // a headline and the call to read on behind it
        called.mark(count == 0 ? 0 : out[count - 1]);
      }
      add(at);
    } else if (mail <= start) {
      closing(start, end);
    }
  }

  /** The last sentences of a paragraph, as far as they are the site's. */
  private void closing(int start, int end) {
    int[] cuts = new int[MOST_CLOSING];
    int n = 0;
    int stop = end;
    while (n < MOST_CLOSING && stop - start > LineObservations.LONGEST_LINE) {
      int tail = Sentences.tail(text, start, stop, LONGEST_CLOSING);
      if (tail <= start || !leftOver.site(tail, stop) && !(stop == end && (leftOver.is(tail, stop) || leftOver.signed(tail, stop)))) {
        break;
      }
      cuts[n++] = tail;
      stop = tail;
    }
    while (n > 0) {
      add(cuts[--n]);
    }
    leftOver.pieces(start, end).forEach(this::add);
  }

  /** Cues and the site's sentences in a line that holds a whole article; the word from which on nothing was cut. */
  private int insideLong(int first, int last) {
    int from = first;
    int a = first;
    while (a < last) {
      int call = called.callBehind(a, last);
      if (call > 0) {
        if (a > first) {
          add(opening(a));
        }
        called.mark(count == 0 ? 0 : out[count - 1]);
        add(opening(call));
        from = call;
        a = call;
      }
      int past = a > first ? form(a, last) : a;
      if (past > a) {
        from = past;
        a = past;
        continue;
      }
      Cues.Cue cue = a > first ? cues.at(a, last) : null;
      int said = recurring.end(a, last);
      if (cue != null && said <= a + cue.length()) {
        add(opening(a));
        int end = Math.min(a + cue.length(), last);
        if (end < last && cue.announces()) {
          end = announce(end, last, cue);
        } else if (end < last) {
          add(opening(end));
        }
        from = end;
        a = end;
        continue;
      }
      if (said > 0) {
        if (a > first) {
          add(opening(a));
        }
        if (said < last) {
          add(opening(said));
          // a long sentence is no label: the dash behind it may open the next answer of an interview
          if (said - a <= SiteOpenings.LONGEST_LABEL && SiteOpenings.separates(text, words.end(said - 1), words.start(said))) {
            said = announce(said, last, LABEL);
          }
        }
        from = said;
        a = said;
        continue;
      }
      int b = inner.next(a, stops.end(a, last), last);
      int end = site.end(a, b, first);
      if (end > a) {
        if (a > first) {
          add(opening(a));
        }
        if (end < last) {
          add(opening(end));
        }
        from = end;
        b = end;
      }
      a = b;
    }
    return from;
  }

  /** Cuts a headline whose form recurs from a line; the word behind it and what goes with it, {@code a} where there is none. */
  private int form(int a, int last) {
    FormedLines.Inside form = formed.at(a);
    if (form == null || cues.at(a, last) != null) {
      return a;
    }
    for (int w = a; w < Math.max(a + 1, form.headline()); w++) {
      if (rules.reports(words, w)) {
        return a;
      }
    }
    // two words or more may open alike whatever they are
    if (form.wrapped() < 0 && form.headline() < a + 2 && (rules.opensSentence(words, a) || headlines.conjunction(a))) {
      return a;
    }
    int end = form.end() < 0 || form.wrapped() > 0 ? -1 : LineForms.bracketed(text, words, form.end(), last, rules.siteWords());
    if (form.end() >= 0 && end < 0 && form.wrapped() < 0) {
      return a;
    }
    add(form.sign());
    if (form.wrapped() > 0) {
      add(form.wrapped());
      return Math.min(last, form.end());
    }
    if (form.end() < 0) {
      if (opening(form.headline()) > form.sign()) {
        formed.mark(form.sign(), opening(form.headline()));
      }
      return announce(form.headline(), last, LABEL);
    }
    called.mark(form.sign());
    int behind = end < last ? opening(end) : words.end(end - 1);
    add(opening(form.end()));
    formed.mark(opening(form.end()), behind);
    add(behind);
    return end;
  }

  /** Cuts the headline that a cue announces, and marks it; the word behind it. */
  private int announce(int headline, int last, Cues.Cue cue) {
    int from = opening(headline);
    add(from);
    int wrapped = headlines.wrapped(headline - cue.length(), headline, last);
    if (wrapped > 0) {
      announced.set(from);
      return wrapped < last ? next(wrapped, last, cue) : wrapped;
    }
    int stop = stops.end(headline, last);
    // how long a sentence is, is of no interest beyond the longest headlines
    while (stop < last && stop - headline <= LONG && stops.dots(stop)) {
      stop = stops.end(stop, last);
    }
    int end = headlines.of(headline, stop, last, cue.list());
    // of several headlines each may end like a question or a call
    while (cue.list() && end > headline && end < last && stops.before(end) && text.charAt(words.end(end - 1)) != '.' && !rules.opensSentence(words, end) && stops.end(end, last) - end <= LONGEST_FRAGMENT) {
      end = stops.end(end, last);
    }
    if (end > headline) {
      announced.set(from);
    }
    return end > headline && end < last ? next(end, last, cue) : cutAt(end, last);
  }

  /** Cuts behind a headline; where a bullet or a dash and quotes part it from another one, that one is cut, too. The word behind them. */
  private int next(int end, int last, Cues.Cue cue) {
    boolean dash = false;
    boolean bullet = false;
    boolean quoted = false;
    for (int i = words.end(end - 1); i < words.start(end); i++) {
      char c = text.charAt(i);
      bullet |= c == '*' || c == '\u2022' || c >= '\u25A0' && c <= '\u25FF' || c >= '\u2460' && c <= '\u2473';
      dash |= c == '-' || c == '\u2013' || c == '|';
      quoted |= c == '\u00AB' || c == '\u201C';
    }
    boolean numbered = words.isNumber(end) && end + 1 < last && text.startsWith("- ", words.end(end));
    boolean another = bullet || dash && quoted || numbered;
    if (++listed > MOST_LISTED || !another || cues.at(end, last) != null) {
      listed = 0;
      return cutAt(end, last);
    }
    return announce(end, last, new Cues.Cue(0, true, false, cue.sure()));
  }

  private int cutAt(int end, int last) {
    if (end < last) {
      add(opening(end));
    }
    return end;
  }

  /** Where word {@code w} begins, its opening quote included. */
  private int opening(int w) {
    return words.opening(w, text);
  }

  private void add(int end) {
    if (count > 0 && end <= out[count - 1]) {
      return;
    }
    if (count == out.length) {
      out = Arrays.copyOf(out, count * 2);
    }
    out[count++] = end;
  }
}
