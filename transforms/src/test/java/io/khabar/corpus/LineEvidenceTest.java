package io.khabar.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.khabar.coder.RecordCoder;
import io.khabar.model.Page;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.beam.sdk.util.CoderUtils;
import org.junit.jupiter.api.Test;

class LineEvidenceTest {
  private static final String PROSE =
      "أعلنت بلدية الميناء الجديد %s في بيان صدر صباح اليوم أنها ستبدأ تركيب مضخات إضافية في الأحياء المنخفضة بعد أن غمرت مياه الأمطار عددا من الشوارع وأغلقت المدارس.";

  private static Page page(String outlet, String url, String uri, String text) {
    return new Page("0".repeat(32), "", uri, 0, 0, "text/plain", "UTF-8", 1, url, outlet, null, text, List.of(), List.of(), List.of());
  }

  private static LineEvidence learn(List<Page> pages) {
    List<LineCount> all = new ArrayList<>();
    for (Page page : pages) {
      all.addAll(LineObservations.of(page));
    }
    Map<String, LineCount> sum = new HashMap<>();
    for (LineCount count : all) {
      sum.merge(count.outlet() + "/" + count.template(), count, LineCount::plus);
    }
    return LineEvidence.of(sum.values());
  }

  @Test
  void shortLinesOfDifferentPagesAreLearnedWithTheirDigitsMasked() {
    List<Page> pages = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      pages.add(page("السهل", null, "a", PROSE.formatted("حي " + "ابتثجح".charAt(i)) + "\nالعدد " + (100 + i) + "\n"));
    }
    LineEvidence evidence = learn(pages);
    assertTrue(evidence.boilerplate("السهل", "العدد 7"));
    assertFalse(evidence.boilerplate("الجبل", "العدد 7"));
    assertFalse(evidence.boilerplate("السهل", "العدد"));
  }

  @Test
  void oneArticleCopiedAndBulletinsOfOneFormAreNoBoilerplate() {
    List<Page> copies = new ArrayList<>();
    List<Page> bulletins = new ArrayList<>();
    for (int i = 0; i < 1000; i++) {
      copies.add(page("السهل", null, "a", PROSE.formatted("") + "\nخبر قصير"));
      bulletins.add(page("السهل", null, "a", PROSE.formatted(String.valueOf(i)) + "\nدرجة الحرارة " + i));
    }
    assertFalse(learn(copies).boilerplate("السهل", "خبر قصير"));
    assertFalse(learn(bulletins).boilerplate("السهل", "درجة الحرارة 12"));
  }

  @Test
  void proseIsNeverLearned() {
    List<Page> pages = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      pages.add(page("السهل", null, "a", PROSE.formatted("") + "\n" + PROSE.formatted("حي " + "ابتثجح".charAt(i))));
    }
    assertFalse(learn(pages).boilerplate("السهل", PROSE.formatted("")));
  }

  @Test
  void sumsDoNotDependOnTheirOrder() {
    List<LineCount> counts = new ArrayList<>();
    Random random = new Random(5);
    for (int i = 0; i < 60; i++) {
      counts.add(new LineCount("س", 1, 1, new long[] {random.nextInt(30)}));
    }
    LineCount sum = counts.stream().reduce(LineCount::plus).orElseThrow();
    Collections.shuffle(counts, random);
    assertEquals(sum, counts.stream().reduce(LineCount::plus).orElseThrow());
    assertEquals(60, sum.documents());
    assertEquals(LineCount.MOST_SURROUNDINGS, sum.surroundings().length);
  }

  @Test
  void theMostFrequentLinesStayUnderACap() {
    long[] around = {1, 2, 3, 4, 5};
    List<LineCount> counts = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      counts.add(new LineCount("س", i, 5 + i, around));
    }
    LineEvidence capped = LineEvidence.of(counts, new LineEvidence.Caps(5, 5, 3));
    Collections.reverse(counts);
    assertEquals(capped, LineEvidence.of(counts, new LineEvidence.Caps(5, 5, 3)));
    assertEquals(3, capped.lines().length);
    assertTrue(capped.boilerplate("س", 9L));
  }

  @Test
  void crossesAsARecord() throws Exception {
    LineCount count = new LineCount("السهل", -5, 3, new long[] {1, 9});
    RecordCoder<LineCount> countCoder = RecordCoder.of(LineCount.class);
    assertEquals(count, CoderUtils.decodeFromByteArray(countCoder, CoderUtils.encodeToByteArray(countCoder, count)));
    LineEvidence evidence = new LineEvidence(new long[] {-3, 0, 8});
    RecordCoder<LineEvidence> coder = RecordCoder.of(LineEvidence.class);
    assertEquals(evidence, CoderUtils.decodeFromByteArray(coder, CoderUtils.encodeToByteArray(coder, evidence)));
  }

  @Test
  void theOutletKeyIsOutletThenHostThenFolder() {
    assertEquals("السهل", LineObservations.outletKey(page("السهل", "https://www.sahl.example/1", "a/b.txt", "")));
    assertEquals("sahl.example", LineObservations.outletKey(page(null, "https://www.Sahl.example:80/1", "a/b.txt", "")));
    assertEquals("a/x", LineObservations.outletKey(page(null, null, "a/x/b.txt", "")));
    assertEquals("", LineObservations.outletKey(page(null, null, "b.txt", "")));
  }

  @Test
  void blanksCutWhereTagsWereStripped() {
    String text = "أ  ب   ج\r\n\n د\t\t\tه";
    LineSpans spans = LineSpans.of(text);
    List<String> got = new ArrayList<>();
    for (int i = 0; i < spans.count(); i++) {
      got.add(text.substring(spans.start(i), spans.end(i)));
    }
    assertEquals(List.of("أ  ب   ", "ج\r\n", "\n", " د\t\t\t", "ه"), got);
  }

  @Test
  void theLastSentenceOfAParagraph() {
    String text = "انتهى العمل في 3.5 ساعة. تابعوا قناتنا!";
    assertEquals("تابعوا قناتنا!", text.substring(Sentences.tail(text, 0, text.length())));
    assertEquals(-1, Sentences.tail("جملة واحدة فقط.", 0, 15));
    String mail = "راسلونا على a.b@sahl.example";
    assertEquals(-1, Sentences.tail(mail, 0, mail.length()));
  }
}
