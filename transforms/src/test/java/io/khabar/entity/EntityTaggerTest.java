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
import java.util.Random;
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

  @Test
  void anAdjectiveOfNationalityIsNoMention() {
    assertTrue(TAGGER.tag("وصلت الوفود الروسية والأميركية.").stream().noneMatch(m -> m.surface().contains("أميركية")));
  }

  @Test
  void aSpokesmanNobodyListsIsFoundAfterAndBeforeHisOffice() {
    for (String text : List.of("وقال المتحدث باسم الكرملين زلاتكو برونكوفيتش للصحفيين", "وقال زلاتكو برونكوفيتش، المتحدث باسم الكرملين، للصحفيين")) {
      Mention m = only(TAGGER.tag(text), "زلاتكو برونكوفيتش");
      assertEquals(EntityType.PERSON, m.type());
      assertTrue(m.entityId().startsWith("per:x-"), m.entityId());
    }
  }

  @Test
  void unlistedNamesMeetAcrossSpellings() {
    String one = only(TAGGER.tag("قال المتحدث باسم الكرملين غيلدروف زلاتكوفيتش للصحفيين"), "غيلدروف زلاتكوفيتش").entityId();
    String two = only(TAGGER.tag("قال المتحدث باسم الكرملين جيلدروف زلاتكوفيتش للصحفيين"), "جيلدروف زلاتكوفيتش").entityId();
    assertEquals(one, two);
  }

  @Test
  void aTitleTellsTheGeneralFromThePresident() {
    List<Mention> general = TAGGER.tag(story("لقاء", "التقى الجنرال مارك ميلي الضباط. ثم سافر ميلي إلى بلاده."));
    assertEquals("per:mark-milley", only(general, "ميلي").entityId());
    List<Mention> president = TAGGER.tag(story("لقاء", "التقى الرئيس الأرجنتيني خافيير ميلي الوزراء. ثم سافر ميلي إلى بلاده."));
    assertEquals("per:javier-milei", only(president, "ميلي").entityId());
  }

  @Test
  void aUsersLineOverridesAndAdds() {
    Gazetteer own =
        Gazetteer.ofContents(
            List.of("per:vladimir-putin\tPERSON\tفلاديمير بوتين\t\tبوتين\tV. Putin\tQ7747\t\norg:zarnaq\tORGANIZATION\tشركة زرناق\t\tزرناق\tZarnaq\t\t\n"));
    List<Mention> mentions = new EntityTagger(own, null, List.of()).tag("زار بوتين مصنع زرناق.");
    assertEquals("Q7747", only(mentions, "بوتين").wikidataId());
    assertEquals("org:zarnaq", only(mentions, "زرناق").entityId());
  }

  @Test
  void anotherTaggersNamesBecomeMentions() {
    NameTagger other = text -> List.of(new NameTagger.Name(4, 10, EntityType.ORGANIZATION, 0.9));
    List<Mention> mentions = new EntityTagger(Gazetteer.standard(), null, List.of(other)).tag("زار زرقنوق اليوم");
    assertEquals(EntityType.ORGANIZATION, only(mentions, "زرقنوق").type());
  }

  /** Names with every clitic, with and without diacritics, in random company: the surface stands at its offsets, and mentions are in order and apart. */
  @Test
  void surfaceIsTheTextAtItsOffsets() {
    String[] names = {"روسيا", "القاهرة", "فلاديمير بوتين", "أوكرانيا", "الأمم المتحدة", "شويغو", "الكرملين", "محمد صلاح", "مستشفى", "قال", "إلى", "😀", "في 12"};
    String[] clitics = {"", "و", "ف", "ب", "ل", "ك", "وب", "ول", "لل", "بال"};
    String[] between = {" ", "، ", " - ", ". ", "\n", " (", ") ", " «", "» "};
    Random random = new Random(8);
    for (int round = 0; round < 400; round++) {
      StringBuilder title = new StringBuilder();
      StringBuilder text = new StringBuilder();
      for (int k = 0; k < 14; k++) {
        StringBuilder out = k < 4 ? title : text;
        String word = clitics[random.nextInt(clitics.length)] + names[random.nextInt(names.length)];
        for (char c : word.toCharArray()) {
          out.append(c);
          if (c >= '\u0621' && c <= '\u064A' && random.nextInt(6) == 0) {
            out.append((char) ('\u064B' + random.nextInt(8)));
          }
        }
        out.append(between[random.nextInt(between.length)]);
      }
      int last = -1;
      TextField field = TextField.TITLE;
      for (Mention m : TAGGER.tag(story(title.toString(), text.toString()))) {
        String source = m.field() == TextField.TITLE ? title.toString() : text.toString();
        last = m.field() == field ? last : -1;
        field = m.field();
        assertTrue(m.start() >= last && m.end() > m.start(), m.toString());
        last = m.end();
        assertEquals(m.surface(), source.substring(source.offsetByCodePoints(0, m.start()), source.offsetByCodePoints(0, m.end())));
      }
    }
  }
}
