package io.khabar.entity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.khabar.model.EntityType;
import io.khabar.model.Mention;
import io.khabar.text.MatchKey;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What the list says stands, whatever the trained model sees. */
class ListedNamesTest {
  private static final EntityTagger TAGGER = new EntityTagger(Gazetteer.standard());

  private static void holds(String text, EntityType type, String surface) {
    List<Mention> found = TAGGER.tag(text);
    assertTrue(found.stream().anyMatch(m -> m.surface().equals(surface) && m.type() == type && m.entityId() != null), surface + " but " + found);
  }

  private static void means(String text, String id) {
    List<Mention> found = TAGGER.tag(text);
    assertTrue(found.stream().anyMatch(m -> id.equals(m.entityId())), id + " but " + found);
  }

  /** The class word before a name is no part of it («قطاع غزة»); with it or without it, the mention means the same. */
  @Test
  void aListedNameKeepsItsMeaningWithItsClassWord() {
    means("وأبحرت السفن عبر مضيق البوسفور نحو الميناء.", "loc:bosphorus");
    means("وأبحرت السفن عبر البوسفور نحو الميناء.", "loc:bosphorus");
  }

  @Test
  void aListedNameOfSeveralWordsIsNotDropped() {
    holds("ورحب برنامج الأغذية العالمي بوصول الشحنة.", EntityType.ORGANIZATION, "برنامج الأغذية العالمي");
    holds("وأعلنت هيئة قناة السويس عودة العبور مساء أمس.", EntityType.ORGANIZATION, "هيئة قناة السويس");
  }

  @Test
  void aSurfaceDoesNotBeginWithTheCliticOfAListedName() {
    for (String text : List.of("قال الأمين العام للأمم المتحدة إن الأمر خطير.", "مساعدات للأمم المتحدة وصلت", "وقال بيان للولايات المتحدة إن الأمر انتهى")) {
      for (Mention m : TAGGER.tag(text)) {
        assertTrue(!m.surface().startsWith("لل"), m.toString());
      }
    }
    holds("قال الأمين العام للأمم المتحدة إن الأمر خطير.", EntityType.ORGANIZATION, "أمم المتحدة");
  }

  /** Listed names in company that may mislead the model: none gets an id that says nobody lists it. */
  @Test
  void noUnlistedEntityHasAListedName() {
    List<String> names = new ArrayList<>();
    Set<String> keys = new HashSet<>();
    for (GazetteerRow row : Gazetteer.standard().rows()) {
      row.full().forEach(f -> keys.add(MatchKey.of(f)));
      row.shorts().forEach(f -> keys.add(MatchKey.of(f)));
      names.add(row.full().get(row.full().size() - 1));
      row.shorts().forEach(names::add);
    }
    String[] frames = {
      "وقالت صحيفة %s أمس", "وفاز فريق %s على %s", "وقال الوزير %s للصحفيين", "في مدينة %s و%s", "من %s (%s)", "وزير خارجية %s، %s، يصل", "شركة %s تشتري %s", "%s: بيان", "سفارة %s لدى %s"
    };
    Random random = new Random(3);
    int linked = 0;
    for (int round = 0; round < 6000; round++) {
      String text = frames[random.nextInt(frames.length)];
      while (text.contains("%s")) {
        text = text.replaceFirst("%s", java.util.regex.Matcher.quoteReplacement(names.get(random.nextInt(names.size()))));
      }
      for (Mention m : TAGGER.tag(text)) {
        boolean unlisted = m.entityId() != null && m.entityId().contains(":x-");
        assertTrue(!unlisted || !keys.contains(MatchKey.of(m.nameAr())), () -> m.toString());
        linked += m.entityId() != null && !unlisted ? 1 : 0;
      }
    }
    assertTrue(linked > 3000, "only " + linked);
  }

  @Test
  void onePlaceIsOneEntity() {
    Set<String> ids = new HashSet<>();
    for (String text : List.of("وصل إلى بيروت أمس", "وفازت بيروت على ضيفتها", "قالت بيروت إن", "بيروت - خاص", "صحيفة بيروت", "مطار بيروت الدولي")) {
      TAGGER.tag(text).stream().filter(m -> m.surface().equals("بيروت") && m.entityId() != null).forEach(m -> ids.add(m.entityId()));
    }
    assertEquals(Set.of("loc:beirut"), ids);
  }
}
