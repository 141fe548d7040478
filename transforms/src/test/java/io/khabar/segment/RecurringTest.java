package io.khabar.segment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.khabar.corpus.CorpusCounter;
import io.khabar.corpus.CorpusEvidence;
import io.khabar.corpus.LineEvidence;
import io.khabar.corpus.LineObservations;
import io.khabar.model.Kind;
import io.khabar.model.Line;
import io.khabar.model.Page;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What stands on many pages of an outlet goes, in pages of lines and in articles of one line, and what the news repeats stays. */
class RecurringTest {
  private static final PageSegmenter SEGMENTER = PageSegmenter.of(SegmentRules.shipped());
  private static final MetadataReader READER = MetadataReader.of(SegmentRules.shipped());
  private static final String[] PLACES = {"الميناء", "الجسر", "السوق", "المطار", "المكتبة", "المتحف", "الحديقة"};

  private static Page page(int i, String between, String said) {
    String place = PLACES[i];
    String text =
        "أعلنت بلدية تل الريح مساء أمس بدء أعمال الصيانة في " + place + " بعد موسم أمطار طويل ألحق أضرارا بالأسقف والجدران."
            + between + said.replace("{}", place + " في انتظار الزوار من جديد بعد الصيف") + between
            + "وأوضح رئيس المجلس أن كلفة العمل في " + place + " تبلغ مليوني دينار تدفع على ثلاث دفعات حتى نهاية العام المقبل.";
    return new Page("d" + i, "k" + i, "in/a.jsonl", i, 0, "application/json", "UTF-8", 1, "https://harbour.example/" + i, "مرآة الساحل", null, text, List.of(), Fixtures.record("صيانة " + place, text).clues(), List.of());
  }

  private static String story(String between, String said) {
    CorpusCounter counter = new CorpusCounter();
    for (int i = 0; i < PLACES.length; i++) {
      counter.add(page(i, between, said));
    }
    LineEvidence evidence = CorpusEvidence.of(CorpusCounter.sum(List.of(counter))).lines();
    Page page = page(2, between, said);
    List<MetadataReader.StoryLine> lines = new ArrayList<>();
    for (Line line : SEGMENTER.label(page, evidence).lines()) {
      lines.add(new MetadataReader.StoryLine(page.text().substring(line.start(), line.end()), line.kind()));
    }
    return String.join(" ", READER.read(page, lines, true).paragraphs());
  }

  private static void goes(String said) {
    for (String between : new String[] {" ", "\n"}) {
      assertEquals(page(2, " ", "").text().replace("  ", " "), story(between, said), said);
    }
  }

  private static void stays(String said) {
    for (String between : new String[] {" ", "\n"}) {
      assertEquals(page(2, " ", said).text(), story(between, said), said);
    }
  }

  @Test
  void aSentenceOfTheSiteEndsWhereItsPagesPartWays() {
    goes("تجدون خارطة الصيانة كاملة في المادة المصورة أعلى الصفحة");
    goes("المحتوى أدناه مساحة مدفوعة من أحد المعلنين");
    goes("تفتح مرآة الساحل صفحاتها لكل من يريد أن يكتب عن مدينته بلا قيود");
  }

  @Test
  void aHeadlineBehindALabelOfTheSiteGoesWithIt() {
    goes("لا يفوتك.. {}");
    goes("من أرشيف الموقع: {}");
    goes("وكان موقع مرآة الساحل قد كتب من قبل: {}");
  }

  @Test
  void aSentenceOfTheNewsThatRecursStays() {
    stays("وأورد التقرير السنوي للمجلس في صفحة الإنجازات أن العمل يسير كما خطط له.");
    stays("مرآة الساحل - تل الريح: {} كما قال سكان الأحياء القديمة والجديدة في المدينة.");
    stays("وذكرت صحيفة الصباح الجديد في موقعها أن المقاول نفسه رمم المدرسة القديمة.");
  }

  @Test
  void aLabelThatNoListKnowsIsToldByThePagesItStandsOn() {
    goes("خبر آخر من القسم نفسه: {}");
    goes("عنوان آخر يستحق وقتك ← {}");
    // a line of its own may open as sentences do
    goesAlone("كما نشر على مرآة الساحل: {}");
    goesAlone("وكنا قد تناولنا: {}");
    // a run of blanks ends no headline
    goesAlone("خبر آخر من القسم نفسه: {}   وبعد عام من العمل");
    goesAlone("أخبار ذات صلة {}");
    goesAlone(">> {}");
    goesAlone("ظهرت المقالة {} أولا على مرآة الساحل.");
    // a paragraph stays; in an article of one line nothing tells it from a headline that runs on
    staysAlone("حديث الناس في السوق القديم: {} كما قال سكان الأحياء القديمة والجديدة في المدينة.");
    stays("سالم العامري - تل الريح: {} كما قال سكان الأحياء القديمة والجديدة في المدينة.");
  }

