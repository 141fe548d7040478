package io.khabar.event;

import io.khabar.corpus.TermWeights;
import io.khabar.text.Hash64;
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

  /** A particle that Arabic writes on to the word after it. */
  private static final String PARTICLES = "بلكفوس";

  /** How much commoner, in hundredths of a natural logarithm, the rest of a word must be for its first letter to be a particle: three times. */
  private static final int COMMONER = 110;

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

  private final TermWeights weights;
  private final Map<Long, Gathered> terms = new HashMap<>();

  private StoryTerms(TermWeights weights) {
    this.weights = weights;
  }

  /** The heaviest terms, the heaviest first. */
  static List<EventTerm> of(Words title, Words text, TermWeights weights) {
    StoryTerms all = new StoryTerms(weights);
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
      if (words.keyLength(i) < 2) {
        continue;
      }
      String stem = words.stem(i);
      if (stem.length() < 2) {
        continue;
      }
      long hash = Hash64.of(stem);
      int rarity = weights.of(hash);
      if (stem.length() > 4 && PARTICLES.indexOf(stem.charAt(0)) >= 0) {
        long rest = Hash64.of(stem.substring(1));
        int restRarity = weights.of(rest);
        if (restRarity + COMMONER <= rarity) {
          hash = rest;
          rarity = restRarity;
        }
      }
      Gathered term = terms.get(hash);
      if (term == null) {
        term = new Gathered(hash, rarity);
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
