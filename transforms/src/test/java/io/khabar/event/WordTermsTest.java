package io.khabar.event;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.khabar.corpus.TermWeights;
import io.khabar.text.Hash64;
import io.khabar.text.Words;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WordTermsTest {
  private static final TermWeights WEIGHTS = TermWeights.of(1000, Map.of(Hash64.of("متحف"), 400, Hash64.of("بطريق"), 300, Hash64.of("طريق"), 1));

  private static long term(WordTerms known, String word) {
    int slot = known.slot(Words.of(word), 0);
    return slot < 0 ? 0 : known.term(slot);
  }

  @Test
  void aParticleGoesOnlyWhereTheRestIsMuchCommoner() {
    WordTerms known = new WordTerms(WEIGHTS);
    assertEquals(Hash64.of("متحف"), term(known, "بمتحف"));
    assertEquals(Hash64.of("بطريق"), term(known, "بطريق"));
    assertEquals(WEIGHTS.of("متحف"), known.rarity(known.slot(Words.of("بمتحف"), 0)));
  }

  @Test
  void whatIsTooShortIsNoTerm() {
    WordTerms known = new WordTerms(WEIGHTS);
    assertEquals(-1, known.slot(Words.of("و"), 0));
    assertEquals(-1, known.slot(Words.of("7"), 0));
  }

  @Test
  void aSmallTableForgetsAndAnswersTheSame() {
    WordTerms small = WordTerms.small(WEIGHTS);
    WordTerms large = new WordTerms(WEIGHTS);
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 3000; i++) {
      text.append(" كلمة").append(i % 1500);
    }
    Words words = Words.of(text);
    assertEquals(3000, words.count());
    for (int i = 0; i < words.count(); i++) {
      int a = small.slot(words, i);
      int b = large.slot(words, i);
      assertEquals(large.term(b), small.term(a));
      assertEquals(large.rarity(b), small.rarity(a));
    }
  }
}