  @Test
  void aLineOfARecurringFormGoesWhateverItSays() {
    goesAlone("1- {}");
    goesAlone("▪ {}");
    goesAlone("◄ {}");
    goesAlone("🔥 {}");
    goesAlone("~~~ {} ~~~");
    goesAlone("#### {} ####");
    goesAlone("ورد للتو .. {}");
    goesAlone("جديد| {}");
    goesAlone("{} (بقية الحكاية)");
    goesAlone("{} ==> البقية هناك");
    goesAlone("{} «تفاصيل»");
    goesAlone("وكانت مرآة الساحل قد نشرت أمس: {}");
    goesAlone("سبق لمرآة الساحل أن كتبت عن هذا: {}".replace("لمرآة", "أن مرآة"));
  }

  @Test
  void aSentenceOfARecurringFormGoesFromAnArticleOfOneLine() {
    for (String said : new String[] {"🔥 {}", "◄ {}", "1- {}", ">>> {} <<<", "~~~ {} ~~~", "جديد| {}", "ورد للتو .. {}", "{} (بقية التفاصيل)"}) {
      assertEquals(page(2, " ", "").text().replace("  ", " "), story(" ", said), said);
    }
    for (String said : new String[] {"وقال الناس في {} (تويتر) إن العمل تأخر.", "وأكد .. {} كما قال سكان الأحياء القديمة والجديدة.", "1- {} . 2- {} والمتنزه القديم."}) {
      assertEquals(page(2, " ", said).text(), story(" ", said), said);
    }
  }

  @Test
  void aListOfOneFormStays() {
    staysAlone("1- {}\n2- {} والمتنزه");
    staysAlone("▪ {}\n▪ {} والمتنزه\n▪ {} والملعب");
    staysAlone("▪ {}.");
    staysAlone("قال شاهد عيان .. {} كما قال سكان الأحياء القديمة والجديدة.");
  }

  @Test
  void aRowOfOrnamentsIsCutFromALine() {
    goes("\u25C6\u25C6\u25C6\u25C6\u25C6\u25C6");
    goes("= - = - = - =");
    goes(". . . . . . .");
  }

  /** The form recurs, for figures do not count in it; its figures are each page's own. */
  @Test
  void aStampOfOneFormWithOtherFiguresStaysADateline() {
    CorpusCounter counter = new CorpusCounter();
    for (int i = 0; i < PLACES.length; i++) {
      counter.add(stamped(i));
    }
    LineEvidence evidence = CorpusEvidence.of(CorpusCounter.sum(List.of(counter))).lines();
    assertTrue(evidence.boilerplate(LineObservations.outletKey(stamped(0)), stamp(0)));
    for (int i = 0; i < PLACES.length; i++) {
      assertEquals(Kind.DATELINE, Fixtures.kind(SEGMENTER.label(stamped(i), evidence), stamp(i)));
    }
  }

  private static String stamp(int i) {
    return "تل الريح - الأربعاء 1" + i + " مارس 2014 الساعة 10:3" + i;
  }

  private static Page stamped(int i) {
    String place = PLACES[i];
    String text =
        String.join(
            "\n",
            stamp(i),
            "صيانة " + place + " تبدأ بعد موسم أمطار طويل في تل الريح",
            "أعلنت بلدية تل الريح مساء أمس بدء أعمال الصيانة في " + place + " بعد موسم أمطار طويل ألحق أضرارا بالأسقف والجدران.",
            "وفي " + place + " قال مدير الأشغال إن الفرق ستعمل ليلا حتى لا تتعطل حركة الناس والمركبات، وإن المجلس سينشر جدولا بمواعيد قطع المياه والكهرباء عن كل حي من أحياء المدينة.");
    return new Page("d" + i, "k" + i, "in/a.txt", i, 0, "text/plain", "UTF-8", 1, "https://harbour.example/" + i, "مرآة الساحل", null, text, List.of(), List.of(), List.of());
  }

  private static void staysAlone(String said) {
    assertEquals(page(2, " ", said).text().replace('\n', ' '), story("\n", said), said);
  }

  private static void goesAlone(String said) {
    assertEquals(page(2, " ", "").text().replace("  ", " "), story("\n", said), said);
  }
}
