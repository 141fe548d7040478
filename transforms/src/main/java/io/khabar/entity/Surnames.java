package io.khabar.entity;

import io.khabar.model.EntityType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The surnames of a story's persons; headlines come first, so the whole story is known before any is used. */
final class Surnames {
  private final Gazetteer gazetteer;
  private final Lexicon lexicon;
  private final Map<String, Span> byKey = new TreeMap<>();
  private final Map<String, Span> bySound = new HashMap<>();
  private final Map<Long, Span> byHash = new HashMap<>();

  Surnames(Gazetteer gazetteer) {
    this.gazetteer = gazetteer;
    this.lexicon = gazetteer.lexicon();
  }

  void add(Span span) {
    if (span.length() < 2 || !span.linked()) {
      return;
    }
    Passage p = span.passage;
    String surname = p.key(span.to - 1, span.to, 0);
    int before = gazetteer.lexicon().flags(p.word(span.to - 2, 0));
    if ((before & Lexicon.PARTICLE) != 0 || surname.length() < 3) {
      return;
    }
    if (byKey.putIfAbsent(surname, span) == null) {
      byHash.put(Lexicon.hash(surname), span);
    }
    if (!gazetteer.isArabicName(surname) && surname.length() > 3) {
      bySound.putIfAbsent(SoundSkeleton.word(surname), span);
    }
  }

  boolean resolve(Span span) {
    String key = span.key();
    Span whole = byKey.get(key);
    if (whole == null && key.length() > 3 && !gazetteer.isArabicName(key)) {
      whole = bySound.get(SoundSkeleton.word(key));
    }
    if (whole == null) {
      return false;
    }
    copy(whole, span);
    return true;
  }

  private static void copy(Span whole, Span part) {
    part.entity = whole.entity;
    part.id = whole.id;
    part.nameAr = whole.nameAr;
    part.confidence = 0.9;
  }

  /** Adds a span for every bare surname not yet covered. */
  void scan(List<Passage> passages, List<Span> kept) {
    if (byKey.isEmpty()) {
      return;
    }
    Map<Passage, boolean[]> taken = new HashMap<>();
    passages.forEach(p -> taken.put(p, new boolean[p.count + 1]));
    for (Span span : kept) {
      boolean[] t = taken.get(span.passage);
      for (int i = span.from; i < span.to; i++) {
        t[i] = true;
      }
    }
    for (Passage p : passages) {
      boolean[] t = taken.get(p);
      for (int i = 0; i < p.count; i++) {
        if (!t[i]) {
          bare(p, i, t, kept);
        }
      }
    }
  }

  private void bare(Passage p, int i, boolean[] taken, List<Span> kept) {
    int length = p.words.keyLength(i);
    int flags = lexicon.flags(p.word(i, 0));
    if (length < 3 || (flags & Lexicon.NOT_NAME) != 0) {
      return;
    }
    // clitics: none, a conjunction, a preposition, both
    int cut = 0;
    for (int step = 0; step < 3 && length - cut >= 3; step++) {
      Span whole = byHash.get(Lexicon.hash(p.words, i, cut, false));
      boolean known = cut > 0 && (flags & (Lexicon.ANY_NAME | Lexicon.COMMON)) != 0;
      if (whole != null && !known && (cut == 0 || length - cut >= 3)) {
        boolean given = (flags & (Lexicon.GIVEN_ARABIC | Lexicon.COMMON | Lexicon.NATIONALITY)) != 0;
        if (given && (nameLike(p, i + 1, taken) || nameLike(p, i - 1, taken))) {
          return;
        }
        Span span = new Span(p, i, i + 1, cut, EntityType.PERSON, "surname", 0.9, null);
        copy(whole, span);
        kept.add(span);
        taken[i] = true;
        return;
      }
      char c = p.words.keyChar(i, cut);
      boolean conjunction = cut == 0 && (c == '\u0648' || c == '\u0641');
      boolean preposition = c == '\u0628' || c == '\u0644' || c == '\u0643';
      if (!conjunction && !preposition) {
        return;
      }
      cut++;
      if (preposition) {
        step = 1;
      }
    }
  }

  private boolean nameLike(Passage p, int i, boolean[] taken) {
    return i >= 0 && i < p.count && !taken[i] && (lexicon.flags(p.word(i, 0)) & Lexicon.ANY_NAME) != 0;
  }
}
