package io.khabar.segment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.khabar.corpus.LineEvidence;
import io.khabar.model.Kind;
import io.khabar.model.LabelledPage;
import io.khabar.model.Line;
import io.khabar.text.RuleFile;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Articles squeezed to one line: what the site says goes, where it ends is told from words, and prose with the same words stays. */
class SiteSpeechTest {
  private static final PageSegmenter SEGMENTER = PageSegmenter.of(SegmentRules.shipped());
  private static final MetadataReader READER = MetadataReader.of(SegmentRules.shipped());
  private static final String SAID = "وقال رئيس المجلس إن العقد الجديد يلزم الشركة بإصلاح كل ما يتلف من الأرصفة خلال شهرين من انتهاء الحفر.";

  private static LabelledPage label(String text) {
    return SEGMENTER.label(Fixtures.record(Fixtures.TITLE, text), LineEvidence.NONE);
  }

  private static String story(LabelledPage page) {
    List<MetadataReader.StoryLine> lines = new ArrayList<>();
    for (Line line : page.lines()) {
      lines.add(new MetadataReader.StoryLine(page.page().text().substring(line.start(), line.end()), line.kind()));
    }
    return String.join(" ", READER.read(page.page(), lines, true).paragraphs());
  }

  private static void goes(String site) {
    LabelledPage page = label(String.join(" ", Fixtures.LEAD, Fixtures.SECOND, site, SAID));
    assertEquals(String.join(" ", Fixtures.LEAD, Fixtures.SECOND, SAID), story(page), site);
  }

  private static void goesAtTheEnd(String site) {
    assertEquals(String.join(" ", Fixtures.LEAD, Fixtures.SECOND, SAID), story(label(String.join(" ", Fixtures.LEAD, Fixtures.SECOND, SAID, site))), site);
  }

  @Test
  void aHeadlineBehindACueEndsWhereASentenceOfTheStoryOpens() {
    goes("اقرأ أيضا: تل الريح تستعد لموسم الأمطار بخطة جديدة");
    goes("قد يهمك أيضاً.. تل الريح تستعد لموسم الأمطار بخطة جديدة");
    goes("وشاهد أيضا: تل الريح تستعد للموسم اقرأ أيضا: سكان الميناء يطالبون بمضخات");
    LabelledPage page = label(String.join(" ", Fixtures.LEAD, Fixtures.SECOND, "مواضيع ذات صلة تل الريح تستعد لموسم الأمطار بخطة جديدة سكان الميناء يطالبون بمضخات حديثة", SAID));
    assertEquals(Kind.RELATED, Fixtures.kind(page, "تستعد لموسم"));
    assertEquals("related/behind_cue", Fixtures.rule(page, "تستعد لموسم"));
  }

  @Test
  void aPromotionWithoutAStopEndsBehindItsLastPlaceToGo() {
    goes("تابع آخر الأخبار على قناتنا في تلغرام");
    goes("يمكنكم متابعتنا على صفحتنا في فيسبوك تابعونا على تويتر");
    goes("إعلان");
  }

  @Test
  void whatASiteSaysAtTheEndGoesPieceByPiece() {
    goesAtTheEnd("تابعونا على تويتر وفيسبوك إن الآراء الواردة في هذا النص لا تعبر بالضرورة عن رأي صوت الميناء");
    goesAtTheEnd("طباعة المقال إرسال لصديق");
    goesAtTheEnd("للتواصل مع المحرر: editor@mina.example");
    goesAtTheEnd("ملاحظة: الآراء المنشورة لا تعكس بالضرورة وجهة نظر الموقع");
    goesAtTheEnd("*** *** ***");
  }

  @Test
  void theOutletAndThePlaceBeforeALeadAreItsByline() {
    LabelledPage page = label("رويترز - القاهرة " + String.join(" ", Fixtures.LEAD, Fixtures.SECOND, SAID));
    assertEquals(Kind.CREDIT, Fixtures.kind(page, "رويترز"));
    assertEquals(String.join(" ", Fixtures.LEAD, Fixtures.SECOND, SAID), story(page));
  }

  @Test
  void aWordMayBeGluedToAPhrase() {
    LabelledPage page = label(String.join("\n", Fixtures.LEAD, Fixtures.SECOND, SAID + " مقالات أخرى للكاتبموسم الأمطار في تل الريح"));
    assertEquals(Kind.NAV, Fixtures.kind(page, "للكاتبموسم"));
  }

  @Test
  void aNoteToTheTextIsNoLink() {
    String note = "انظر: تاريخ المرافئ القديمة، الجزء الثاني، الصفحة 45 وما بعدها.";
    String text = String.join(" ", Fixtures.LEAD, Fixtures.SECOND, note, SAID);
    assertEquals(text, story(label(text)));
  }

  @Test
  void proseThatHoldsTheSameWordsStays() {
    List<String[]> sentences = RuleFile.resource("/khabar/segment/prose.txt", 1);
    assertTrue(sentences.size() >= 40);
    List<String> lost = new ArrayList<>();
    for (String[] row : sentences) {
      for (String between : new String[] {" ", "\n"}) {
        for (String[] parts :
            new String[][] {{Fixtures.LEAD, row[0], Fixtures.SECOND, SAID}, {Fixtures.LEAD, Fixtures.SECOND, row[0], SAID}, {Fixtures.LEAD, Fixtures.SECOND, SAID, row[0]}}) {
          if (!story(label(String.join(between, parts))).equals(String.join(" ", parts))) {
            lost.add(row[0]);
          }
        }
      }
    }
    assertEquals(List.of(), lost);
  }
}
