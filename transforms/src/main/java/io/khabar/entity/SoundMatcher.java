package io.khabar.entity;

import io.khabar.model.EntityType;
import java.util.List;

/** Finds listed persons, and places and organisations of one word, that are spelled otherwise than in the list: words that may be of a name, and sound like one together. Keeps what it knows of the words met last. */
final class SoundMatcher {
  private static final int LONGEST = 4;
  private static final int LEAST_LETTERS = 3;
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
    matchSingle(p, listed);
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

  /** Adds places and organisations of one word that nobody lists as it stands, and whose letters are no Arabic word's: «سترازبورغ». */
  private void matchSingle(Passage p, List<Span> listed) {
    for (int i = 0; i < p.count; i++) {
      if (p.word(i, 0) >= 0 || p.words.keyLength(i) < LEAST_LETTERS + 2) {
        continue;
      }
      int slot = (int) (p.hash(i) >>> 40) & CACHE - 1;
      if (singleWords[slot] != p.hash(i)) {
        singleWords[slot] = p.hash(i);
        singles[slot] = gazetteer.letters().step(p.words, i, 0, LetterModel.FOREIGN, -1) < FOREIGN ? -1 : gazetteer.singleBySound(p.key(i, i + 1, 0));
      }
      int at = i;
      if (singles[slot] >= 0 && listed.stream().noneMatch(s -> s.from <= at && s.to > at)) {
        listed.add(new Span(p, i, i + 1, 0, gazetteer.entity(singles[slot]).type(), "sound", CONFIDENCE, new int[] {singles[slot] << Gazetteer.FLAG_BITS | Gazetteer.FULL}));
      }
    }
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
    int number = open ? gazetteer.personBySound(p.key(from, to, cut)) : -1;
    return number < 0 ? null : new Span(p, from, to, cut, EntityType.PERSON, "sound", CONFIDENCE, new int[] {number << Gazetteer.FLAG_BITS | Gazetteer.FULL});
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
    if (word >= 0 && (flags & (Lexicon.ANY_NAME | Lexicon.PARTICLE)) == 0 || (flags & Lexicon.NATIONALITY) != 0 || p.words.keyLength(i) < LEAST_LETTERS || p.words.isNumber(i)) {
      return false;
    }
    int cut = p.cut(i, reading);
    long hash = cut == 0 ? p.hash(i) : Lexicon.hash(p.words, i, cut, false);
    int slot = (int) (hash >>> 40) & CACHE - 1;
    if (keptWords[slot] != hash) {
      keptWords[slot] = hash;
      kept[slot] = gazetteer.soundsOfName(p.key(i, i + 1, cut));
    }
    return kept[slot];
  }
}
