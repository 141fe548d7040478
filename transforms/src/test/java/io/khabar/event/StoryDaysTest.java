package io.khabar.event;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import io.khabar.text.Words;
import org.junit.jupiter.api.Test;

class StoryDaysTest {
  private static StoryDays days(String text) {
    return StoryDays.of(text, Words.of(text));
  }

  @Test
  void daysWithoutAYearAreBare() {
    assertArrayEquals(new int[] {309, 714}, days("زار الوفد المصنع في 9 مارس ثم في ١٤ تموز.").bare());
  }

  @Test
  void aDayWithItsYearIsNotBare() {
    assertArrayEquals(new int[] {}, days("تأسست الشركة في 9 مارس 2011.").bare());
  }

  @Test
  void theLastOneIsEarlier() {
    assertArrayEquals(new int[] {309}, days("وكانت آخر جولة من المفاوضات بين الجانبين قد عقدت في 9 مارس.").earlier());
    assertArrayEquals(new int[] {20110309}, days("وعقدت الجولة السابقة في 9 مارس 2011.").earlier());
  }

  @Test
  void theLastOneOfAnotherSentenceIsNot() {
    assertArrayEquals(new int[] {}, days("كانت آخر جولة قصيرة. وعقدت الجولة الجديدة في 9 مارس.").earlier());
  }

  @Test
  void countsAreNoDays() {
    assertArrayEquals(new int[] {}, days("اشترى 12 كتابا و 7 أقلام بمبلغ 30 دينارا").bare());
  }
}
