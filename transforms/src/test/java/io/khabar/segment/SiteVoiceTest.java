package io.khabar.segment;

import static io.khabar.segment.Fixtures.LEAD;
import static io.khabar.segment.Fixtures.SECOND;
import static io.khabar.segment.Fixtures.TITLE;
import static io.khabar.segment.Fixtures.kind;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.khabar.corpus.CorpusCounter;
import io.khabar.corpus.LineEvidence;
import io.khabar.corpus.SiteWords;
import io.khabar.model.Kind;
import io.khabar.model.LabelledPage;
import io.khabar.model.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Lines in which a site speaks, told on a page of its own by how they speak; lines of the story that hold the same words stay. */
class SiteVoiceTest {
  private static LabelledPage label(String line) {
    Page record = Fixtures.record(TITLE, LEAD + "\n" + line + "\n" + SECOND);
    Page page =
        new Page(
            record.documentId(), "", record.sourceUri(), 0, 0, record.mediaType(), "UTF-8", 1, "https://harbour.example/1", "مرآة الساحل", null, record.text(), List.of(),
            record.clues(), List.of());
    return PageSegmenter.of(SegmentRules.shipped()).label(page, LineEvidence.NONE);
  }

  private static void is(Kind kind, String line) {
    assertEquals(kind, kind(label(line), line), line);
  }

  @Test
  void aLineThatSpeaksToTheReaderIsTheSites() {
    is(Kind.NAV, "صوركم من مكان الحادث ننتظرها على رقم التحرير");
    is(Kind.NAV, "أضيفي صفحتنا إلى قائمتك المفضلة في المتصفح");
    is(Kind.NAV, "المعلومات الواردة أعلاه لا تغني عن زيارة الطبيب");
    is(Kind.NAV, "ساعدونا بملاحظاتكم كي نكتب في موقعنا ما ينفع");
  }

  @Test
  void aUsersWordsAreCountedAndWeighed(@TempDir Path folder) throws IOException {
    String line = "زقزقوا في خيمتنا كل مساء";
    assertEquals(Kind.BODY, kind(label(line), line));
    Files.createDirectories(folder.resolve("corpus"));
    Files.writeString(folder.resolve("corpus/site-words.txt"), "زقزقوا\t2\n");
    Files.writeString(folder.resolve("corpus/site-nouns.txt"), "خيمة\tsite\n");
    LabelledPage own = PageSegmenter.of(SegmentRules.load(folder)).label(label(line).page(), LineEvidence.NONE);
    assertEquals(Kind.NAV, kind(own, line));
    CorpusCounter counter = new CorpusCounter(SiteWords.load(folder));
    counter.add(Fixtures.page(LEAD + " " + line + " " + SECOND));
    int ours = counter.size();
    counter = new CorpusCounter();
    counter.add(Fixtures.page(LEAD + " " + line + " " + SECOND));
    assertTrue(ours > counter.size());
  }

  @Test
  void aLineOfAKnownFamilyIsTheSites() {
    for (String line :
        new String[] {
          "ممنوع الاقتباس دون إشارة إلى موقعنا", "سيتم حجب التعليقات المسيئة إلى الأشخاص", "إذا لاحظتم خطأ في هذا النص فدلونا عليه", "لتلقي أخبارنا كل مساء أرسل اسمك", "نسخ الرابط | طباعة | أرسل بالبريد",
          "قيم هذا المقال: 1 2 3 4 5", "الرابط المختصر للخبر: https://harbour.example/x1", "Follow us on Twitter", "تبرعكم يساعدنا على البقاء", "زمن القراءة المتوقع: 4 دقائق", "متنساش تعمل لايك وتقول لأصحابك"
        }) {
      is(Kind.NAV, line);
    }
  }

  @Test
  void aLineThatNamesItsOwnOutletAndWhatIsOnThePageIsTheSites() {
    is(Kind.NAV, "تصحيح: نشرت مرآة الساحل صورة قديمة مع هذا الخبر وتعتذر عن ذلك");
    is(Kind.NAV, "المزيد من الصور في معرض مرآة الساحل");
  }

  @Test
  void aHeadlineBehindALabelIsRelated() {
    for (String label : new String[] {"لا يفوتك..", "ذو صلة >", "الأكثر قراءة:", "ويمكنك أيضا قراءة:", "خبر له صلة -", "قد تود أيضا قراءة:", "للمزيد حول هذا الموضوع:", "من أرشيف الصحيفة:", "القراء يطالعون أيضا", "اقرأ أيضا في مرآة الساحل:"}) {
      String headline = "سكان الميناء القديم يطالبون بمضخات حديثة قبل موسم الأمطار وبممرات للمشاة عند المدارس وبإنارة في كل الأحياء";
      LabelledPage page = label(label + " " + headline);
      assertEquals(Kind.RELATED, kind(page, headline), label);
      assertEquals(Kind.RELATED_CUE, kind(page, label), label);
    }
  }

  @Test
  void aCueOfItsOwnStaysACue() {
    is(Kind.RELATED_CUE, "قد يهمك أيضا");
    is(Kind.CREDIT, "المصدر: مرآة الساحل");
  }

  @Test
  void linesOfTheStoryStay() {
    is(Kind.BODY, "هل لديكم خطط لتوسيع الميناء القديم؟");
    is(Kind.BODY, "مما يذكر أن الخبر والمقال والصور منشورة في الموقع الرسمي للبلدية");
    is(Kind.BODY, "وتجدون في الحديقة أشجارا من أربع قارات يسقيها عمال البلدية");
    is(Kind.BODY, "وتظهر في الصفحة الأولى من الجريدة صورة الرابط بين الضفتين:");
    is(Kind.BODY, "3. تطبيق الخرائط، وفيه صور للموقع من الأعلى");
  }
}
