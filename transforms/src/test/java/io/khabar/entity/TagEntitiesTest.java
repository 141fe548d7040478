package io.khabar.entity;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.khabar.coder.RecordCoder;
import io.khabar.model.Document;
import io.khabar.model.ParsedPage;
import java.util.List;
import org.apache.beam.sdk.testing.PAssert;
import org.apache.beam.sdk.testing.TestPipeline;
import org.apache.beam.sdk.testing.TestPipelineExtension;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.values.PCollection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(TestPipelineExtension.class)
class TagEntitiesTest {
  @Test
  void everyStoryOfAPageIsTaggedAndTheRestStays(TestPipeline pipeline) {
    Document document = new Document("d", "k", "u", 0, 0, "text/plain", "UTF-8", 1, null, null, null, 5, 1, null);
    ParsedPage page =
        new ParsedPage(document, List.of(), List.of(EntityTaggerTest.story("لقاء في الكرملين", "استقبل فلاديمير بوتين الوفد.")), List.of(), List.of());
    PCollection<ParsedPage> tagged =
        pipeline
            .apply(Create.of(page).withCoder(RecordCoder.of(ParsedPage.class)))
            .apply("Tag entities", TagEntities.standard().withGazetteers(List.of("per:zaid-test\tPERSON\tزيد زرناق\t\t\tZ\t\t\n")));
    PAssert.thatSingleton(tagged)
        .satisfies(
            got -> {
              assertEquals("d", got.document().documentId());
              assertEquals(
                  List.of("s.0"), got.mentions().stream().filter(m -> m.surface().equals("فلاديمير بوتين")).map(m -> m.storyId()).toList());
              return null;
            });
    pipeline.run().waitUntilFinish();
  }

  @Test
  void aPageTheTaggerFailsOnStaysUntaggedWithAWarning() {
    Document document = new Document("d", "k", "u", 0, 0, "text/plain", "UTF-8", 1, null, null, null, 5, 1, null);
    ParsedPage page = new ParsedPage(document, List.of(), List.of(EntityTaggerTest.story("لقاء", "استقبل الوفد.")), List.of(), List.of());
    ParsedPage got =
        TagEntities.tagged(
            page,
            story -> {
              throw new IllegalStateException("no tagger");
            });
    assertEquals(List.of(), got.mentions());
    assertEquals(List.of("tagging_failed"), got.stories().get(0).warnings());
    assertEquals(page.stories().get(0).text(), got.stories().get(0).text());
  }
}
