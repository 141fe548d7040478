package io.khabar.sink;

import io.khabar.model.ParsedPage;
import io.khabar.model.Segment;
import java.util.ArrayList;
import java.util.List;

/** Takes the texts of a page's segments off and puts them back: they are spans of the document's text, which need not cross a shuffle twice. */
final class SegmentTexts {
  private SegmentTexts() {}

  /** The page with segments that say where they are and not what stands there. */
  static ParsedPage off(ParsedPage page) {
    return with(page, page.segments().stream().map(s -> with(s, null)).toList());
  }

  /** The page that {@link #off} was given. */
  static ParsedPage on(ParsedPage page) {
    String text = page.document().text();
    // where no char is half of a code point, offsets are places
    boolean plain = page.document().charCount() == text.length();
    List<Segment> segments = new ArrayList<>(page.segments().size());
    int at = 0;
    int point = 0;
    for (Segment s : page.segments()) {
      int from = plain ? s.start() : text.offsetByCodePoints(at, s.start() - point);
      at = plain ? s.end() : text.offsetByCodePoints(from, s.end() - s.start());
      point = s.end();
      segments.add(with(s, text.substring(from, at)));
    }
    return with(page, segments);
  }

  private static ParsedPage with(ParsedPage page, List<Segment> segments) {
    return new ParsedPage(page.document(), segments, page.stories(), page.excluded(), page.mentions());
  }

  private static Segment with(Segment s, String text) {
    return new Segment(s.documentId(), s.ordinal(), s.start(), s.end(), s.kind(), s.storyId(), s.rule(), s.confidence(), text);
  }
}
