package io.khabar.bench;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class StoryBordersTest {
  private static final int[] WORDS = {14, 13, 3, 14, 13, 3};
  private static final boolean[] TRUTH = {false, false, false, true, false, false};

  @Test
  void theSameBordersAreNoError() {
    assertEquals(0, StoryBorders.pk(WORDS, TRUTH, TRUTH));
    assertEquals(0, StoryBorders.windowDiff(WORDS, TRUTH, TRUTH));
  }

  @Test
  void aNearMissCostsLessThanAMiss() {
    boolean[] near = {false, false, true, false, false, false};
    boolean[] none = new boolean[6];
    assertTrue(StoryBorders.pk(WORDS, TRUTH, near) < StoryBorders.pk(WORDS, TRUTH, none));
    assertTrue(StoryBorders.windowDiff(WORDS, TRUTH, near) < StoryBorders.windowDiff(WORDS, TRUTH, none));
  }

  @Test
  void windowDiffCountsABorderTooMany() {
    boolean[] more = {false, false, true, true, false, false};
    assertTrue(StoryBorders.windowDiff(WORDS, TRUTH, more) > StoryBorders.pk(WORDS, TRUTH, more));
  }

  private static List<List<String>> twoTopics() {
    List<List<String>> lines = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      lines.add(new ArrayList<>(Collections.nCopies(1, i < 4 ? "ميناء" : "شطرنج")));
      for (int k = 0; k < 24; k++) {
        lines.get(i).add((i < 4 ? "سفن" : "لاعب") + k % 9);
      }
    }
    return lines;
  }

  @Test
  void theBaselinesFindAPlainBorder() {
    boolean[] expected = new boolean[8];
    expected[4] = true;
    assertArrayEquals(expected, TextTiling.borders(twoTopics()));
    assertArrayEquals(expected, C99.borders(twoTopics()));
  }

  @Test
  void shortPagesHaveNoBorders() {
    assertArrayEquals(new boolean[2], TextTiling.borders(List.of(List.of("ميناء"), List.of("شطرنج"))));
    assertArrayEquals(new boolean[2], C99.borders(List.of(List.of("ميناء"), List.of("شطرنج"))));
  }
}
