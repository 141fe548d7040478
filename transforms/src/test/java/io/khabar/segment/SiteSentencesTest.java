package io.khabar.segment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.khabar.corpus.LineEvidence;
import io.khabar.model.Kind;
import io.khabar.model.LabelledPage;
import io.khabar.model.Line;
import io.khabar.model.Page;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a site says to its reader inside a record's text goes; the story stays to the word. */
class SiteSentencesTest {
  private static final PageSegmenter SEGMENTER = PageSegmenter.of(SegmentRules.shipped());
  private static final MetadataReader READER = MetadataReader.of(SegmentRules.shipped());
  private static final String THIRD =
      "وأضاف أن الفرق الفنية أنهت مسح الشبكة القديمة، وأن التكلفة لن تزيد على ما أقره المجلس في جلسته الأخيرة قبل أسبوعين.";

  private static LabelledPage label(String... lines) {
    return SEGMENTER.label(Fixtures.record(Fixtures.TITLE, String.join("\n", lines)), LineEvidence.NONE);
  }

  private static List<String> story(LabelledPage page) {
    List<MetadataReader.StoryLine> lines = new ArrayList<>();
    for (Line line : page.lines()) {
      lines.add(new MetadataReader.StoryLine(page.page().text().substring(line.start(), line.end()), line.kind()));
    }
    return READER.read(page.page(), lines, true).paragraphs();
  }

  private static int weight(String sentence) {
    PageWords words = new PageWords(sentence);
    return SegmentRules.shipped().promotions().weight(words, 0, words.count());
  }

  @Test
  void aCallAndAPlaceToGoMakeAPromotion() {
    for (String sentence :
        List.of(
            "تابعوا كل جديد على صفحتنا في فيسبوك", "يمكنكم تلقي إشعارات بأهم الأحداث على هواتفكم", "انضموا إلى مجموعتنا في واتساب ليصلكم كل جديد", "شاركونا رأيكم في الموضوع عبر حسابنا",
            "لمتابعة أخبار الميناء لحظة بلحظة اضغط هنا", "اشترك في نشرتنا لتصلك أهم العناوين كل صباح", "لا تنسوا تحميل تطبيق الصحيفة من المتجر")) {
      assertTrue(weight(sentence) >= Promotions.ENOUGH, sentence);
    }
  }

  @Test
  void proseWithTheSameWordsIsNone() {
    for (String sentence :
        List.of(
            "تابع الرئيس على شاشة القناة مباراة المنتخب", "شارك الوزير في افتتاح موقع جديد للشركة", "حمل موقع الصحيفة الحكومة مسؤولية التأخير", "انضم اللاعب إلى قائمة الفريق قبل يومين",
            "شارك مئات المتطوعين في تطبيق المرحلة الأولى من الخطة", "تابع المجلس تطبيق القرارات التي اتخذها في جلسته السابقة", "سجل التطبيق أكثر من عشرة آلاف بلاغ من السكان",
            "إذا كنتم تبحثون عن حل سهل فلن تجدوه في موقع واحد", "شاهد السكان تطبيق الخطة في أحياء الجنوب", "حمل الاتحاد اللجنة مسؤولية تأخر إرسال الإشعارات",
            "لمتابعة تنفيذ المشروع شكلت البلدية لجنة خاصة", "أطلقت البلدية تطبيقا جديدا وقالت إن السكان سيتلقون إشعارات")) {
      assertTrue(weight(sentence) < Promotions.ENOUGH, sentence);
    }
  }

  @Test
  void paragraphsOfOneSentenceStayThoughTheyBeginLikeACall() {
    String[] prose = {
      Fixtures.LEAD,
      "شارك مئات المتطوعين في تطبيق المرحلة الأولى من الخطة خلال الأسبوع الماضي.",
      "تابع المجلس تطبيق القرارات التي اتخذها في جلسته السابقة بشأن النظافة العامة.",
      "سجل التطبيق أكثر من عشرة آلاف بلاغ من السكان منذ إطلاقه في مارس.",
      Fixtures.SECOND
    };
    assertEquals(List.of(prose), story(label(prose)));
  }

  @Test
  void newsThatQuotesADisclaimerStays() {
    String[] prose = {
      Fixtures.LEAD,
      "وأطلقت الشركة أحدث نسخة من تطبيق المراسلة صباح الثلاثاء وقالت إنها تعالج ثغرات أمنية.",
      "وقال المتحدث باسم الحكومة إن تصريحات الوزير لا تعبر بالضرورة عن وجهة نظر مجلس الوزراء.",
      "وأكدت المحكمة أن الشركة غير مسؤولة عن محتوى الرسائل التي يتبادلها المستخدمون فيما بينهم.",
      Fixtures.SECOND
    };
    assertEquals(List.of(prose), story(label(prose)));
    assertEquals(List.of(Fixtures.LEAD, Fixtures.SECOND), story(label(Fixtures.LEAD, Fixtures.SECOND, "هذه الآراء لا تعبر بالضرورة عن وجهة نظر صوت الميناء.")));
  }

