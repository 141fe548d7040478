package io.khabar.segment;

import io.khabar.corpus.LineEvidence;
import io.khabar.corpus.LineForms;
import io.khabar.corpus.LineSpans;
import io.khabar.corpus.SiteWords;
import io.khabar.text.Hash64;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;

/** Lines below a page's first prose that have a form which recurs over the outlet's pages, and which the page has once: see {@link LineForms}. */
final class FormedLines {
  private final String text;
  private final PageWords words;
  private final LineEvidence evidence;
  private final long outlet;
  private final SiteWords site;

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
    LineSpans spans = LineSpans.of(text);
    boolean prose = false;
    int word = 0;
    for (int i = 0; i < spans.count(); i++) {
      int first = word;
      while (word < words.count() && words.start(word) < spans.end(i)) {
        word++;
      }
      if (prose) {
        for (long key : LineForms.keys(text, words, first, word, spans.start(i), spans.end(i), site)) {
          if (evidence.form(outlet, key)) {
            once.merge(key, i, (a, b) -> -1);
          }
        }
      }
      prose |= LineForms.prose(text, first, word, spans.end(i));
    }
    for (int i : once.values()) {
      if (i >= 0) {
        found.set(spans.start(i), spans.end(i));
      }
    }
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
