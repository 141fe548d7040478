package io.khabar.segment;

import static io.khabar.segment.Fixtures.LEAD;
import static io.khabar.segment.Fixtures.SECOND;
import static io.khabar.segment.Fixtures.TITLE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.khabar.corpus.LineEvidence;
import io.khabar.model.Kind;
import io.khabar.model.LabelledPage;
import io.khabar.model.Line;
import io.khabar.model.Page;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Links to other articles and calls, on lines of their own and in articles that lost their line breaks, told without any other page of the outlet. */
class SiteLinksTest {
  private static final String HEADLINE = "سكان الميناء القديم يطالبون بمضخات حديثة";

  private static LabelledPage label(String between, String line) {
    Page record = Fixtures.record(TITLE, LEAD + between + line + between + SECOND);
    Page page =
        new Page(
            record.documentId(), "", record.sourceUri(), 0, 0, record.mediaType(), "UTF-8", 1, "https://harbour.example/1", "مرآة الساحل", null, record.text(), List.of(),
            record.clues(), List.of());
    return PageSegmenter.of(SegmentRules.shipped()).label(page, LineEvidence.NONE);
  }

  private static String body(LabelledPage page) {
    StringBuilder body = new StringBuilder();
    for (Line line : page.lines()) {
      if (line.kind() == Kind.BODY) {
        body.append(page.page().text(), line.start(), line.end());
      }
    }
    return body.toString().replaceAll("\\s+", " ").strip();
  }

  private static void goes(String between, String line) {
    assertEquals((LEAD + " " + SECOND).replaceAll("\\s+", " "), body(label(between, line)), line);
  }

  private static void stays(String between, String line) {
    assertTrue(body(label(between, line)).contains(line), line);
  }

  @Test
  void aHeadlineInQuotesOrBracketsGoesAsFarAsTheyReach() {
    for (String between : new String[] {"\n", " "}) {
      goes(between, "اقرأ أيضا: «" + HEADLINE + "»");
      goes(between, "[اقرأ المزيد: " + HEADLINE + "]");
      goes(between, "طالع أيضا » " + HEADLINE + " «");
    }
  }

  @Test
  void aHeadlineBeforeACallToReadOnGoesWithIt() {
    goes("\n", "«" + HEADLINE + "».. اضغط هنا للتفاصيل");
    goes("\n", HEADLINE + ".. لقراءة الخبر اضغط هنا");
    goes(" ", "«" + HEADLINE + "».. لقراءة الخبر اضغط هنا");
    goes(" ", "(" + HEADLINE + ") .. للمزيد انقر هنا");
    goes(" ", HEADLINE + " (اقرأ التفاصيل من هنا)");
  }

  @Test
  void oneCueMayAnnounceSeveralHeadlines() {
    String other = "حديقة جديدة على ضفة النهر الشرقية";
    goes(" ", "مواضيع ذات صلة: * " + HEADLINE + " * " + other);
    goes(" ", "مواضيع ذات صلة: «" + HEADLINE + "» - «" + other + "»");
    goes(" ", "مواضيع ذات صلة: 1- " + HEADLINE + " 2- " + other);
  }

  @Test
  void rowsOfDotsAreSigns() {
    goes(" ", "..............");
    stays(" ", "سكت قليلا...... ثم قال إن المضخات وصلت إلى الميناء.");
  }

  @Test
  void whatSpeaksToTheReaderBeforeASeparatorAnnouncesAHeadline() {
    for (String cue : new String[] {"اقرأ كمان ⬅️", "طالعوا ملفنا السابق:", "في الموضوع نفسه، طالع تقريرنا السابق:", "🔵 الأكثر قراءة هذا الشهر:", "إقرأ المزيد على مرآة الساحل :", "شاهد بالفيديو||"}) {
      goes("\n", cue + " " + HEADLINE);
      goes(" ", cue + " «" + HEADLINE + "»");
    }
  }

  @Test
  void thingsOfTheSiteOrOfTheReaderAreToldByTheirEndings() {
    goes("\n", "المرجو الضغط على زر الإعجاب بصفحتنا");
    goes("\n", "لا تنسوا زيارة بوابتنا كل صباح قبل القهوة ☕");
    goes("\n", "نستخدم ملفات الارتباط لتحسين تجربتك وحفظ إعداداتك");
  }

  @Test
  void whatStandsOnOneLineWithACallGoesWithIt() {
    goes("\n", "من سيفوز بالكأس هذا العام؟ تابعونا على صفحتنا");
  }

  @Test
  void whatSpeaksToTheReaderInsideAnArticleOfOneLineEndsWithItsOwnWords() {
    goes(" ", "يستخدم موقعنا ملفات الارتباط لتحسين تجربتك، وتصفحك موافقة على سياسة الخصوصية");
    goes(" ", "محتوى برعاية تجارية ولا يعبر عن رأي التحرير في مرآة الساحل");
  }

  @Test
  void rowsOfPicturesAreSigns() {
    goes(" ", "▪️ ▪️ ▪️");
    goes(" ", "🔹🔹🔹");
  }

  @Test
  void theStorysOwnWordsStay() {
    for (String between : new String[] {"\n", " "}) {
      stays(between, "وقالت المديرة: «" + HEADLINE + "».. وأضافت أن الطلب قيد الدرس.");
      stays(between, "هنا يبرز سؤال: من يدفع ثمن المضخات الجديدة في الميناء القديم؟");
      stays(between, "وتواصل قولها: سنشتري مضخات جديدة قبل موسم الأمطار.");
      stays(between, "كتب أحدهم على فيسبوك: " + HEADLINE + ".");
      stays(between, "في موقع السد صورة كبيرة للمهندس الذي بناه قبل نصف قرن.");
    }
  }

  @Test
  void aPageOfNothingButPicturesIsSegmentedToItsEnd() {
    for (String between : List.of("\n", " ")) {
      LabelledPage page = label(between, "\uD83D\uDE00 ".repeat(20_000));
      assertEquals(page.page().text().length(), page.lines().get(page.lines().size() - 1).end());
      assertTrue(body(page).contains(SECOND));
    }
  }
}
