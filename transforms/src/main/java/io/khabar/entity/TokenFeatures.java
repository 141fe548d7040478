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

  /** The bit that tells features of a word's own letters. */
  static final long LETTERS = 1L << 32;

  private static final int CORE_MIN = 3;
  /** The prior of a well-known entity. */
  private static final int KNOWN = 7;

  private final Gazetteer gazetteer;
  private final Lexicon lexicon;
  private final PersonPatterns persons;
  private final WordClasses classes = WordClasses.shipped();

  /** What the letters of the word judged last say, with and without its clitics, and its classes: {@link #ofWord} is asked for one word five times over. */
  private final int[] letterSteps = new int[4];
  private int whole;
  private int bare;
  private Passage judgedIn;
  private int judged;

  TokenFeatures(Gazetteer gazetteer) {
    this.gazetteer = gazetteer;
    this.lexicon = gazetteer.lexicon();
    this.persons = new PersonPatterns(gazetteer);
  }

  /** A growing list of hashes. */
  static final class Sink {
    long[] at = new long[64];
    /** Room beside {@link #at} for who looks the hashes up. */
    long[] slot = new long[64];
    int size;

    void add(int template, long value) {
      if (size == at.length) {
        at = Arrays.copyOf(at, size * 2);
        slot = new long[size * 2];
      }
      at[size++] = mix(template * 0x9E3779B97F4A7C15L + value) & ~LETTERS;
    }

    /** Adds a feature of a word's own letters, which learning hides at times. */
    void letters(int template, long value) {
      add(template, value);
      at[size - 1] |= LETTERS;
    }

    /** Drops what certainly is not among the known, without a branch that would be guessed wrong, and says how many stay; an upper half of 0 counts as 2. */
    int keepKnown(KeyBits known) {
      int kept = 0;
      for (int i = 0; i < size; i++) {
        long hash = at[i];
        at[kept] = hash >>> 32 == 0 ? 2L << 32 : hash;
        kept += known.bit(hash);
      }
      size = kept;
      return kept;
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
    own(out, near, base, p.hash(i));
    int core = core(p, i);
    long coreHash = Lexicon.hash(p.words, i, core, false);
    if (core > 0 || near < 2) {
      own(out, near, base + 1, coreHash);
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
    judge(p, i, core, coreHash);
    out.add(base + 24, whole & 0xFFFF);
    out.add(base + 25, whole >> 16);
    if (bare != -2) {
      out.add(base + 26, bare & 0xFFFF);
      out.add(base + 27, bare >> 16);
    }
    if (near == 2) {
      return;
    }
    int foreign = letterSteps[0];
    int arabic = letterSteps[1];
    out.add(base + 28, foreign);
    out.add(base + 29, arabic);
    out.add(base + 30, foreign * 16L + arabic);
    out.add(base + 31, own * 16L + foreign);
    if (core > 0) {
      out.add(base + 32, letterSteps[2]);
      out.add(base + 33, letterSteps[3]);
    }
    for (int r = 0; r < Passage.READINGS; r++) {
      int single = single(p.word(i, r));
      if (single != 0) {
        out.add(base + 34, single * 2 + (r > 0 ? 1 : 0));
      }
    }
    for (int k = 1; k <= 4 && k <= n; k++) {
      if (near == 0 || k == 2 || k == 3) {
        own(out, near, base + 10 + k, part(p, i, n - k, n));
        own(out, near, base + 15 + k, part(p, i, 0, k));
      }
    }
    if (near == 0) {
      out.add(base + 20, Math.min(n, 10));
      for (int k = core; k + 3 <= n; k++) {
        out.letters(base + 21, part(p, i, k, k + 3));
      }
      for (int k = 2; k <= 3 && k <= n - core; k++) {
        out.letters(base + 21 + k, part(p, i, core, core + k));
      }
    }
  }

  private void judge(Passage p, int i, int core, long coreHash) {
    if (judgedIn == p && judged == i) {
      return;
    }
    judgedIn = p;
    judged = i;
    whole = classes.of(p.hash(i));
    bare = core > 0 ? classes.of(coreHash) : -2;
    int own = lexicon.flags(p.word(i, 0));
    int listed = (own & (Lexicon.COMMON | Lexicon.NOT_NAME)) != 0 ? LetterModel.ORDINARY
        : (own & (Lexicon.GIVEN_ARABIC | Lexicon.FAMILY)) != 0 ? LetterModel.ARABIC
        : (own & (Lexicon.GIVEN_FOREIGN | Lexicon.PERSON_WORD)) != 0 ? LetterModel.FOREIGN : -1;
    LetterModel letters = gazetteer.letters();
    letterSteps[0] = letters.step(p.words, i, 0, LetterModel.FOREIGN, listed);
    letterSteps[1] = letters.step(p.words, i, 0, LetterModel.ARABIC, listed);
    if (core > 0) {
      letterSteps[2] = letters.step(p.words, i, core, LetterModel.FOREIGN, -1);
      letterSteps[3] = letters.step(p.words, i, core, LetterModel.ARABIC, -1);
    }
  }

  /** What a word is as a listed form of one word: the types, whether one is guarded, whether one is well known. */
  private int single(int word) {
    if (word < 0 || lexicon.root(word) == 0) {
      return 0;
    }
    int[] values = lexicon.values(lexicon.root(word));
    int out = 1;
    for (int k = 0; values != null && k < values.length; k++) {
      if (values[k] >= 0) {
        Entity e = gazetteer.entity(values[k] >> Gazetteer.FLAG_BITS);
        out |= 2 << e.type().ordinal() | ((values[k] & Gazetteer.GUARD) != 0 ? 64 : 0) | (e.prior() >= KNOWN ? 128 : 0);
      }
    }
    return out;
  }

  private static void own(Sink out, int near, int template, long value) {
    if (near == 0) {
      out.letters(template, value);
    } else {
      out.add(template, value);
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
    final int[] mask;
    final int[] kind;

    Marks(Passage p, List<Span> listed) {
      this(p, listed, new int[p.count], new int[p.count]);
      for (int i = 0; i < p.count; i++) {
        mask[i] = mask(p, i);
        kind[i] = kind(p, i);
      }
    }

    /** Marks whose masks and kinds of words the caller knows. */
    Marks(Passage p, List<Span> listed, int[] masks, int[] kinds) {
      mask = masks;
      kind = kinds;
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

  /** Whether a listed name of several words begins with a class word or ends with an adjective of nationality, and so may be but a description. */
  boolean generic(Span span) {
    Passage p = span.passage;
    int first = 0;
    for (int r = 0; r < Passage.READINGS; r++) {
      first |= lexicon.flags(p.word(span.from, r));
    }
    int last = lexicon.flags(p.word(span.to - 1, 0));
    return (last & Lexicon.NATIONALITY) != 0 || (span.type == EntityType.LOCATION && (first & (Lexicon.PLACE_TRIGGER | Lexicon.NOT_NAME | Lexicon.COMMON)) != 0);
  }

  /** Whether a word is an ordinary one as well, and nothing but the model may take it for a name: no title before it, no name beside it. */
  boolean ordinary(Passage p, int i, Marks marks) {
    if ((lexicon.flags(p.word(i, 0)) & (Lexicon.COMMON | Lexicon.NOT_NAME)) == 0 || marks.title[i] > 1) {
      return false;
    }
    int beside = (i > 0 ? lexicon.flags(p.word(i - 1, 0)) : 0) | (i + 1 < p.count ? lexicon.flags(p.word(i + 1, 0)) : 0);
    return (beside & Lexicon.ANY_NAME) == 0;
  }

  /** The class of a word, or where it has none, of what is behind its clitics. */
  int kind(Passage p, int i) {
    int kind = classes.of(p.hash(i));
    if (kind >= 0) {
      return kind;
    }
    int core = core(p, i);
    return core == 0 ? -1 : classes.of(Lexicon.hash(p.words, i, core, false));
  }

  /** What the lexicon says of a word, and whether that is of it without its clitics only. */
  int mask(Passage p, int i) {
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
