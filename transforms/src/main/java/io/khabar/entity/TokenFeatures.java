package io.khabar.entity;

import io.khabar.model.EntityType;
import java.util.Arrays;
import java.util.List;

/**
 * What the sequence tagger looks at, as 64-bit hashes. Features of a word by itself (letters, affixes, what the lexicon says) are apart from those of its place
 * (neighbours together, listed forms, titles), so that the first can be kept per word type.
 */
final class TokenFeatures {
  /** Neighbours looked at on either side. */
  static final int WINDOW = 2;

  private static final int CORE_MIN = 3;

  private final Gazetteer gazetteer;
  private final Lexicon lexicon;
  private final PersonPatterns persons;

  TokenFeatures(Gazetteer gazetteer) {
    this.gazetteer = gazetteer;
    this.lexicon = gazetteer.lexicon();
    this.persons = new PersonPatterns(gazetteer);
  }

  /** A growing list of hashes. */
  static final class Sink {
    long[] at = new long[64];
    int size;

    void add(int template, long value) {
      if (size == at.length) {
        at = Arrays.copyOf(at, size * 2);
      }
      at[size++] = mix(template * 0x9E3779B97F4A7C15L + value);
    }

    void clear() {
      size = 0;
    }
  }

  static long mix(long h) {
    h ^= h >>> 33;
    h *= 0xff51afd7ed558ccdL;
    h ^= h >>> 33;
    h *= 0xc4ceb9fe1a85ec53L;
    h ^= h >>> 33;
    return h;
  }

  /** Features of word {@code i} by itself, as seen from the word {@code -offset} places away. */
  void ofWord(Passage p, int i, int offset, Sink out) {
    int base = (offset + WINDOW) * 64;
    int n = p.words.keyLength(i);
    int near = Math.abs(offset);
    out.add(base, Lexicon.hash(p.words, i, 0, false));
    int core = core(p, i);
    long coreHash = Lexicon.hash(p.words, i, core, false);
    if (core > 0) {
      out.add(base + 1, coreHash);
    } else if (near < 2) {
      out.add(base + 1, coreHash);
    }
    int own = lexicon.flags(p.word(i, 0));
    int behind = 0;
    for (int r = 1; r < Passage.READINGS; r++) {
      behind |= lexicon.flags(p.word(i, r));
    }
    out.add(base + 2, own);
    out.add(base + 3, own == 0 ? behind : -1);
    for (int bit = 0; bit < 12; bit++) {
      if ((own >> bit & 1) != 0) {
        out.add(base + 4, bit);
      }
      if (own == 0 && (behind >> bit & 1) != 0) {
        out.add(base + 5, bit);
      }
    }
    if (p.word(i, 0) < 0) {
      out.add(base + 6, behind == 0 ? 0 : 1);
    }
    char first = p.words.keyChar(i, 0);
    int shape = p.words.isNumber(i) ? 1 : first < '\u0600' ? 2 : article(p, i, 0) ? 3 : article(p, i, 1) ? 4 : 0;
    out.add(base + 9, shape);
    if (near == 2) {
      return;
    }
    for (int k = 1; k <= 4 && k <= n; k++) {
      if (near == 0 || k == 2 || k == 3) {
        out.add(base + 10 + k, part(p, i, n - k, n));
        out.add(base + 15 + k, part(p, i, 0, k));
      }
    }
    if (near == 0) {
      out.add(base + 20, Math.min(n, 10));
      for (int k = core; k + 3 <= n; k++) {
        out.add(base + 21, part(p, i, k, k + 3));
      }
      for (int k = 2; k <= 3 && k <= n - core; k++) {
        out.add(base + 21 + k, part(p, i, core, core + k));
      }
    }
  }

  private static boolean article(Passage p, int i, int at) {
    return p.words.keyLength(i) > at + 3 && p.words.keyChar(i, at) == '\u0627' && p.words.keyChar(i, at + 1) == '\u0644';
  }

  private static long part(Passage p, int i, int from, int to) {
    long h = 1125899906842597L;
    for (int k = from; k < to; k++) {
      h = 31 * h + p.words.keyChar(i, k);
    }
    return h;
  }

