package io.khabar.segment;

import io.khabar.corpus.LineEvidence;
import io.khabar.corpus.LineForms;
import io.khabar.corpus.LineSpans;
import io.khabar.corpus.SiteWords;
import io.khabar.text.Hash64;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Lines below a page's first prose, and sentences inside an article of one line, that have a form which recurs over the outlet's pages and which the page has once: see {@link LineForms}. */
final class FormedLines {
  /** In chars. */
  private static final int LONGEST_WRAPPED = 200;

  private final String text;
  private final PageWords words;
  private final LineEvidence evidence;
  private final long outlet;
  private final SiteWords site;

  private final List<Inside> inside = new ArrayList<>();
  private final Map<Integer, Inside> byWord = new HashMap<>();

  /**
   * A form inside a line, see {@link LineForms.Inside}, or a whole line, which has no words here.
   *
   * @param wrapped one past the signs that close it, or -1 where none do
   */
  record Inside(int sign, int word, int headline, int end, int wrapped) {}

  /** Their chars. */
  private final BitSet found = new BitSet();

  FormedLines(String text, PageWords words, LineEvidence evidence, String outlet, SiteWords site) {
    this.site = site;
    this.text = text;
    this.words = words;
    this.evidence = evidence;
    this.outlet = outlet == null ? 0 : Hash64.of(outlet);
  }

  /** Looks at the page's lines. */
  void find() {
    if (evidence.lines().length == 0) {
      return;
    }
    Map<Long, Integer> once = new HashMap<>();
    boolean[] prose = {false};
    LineForms.lines(
        text,
        words,
        (first, last, start, end) -> {
          if (prose[0]) {
            for (long key : LineForms.keys(text, words, first, last, start, end, site)) {
              keep(key, new Inside(start, -1, -1, -1, end), once);
            }
          }
          LineForms.inside(text, words, first, last, site, (key, sign, word, headline, behind) -> keep(key, new Inside(sign, word, headline, behind, -1), once));
          prose[0] |= LineForms.prose(text, first, last, end);
        });
    for (int i : once.values()) {
      if (i < 0) {
        continue;
      }
      Inside form = inside.get(i);
      if (form.word < 0) {
        found.set(form.sign, form.wrapped);
        continue;
      }
      int wrapped = wrapped(form.sign);
      if (wrapped > 0) {
        found.set(form.sign, wrapped);
        form = new Inside(form.sign, form.word, form.headline, words.at(wrapped), wrapped);
      }
      // an end that is known is worth more
      byWord.merge(form.word, form, (a, b) -> a.end >= b.end ? a : b);
    }
  }

  private void keep(long key, Inside form, Map<Long, Integer> once) {
    if (evidence.form(outlet, key)) {
      once.merge(key, inside.size(), (a, b) -> -1);
      inside.add(form);
    }
  }

  /** One past the signs that close a headline between rows of signs («~~~ headline ~~~»), or -1. */
  private int wrapped(int from) {
    int open = from;
    while (open < text.length() && LineSpans.isBlank(text.charAt(open))) {
      open++;
    }
    int behind = row(open);
    if (behind < 0) {
      return -1;
    }
    char c = text.charAt(open);
    char turned = c == '>' ? '<' : c == '<' ? '>' : c;
    for (int i = behind; i < Math.min(text.length(), behind + LONGEST_WRAPPED) && text.charAt(i) != '.'; i++) {
      if (text.charAt(i) == turned) {
        return row(i);
      }
    }
    return -1;
  }

  /** One past a row of equal signs, two or more, or -1. */
  private int row(int from) {
    int to = from;
    while (to < text.length() && text.charAt(to) == text.charAt(from)) {
      to++;
    }
    return to - from > 1 && !Character.isLetterOrDigit(text.charAt(from)) ? to : -1;
  }

  /** The form inside a line that begins at a word, or null. */
  Inside at(int word) {
    return byWord.get(word);
  }

  /** Says that what stands between two chars is one. */
  void mark(int from, int to) {
    found.set(from, to);
  }

  /** Whether the line that begins at a char is one. */
  boolean is(int start) {
    return found.get(start);
  }

  /** Says that what stands between two chars is told by something else. */
  void none(int start, int end) {
    found.clear(start, end);
  }
}
