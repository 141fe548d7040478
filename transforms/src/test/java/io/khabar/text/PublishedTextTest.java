package io.khabar.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.ibm.icu.text.Normalizer2;
import org.junit.jupiter.api.Test;

class PublishedTextTest {
  @Test
  void hamzaTehMarbutaAndDigitsStay() {
    assertEquals("أعلنت إدارة المدينة ٢٤ إجراءً", PublishedText.line("أعلنت إدارة المدينة ٢٤ إجراءً"));
  }

  @Test
  void stretchingTatweelGoes() {
    assertEquals("خبر عاجل", PublishedText.line("خـــبر عاجـــل"));
  }

  @Test
  void tatweelThatStandsForALetterStays() {
    assertEquals("12 شوال 1443 هـ في الـ 24 بـ\"حل\"", PublishedText.line("12 شوال 1443 هـ في الـ 24 بـ\"حل\""));
  }

  @Test
  void presentationFormsBecomeLetters() {
    assertEquals("السلام", PublishedText.line("\uFE8D\uFEDF\uFEB4\uFEFC\uFEE1"));
  }

  @Test
  void invisibleCharsGoAndBlanksAreSqueezed() {
    assertEquals("13/05/2022 نص", PublishedText.line("\u200F13\u200F/05\u200F/2022 \u00A0 نص\uFEFF "));
  }

  @Test
  void theShortCutGivesWhatFullNormalisationGives() {
    Normalizer2 nfc = Normalizer2.getNFCInstance();
    String[] texts = {"كتابًا", "محمّد", "محمَّد", "آ", "\u0627\u0653", "\u0648\u0654", "e\u0301", "\u212B", "مَدِينَة ـ 24", "ۀ", "\u06D5\u0654", "ﷲ"};
    for (String text : texts) {
      assertTrue(nfc.isNormalized(PublishedText.line(text)), text);
      assertEquals(PublishedText.line(nfc.normalize(text)), PublishedText.line(text), text);
    }
  }

  @Test
  void aStringTakesNoOtherWayThanAnyText() {
    String[] texts = {"", " ", "\n", "خبر", " خبر عاجل\n", "خبر  عاجل", "خبر\tعاجل ", "خبر\u00A0عاجل", "سطر\nآخر", "\u200Fخبر ", "خبـر", "محمَّد ", "e\u0301 \r\n", "a \uFEFF b"};
    for (String text : texts) {
      assertEquals(PublishedText.line(new StringBuilder(text)), PublishedText.line(text), text);
      assertEquals(PublishedText.lines(new StringBuilder(text)), PublishedText.lines(text), text);
    }
  }

  @Test
  void aRunOfMarksIsPutInOrderInPieces() {
    String pairs = "\u0651\u064B";
    assertEquals("\u0645\u064B\u064B\u0651\u0651", PublishedText.line("\u0645" + pairs.repeat(2)));
    String fifteen = "\u064B".repeat(15) + "\u0651".repeat(15);
    assertEquals("\u0645" + fifteen + fifteen + "\u064B\u0651 \u0645\u064B\u0651", PublishedText.line("\u0645" + pairs.repeat(31) + " \u0645" + pairs));
  }

  @Test
  void noMarkOfALongRunIsLost() {
    String text = "\u0645" + "\u064B\u0651".repeat(5_000) + " \uD834\uDD57\uD834\uDD65";
    assertEquals(10_001, PublishedText.line(text).chars().filter(c -> c == '\u0645' || c == '\u064B' || c == '\u0651').count());
    assertEquals(PublishedText.line(text), PublishedText.line(PublishedText.line(text)));
  }

  @Test
  void tatweelAmongInvisibleCharsGoes() {
    assertEquals("بيت 12 هـ", PublishedText.line("بيـ\u200D\u0640\u200Dت 12 هـ\u200D\u0640\u200D"));
  }

  @Test
  void linesKeepTheirBreaks() {
    assertEquals("سطر\nآخر", PublishedText.lines(" سطر \r\n \n آخر\n"));
  }

  @Test
  void matchKeyFoldsWhatTypistsDoDifferently() {
    assertEquals("اميركا مسوول فاءده مصطفي 24 cnn", MatchKey.of("أميركا، مسؤُول (فاءدة) مصطفى ٢٤ ـ CNN"));
  }

  @Test
  void wordsCarryPlacesAndKeys() {
    Words words = Words.of("قالَ «بوتين» إنّ");
    assertEquals(3, words.count());
    assertEquals("قالَ", words.surface(0));
    assertEquals("بوتين", words.surface(1));
    assertEquals("ان", words.key(2));
    assertEquals("إنّ", words.surface(2));
  }

  @Test
  void offsetsCountCodePoints() {
    Offsets offsets = Offsets.of("a😀b");
    assertEquals(2, offsets.codePoint(3));
    assertEquals(3, offsets.length());
  }
}
