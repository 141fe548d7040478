package io.khabar.split;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.khabar.corpus.LineEvidence;
import io.khabar.corpus.TermWeights;
import io.khabar.model.ParsedPage;
import io.khabar.model.Segment;
import io.khabar.model.Story;
import io.khabar.model.StoryKind;
import io.khabar.segment.PageSegmenter;
import io.khabar.segment.SegmentRules;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class StoryAssemblerTest {
  private static ParsedPage assemble(String text) {
    PageSegmenter segmenter = PageSegmenter.of(SegmentRules.shipped());
    List<SplitLine> lines = StorySplitter.of(null).split(segmenter.label(PlainLabels.page(text), LineEvidence.NONE), TermWeights.background());
    return new StoryAssembler(SplitConfig.defaults()).assemble(PlainLabels.page(text), lines);
  }

  @Test
  void anEmbeddedStoryHasMetadataOfItsOwn() {
    String text =
        String.join(
            "\n", Samples.PORT_TITLE, "سامر الخوري – بيروت", "3 مايو 2024", Samples.PORT_1, Samples.PORT_2, Samples.PORT_3, "اقرأ أيضا:", Samples.FILM_TITLE,
            "ليلى حداد – تونس", Samples.FILM_1, Samples.FILM_2, Samples.FILM_3);
    ParsedPage page = assemble(text);
    assertEquals(List.of(StoryKind.MAIN, StoryKind.EMBEDDED), page.stories().stream().map(Story::kind).toList());
    Story main = page.stories().get(0);
    Story embedded = page.stories().get(1);
    assertEquals(List.of("سامر الخوري"), main.authors());
    assertEquals("2024-05-03", main.dates().published());
    assertEquals(Samples.FILM_TITLE, embedded.title());
    assertEquals(List.of("ليلى حداد"), embedded.authors());
    assertEquals(String.join("\n", Samples.FILM_1, Samples.FILM_2, Samples.FILM_3), embedded.text());
    assertNull(embedded.dates().published());
    assertNull(embedded.url());
    assertEquals(main.storyId(), embedded.parentStoryId());
    assertEquals(text, page.segments().stream().map(Segment::text).collect(Collectors.joining()));
  }

  @Test
  void aSubtitleWithADashIsNoSignature() {
    String subtitle = "الحفل – كما توقع النقاد – خلا من المفاجآت";
    ParsedPage page = assemble(String.join("\n", Samples.PORT, "اقرأ أيضا:", Samples.FILM_TITLE, subtitle, Samples.FILM_1, Samples.FILM_2, Samples.FILM_3));
    assertEquals(List.of(), page.stories().get(1).authors());
  }
}
