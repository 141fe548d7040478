package io.khabar.event;

import io.khabar.corpus.TermWeights;
import io.khabar.text.Words;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The terms that say most of a story: light stems by frequency and rarity, those of the title and the lead first. */
final class StoryTerms {
  /** Words of the text that are looked at: news tells the event first, and background after it. */
  private static final int WORDS = 300;

  private static final int LEAD_WORDS = 45;

  private static final class Gathered {
    final long hash;
    final int rarity;
    int count;
    boolean title;
    String surface;
    double weight;

    Gathered(long hash, int rarity) {
      this.hash = hash;
      this.rarity = rarity;
    }
  }

  private final WordTerms known;
  private final Map<Long, Gathered> terms = new HashMap<>();

  private StoryTerms(WordTerms known) {
    this.known = known;
  }

  /** The heaviest terms, the heaviest first. */
  static List<EventTerm> of(Words title, Words text, WordTerms known) {
    StoryTerms all = new StoryTerms(known);
    if (title != null) {
      all.add(title, true);
    }
    all.add(text, false);
    return all.ranked();
  }

  /** How rare the rarest word of a name is, in natural logarithms, within 1 and 7. */
  static double rarest(String name, TermWeights weights) {
    Words words = Words.of(name);
    int rarest = 0;
    for (int i = 0; i < words.count(); i++) {
      rarest = Math.max(rarest, weights.of(words.stem(i)));
    }
    return Math.max(100, Math.min(700, rarest)) / 100.0;
  }

  private void add(Words words, boolean title) {
    int n = Math.min(WORDS, words.count());
    for (int i = 0; i < n; i++) {
      int slot = known.slot(words, i);
      if (slot < 0) {
        continue;
      }
      long hash = known.term(slot);
      Gathered term = terms.get(hash);
      if (term == null) {
        term = new Gathered(hash, known.rarity(slot));
        terms.put(hash, term);
      }
      term.count += title ? EventFeatures.IN_TITLE : i < LEAD_WORDS ? EventFeatures.IN_LEAD : 1;
      term.title |= title;
      if (term.surface == null || words.end(i) - words.start(i) < term.surface.length()) {
        term.surface = words.surface(i);
      }
    }
  }

  private List<EventTerm> ranked() {
    List<Gathered> ranked = new ArrayList<>(terms.values());
    for (Gathered term : ranked) {
      term.weight = Math.sqrt(Math.min(16, term.count)) * term.rarity;
    }
    ranked.sort(Comparator.comparingDouble((Gathered t) -> -t.weight).thenComparingLong(t -> t.hash));
    ranked = ranked.subList(0, Math.min(EventFeatures.TERMS, ranked.size()));
    double square = 0;
    for (Gathered term : ranked) {
      square += term.weight * term.weight;
    }
    double norm = square == 0 ? 0 : EventFeatures.LENGTH / Math.sqrt(square);
    List<EventTerm> out = new ArrayList<>(ranked.size());
    for (Gathered term : ranked) {
      out.add(new EventTerm(term.hash, EventFeatures.weight(term.weight * norm), term.rarity, term.title, term.surface));
    }
    return out;
  }
}