  @Test
  void aPromotionAtTheEndGoes() {
    assertEquals(List.of(Fixtures.LEAD, Fixtures.SECOND), story(label(Fixtures.LEAD, Fixtures.SECOND, "----------------------------", "يمكنكم تلقي إشعارات بأهم الموضوعات بعد تنزيل أحدث إصدار من تطبيق صوت الميناء على هاتفكم المحمول.")));
  }

  @Test
  void aPromotionGluedToTheLastParagraphGoes() {
    assertEquals(List.of(Fixtures.LEAD, Fixtures.SECOND), story(label(Fixtures.LEAD, Fixtures.SECOND + " تابعوا بقية أخبارنا على قناتنا في تلغرام.")));
  }

  @Test
  void aDisclaimerBeforeTheLeadGoes() {
    assertEquals(
        List.of(Fixtures.LEAD, Fixtures.SECOND), story(label("هذه المقالة بقلم باحث في شؤون المدن، وهي تعبر عن رأيه ولا تعكس بالضرورة وجهة نظر صوت الميناء.", Fixtures.LEAD, Fixtures.SECOND)));
  }

  @Test
  void headlinesBelowACueAreLinksAndTheStoryGoesOn() {
    LabelledPage page = label(Fixtures.LEAD, "أخبار ذات صلة", "تل الريح تستعد لموسم الأمطار بخطة جديدة", "انقطاع المياه عن أربعة أحياء في المدينة غدا", Fixtures.SECOND);
    assertEquals(Kind.RELATED, Fixtures.kind(page, "تستعد لموسم"));
    assertEquals(Kind.RELATED, Fixtures.kind(page, "انقطاع المياه"));
    assertEquals(List.of(Fixtures.LEAD, Fixtures.SECOND), story(page));
  }

  @Test
  void behindACueAndItsHeadlineOnOneLineNothingIsAnnounced() {
    LabelledPage page = label(Fixtures.LEAD, "اقرأ أيضا: تل الريح تستعد لموسم الأمطار", "مراحل العمل الثلاث", Fixtures.SECOND);
    assertEquals(Kind.RELATED, Fixtures.kind(page, "تستعد لموسم"));
    assertEquals(Kind.BODY, Fixtures.kind(page, "مراحل العمل"));
  }

  @Test
  void inAnArticleOfOneLineOnlyTheSitesSentenceGoes() {
    String text = String.join(" ", Fixtures.LEAD, "تابعونا على حسابنا في تويتر.", Fixtures.SECOND, "ـــــــــــــــ", THIRD);
    LabelledPage page = SEGMENTER.label(Fixtures.record(Fixtures.TITLE, text), LineEvidence.NONE);
    assertEquals(String.join(" ", Fixtures.LEAD, Fixtures.SECOND, THIRD), String.join(" ", story(page)));
    assertEquals("nav/signs_only", Fixtures.rule(page, "ــــــــ"));
  }

  @Test
  void aPhraseInsideAWholeArticleIsNotTheArticles() {
    String text = String.join(" ", Fixtures.LEAD, Fixtures.SECOND, THIRD, "وقال إن تصريحاته لا تعكس بالضرورة وجهة نظر المجلس في هذا الملف الذي ما زال قيد البحث بين الأعضاء كافة ولم يحسم بعد في أي من جلساته العادية أو الاستثنائية كما جاء في المحضر الذي وزع على الصحف");
    assertTrue(String.join(" ", story(SEGMENTER.label(Fixtures.record(Fixtures.TITLE, text), LineEvidence.NONE))).startsWith(Fixtures.LEAD));
  }

  @Test
  void buttonsInLatinLettersAreNoPartOfAName() {
    LabelledPage page = label("Next Previous ليلى سامر – الرياض", Fixtures.LEAD, Fixtures.SECOND);
    assertEquals(Kind.NAV, Fixtures.kind(page, "Next Previous"));
    List<MetadataReader.StoryLine> lines = new ArrayList<>();
    for (Line line : page.lines()) {
      lines.add(new MetadataReader.StoryLine(page.page().text().substring(line.start(), line.end()), line.kind()));
    }
    assertEquals(List.of("ليلى سامر"), READER.read(page.page(), lines, true).authors());
  }

  @Test
  void manyPromotionsInOneLineCostNoSquare() {
    String text = Fixtures.LEAD + " - تابعونا على تويتر. وقال إن العمل مستمر في الأحياء كلها".repeat(20_000);
    Page page = Fixtures.record(Fixtures.TITLE, text);
    LabelledPage labelled = SEGMENTER.label(page, LineEvidence.NONE);
    assertEquals(text.length(), labelled.lines().get(labelled.lines().size() - 1).end());
    assertFalse(labelled.lines().isEmpty());
  }
}
