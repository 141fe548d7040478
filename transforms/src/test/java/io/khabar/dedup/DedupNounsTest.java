package io.khabar.dedup;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.khabar.model.PublishedSource;
import io.khabar.model.Relation;
import io.khabar.model.RelationKind;
import io.khabar.model.Story;
import io.khabar.model.StoryDates;
import io.khabar.model.StoryKind;
import io.khabar.text.Hash64;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DedupNounsTest {
  static final String LONG =
      "أعلنت بلدية الميناء صباح اليوم افتتاح الجسر الجديد الذي يصل ضفتي النهر بعد أعمال استمرت ثلاث سنوات. وقال رئيس البلدية إن الجسر سيخفف الازدحام"
          + " عن وسط المدينة ويختصر الطريق على سكان القرى الشرقية إلى النصف. وأضاف أن المشروع نفذ بتمويل محلي وأن العمل في الطرق المؤدية إليه سينتهي قبل"
          + " نهاية العام، مشيرا إلى أن الحركة عليه ستكون مجانية للسيارات الصغيرة والحافلات العامة.";

  static Story story(String id, String title, String text, String published) {
    StoryDates dates = new StoryDates(published, null, PublishedSource.NONE, null, null, null, null, null, null, null);
    return new Story(
        id, id.substring(0, id.indexOf('.')), "a.txt", StoryKind.MAIN, null, 0, null, null, title, text, "ar", List.of(), List.of(), List.of(), List.of(), List.of(),
        null, dates, List.of());
  }

  private static NodeSignature signature(String text) {
    StorySignature s = Signatures.of(story("x.0", "عنوان", text, null), Keep.earliest());
    return new NodeSignature(new Edge.Side(s.node(), s.rank(), 1, false), s.shingles(), s.numbers());
  }

  @Test
  void typesettingDoesNotMakeAnotherNode() {
    String typeset = LONG.replace("الجسر", "الجســر").replace("أعلنت", "اعلنت").replace(" ", "  ").replace("،", " ،");
    assertEquals(Signatures.of(story("a.0", null, LONG, null), Keep.earliest()).node(), Signatures.of(story("b.0", null, typeset, null), Keep.earliest()).node());
  }

  @Test
  void aChangedWordMakesAnotherNode() {
    assertNotEquals(signature(LONG).node(), signature(LONG.replace("ثلاث", "أربع")).node());
  }

  @Test
  void shortTextsAreEqualOnlyUnderEqualTitles() {
    String text = "التفاصيل لاحقا";
    assertNotEquals(
        Signatures.of(story("a.0", "زلزال في المحيط", text, null), Keep.earliest()).node(), Signatures.of(story("b.0", "حريق في الغابة", text, null), Keep.earliest()).node());
    assertEquals(
        Signatures.of(story("a.0", "زلزال في المحيط", text, null), Keep.earliest()).node(), Signatures.of(story("b.0", "زلزال في المحيط", text, null), Keep.earliest()).node());
  }

  @Test
  void equalTextsHaveEveryBandInCommon() {
    assertArrayEquals(MinHash.bands(signature(LONG).shingles()), MinHash.bands(signature(LONG).shingles()));
    assertEquals(MinHash.BANDS, MinHash.bands(signature(LONG).shingles()).length);
    assertEquals(0, MinHash.bands(signature("خبر قصير").shingles()).length);
  }

  @Test
  void aCutTailIsNear() {
    Likeness likeness = Likeness.of(signature(LONG), signature(LONG.substring(0, LONG.length() - 40)));
    assertTrue(likeness.near(), () -> "jaccard " + likeness.jaccard());
  }

  @Test
  void aFormWithOtherFiguresIsATemplateAndNeverNear() {
    String form =
        "سجلت محطة الرصد في الميناء أمس درجة حرارة بلغت %d درجة فيما بلغت سرعة الرياح %d كيلومترا في الساعة وارتفع الموج إلى %d سنتيمترا"
            + " وتتوقع المحطة أن يستمر الطقس معتدلا حتى نهاية الأسبوع مع فرصة لهطول أمطار خفيفة على المرتفعات القريبة من الساحل";
    Likeness likeness = Likeness.of(signature(String.format(java.util.Locale.ROOT, form, 31, 22, 140)), signature(String.format(java.util.Locale.ROOT, form, 29, 18, 95)));
    assertTrue(likeness.template());
    assertFalse(likeness.near());
  }

  @Test
  void aFewChangedWordsAmongManyNumbersAreNoTemplate() {
    Likeness likeness = Likeness.of(signature(LONG + " عام 2024"), signature(LONG.replace("مجانية", "ميسرة").replace("محلي", "ذاتي") + " عام 2024"));
    assertFalse(likeness.template());
    assertTrue(likeness.near(), () -> "jaccard " + likeness.jaccard());
  }

  private static Node node(int i) {
    return new Node(i, 0);
  }

  private static Rank rank(int i) {
    return new Rank(null, 0, "2024-01-0" + i, 100, i + ".0");
  }

  private static Edge.Side side(int i) {
    return new Edge.Side(node(i), rank(i), 1, false);
  }

  private static Edge edge(int a, int b, double jaccard) {
    return new Edge(side(a), side(b), jaccard, jaccard >= 0.8, false, false);
  }

  @Test
  void aChainDoesNotSwallowAStory() {
    Resolver resolver = new Resolver();
    resolver.add(edge(1, 2, 0.85));
    resolver.add(edge(2, 3, 0.85));
    List<NodeFate> fates = resolver.resolve();
    assertEquals("1.0", fates.get(0).kept().storyId());
    assertEquals("1.0", fates.get(1).kept().storyId());
    assertEquals("3.0", fates.get(2).kept().storyId(), "3 was never verified against 1, so it stays");
    assertEquals(2, fates.get(0).clusterSize());
  }

  @Test
  void theEarliestDateStaysThenTheFullestThenTheId() {
    List<Rank> ranks =
        new ArrayList<>(
            List.of(new Rank(null, 0, null, 900, "a.0"), new Rank(null, 0, "2024-02-01", 10, "d.0"), new Rank(null, 0, "2024-01-01", 10, "c.0"), new Rank(null, 0, "2024-01-01", 20, "e.0"), new Rank(null, 0, "2024-01-01", 20, "b.0")));
    Collections.sort(ranks);
    assertEquals(List.of("b.0", "e.0", "c.0", "d.0", "a.0"), ranks.stream().map(Rank::storyId).toList());
  }

  @Test
  void relationsPointToStoriesThatStay() {
    Resolver resolver = new Resolver();
    resolver.add(edge(1, 2, 0.9));
    resolver.add(edge(2, 3, 0.65));
    resolver.resolve();
    assertEquals(List.of(new Relation("1.0", "3.0", RelationKind.REPRINT, 0.65)), resolver.relations());
  }

  @Test
  void theOrderOfEdgesDoesNotShow() {
    List<Edge> edges = List.of(edge(1, 2, 0.85), edge(2, 3, 0.9), edge(3, 4, 0.95), edge(1, 4, 0.81), edge(5, 4, 0.7), edge(2, 5, 0.83));
    Set<List<NodeFate>> answers = new HashSet<>();
    for (int seed = 0; seed < 20; seed++) {
      List<Edge> shuffled = new ArrayList<>(edges);
      Collections.shuffle(shuffled, new Random(seed));
      Resolver resolver = new Resolver();
      shuffled.forEach(resolver::add);
      answers.add(resolver.resolve());
    }
    assertEquals(1, answers.size());
  }

  @Test
  void aCrowdedBucketStaysLinearAndReachesEveryNode() {
    List<BandRef> nodes = new ArrayList<>();
    for (int i = 0; i < 5000; i++) {
      nodes.add(new BandRef(1, node(i), false, (int) Hash64.mix(i % 2500)));
    }
    Set<Node> reached = new HashSet<>();
    Set<Pair> pairs = new HashSet<>();
    Bucket.propose(
        nodes,
        pair -> {
          pairs.add(pair);
          reached.add(pair.a());
          reached.add(pair.b());
        });
    assertEquals(5000, reached.size());
    assertTrue(pairs.size() <= 5000 * (Bucket.ANCHORS + Bucket.NEIGHBOURS));
    for (int i = 0; i < 2500; i++) {
      assertTrue(pairs.contains(Pair.of(node(i), node(i + 2500))), "two copies with the same figures meet in the crowd");
    }
  }

  @Test
  void nodesOfEarlierRunsAreNotComparedAgain() {
    List<Pair> pairs = new ArrayList<>();
    Bucket.propose(List.of(new BandRef(1, node(1), true, 0), new BandRef(1, node(3), false, 0), new BandRef(1, node(2), true, 0), new BandRef(1, node(3), true, 0)), pairs::add);
    assertEquals(Set.of(Pair.of(node(1), node(3)), Pair.of(node(2), node(3))), new HashSet<>(pairs));
    assertEquals(2, pairs.size());
  }
}
