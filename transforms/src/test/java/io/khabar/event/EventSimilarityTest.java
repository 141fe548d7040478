package io.khabar.event;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class EventSimilarityTest {
  private static final double SAME = EventClusterer.SAME_EVENT / 1000.0;

  private static EventFeatures bridge(String id, String published, String happened) {
    return Stories.features(Stories.story(id, "أ", Stories.BRIDGE, Stories.BRIDGE_TEXT, Stories.dates(published, happened)), "فارس الدهان");
  }

  private static EventFeatures again(String published, String more) {
    return Stories.features(
        Stories.story("b.0", "ب", Stories.BRIDGE_AGAIN, Stories.BRIDGE_AGAIN_TEXT + more, Stories.dates(published, null)), "فارس الدهان");
  }

  @Test
  void twoReportsOfOneEventAreAlike() {
    assertTrue(Stories.compare(bridge("a.0", null, null), again(null, "")).event() >= SAME);
  }

  @Test
  void anotherSubjectIsNot() {
    EventFeatures fair = Stories.features(Stories.story("f.0", "أ", Stories.FAIR, Stories.FAIR_TEXT, Stories.dates(null, null)), "سلمى القاضي");
    assertEquals(0, Stories.compare(bridge("a.0", null, null), fair).event(), 0.05);
  }

  @Test
  void monthsApartIsNeverOneEventButMayBeOneStoryline() {
    EventSimilarity similarity = Stories.compare(bridge("a.0", "2021-03-02", null), again("2021-09-02", ""));
    assertEquals(0, similarity.event());
    assertTrue(1000 * similarity.storyline() >= Storylines.SAME_STORYLINE);
  }

  @Test
  void whoDatesTheLastTimeTellsALaterOne() {
    double plain = Stories.compare(bridge("a.0", "2021-03-03", "2021-03-02"), again(null, "")).event();
    double later = Stories.compare(bridge("a.0", "2021-03-03", "2021-03-02"), again(null, " وكان آخر حادث من هذا النوع قد وقع في 2 مارس.")).event();
    assertTrue(later < 0.6 * plain, later + " of " + plain);
  }

  @Test
  void aDayOutOfSeasonSpeaksAgainstOneEvent() {
    double plain = Stories.compare(bridge("a.0", "2021-03-03", null), again(null, "")).event();
    double autumn = Stories.compare(bridge("a.0", "2021-03-03", null), again(null, " وبدأ العمل فيه في 20 أغسطس.")).event();
    assertTrue(autumn < 0.85 * plain, autumn + " of " + plain);
  }

  @Test
  void theSameActorWithAnotherCounterpartIsAnotherEvent() {
    String title = "رئيسة الحكومة نادين الشامي تبحث هاتفيا التعاون مع %s";
    String text = "بحثت رئيسة الحكومة نادين الشامي في اتصال هاتفي مع %s سبل التعاون بين البلدين والمشاريع المشتركة.";
    EventFeatures first =
        Stories.features(Stories.story("a.0", null, title.replace("%s", "كمال الأسعد"), text.replace("%s", "كمال الأسعد"), Stories.dates(null, null)), "نادين الشامي", "كمال الأسعد");
    EventFeatures same =
        Stories.features(Stories.story("b.0", null, title.replace("%s", "كمال الأسعد"), text.replace("%s", "كمال الأسعد"), Stories.dates(null, null)), "نادين الشامي", "كمال الأسعد");
    EventFeatures other =
        Stories.features(Stories.story("c.0", null, title.replace("%s", "وليد التونسي"), text.replace("%s", "وليد التونسي"), Stories.dates(null, null)), "نادين الشامي", "وليد التونسي");
    assertTrue(Stories.compare(first, same).event() > 0.9);
    assertTrue(Stories.compare(first, other).event() < 0.75 * Stories.compare(first, same).event());
  }

  @Test
  void aParticleIsNoPartOfATerm() {
    EventTerm term =
        Stories.features(Stories.story("a.0", null, "زلزال بفلسطين", "زلزال", Stories.dates(null, null))).terms().stream().filter(t -> t.surface().contains("فلسطين")).findFirst().orElseThrow();
    EventTerm bare =
        Stories.features(Stories.story("a.0", null, "زلزال فلسطين", "زلزال", Stories.dates(null, null))).terms().stream().filter(t -> t.surface().contains("فلسطين")).findFirst().orElseThrow();
    assertEquals(bare.hash(), term.hash());
  }
}
