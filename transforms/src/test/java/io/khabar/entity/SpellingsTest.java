package io.khabar.entity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.khabar.model.EntityType;
import io.khabar.model.Mention;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** However a name is spelled, it means one person, and nobody else. */
class SpellingsTest {
  private static final EntityTagger TAGGER = new EntityTagger(Gazetteer.standard());

  @Test
  void spellingsOfOnePersonMeetAndThoseOfTwoDoNot() throws IOException {
    meet("spellings.txt", 95);
  }

  @Test
  void soDoRarerOnes() throws IOException {
    meet("spellings-rare.txt", 85);
  }

  /** The wanted 95 of 100 are not reached where another hand wrote the list; places and organisations are the most that is missed. */
  @Test
  void spellingsByAnotherHandMeetAsOftenAsTheyDid() throws IOException {
    meet("spellings-others.txt", 88);
    meet("spellings-others-2.txt", 88);
    meet("spellings-others-3.txt", 86);
  }

  private static void meet(String file, int percent) throws IOException {
    List<String[]> rows = new ArrayList<>();
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(SpellingsTest.class.getResourceAsStream("/khabar/entity/" + file), StandardCharsets.UTF_8))) {
      lines.lines().filter(l -> !l.startsWith("#")).forEach(l -> rows.add(l.split("\\|")));
    }
    for (String frame : List.of("%s", "وقال %s للصحفيين أمس", "التقى الوفد %s في العاصمة")) {
      int met = 0;
      Map<String, Integer> owner = new HashMap<>();
      for (int row = 0; row < rows.size(); row++) {
        Set<String> ids = new HashSet<>();
        for (String name : rows.get(row)) {
          ids.add(id(frame, name));
        }
        met += ids.size() == 1 && !ids.contains("none") ? 1 : 0;
        ids.remove("none");
        for (String id : ids) {
          assertEquals(row, owner.getOrDefault(id, row), id);
          owner.put(id, row);
        }
      }
      assertTrue(met * 100 >= rows.size() * percent, met + " of " + rows.size() + " in " + frame);
    }
  }

  @Test
  void initialsMiddleNamesSpacesAndVowelsMakeNobodyElse() {
    for (String[] row :
        new String[][] {
          {"دونالد جيه ترامب", "per:donald-trump"},
          {"كارلا ديلبونتي", "per:carla-del-ponte"},
          {"مانشستر يونايتيد", "org:man-united"},
          {"شتراسبورغ", "loc:strasbourg"}
        }) {
      assertEquals(row[1], id("وقال %s للصحفيين أمس", row[0]), row[0]);
    }
    // Arabic names that sound alike are two people's, and an adjective is no place
    assertNotEquals(id("وقال %s للصحفيين أمس", "محمد علي"), id("وقال %s للصحفيين أمس", "محمد العلي"));
    assertNotEquals("loc:alula", id("%s البيئة واجب", "المحافظة على"));
  }

  @Test
  void oneWordThatIsNothingButAPlaceIsOneWhereTheModelSeesNone() {
    assertEquals("loc:misrata", id("التقى الوفد %s في العاصمة", "مصراتة"));
    assertEquals("loc:fallujah", id("وقال %s للصحفيين أمس", "الفلوجة"));
    assertEquals("org:mossad", id("وقال %s للصحفيين أمس", "الموساد الإسرائيلي"));
    // many words of one name where the model sees but a place
    assertEquals("org:isis", id("أعلن %s مسؤوليته", "الدولة الإسلامية في العراق والشام"));
    // an ordinary word behind a clitic, and one with an ending
    assertNotEquals("loc:baqubah", id("صدر الحكم %s مخففة", "بعقوبة"));
    assertNotEquals("loc:harissa-lebanon", id("كان الموظف %s على وقته", "حريصا"));
  }

  @Test
  void personsAreFoundWithAWordMoreOrTheArticleOfTheFamilyName() {
    for (String[] row :
        new String[][] {
          {"فؤاد سنيورة", "per:fouad-siniora"},
          {"هوشيار الزيباري", "per:hoshyar-zebari"},
          {"رياك مشار تيني", "per:riek-machar"},
          {"وليد كمال جنبلاط", "per:walid-jumblatt"}
        }) {
      assertEquals(row[1], id("وقال %s للصحفيين أمس", row[0]), row[0]);
    }
    // a given name with the article is another name
    assertNotEquals(id("وقال %s للصحفيين أمس", "محمد علي"), id("وقال %s للصحفيين أمس", "محمد العلي"));
  }

  @Test
  void whatOnlySoundsAlikeIsSomethingElse() {
    for (String[] row :
        new String[][] {
          // adjectives, accusatives, ends that places do not drop, the article, other letters
          {"وقال %s للصحفيين أمس", "بوهيمي", "loc:bohemia"},
          {"وصل أربعون %s إلى المدينة", "باكستانيا", "loc:pk"},
          {"وكان المرض أكثر %s من غيره", "إيلامًا", "loc:ilam"},
          {"هبطت طائرة شركة %s في المطار", "فيرجين", "loc:virginia"},
          {"يقوم الأمر على %s الذات", "نكران", "loc:najran"},
          // few consonants, other vowels, a vowel and a consonant at once
          {"وتعد مجموعة %s من أكبر المجموعات", "بورديو", "loc:bordeaux"},
          {"وقال %s للصحفيين أمس", "جولد مور", "per:golda-meir"},
          {"وقال %s للصحفيين أمس", "كارل براون", "per:carla-bruni"},
          {"وقال %s للصحفيين أمس", "لي تشونغ", "per:li-qiang"},
          {"وقال %s للصحفيين أمس", "جون جاكسون", "per:john-casson"},
          // Arabic family names that sound alike, and a nationality
          {"وقال %s للصحفيين أمس", "علي الموسى", "per:ali-al-moussawi"},
          {"وقال %s للصحفيين أمس", "حسين العبسي", "per:houcine-abassi"},
          {"وقال %s للصحفيين أمس", "زياد فارسي", "per:ziad-fariz"},
          // a given name that is an ordinary word is no family name that stands first
          {"وقال %s للصحفيين أمس", "حسن محمد", "per:mohamad-hasan"},
          // an ordinary word with a pronoun, and a preposition
          {"يميل الإنسان إلى %s بطبعه", "بني جنسه", "per:benny-gantz"},
          {"جلسوا في سوق %s الديرة", "الزل في", "loc:zulfi"},
          // another name in front, another word behind, a name that is joined to others
          {"وقال %s للصحفيين أمس", "تيمور وليد جنبلاط", "per:walid-jumblatt"},
          {"وقال %s للصحفيين أمس", "أبو عبيدة التونسي", "per:abu-obeida"},
          {"انتخب رئيس %s لكرة السلة", "الاتحاد العربي", "org:ittihad-jeddah"},
          {"يترأس مجموعة %s في أوروبا", "منظمة الأمن والتعاون", "org:taawoun"},
          {"قاتلت (وحدات حماية الشعب) %s في القرى", "الكردي", "org:pkk"}
        }) {
      assertNotEquals(row[2], id(row[0], row[1]), row[1]);
    }
  }

  @Test
  void placesAndOrganisationsAreKnownInTheSpellingsThatRulesMake() {
    for (String[] row :
        new String[][] {
          // words that papers spell in several ways, adjectives of nationality among them
          {"إقليم كوردستان العراق", "loc:kurdistan-region-of-iraq"},
          {"القيادة الأمريكية الوسطى", "org:centcom"},
          // written together, and two words for one
          {"بوكوحرام", "org:boko-haram"},
          {"الدارالبيضاء", "loc:casablanca"},
          {"غوانتا نامو", "loc:guantanamo"},
          // a final hamza left out
          {"الدار البيضا", "loc:casablanca"},
          // letters that are swapped
          {"يوهانسبورغ", "loc:johannesburg"},
          {"تشيكاغو", "loc:chicago"},
          {"كوزوفو", "loc:xk"},
          // one name where the model sees two
          {"خان يونس", "loc:khan-yunis"}
        }) {
      assertEquals(row[1], id("%s", row[0]), row[0]);
    }
    assertEquals("org:ministry-foreign-eg", id("%s", "وزارة الخارجية المصرية"));
    assertEquals("org:ministry-foreign-eg", id("أعلنت %s موقفها من الملف", "الخارجية المصرية"));
    assertEquals("none", id("محاور %s في الأعوام الأخيرة", "السياسة الخارجية المصرية"));
  }

  @Test
  void personsAreFoundWithTheFamilyNameFirstAMiddleNameOrOtherSpaces() {
    for (String[] row :
        new String[][] {
          {"بوتفليقة عبد العزيز", "per:abdelaziz-bouteflika"},
          {"عبد الفتاح سعيد السيسي", "per:abdel-fattah-el-sisi"},
          {"أسامة بنلادن", "per:osama-bin-laden"},
          {"معمر القدافي", "per:muammar-gaddafi"}
        }) {
      assertEquals(row[1], id("وقال %s للصحفيين أمس", row[0]), row[0]);
    }
    // given names may stand in either order, and make other people
    assertNotEquals("per:mohammed-noor", id("وقال %s للصحفيين أمس", "نور محمد"));
  }

  @Test
  void placesThatNobodyListsMeetAcrossSpellings() {
    assertEquals(id("في مدينة %s الساحلية", "زرغابوشتان"), id("في مدينة %s الساحلية", "زرجابوشتان"));
    assertTrue(id("في مدينة %s الساحلية", "زرجابوشتان").startsWith("loc:x-"));
  }

  private static String id(String frame, String name) {
    int at = frame.indexOf("%s");
    return TAGGER.tag(frame.replace("%s", name)).stream()
        .filter(m -> m.start() < at + name.length() && m.end() > at && m.entityId() != null)
        .max(Comparator.comparing((Mention m) -> m.end() - m.start()).thenComparing(m -> -m.start()))
        .map(Mention::entityId)
        .orElse("none");
  }

  @Test
  void aWordOfAListedNameMayBeSpelledOtherwise() {
    for (String[] row :
        new String[][] {
          {"وليد جمبلاط", "per:walid-jumblatt"},
          {"مارك روتا", "per:mark-rutte"},
          {"خليفة حفطر", "per:khalifa-haftar"},
          {"شهباز شاريف", "per:shehbaz-sharif"}
        }) {
      for (String frame : new String[] {"%s", "وقال %s للصحفيين أمس", "التقى الوفد %s في العاصمة"}) {
        assertEquals(row[1], id(frame, row[0]), row[0]);
      }
    }
    // a given name is what it is: another one is another person
    assertNotEquals("per:kamal-jumblatt", id("%s", "جمال جنبلاط"));
  }

  @Test
  void aWordThatIsANameTooIsOneOnlyWhereSomethingSaysSo() {
    Mention channel = TAGGER.tag("بثت قناة الحرة المقابلة كاملة").get(0);
    assertTrue(channel.surface().endsWith("الحرة") && channel.type() == EntityType.ORGANIZATION && channel.entityId() != null, channel.toString());
    assertEquals(List.of(), TAGGER.tag("إنها الانتخابات الحرة الأولى"));
    assertEquals(List.of(), TAGGER.tag("سأله الصحفي كيف وصل إلى هنا"));
    assertEquals("loc:kyiv", TAGGER.tag("وصل الوفد إلى كييف صباحا").get(0).entityId());
    assertEquals("org:tass", TAGGER.tag("نقلت وكالة تاس عن مصدر قوله").get(0).entityId());
  }

  @Test
  void adjectivesOfNationalityAreNoPlaces() {
    assertEquals(List.of(), TAGGER.tag("التقى الوزراء الأميركية والروسية والأوكرانية"));
  }

  @Test
  void whatNobodyListsIsFoundBehindTheWordThatIntroducesIt() {
    Mention company = TAGGER.tag("وصل مدير شركة زرقابوش القابضة").get(0);
    assertTrue(company.surface().startsWith("زرقابوش") && company.entityId().startsWith("org:x-"), company.toString());
    Mention town = TAGGER.tag("في مدينة زرقابوشتان الساحلية").get(0);
    assertTrue(town.surface().equals("زرقابوشتان") && town.entityId().startsWith("loc:x-"), town.toString());
  }
}
