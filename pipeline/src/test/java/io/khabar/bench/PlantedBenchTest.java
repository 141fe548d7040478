package io.khabar.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.khabar.pipeline.UsageException;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlantedBenchTest {
  private static final String FIRST = "افتتحت بلدية الساحل صباح اليوم سوقا جديدة للأسماك قرب الميناء القديم بعد عامين من العمل.";
  private static final String SECOND = "وقال رئيس البلدية إن السوق تضم ستين محلا ومخزنا مبردا يكفي حاجة المدينة طوال العام.";

  @TempDir Path dir;

  private static PlantedPage page(String line, String text) {
    PlantedLine planted = new PlantedLine("المرفأ", true, line);
    return new PlantedPage("https://site1.example/news/1", "المرفأ", "سوق جديدة في الساحل", List.of(FIRST, SECOND), List.of(planted), List.of(planted.filled("عنوان آخر")), text);
  }

  @Test
  void aPartOfALineThatAReaderWouldNoticeIsLeft() {
    PlantedPage page = page("تابعوا {outlet} على القناة الجديدة كل مساء", "");
    assertEquals("على القناة الجديدة كل مساء", page.left(0, FIRST + " على القناة الجديدة كل مساء " + SECOND));
    assertNull(page.left(0, FIRST + " كل مساء " + SECOND), "two words are not noticed");
    assertNull(page("سوقا جديدة للأسماك قرب الميناء", "").left(0, FIRST), "the article says so itself");
    assertEquals("إعلان", page("إعلان", "").left(0, FIRST + " إعلان"));
    assertEquals("*****", page("*****", "").left(0, FIRST + " ***"));
    assertNull(page("*****", "").left(0, FIRST));
  }

  @Test
  void wordsOfTheArticleThatAStoryLacksAreLostAsOftenAsTheyStand() {
    PlantedPage page = page("إعلان", "");
    assertEquals(List.of(), page.lost(FIRST + "\n" + SECOND));
    assertEquals(List.of("افتتحت بلدية الساحل"), page.lost(FIRST.substring("افتتحت بلدية الساحل ".length()) + SECOND));
    assertEquals(30, page.words());
  }

  @Test
  void aRowThatMakesNoSenseIsSaid() throws Exception {
    Path file = Files.writeString(dir.resolve("lines.tsv"), "# remark\nالمرفأ\tmiddle\tإعلان\nالمرفأ\ttop\tإعلان\n");
    assertTrue(assertThrows(UsageException.class, () -> PlantedLine.read(file)).getMessage().contains("top"));
    assertThrows(UsageException.class, () -> PlantedLine.read(Files.writeString(dir.resolve("none.tsv"), "# remark\n")));
  }

  @Test
  void aRunOverThePlantedPagesIsComparedWithTheArticles() throws Exception {
    String[] places = {"الميناء", "السوق", "الجسر", "المحطة", "المدرسة", "المكتبة"};
    StringBuilder articles = new StringBuilder();
    for (int i = 0; i < places.length; i++) {
      String place = places[i];
      String text =
          "أعلنت بلدية تل الريح اليوم أن أعمال ترميم " + place + " ستبدأ في الشهر المقبل وتستمر " + (i + 3) + " أشهر على الأقل.\n"
              + "وأوضح المهندس المشرف أن " + place + " في حاجة إلى أساسات جديدة بعد أن تضررت من السيول في الشتاء الماضي.\n"
              + "وقال سكان الحي إنهم انتظروا ترميم " + place + " منذ سنوات طويلة وطالبوا بأن تراقب البلدية سير العمل يوما بيوم.\n";
      articles.append(new ObjectMapper().createObjectNode().put("title", "تل الريح ترمم " + place + " في الشهر المقبل").put("content", text)).append('\n');
    }
    Path input = Files.writeString(dir.resolve("articles.jsonl"), articles);
    Path lines = Files.writeString(dir.resolve("lines.tsv"), "المرفأ\tmiddle\tاقرأ أيضا: {title}\nالمرفأ\tend\tتابعونا على صفحتنا في فيسبوك\nالمرفأ\tmiddle\tغيوم متفرقة فوق التلال القريبة\n");
    for (String oneLine : new String[] {"--oneLine=false", "--oneLine"}) {
      ByteArrayOutputStream said = new ByteArrayOutputStream();
      PlantedBench.run(
          new String[] {"--input=" + input, "--lines=" + lines, "--pages=6", oneLine, "--work=" + dir.resolve("work")}, new PrintStream(said, true, StandardCharsets.UTF_8));
      String report = said.toString(StandardCharsets.UTF_8);
      assertTrue(report.matches("(?s).*left  https://site1.example/news/\\d  middle  غيوم متفرقة.*"), report);
      assertTrue(report.matches("(?s).*kind link +\\d+ +0 +0.00%.*"), report);
      assertTrue(report.matches("(?s).*6 pages, 0 without a story.*"), report);
      boolean parted = Files.readString(dir.resolve("work/pages.jsonl")).contains("\\n");
      assertEquals(oneLine.endsWith("false"), parted);
    }
  }
}
