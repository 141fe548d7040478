package io.khabar.entity;

import io.khabar.model.EntityType;
import java.util.List;

/** Finds listed persons, places and organisations that are spelled otherwise than in the list: words that may be of a name, and sound like one together. Keeps what it knows of the words met last. */
final class SoundMatcher {
  static final String METHOD = "sound";
  private static final int LONGEST = 4;
  private static final int NONE = -1;
  private static final int PART = -2;
  private static final int LEAST_LETTERS = 3;
  private static final int LEAST_TOGETHER = 6;
  private static final double CONFIDENCE = 0.85;
  /** From this step of the letter model on a word is hardly an Arabic one. */
  private static final int FOREIGN = 1;
  private static final int CACHE = 1 << 12;

  private final Gazetteer gazetteer;
  private final Lexicon lexicon;
  private final long[] keptWords = new long[CACHE];
  private final boolean[] kept = new boolean[CACHE];
  private final long[] singleWords = new long[CACHE];
  private final int[] singles = new int[CACHE];

  SoundMatcher(Gazetteer gazetteer) {
    this.gazetteer = gazetteer;
    this.lexicon = gazetteer.lexicon();
  }

  /** Adds the persons found where no listed form of several words stands; they take the place of forms of one word. */
  void match(Passage p, List<Span> listed) {
    matchOthers(p, listed);
    boolean[] taken = null;
    for (int i = 0; i + 1 < p.count; i++) {
      if (p.glue(i + 1) != Passage.SPACE || !part(p, i + 1, 0)) {
        continue;
      }
      int reading = first(p, i);
      if (reading < 0) {
        continue;
      }
      taken = taken == null ? taken(p, listed) : taken;
      int to = i + 2;
      while (to < p.count && to - i < LONGEST && p.glue(to) == Passage.SPACE && part(p, to, 0)) {
        to++;
      }
      for (; to > i + 1; to--) {
        Span span = at(p, i, to, reading, taken);
        if (span != null) {
          int from = i;
          int end = to;
          listed.removeIf(s -> s.from < end && s.to > from);
          listed.add(span);
          i = to - 1;
          break;
        }
      }
    }
  }

  /** Adds places and organisations that nobody lists as they stand, and that have a word whose letters are no Arabic word's: «سترازبورغ», «مانشيستر يونايتد». */
  private void matchOthers(Passage p, List<Span> listed) {
    for (int i = 0; i < p.count; i++) {
      if (p.word(i, 0) >= 0 || p.words.keyLength(i) < LEAST_LETTERS) {
        continue;
      }
      if (parted(p, i, i + 1, listed) || parted(p, i - 1, i, listed)) {
        continue;
      }
      int slot = (int) (p.hash(i) >>> 40) & CACHE - 1;
      if (singleWords[slot] != p.hash(i)) {
        singleWords[slot] = p.hash(i);
        singles[slot] = ofOthers(p.key(i, i + 1, 0));
      }
      if (singles[slot] == NONE || behindClitic(p, i)) {
        continue;
      }
      Span span = severalAround(p, i);
      if (span == null && singles[slot] >= 0) {
        span = other(p, i, i + 1, singles[slot]);
      }
      if (span == null || span.accusative()) {
        continue;
      }
      int from = span.from;
      int to = span.to;
      if (listed.stream().noneMatch(s -> s.from < to && s.to > from && s.length() >= to - from)) {
        listed.removeIf(s -> s.from < to && s.to > from);
        listed.add(span);
        i = to - 1;
      }
    }
  }

  /** Adds the listed place or organisation of one word that two words are together: «غوانتا نامو», «يورو ستات». */
  private boolean parted(Passage p, int first, int second, List<Span> listed) {
    if (first < 0 || second >= p.count || p.glue(second) != Passage.SPACE || p.words.keyLength(first) < 2 || p.words.keyLength(first) + p.words.keyLength(second) < LEAST_TOGETHER) {
      return false;
    }
    // «سوق الزل في الديرة»
    if (((lexicon.flags(p.word(first, 0)) | lexicon.flags(p.word(second, 0))) & Lexicon.NOT_NAME) != 0) {
      return false;
    }
    int word = lexicon.find(Lexicon.hash(p.words, first, second));
    int[] values = word < 0 || lexicon.root(word) == 0 || lexicon.flags(word) != 0 ? null : lexicon.values(lexicon.root(word));
    if (values == null || values.length > 1 || values[0] < 0 || (values[0] & Gazetteer.GUARD) != 0) {
      return false;
    }
    EntityType type = gazetteer.entity(values[0] >> Gazetteer.FLAG_BITS).type();
    if (type == EntityType.PERSON || listed.stream().anyMatch(s -> s.from <= second && s.to > first && s.length() > 1)) {
      return false;
    }
    listed.removeIf(s -> s.from <= second && s.to > first);
    listed.add(new Span(p, first, second + 1, 0, type, METHOD, CONFIDENCE, values));
    return true;
  }

