package io.khabar.entity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.khabar.model.EntityType;
import io.khabar.model.Mention;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Words that are names too, in sentences in which they are none, and in sentences in which they are. */
class TrapsTest {
  private static final int PERCENT = 5;
  private static final EntityTagger TAGGER = new EntityTagger(Gazetteer.standard());

  @Test
  void atMostOneInTwentyTrapsGetsAMention() throws IOException {
    List<String> tagged = new ArrayList<>();
    int all = 0;
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(TrapsTest.class.getResourceAsStream("/khabar/entity/traps.txt"), StandardCharsets.UTF_8))) {
      for (String line : lines.lines().filter(l -> !l.startsWith("#")).toList()) {
        all++;
        if (!TAGGER.tag(line).isEmpty()) {
          tagged.add(line + ' ' + TAGGER.tag(line));
        }
      }
    }
    assertTrue(all >= 470 && tagged.size() * 100 <= all * PERCENT, tagged.size() + " of " + all + ": " + tagged);
  }

  @Test
  void theSameWordsAreNamesWhereTheContextSaysSo() {
    for (String[] row :
        new String[][] {
          {"استقبل أمير قطر وفدا من البرلمان الأوروبي", "قطر", "loc:qa"},
          {"وقعت قطر والكويت مذكرة تفاهم", "قطر", "loc:qa"},
          {"وصل المبعوث الأممي إلى سيول قادما من طوكيو", "سيول", "loc:seoul"},
          {"أصيب عشرات الفلسطينيين في جنين", "جنين", "loc:jenin"},
          {"افتتح الوزير معرض الكتاب بجدة", "جدة", "loc:jeddah"},
          {"عادت حركة الملاحة إلى ميناء الحديدة", "الحديدة", "loc:hodeidah"},
          {"قتل خمسة في تفجير استهدف كابل", "كابل", "loc:kabul"},
          {"زار الوفد السياحي معابد الأقصر وأسوان", "الأقصر", "loc:luxor"}
        }) {
      List<Mention> found = TAGGER.tag(row[0]);
      assertTrue(found.stream().anyMatch(m -> m.surface().equals(row[1]) && row[2].equals(m.entityId())), row[0] + " but " + found);
    }
  }

  @Test
  void wordsThatAreNamesTooAreNoneWhereNothingSaysSo() {
    for (String sentence :
        new String[] {
          // an accusative, with what describes it or «من» behind it
          "صب لضيفه كوبا من القهوة",
          "عاد الرجال وقد صادوا صيدا وفيرا",
          // a word without the article before one that has it
          "يقيس التلميذ قطر الدائرة بالمسطرة",
          "تحكي جدة الأولاد قصة كل ليلة",
          // an adjective behind its noun
          "التاجر مصر على السعر المعلن",
          "ألغيت الرحلة بسبب الظروف القاهرة",
          // his grandfather
          "خنجر فضي من صنع جده",
          // a clitic that is none
          "كان العرض كريما فقبله العمال",
          // two words that would make a name
          "غطى ندى الفجر أوراق العنب",
          "وقف أبو العريس عند مدخل القاعة",
          // a direction is no class word
          "بقي القارب في وسط البحيرة طوال النهار",
          // an adjective of relation behind what it describes
          "أضاء القمر الطريق الترابي بين البساتين",
          // a noun with its adjective
          "تحذر النشرة من سيول جارفة في الأودية",
          "لم يكن للبائع من مأرب آخر",
          // what is listed stands in a set phrase
          "تسلل ابن آوى إلى الحظيرة",
          // an ordinary word behind a clitic that is none
          "تفتحت أزهار الحديقة باكرا",
          // a bare given name with what it is the head of
          "كان جابر الخواطر محبوبا بين أهله",
          // a word behind a name that is a word
          "يعملون عن إيمان راسخ بالفكرة",
          // a club nobody speaks of
          "يطلب الفريق النصر في كل مباراة"
        }) {
      assertEquals(List.of(), TAGGER.tag(sentence), sentence);
    }
  }

  @Test
  void otherNamesSpeakForThem() {
    for (String[] row :
        new String[][] {
          {"تعادل النصر مع ريال مدريد بهدف", "النصر"},
          {"فازت مصر على السنغال", "مصر"},
          {"أكد فارس أن السعر ثابت وأن إسرائيل سترد", "فارس"},
          {"قال الترابي إن الحزب باق", "الترابي"},
          {"رفضت قطر العرض الذي قدمته فرنسا", "قطر"},
          {"غادر الوفد القطري الرياض مساء", "الرياض"}
        }) {
      List<Mention> found = TAGGER.tag(row[0]);
      assertTrue(found.stream().anyMatch(m -> m.surface().equals(row[1])), row[0] + " but " + found);
    }
  }

  @Test
  void aBlessingIsNoPartOfTheNameBeforeIt() {
    List<Mention> found = TAGGER.tag("خطب علي بن أبي طالب كرم الله وجهه في الناس");
    assertEquals(List.of("علي بن أبي طالب"), found.stream().map(Mention::surface).toList());
  }

  @Test
  void aNameDoesNotGoOnBehindACommaOrIntoTheNameThatAConjunctionJoins() {
    List<Mention> found = TAGGER.tag("حضر اللقاء حسام زكريا ، عادل مصطفى وسامي إبراهيم");
    assertTrue(found.stream().noneMatch(m -> m.surface().contains("،") || m.surface().contains(" وسامي")), found.toString());
    assertTrue(found.stream().filter(m -> m.type() == EntityType.PERSON).count() >= 3, found.toString());
  }
}
