package io.khabar.entity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.khabar.model.EntityType;
import io.khabar.model.Mention;
import io.khabar.model.Story;
import io.khabar.model.StoryDates;
import io.khabar.model.StoryKind;
import io.khabar.model.TextField;
import java.util.List;
import org.junit.jupiter.api.Test;

class EntityTaggerTest {
  private static final EntityTagger TAGGER = new EntityTagger(Gazetteer.standard());

  static Story story(String title, String text) {
    List<String> none = List.of();
    return new Story(
        "s.0", "s", "u", StoryKind.MAIN, null, 0, null, null, title, text, "ar", none, none, none, none, List.of(), null, StoryDates.NONE, none);
  }

  private static Mention only(List<Mention> mentions, String surface) {
    List<Mention> hits = mentions.stream().filter(m -> m.surface().equals(surface)).toList();
    assertEquals(1, hits.size(), surface + " in " + mentions);
    return hits.get(0);
  }

  @Test
  void spellingsOfOneMinisterHaveOneId() {
    for (String name : List.of("سيرغي شويغو", "سيرجي شويجو", "سيرجي شويغو", "سيرغي شويجو")) {
      assertEquals("per:sergei-shoigu", only(TAGGER.tag("التقى الوفد الوزير " + name + " مساء اليوم."), name).entityId());
    }
  }

  @Test
  void cliticsAreNoPartOfTheSurface() {
    List<Mention> mentions = TAGGER.tag("حديث عن دعم لروسيا ولبوتين.");
    assertEquals("loc:ru", only(mentions, "روسيا").entityId());
    Mention putin = only(mentions, "بوتين");
    assertEquals("per:vladimir-putin", putin.entityId());
    assertEquals(EntityType.PERSON, putin.type());
  }

  @Test
  void aBareSurnameInTheHeadlineMeansTheFullNameBelow() {
    List<Mention> mentions = TAGGER.tag(story("برونكوفيتش يزور المصنع", "وصل مدير المصنع المتحدث باسم الشركة، زلاتكو برونكوفيتش، إلى المكان."));
    Mention head = mentions.get(0);
    assertEquals(TextField.TITLE, head.field());
    assertEquals("برونكوفيتش", head.surface());
    assertNotNull(head.entityId());
    assertEquals(only(mentions, "زلاتكو برونكوفيتش").entityId(), head.entityId());
  }

  @Test
  void offsetsAreCodePointsAndExactUnderDiacriticsAndClitics() {
    String title = "😀 وَبوتين في القاعة";
    String text = "قال فلاديميرُ بوتين إنّ الأمر انتهى، ثم عاد بوتينُ.";
    List<Mention> mentions = TAGGER.tag(story(title, text));
    assertTrue(mentions.size() >= 3, mentions.toString());
    for (Mention m : mentions) {
      String source = m.field() == TextField.TITLE ? title : text;
      int from = source.offsetByCodePoints(0, m.start());
      int to = source.offsetByCodePoints(0, m.end());
      assertEquals(m.surface(), source.substring(from, to));
    }
    assertEquals("بوتين", mentions.get(0).surface());
  }
}
