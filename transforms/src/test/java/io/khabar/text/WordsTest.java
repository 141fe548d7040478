package io.khabar.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WordsTest {
  private static List<String> surfaces(String text) {
    Words words = Words.of(text);
    return IntStream.range(0, words.count()).mapToObj(words::surface).toList();
  }

  private static List<String> keys(String text) {
    Words words = Words.of(text);
    return IntStream.range(0, words.count()).mapToObj(words::key).toList();
  }

  @Test
  void marksBelongToTheWordTheyStandOn() {
    assertEquals(List.of("كتابٌ", "قلمُهُ", "بابًا"), surfaces("كتابٌ، «قلمُهُ» بابًا"));
    assertEquals(List.of("كتاب", "قلمه", "بابا"), keys("كتابٌ، «قلمُهُ» بابًا"));
  }

  @Test
  void aMarkThatStandsAloneOrBehindAnInvisibleCharEndsNoWord() {
    assertEquals(List.of("باب"), surfaces("\u064E باب\u200F\u064B "));
    assertEquals(List.of("باب", "دار"), surfaces("باب \u064Bدار"));
  }

  @Test
  void tatweelAndInvisibleCharsWithinAWordPartNothing() {
    assertEquals(List.of("بـــاب", "دا\u200Cر"), surfaces("بـــاب دا\u200Cر"));
    assertEquals(List.of("باب", "دار"), keys("بـــاب دا\u200Cر"));
  }

  @Test
  void keysAreFoldedAndTextStaysAsItWas() {
    String text = "أحمد ومؤمن ٣٥ Reuters";
    assertEquals(List.of("احمد", "ومومن", "35", "reuters"), keys(text));
    assertEquals(List.of("أحمد", "ومؤمن", "٣٥", "Reuters"), surfaces(text));
  }
}
