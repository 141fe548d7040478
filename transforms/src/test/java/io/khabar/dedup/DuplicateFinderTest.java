package io.khabar.dedup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.khabar.coder.RecordCoder;
import io.khabar.model.Document;
import io.khabar.model.Duplicate;
import io.khabar.model.ParsedPage;
import io.khabar.model.Relation;
import io.khabar.model.Story;
import io.khabar.text.Ids;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.apache.beam.sdk.testing.PAssert;
import org.apache.beam.sdk.testing.TestPipeline;
import org.apache.beam.sdk.testing.TestPipelineExtension;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.values.PCollectionTuple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The finder in memory and the transform decide alike, over more stories than fit the first arrays of either. */
@ExtendWith(TestPipelineExtension.class)
class DuplicateFinderTest {
  private static final String[] WORDS =
      "افتتح الوزير مصنعا جديدا للألواح الشمسية قرب الميناء بحضور خبراء من عدة دول وقال إن الإنتاج يبدأ مطلع العام المقبل على ثلاث مراحل بتمويل محلي كامل".split(" ");

  private static String text(Random random, int words) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < words; i++) {
      text.append(WORDS[random.nextInt(WORDS.length)]).append(random.nextInt(40)).append(' ');
    }
    return text.toString().strip();
  }

  private static ParsedPage page(int number, String url, String text, String day) {
    String id = Ids.of("page " + number);
    Story s = DedupNounsTest.story(id + ".0", "عنوان " + number, text, day);
    Story story =
        new Story(
            s.storyId(), s.documentId(), s.sourceUri(), s.kind(), null, 0, "صحيفة المرفأ", url, s.title(), s.text(), s.language(), s.authors(), s.credits(), s.captions(),
            s.tags(), s.related(), null, s.dates(), s.warnings());
    Document document = new Document(id, id, "dump.jsonl", number, number, "text/plain", "UTF-8", 1, null, null, null, text.length(), 1, text);
    return new ParsedPage(document, List.of(), List.of(story), List.of(), List.of());
  }

  private static List<ParsedPage> pages() {
    Random random = new Random(7);
    List<ParsedPage> pages = new ArrayList<>();
    for (int i = 0; i < 600; i++) {
      String text = text(random, 60);
      String day = "2024-05-" + (10 + random.nextInt(20));
      pages.add(page(pages.size(), "https://news.example/" + i, text, day));
      switch (i % 4) {
        case 0 -> pages.add(page(pages.size(), null, text, "2024-06-01"));
        case 1 -> pages.add(page(pages.size(), null, text + " " + text(random, 4), null));
        case 2 -> pages.add(page(pages.size(), "https://news.example/" + i, text.substring(text.length() / 4) + " " + text(random, 30), "2024-06-02"));
        default -> pages.add(page(pages.size(), null, "سعر الذهب اليوم " + i + " ريالا للغرام من عيار واحد وعشرين في أسواق المدينة كلها بحسب نقابة الصاغة مساء أمس", day));
      }
    }
    return pages;
  }

  @Test
  void inMemoryAndInThePipelineTheSameStoriesStay(TestPipeline pipeline) {
    compare(pipeline, DedupConfig.withPartitions(3));
  }

  @Test
  void componentByComponentTheSameStoriesStay(TestPipeline pipeline) {
    compare(pipeline, DedupConfig.withPartitions(5).resolvedByComponent());
  }

  @Test
  void aForestNamesEachTreeByItsSmallestNumber() {
    Random random = new Random(3);
    for (int round = 0; round < 20; round++) {
      int n = 3000;
      int[] label = new int[n];
      Arrays.setAll(label, i -> i);
      Forest forest = new Forest();
      Set<Integer> linked = new TreeSet<>();
      for (int k = 0; k < 80 * (round + 1); k++) {
        int a = random.nextInt(n);
        int b = random.nextInt(n);
        forest.link(a, b);
        linked.add(a);
        linked.add(b);
        int from = Math.max(label[a], label[b]);
        int to = Math.min(label[a], label[b]);
        for (int i = 0; i < n; i++) {
          label[i] = label[i] == from ? to : label[i];
        }
      }
      Set<Integer> told = new TreeSet<>();
      forest.trees(
          (number, tree) -> {
            assertEquals(label[(int) number], tree);
            assertTrue(told.add((int) number));
          });
      assertEquals(linked, told);
    }
  }

  private static void compare(TestPipeline pipeline, DedupConfig config) {
    List<ParsedPage> pages = pages();
    DuplicateFinder finder = new DuplicateFinder();
    pages.forEach(finder::add);
    finder.find();
    assertTrue(finder.duplicates().size() > 400, "duplicates: " + finder.duplicates().size());
    Set<String> duplicates = new TreeSet<>();
    finder.duplicates().forEach(d -> duplicates.add(d.toString()));
    Set<String> relations = new TreeSet<>();
    finder.relations().forEach(r -> relations.add(r.toString()));

    pipeline.getCoderRegistry().registerCoderProvider(RecordCoder.provider());
    PCollectionTuple out =
        pipeline.apply(Create.of(pages).withCoder(RecordCoder.of(ParsedPage.class))).apply(FindDuplicates.with(config));
    PAssert.that(out.get(FindDuplicates.DUPLICATES))
        .satisfies(
            rows -> {
              Set<String> got = new TreeSet<>();
              for (Duplicate row : rows) {
                got.add(row.toString());
              }
              assertEquals(duplicates, got);
              return null;
            });
    PAssert.that(out.get(FindDuplicates.CLUSTERS)).containsInAnyOrder(finder.clusters());
    PAssert.that(out.get(FindDuplicates.RELATIONS))
        .satisfies(
            rows -> {
              Set<String> got = new TreeSet<>();
              for (Relation row : rows) {
                got.add(row.toString());
              }
              assertEquals(relations, got);
              return null;
            });
    pipeline.run().waitUntilFinish();
  }
}
