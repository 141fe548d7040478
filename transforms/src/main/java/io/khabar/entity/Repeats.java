package io.khabar.entity;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Names of one word that a story has again and again: where the model sees a word as a name more often than not, and at least {@link #SEEN} times, it is one everywhere in the story («قال الرازي», «مؤلفات الرازي»).
 * Nothing depends on the order of the words.
 */
final class Repeats {
  /** So often at least is a word a name by itself before it is one elsewhere. */
  private static final int SEEN = 3;

  /** What no name is, however often it seems to be one. */
  private static final int NEVER = Lexicon.NOT_NAME | Lexicon.NOT_NAME_MAKSURA | Lexicon.NATIONALITY | Lexicon.PARTICLE | Lexicon.PLACE_TRIGGER | Lexicon.ORG_TRIGGER | Lexicon.TITLE;

  private static final int LEAST_LETTERS = 4;

  private final Lexicon lexicon;

  Repeats(Lexicon lexicon) {
    this.lexicon = lexicon;
  }

  private static final class Word {
    private Span first;
    private int names;
    private boolean mixed;
    private final List<Span> others = new ArrayList<>();
  }

  /** Adds a span wherever a word stands by itself that is mostly a name in this story. */
  void add(List<Passage> passages, List<Span> kept) {
    Map<Long, Word> words = new HashMap<>();
    for (Span span : kept) {
      int flags = lexicon.flags(span.passage.word(span.from, 0));
      if (span.length() == 1 && span.passage.words.keyLength(span.from) - span.cut >= LEAST_LETTERS && (flags & NEVER) == 0) {
        Word word = words.computeIfAbsent(Lexicon.hash(span.passage.words, span.from, span.cut, false), k -> new Word());
        word.names++;
        word.first = word.first == null ? span : word.first;
        word.mixed |= word.first.type != span.type || word.first.entity != span.entity;
      }
    }
    words.values().removeIf(w -> w.names < SEEN || w.mixed);
    if (words.isEmpty()) {
      return;
    }
    for (Passage p : passages) {
      boolean[] taken = new boolean[p.count];
      for (Span span : kept) {
        for (int i = span.from; i < span.to && span.passage == p; i++) {
          taken[i] = true;
        }
      }
      for (int i = 0; i < p.count; i++) {
        Word word = taken[i] ? null : words.get(p.hash(i));
        if (word != null) {
          Span span = new Span(p, i, i + 1, 0, word.first.type, "repeated", word.first.confidence, null);
          span.entity = word.first.entity;
          span.id = word.first.id;
          span.nameAr = word.first.nameAr;
          word.others.add(span);
        }
      }
    }
    words.values().stream().filter(w -> w.names > w.others.size()).forEach(w -> kept.addAll(w.others));
  }
}