  /** Where a word begins when everything that may be a clitic is left off. */
  static int core(Passage p, int i) {
    int n = p.words.keyLength(i);
    int at = 0;
    char c = p.words.keyChar(i, 0);
    if ((c == '\u0648' || c == '\u0641') && n > CORE_MIN) {
      at = 1;
      c = p.words.keyChar(i, 1);
    }
    if ((c == '\u0628' || c == '\u0644' || c == '\u0643') && n - at > CORE_MIN) {
      if (c == '\u0644' && p.words.keyChar(i, at + 1) == '\u0644' && n - at > CORE_MIN + 1) {
        return at + 2;
      }
      at++;
    }
    if (n - at > CORE_MIN + 1 && article(p, i, at)) {
      at += 2;
    }
    return at;
  }

  /** What the listed forms and titles say of each word of a passage. */
  final class Marks {
    final int[] form;
    final int[] title;

    Marks(Passage p, List<Span> listed) {
      form = new int[p.count + 1];
      title = new int[p.count + 1];
      for (Span span : listed) {
        int kind = (span.type.ordinal() + 1) * 16;
        int full = 0;
        for (int v : span.values) {
          full |= v < 0 ? 0 : v & 3;
        }
        kind += full + (span.guarded ? 4 : 0) + (span.length() > 1 ? 8 : 0);
        for (int i = span.from; i < span.to; i++) {
          form[i] = kind * 4 + (i == span.from ? 1 : i == span.to - 1 ? 3 : 2);
        }
      }
      for (int i = 0; i < p.count; i++) {
        int end = persons.title(p, i);
        for (int k = i; k < end; k++) {
          title[k] = 1;
        }
        if (end > 0 && end < p.count && title[end] == 0) {
          title[end] = 2 + Math.min(2, p.glue(end));
        }
      }
    }
  }

  /** Features of the place of word {@code i}. */
  void ofPlace(Passage p, int i, int from, int to, Marks marks, Sink out) {
    int base = 512;
    boolean prev = i > from;
    boolean next = i + 1 < to;
    int form = marks.form[i];
    out.add(base, form);
    out.add(base + 1, (form >> 6) * 4 + (form & 3));
    out.add(base + 2, (prev ? marks.form[i - 1] : -1) * 4096L + form);
    out.add(base + 3, (next ? marks.form[i + 1] : -1) * 4096L + form);
    out.add(base + 4, (prev ? marks.form[i - 1] : -1));
    out.add(base + 5, (next ? marks.form[i + 1] : -1));
    int glueBefore = prev ? p.glue(i) : 4;
    int glueAfter = next ? p.glue(i + 1) : 4;
    out.add(base + 6, glueBefore);
    out.add(base + 7, glueAfter);
    out.add(base + 8, glueBefore * 8 + glueAfter);
    out.add(base + 9, marks.title[i]);
    out.add(base + 10, (prev ? marks.title[i - 1] : -1) * 16 + marks.title[i]);
    long here = Lexicon.hash(p.words, i, 0, false);
    int own = mask(p, i);
    out.add(base + 11, own * 8L + glueBefore);
    out.add(base + 12, own * 16L + marks.title[i]);
    if (prev) {
      out.add(base + 13, mix(Lexicon.hash(p.words, i - 1, 0, false)) + here);
      out.add(base + 14, mask(p, i - 1) * 8192L * 4 + own * 4L + glueBefore);
      out.add(base + 15, mix(Lexicon.hash(p.words, i - 1, 0, false)) + own);
    } else {
      out.add(base + 16, own);
    }
    if (next) {
      out.add(base + 17, mix(Lexicon.hash(p.words, i + 1, 0, false)) + here);
      out.add(base + 18, mask(p, i + 1) * 8192L * 4 + own * 4L + glueAfter);
      out.add(base + 19, mix(Lexicon.hash(p.words, i + 1, 0, false)) + own);
    }
    if (prev && next) {
      out.add(base + 20, (mask(p, i - 1) * 8192L + own) * 8192L + mask(p, i + 1));
    }
  }

  private int mask(Passage p, int i) {
    int own = lexicon.flags(p.word(i, 0));
    if (p.word(i, 0) < 0) {
      for (int r = 1; r < Passage.READINGS; r++) {
        own |= lexicon.flags(p.word(i, r));
      }
      return own == 0 ? 4096 : own | 4096;
    }
    return own;
  }

  /** The type of a label: PERSON, LOCATION, ORGANIZATION, MISC in the order of {@link #TYPES}. */
  static final EntityType[] TYPES = {EntityType.PERSON, EntityType.LOCATION, EntityType.ORGANIZATION, EntityType.MISC};

  Gazetteer gazetteer() {
    return gazetteer;
  }
}
