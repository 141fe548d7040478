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
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.beam.sdk.testing.PAssert;
import org.apache.beam.sdk.testing.TestPipeline;
import org.apache.beam.sdk.testing.TestPipelineExtension;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.values.PCollection;
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

  private static ParsedPage page(String name, String outlet, String url, String text, String published) {
    ParsedPage plain = page(name, "عنوان الخبر", text, published);
    Story s = plain.stories().get(0);
    Story story =
        new Story(
            s.storyId(), s.documentId(), s.sourceUri(), s.kind(), null, 0, outlet, url, s.title(), s.text(), s.language(), s.authors(), s.credits(), s.captions(), s.tags(),
            s.related(), null, s.dates(), s.warnings());
    return new ParsedPage(plain.document(), List.of(), List.of(story), List.of(), List.of());
  }

  private static void expect(TestPipeline pipeline, FindDuplicates find, List<ParsedPage> pages, String... rows) {
    PCollectionTuple out = pipeline.apply(Create.of(pages).withCoder(RecordCoder.of(ParsedPage.class))).apply(find);
    Map<String, String> names = new HashMap<>();
    pages.forEach(p -> names.put(p.stories().get(0).storyId(), p.document().sourceUri()));
    List<String> wanted = List.of(rows);
    PAssert.that(out.get(FindDuplicates.DUPLICATES))
        .satisfies(
            found -> {
              List<String> told = new ArrayList<>();
              for (Duplicate d : found) {
                told.add(
                    String.format(
                        Locale.ROOT, "%s>%s %s %.2f%s", names.get(d.storyId()), names.getOrDefault(d.keptStoryId(), d.keptStoryId()), d.kind().code(), d.similarity(),
                        d.keptRunId() == null ? "" : " " + d.keptRunId()));
              }
              told.sort(null);
              assertEquals(wanted, told);
              return null;
            });
    pipeline.run().waitUntilFinish();
  }

  private static final String TEXT = DedupNounsTest.LONG;
  private static final String LONGER = TEXT + " ومن المقرر أن يحضر الافتتاح عدد من سكان القرى.";

  private static List<ParsedPage> copies() {
    return List.of(page("a", "صحيفة أولى", null, TEXT, "2024-05-01"), page("b", "صحيفة ثانية", null, LONGER, "2024-05-02"), page("c", "الوكالة", null, TEXT, "2024-05-03"));
  }

  @Test
  void theEarliestStays(TestPipeline pipeline) {
    expect(pipeline, FindDuplicates.with(DedupConfig.withPartitions(2)), copies(), "b>a near 0.87", "c>a exact 1.00");
  }

  @Test
  void theLongestStays(TestPipeline pipeline) {
    expect(pipeline, FindDuplicates.with(DedupConfig.withPartitions(2).withKeep(Keep.parse("longest"))), copies(), "a>b near 0.87", "c>b near 0.87");
  }

  @Test
  void theDearestOutletStays(TestPipeline pipeline) {
    Keep keep = Keep.parse("outlet:الوكاله,صحيفة ثانية");
    expect(pipeline, FindDuplicates.with(DedupConfig.withPartitions(2).withKeep(keep)), copies(), "a>c exact 1.00", "b>c near 0.87");
  }

  private static final String URL = "https://akhbar.test/news/7";
  private static final String REWRITTEN = TEXT.substring(0, TEXT.length() / 2) + " ثم أعلنت البلدية لاحقا تأجيل الافتتاح أسبوعا كاملا بسبب سوء الأحوال الجوية في المنطقة الساحلية.";

  private static List<ParsedPage> versions() {
    return List.of(
        page("v1", "ص", URL, TEXT, "2024-05-01"), page("v2", "ص", "http://www.akhbar.test/news/7/?utm_source=x", REWRITTEN, "2024-05-02"),
        page("other", "ص", "https://akhbar.test/news/8", "خبر آخر لا يشبه ما سبقه في شيء ويروي عن مباراة انتهت بالتعادل بين فريقين من فرق الدرجة الثانية", "2024-05-01"));
  }

  @Test
  void ofTwoVersionsTheLatestStaysWithTheirTrueLikeness(TestPipeline pipeline) {
    expect(pipeline, FindDuplicates.with(DedupConfig.withPartitions(2)), versions(), "v1>v2 update 0.38");
  }

  @Test
  void ofTwoVersionsTheFirstStaysWhenAsked(TestPipeline pipeline) {
    expect(pipeline, FindDuplicates.with(DedupConfig.withPartitions(2).withUpdates(Updates.FIRST)), versions(), "v2>v1 update 0.38");
  }

  @Test
  void allVersionsStayWhenAsked(TestPipeline pipeline) {
    expect(pipeline, FindDuplicates.with(DedupConfig.withPartitions(2).withUpdates(Updates.ALL)), versions());
  }

  private static KnownStory known(String name, String outlet, String url, String text, String published) {
    return new KnownStory("run-1", StoredSignature.of(page(name, outlet, url, text, published).stories().get(0), null));
  }

  @Test
  void whatAnEarlierRunKeptStaysAndItsCopiesAreDuplicates(TestPipeline pipeline) {
    PCollection<KnownStory> known =
        pipeline.apply(
            "Known",
            Create.of(known("old", "ص", null, TEXT, "2024-06-01"), known("old2", "ص", URL, "نص قديم لا يعود", "2024-06-01")).withCoder(RecordCoder.of(KnownStory.class)));
    List<ParsedPage> pages = new ArrayList<>(copies());
    pages.add(page("next", "ص", URL, "نص جديد كل الجدة تحت العنوان نفسه وفيه ما ليس في القديم من التفاصيل والأسماء", "2024-06-02"));
    String old = id("old");
    expect(
        pipeline,
        FindDuplicates.with(DedupConfig.withPartitions(2)).withKnown(known, (story, sink) -> sink.accept(story)),
        pages,
        "a>" + old + " exact 1.00 run-1", "b>" + old + " near 0.87 run-1", "c>" + old + " exact 1.00 run-1", "next>" + id("old2") + " update 0.00 run-1");
  }
}
