package io.khabar.dedup;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
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
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
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
    StorySignature s = Signatures.of(story("x.0", "عنوان", text, null), null, Keep.earliest());
    return new NodeSignature(s.node(), s.shingles(), s.numbers());
  }

  @Test
  void typesettingDoesNotMakeAnotherNode() {
    String typeset = LONG.replace("الجسر", "الجســر").replace("أعلنت", "اعلنت").replace(" ", "  ").replace("،", " ،");
    assertEquals(Signatures.of(story("a.0", null, LONG, null), null, Keep.earliest()).node(), Signatures.of(story("b.0", null, typeset, null), null, Keep.earliest()).node());
  }

  @Test
  void aChangedWordMakesAnotherNode() {
    assertNotEquals(signature(LONG).node(), signature(LONG.replace("ثلاث", "أربع")).node());
  }

  @Test
  void shortTextsAreEqualOnlyUnderEqualTitles() {
    String text = "التفاصيل لاحقا";
    assertNotEquals(
        Signatures.of(story("a.0", "زلزال في المحيط", text, null), null, Keep.earliest()).node(), Signatures.of(story("b.0", "حريق في الغابة", text, null), null, Keep.earliest()).node());
    assertEquals(
        Signatures.of(story("a.0", "زلزال في المحيط", text, null), null, Keep.earliest()).node(), Signatures.of(story("b.0", "زلزال في المحيط", text, null), null, Keep.earliest()).node());
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
    return new Rank(null, 0, "2024-01-0" + i, null, 100, i + ".0");
  }

  private static Edge.Side side(int i) {
    return new Edge.Side(node(i), rank(i), 1, false);
  }

  private static Edge edge(int a, int b, double jaccard) {
    return new Edge(node(a), node(b), jaccard, jaccard >= 0.8, false, false);
  }

  private static Resolver resolver(List<Edge> edges) {
    Resolver resolver = new Resolver();
    for (Edge edge : edges) {
      resolver.add(edge);
      resolver.add(side((int) edge.a().hi()));
      resolver.add(side((int) edge.b().hi()));
    }
    return resolver;
  }

  private static List<NodeFate> fates(Resolver resolver) {
    List<NodeFate> fates = new ArrayList<>();
    resolver.resolve(fates::add);
    return fates;
  }

  private static List<Relation> relations(Resolver resolver) {
    List<Relation> relations = new ArrayList<>();
    resolver.resolve(fate -> {});
    resolver.relations(relations::add);
    return relations;
  }

  @Test
  void aChainDoesNotSwallowAStory() {
    List<NodeFate> fates = fates(resolver(List.of(edge(1, 2, 0.85), edge(2, 3, 0.85))));
    assertEquals("1.0", fates.get(0).kept().storyId());
    assertEquals("1.0", fates.get(1).kept().storyId());
    assertEquals("3.0", fates.get(2).kept().storyId(), "3 was never verified against 1, so it stays");
    assertEquals(2, fates.get(0).clusterSize());
  }

  @Test
  void theEarliestDateStaysThenTheFullestThenTheId() {
    List<Rank> ranks =
        new ArrayList<>(
            List.of(new Rank(null, 0, null, null, 900, "a.0"), new Rank(null, 0, "2024-02-01", null, 10, "d.0"), new Rank(null, 0, "2024-01-01", null, 10, "c.0"), new Rank(null, 0, "2024-01-01", null, 20, "e.0"), new Rank(null, 0, "2024-01-01", null, 20, "b.0")));
    Collections.sort(ranks);
    assertEquals(List.of("b.0", "e.0", "c.0", "d.0", "a.0"), ranks.stream().map(Rank::storyId).toList());
  }

  @Test
  void relationsPointToStoriesThatStay() {
    assertEquals(List.of(new Relation("1.0", "3.0", RelationKind.REPRINT, 0.65)), relations(resolver(List.of(edge(1, 2, 0.9), edge(2, 3, 0.65)))));
  }

  @Test
  void thousandsOfNodesAndEdgesAreHeld() {
    Resolver resolver = new Resolver();
    int n = 5_000;
    for (int i = 0; i < n; i++) {
      resolver.add(new Edge.Side(node(i), new Rank(null, 0, null, null, n - i, i + ".0"), 1, false));
      if (i > 0) {
        resolver.add(new Edge(node(0), node(i), 0.9, true, false, false));
      }
    }
    List<NodeFate> fates = fates(resolver);
    assertEquals(n, fates.size());
    assertTrue(fates.stream().allMatch(f -> f.kept().storyId().equals("0.0") && f.clusterSize() == n));
  }

  @Test
  void theOrderOfEdgesDoesNotShow() {
    List<Edge> edges = List.of(edge(1, 2, 0.85), edge(2, 3, 0.9), edge(3, 4, 0.95), edge(1, 4, 0.81), edge(5, 4, 0.7), edge(2, 5, 0.83));
    Set<List<NodeFate>> answers = new HashSet<>();
    for (int seed = 0; seed < 20; seed++) {
      List<Edge> shuffled = new ArrayList<>(edges);
      Collections.shuffle(shuffled, new Random(seed));
      answers.add(fates(resolver(shuffled)));
    }
    assertEquals(1, answers.size());
  }

  private static BandRef ref(int i, boolean known, int figures) {
    return new BandRef(1, node(i), known, figures, (int) Hash64.mix(i) & 0xFFFF);
  }

  private static Set<Set<Node>> proposed(List<BandRef> refs) {
    Set<Set<Node>> pairs = new HashSet<>();
    Bucket.propose(refs, pair -> pairs.add(Set.of(pair.guest(), pair.host())));
    return pairs;
  }

  @Test
  void aCrowdedBucketStaysLinearAndCopiesOfOneBulletinMeet() {
    List<BandRef> nodes = new ArrayList<>();
    for (int i = 0; i < 5000; i++) {
      nodes.add(ref(i, false, (int) Hash64.mix(i % 2500)));
    }
    Set<Set<Node>> pairs = proposed(nodes);
    assertTrue(pairs.size() <= 5000 * (Bucket.ANCHORS + Bucket.NEIGHBOURS));
    for (int i = 0; i < 2500; i++) {
      assertTrue(pairs.contains(Set.of(node(i), node(i + 2500))), "two copies with the same figures meet in the crowd");
    }
    Collections.shuffle(nodes, new Random(3));
    assertEquals(pairs, proposed(nodes), "the order does not show");
  }

  @Test
  void inACrowdTheLikeliestToStayIsComparedWithAllAndTravels() {
    List<BandRef> nodes = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      nodes.add(new BandRef(1, node(i), false, i, i == 77 ? -1L : i == 50 ? 0 : 10 + i));
    }
    Set<Node> visited = new HashSet<>();
    boolean crowded =
        Bucket.propose(
            nodes,
            pair -> {
              if (pair.guest().equals(node(50))) {
                visited.add(pair.host());
              }
              assertNotEquals(node(77), pair.guest(), "the last in rank, by unsigned order, is no anchor");
            });
    assertTrue(crowded);
    assertEquals(99, visited.size());
  }

  @Test
  void nodesOfEarlierRunsAreNotComparedAgain() {
    assertEquals(
        Set.of(Set.of(node(1), node(3)), Set.of(node(2), node(3))), proposed(List.of(ref(1, true, 0), ref(3, false, 0), ref(2, true, 0), ref(3, true, 0))));
  }

  @Test
  void whoTravelsDoesNotDependOnWhyAPairIsProposed() {
    List<BandRef> crowd = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      crowd.add(new BandRef(1, node(i), false, i / 2, 1000 - i));
    }
    Map<Set<Node>, Node> guests = new HashMap<>();
    Bucket.propose(crowd, pair -> guests.put(Set.of(pair.guest(), pair.host()), pair.guest()));
    assertEquals(node(41), guests.get(Set.of(node(40), node(41))), "two with the same figures");
    Bucket.propose(crowd.subList(40, 42), pair -> assertEquals(node(41), pair.guest()));
    Bucket.propose(crowd.subList(39, 43), pair -> assertTrue(pair.guest().hi() > pair.host().hi()));
  }

  @Test
  void visitsAreToldOnceAndThatTwoAreVersionsIsNotForgotten() {
    Visits visits = new Visits();
    visits.add(new Pair(node(1), node(3), false));
    visits.add(new Pair(node(2), node(3), false));
    visits.add(new Pair(node(1), node(2), true));
    visits.add(new Pair(node(1), node(3), true));
    visits.add(new Pair(node(1), node(3), false));
    List<String> told = new ArrayList<>();
    List<byte[]> packs = new ArrayList<>();
    Visits.Packs packed = new Visits.Packs(3, (partition, pack) -> packs.add(pack));
    assertEquals(Set.of(node(1), node(2)), visits.guests());
    visits.close((guest, hosts, updates) -> packed.add(1, guest, hosts, updates));
    packed.close();
    packs.forEach(visits::read);
    packs.forEach(visits::read);
    visits.close((guest, hosts, updates) -> hosts.forEach(host -> told.add(guest.hi() + "-" + host.hi() + (updates[hosts.indexOf(host)] ? "u" : ""))));
    told.sort(null);
    assertEquals(List.of(node(1).hi() + "-" + node(2).hi() + "u", node(1).hi() + "-" + node(3).hi() + "u", node(2).hi() + "-" + node(3).hi()), told);
    assertEquals(0, visits.size());
  }

  private static String day(Random random) {
    return String.format(java.util.Locale.ROOT, "20%02d-%02d-%02d", 15 + random.nextInt(2), 1 + random.nextInt(2), 1 + random.nextInt(5));
  }

  @Test
  void aStoryWithoutADayIsOfTheDayItWasFetched() {
    List<Rank> ranks =
        new ArrayList<>(
            List.of(
                new Rank(null, 0, null, null, 900, "f.0"), new Rank(null, 0, "2024-03-02", "2024-03-09", 90, "e.0"), new Rank(null, 0, null, "2024-03-02", 90, "d.0"),
                new Rank(null, 0, "2024-03-02", "2024-03-02", 10, "c.0"), new Rank(null, 0, null, "2024-03-01", 10, "b.0"), new Rank(null, 0, "2024-03-01", "2024-03-01", 9, "a.0")));
    Collections.sort(ranks);
    assertEquals("a.0 b.0 c.0 d.0 e.0 f.0", ranks.stream().map(Rank::storyId).collect(Collectors.joining(" ")));
  }

  @Test
  void anInstantBeginsWithItsDay() {
    assertEquals("2015-07-21", Signatures.day("2015-07-21T23:30:00+03:00"));
    assertEquals("2015-07-21", Signatures.day("2015-07-21"));
    assertNull(Signatures.day("21-07-2015"));
    assertNull(Signatures.day("2015-7-1"));
    assertNull(Signatures.day(null));
  }

  /** Edges at random: likeness does not carry over from copy to copy. */
  @Test
  void dayAfterDayTheSameCopiesMeetAsInOneRun() {
    Random random = new Random(11);
    for (int round = 0; round < 200; round++) {
      int n = 12;
      List<Edge.Side> sides = new ArrayList<>();
      for (int i = 0; i < n; i++) {
        String seen = "2024-05-0" + (1 + i * 4 / n);
        sides.add(new Edge.Side(node(i), new Rank(null, 0, random.nextInt(3) == 0 ? seen : null, seen, random.nextInt(50), Integer.toHexString(random.nextInt()) + ".0"), 1, false));
      }
      List<Edge> edges = new ArrayList<>();
      for (int i = 0; i < n; i++) {
        for (int j = 0; j < i; j++) {
          if (random.nextInt(4) == 0) {
            edges.add(new Edge(node(j), node(i), 0.9, true, false, false));
          }
        }
      }
      Map<Node, String> once = kept(sides, edges);
      Map<Node, String> daily = new HashMap<>();
      List<Edge.Side> known = new ArrayList<>();
      for (int day = 0; day < 4; day++) {
        List<Edge.Side> today = new ArrayList<>(known);
        today.addAll(sides.subList(day * n / 4, (day + 1) * n / 4));
        Set<Node> there = today.stream().map(Edge.Side::node).collect(Collectors.toSet());
        Map<Node, String> stays = kept(today, edges.stream().filter(e -> there.contains(e.a()) && there.contains(e.b())).toList());
        known.clear();
        for (Edge.Side side : today) {
          Rank r = side.best();
          String keeper = stays.get(side.node());
          if (keeper.equals(r.storyId())) {
            known.add(new Edge.Side(side.node(), new Rank("run", r.order(), r.published(), r.seen(), r.words(), r.storyId()), 1, false));
          }
          daily.putIfAbsent(side.node(), keeper);
        }
      }
      assertEquals(once, daily);
    }
  }

  private static Map<Node, String> kept(List<Edge.Side> sides, List<Edge> edges) {
    Resolver resolver = new Resolver();
    sides.forEach(resolver::add);
    edges.forEach(resolver::add);
    Map<Node, String> kept = new HashMap<>();
    sides.forEach(side -> kept.put(side.node(), side.best().storyId()));
    resolver.resolve(fate -> kept.put(fate.node(), fate.kept().storyId()));
    return kept;
  }

  @Test
  void aBetterRankNeverHasALargerMerit() {
    Random random = new Random(5);
    List<Rank> ranks = new ArrayList<>();
    for (int i = 0; i < 500; i++) {
      String day = random.nextInt(4) == 0 ? null : day(random);
      String seen = random.nextInt(4) == 0 ? null : day(random);
      ranks.add(new Rank(null, random.nextInt(3) - random.nextInt(2) * 500, day, seen, random.nextInt(20_000), Integer.toHexString(0x10000000 + random.nextInt()) + ".0"));
    }
    List<Rank> outlets = new ArrayList<>(ranks.stream().filter(r -> r.order() >= 0).toList());
    Collections.sort(outlets);
    for (int i = 1; i < outlets.size(); i++) {
      assertTrue(Long.compareUnsigned(outlets.get(i - 1).merit(), outlets.get(i).merit()) <= 0, outlets.get(i - 1) + " " + outlets.get(i));
    }
    List<Rank> longest = new ArrayList<>(ranks.stream().map(r -> new Rank(null, -r.words(), r.published(), r.seen(), r.words(), r.storyId())).toList());
    Collections.sort(longest);
    for (int i = 1; i < longest.size(); i++) {
      assertTrue(Long.compareUnsigned(longest.get(i - 1).merit(), longest.get(i).merit()) <= 0, longest.get(i - 1) + " " + longest.get(i));
    }
  }
}
