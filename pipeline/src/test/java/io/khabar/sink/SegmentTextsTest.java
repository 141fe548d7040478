package io.khabar.sink;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.khabar.model.Document;
import io.khabar.model.Kind;
import io.khabar.model.ParsedPage;
import io.khabar.model.Segment;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SegmentTextsTest {
  private static ParsedPage page(String... spans) {
    List<Segment> segments = new ArrayList<>();
    int at = 0;
    for (String span : spans) {
      int end = at + span.codePointCount(0, span.length());
      segments.add(new Segment("d", segments.size(), at, end, Kind.BODY, "d.0", "r", 1, span));
      at = end;
    }
    String text = String.join("", spans);
    Document document = new Document("d", "k", "u", 0, 0, "text/plain", "UTF-8", 1, null, null, null, at, 1, text);
    return new ParsedPage(document, segments, List.of(), List.of(), List.of());
  }

  @Test
  void textsComeBackAsTheyWere() {
    ParsedPage plain = page("افتتح الوزير المعرض\n", "\n", "وحضر الحفل جمع من الناس");
    assertTrue(SegmentTexts.off(plain).segments().stream().allMatch(s -> s.text() == null));
    assertEquals(plain, SegmentTexts.on(SegmentTexts.off(plain)));
  }

  @Test
  void charsBeyondTheBasicPlaneShiftNothing() {
    ParsedPage smiling = page("فاز الفريق \uD83D\uDE00 أمس\n", "\uD83C\uDFC6", " وعاد إلى الديار");
    assertEquals(smiling, SegmentTexts.on(SegmentTexts.off(smiling)));
  }

  @Test
  void aPageWithoutTextHasNothingToPutBack() {
    ParsedPage empty = page();
    assertEquals(empty, SegmentTexts.on(SegmentTexts.off(empty)));
  }
}
