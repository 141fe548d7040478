package io.khabar.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.khabar.text.Hash64;
import io.khabar.text.MatchKey;
import io.khabar.text.Stems;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TermWeightsTest {
  private static String stem(String word) {
    return Stems.stem(MatchKey.of(word));
  }

  @Test
  void theBackgroundKnowsWhatIsCommon() {
    TermWeights background = TermWeights.background();
    assertTrue(background.documents() > 10_000);
    assertTrue(background.terms() > 10_000 && background.terms() <= BackgroundMaker.MOST_ROWS);
    assertTrue(background.of(stem("في")) < 60, "في");
    assertTrue(background.of(stem("التي")) < 150, "التي");
    assertTrue(background.of(stem("المنطاد")) > 600, "المنطاد");
    assertEquals(background.of("xyzzyx"), background.of(stem("قرطبانوس")));
  }

  @Test
  void fivePagesDoNotUpsetTheBackground() {
    Map<Long, Integer> run = new HashMap<>();
    run.put(Hash64.of(stem("في")), 5);
    run.put(Hash64.of("قرطبانوس"), 5);
    TermWeights both = TermWeights.background().plus(TermWeights.of(5, run));
    assertEquals(TermWeights.background().of(stem("في")), both.of(stem("في")), 1);
    assertEquals(TermWeights.background().documents() + 5, both.documents());
    assertTrue(both.of("قرطبانوس") > 700, "a name on all five pages is still no common word");
    assertTrue(both.of("قرطبانوس") < both.of("قرطبانوسية"));
  }

  @Test
  void nothingAddedIsNothingChanged() {
    assertSame(TermWeights.background(), TermWeights.background().plus(TermWeights.of(0, Map.of())));
  }

  @Test
  void sumsStopAtTheLargestInt() {
    TermWeights many = TermWeights.of(10_000_000_000L, Map.of(7L, Integer.MAX_VALUE));
    assertEquals(69, many.plus(many).of(7L) - many.of(7L), 1, "twice the documents, the same count: ln 2 more");
  }

  @Test
  void theMakerCountsDocumentsNotWords() throws IOException {
    String corpus = "سفينة سفينة في الميناء\n\nوصلت السفينة الى الميناء\nغادرت السفينة\n";
    StringWriter out = new StringWriter();
    BackgroundMaker.make(new ByteArrayInputStream(corpus.getBytes(StandardCharsets.UTF_8)), out, "written for this test");
    String table = out.toString();
    assertTrue(table.contains("\n*\t3\n" + stem("السفينة") + "\t3\n"), table);
    assertTrue(table.endsWith("\t3\n"), "the harbour stands in two documents only: " + table);
    assertTrue(table.contains("# Source: written for this test"));
  }
}
