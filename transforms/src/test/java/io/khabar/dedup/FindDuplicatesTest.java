package io.khabar.dedup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.khabar.coder.RecordCoder;
import io.khabar.model.Cluster;
import io.khabar.model.Document;
import io.khabar.model.Duplicate;
import io.khabar.model.DuplicateKind;
import io.khabar.model.ParsedPage;
import io.khabar.model.Story;
import io.khabar.text.Ids;
import java.util.List;
import org.apache.beam.sdk.testing.PAssert;
import org.apache.beam.sdk.testing.TestPipeline;
import org.apache.beam.sdk.testing.TestPipelineExtension;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.values.PCollectionTuple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(TestPipelineExtension.class)
class FindDuplicatesTest {
  private static ParsedPage page(String name, String title, String text, String published) {
    String id = Ids.of(name);
    Story story = DedupNounsTest.story(id + ".0", title, text, published);
    Document document = new Document(id, id, name, 0, 0, "text/plain", "UTF-8", 1, null, null, null, text.length(), 1, text);
    return new ParsedPage(document, List.of(), List.of(story), List.of(), List.of());
  }

  private static String id(String name) {
    return Ids.of(name) + ".0";
  }

  @Test
  void exactAndNearCopiesGoAndTheEarliestStays(TestPipeline pipeline) {
    String text = DedupNounsTest.LONG;
    pipeline.getCoderRegistry().registerCoderProvider(RecordCoder.provider());
    PCollectionTuple out =
        pipeline
            .apply(
                Create.of(
                        page("late", "عنوان", text, "2024-05-02"),
                        page("early", "عنوان", text, "2024-05-01"),
                        page("copy", "عنوان", text.replace("،", " ،"), "2024-05-03"),
                        page("cut", "عنوان", text.substring(0, text.length() - 40), "2024-05-04"),
                        page("other", "خبر آخر", "لا صلة لهذا النص بما قبله فهو يروي قصة بعيدة عن الجسور والأنهار ولا يذكر منها شيئا على الإطلاق", null))
                    .withCoder(RecordCoder.of(ParsedPage.class)))
            .apply(FindDuplicates.with(DedupConfig.withPartitions(3)));
    PAssert.that(out.get(FindDuplicates.DUPLICATES))
        .satisfies(
            rows -> {
              int exact = 0;
              int near = 0;
              for (Duplicate row : rows) {
                assertEquals(id("early"), row.keptStoryId());
                assertEquals(Resolver.clusterId(id("early")), row.clusterId());
                if (row.kind() == DuplicateKind.EXACT) {
                  exact++;
                  assertEquals(1.0, row.similarity());
                } else {
                  near++;
                  assertEquals(id("cut"), row.storyId());
                  assertTrue(row.similarity() >= 0.8 && row.similarity() < 1);
                }
              }
              assertEquals(2, exact);
              assertEquals(1, near);
              return null;
            });
    PAssert.that(out.get(FindDuplicates.CLUSTERS)).containsInAnyOrder(new Cluster(id("early"), Resolver.clusterId(id("early")), 3));
    PAssert.that(out.get(FindDuplicates.RELATIONS)).empty();
    pipeline.run().waitUntilFinish();
  }
}
