package io.khabar.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import org.junit.jupiter.api.Test;

class MaskedHashTest {
  private static final String[] TEXTS = {"", " - ", "الخميس ١٢/٥/2019", "  أخبار، 12 34 و5ب67 ", "مـــدرسة 1\u064B2", "a1 B22"};

  @Test
  void itIsTheHashOfTheKeyWithEachRunOfDigitsAsOneZero() {
    for (String text : TEXTS) {
      assertEquals(Hash64.of(MatchKey.of(text).replaceAll("[0-9]+", "0")), MatchKey.maskedHash(text), text);
    }
    assertEquals(MatchKey.NO_WORDS, MatchKey.maskedHash(" *** "));
    assertNotEquals(MatchKey.NO_WORDS, MatchKey.maskedHash("خبر"));
  }

  @Test
  void wordsAreCountedAsTheyAreParted() {
    for (String text : TEXTS) {
      assertEquals(Words.of(text).count(), MatchKey.words(text), text);
    }
  }
}