  /** Whether behind its first letters, read as clitics, a word is a known one: «ورجال». */
  private static boolean behindClitic(Passage p, int i) {
    for (int r = 1; r < Passage.READINGS; r++) {
      if (p.word(i, r) >= 0) {
        return true;
      }
    }
    return false;
  }

  /** The number of what a word means by itself, {@link #PART} where it may be part of a longer name, or {@link #NONE}. */
  private int ofOthers(String word) {
    int step = gazetteer.letters().step(word, LetterModel.FOREIGN);
    boolean foreign = step >= FOREIGN && !Endings.inflected(word, gazetteer);
    int single = foreign && word.length() >= LEAST_LETTERS + 2 ? gazetteer.sounds().single(word) : -1;
    return single >= 0 ? single : foreign && gazetteer.sounds().near().hasWord(word) ? PART : NONE;
  }

  /** The longest listed place or organisation of several words that those around a word sound like. */
  private Span severalAround(Passage p, int i) {
    int first = i;
    while (first > 0 && i - first + 1 < LONGEST && p.glue(first) == Passage.SPACE) {
      first--;
    }
    int last = i + 1;
    while (last < p.count && last - i < LONGEST && p.glue(last) == Passage.SPACE) {
      last++;
    }
    for (int length = LONGEST; length > 1; length--) {
      for (int from = Math.max(first, i + 1 - length); from <= i && from + length <= last; from++) {
        int number = gazetteer.sounds().near().other(p.key(from, from + length, 0));
        if (number >= 0) {
          return other(p, from, from + length, number);
        }
      }
    }
    return null;
  }

  private Span other(Passage p, int from, int to, int number) {
    return new Span(p, from, to, 0, gazetteer.entity(number).type(), METHOD, CONFIDENCE, new int[] {number << Gazetteer.FLAG_BITS | Gazetteer.FULL});
  }

  private static boolean[] taken(Passage p, List<Span> listed) {
    boolean[] taken = new boolean[p.count];
    for (Span span : listed) {
      for (int i = span.from; i < span.to; i++) {
        taken[i] = span.length() > 1;
      }
    }
    return taken;
  }

  private Span at(Passage p, int from, int to, int reading, boolean[] taken) {
    boolean open = false;
    for (int i = from; i < to; i++) {
      if (taken[i]) {
        return null;
      }
      open |= (lexicon.flags(p.word(i, i == from ? reading : 0)) & (Lexicon.GIVEN_ARABIC | Lexicon.PARTICLE)) == 0;
    }
    int cut = p.cut(from, reading);
    int number = open ? gazetteer.sounds().person(p.key(from, to, cut)) : -1;
    Span span = number < 0 ? null : new Span(p, from, to, cut, EntityType.PERSON, METHOD, CONFIDENCE, new int[] {number << Gazetteer.FLAG_BITS | Gazetteer.FULL});
    return span == null || span.accusative() ? null : span;
  }

  /** How the first word of a name is to be read, with or without clitics, or -1 where it is no part of one. */
  private int first(Passage p, int i) {
    for (int r = 0; r < Passage.READINGS; r++) {
      if ((r == 0 || p.word(i, r) >= 0 && !p.articleKept(i, r) && (lexicon.flags(p.word(i, r)) & Lexicon.ANY_NAME) != 0) && part(p, i, r)) {
        return r;
      }
    }
    return -1;
  }

  /** Whether a word may be of a name, and sounds like one of a listed name. */
  private boolean part(Passage p, int i, int reading) {
    int word = p.word(i, reading);
    int flags = lexicon.flags(word);
    if ((flags & Lexicon.NOT_NAME_MAKSURA) != 0 && p.endsInMaksura(i)) {
      return false;
    }
    if (word >= 0 && (flags & (Lexicon.ANY_NAME | Lexicon.PARTICLE)) == 0 || (flags & Lexicon.NATIONALITY) != 0 || p.words.keyLength(i) < LEAST_LETTERS || p.words.isNumber(i)) {
      return false;
    }
    int cut = p.cut(i, reading);
    long hash = cut == 0 ? p.hash(i) : Lexicon.hash(p.words, i, cut, false);
    int slot = (int) (hash >>> 40) & CACHE - 1;
    if (keptWords[slot] != hash) {
      keptWords[slot] = hash;
      kept[slot] = gazetteer.sounds().hasWord(p.key(i, i + 1, cut));
    }
    return kept[slot];
  }
}
