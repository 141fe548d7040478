package io.khabar.split;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.khabar.corpus.LineEvidence;
import io.khabar.corpus.TermWeights;
import io.khabar.model.Block;
import io.khabar.model.Clue;
import io.khabar.model.ClueField;
import io.khabar.model.Kind;
import io.khabar.model.LabelledPage;
import io.khabar.model.Line;
import io.khabar.model.Page;
import io.khabar.segment.PageSegmenter;
import io.khabar.segment.SegmentRules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StorySplitterTest {
  private final StorySplitter splitter = StorySplitter.of(null);

  private List<SplitLine> split(LabelledPage page) {
    return splitter.split(page, TermWeights.background());
  }

  private List<SplitLine> split(String text) {
    return split(PlainLabels.of(text));
  }

  /** The page as «story kind: first words», without blanks. */
  private static String shape(String text, List<SplitLine> lines) {
    return lines.stream()
        .filter(l -> l.kind() != Kind.BLANK)
        .map(l -> l.story() + " " + l.kind().code())
        .collect(Collectors.joining(", "));
  }

  private static String title(String text, List<SplitLine> lines, int story) {
    return lines.stream()
        .filter(l -> l.story() == story && l.kind() == Kind.TITLE)
        .map(l -> text.substring(l.start(), l.end()).strip())
        .findFirst()
        .orElse(null);
  }

  private static int stories(List<SplitLine> lines) {
    return lines.stream().mapToInt(SplitLine::story).max().orElse(-1) + 1;
  }

  @Test
  void anOrdinaryArticleIsNotCut() {
    assertEquals("0 title, 0 body, 0 body, 0 body, 0 body", shape(Samples.PORT, split(Samples.PORT)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"إقرأ أيضاً:", "اقرأ أيضا", "اقرأ أيضًا:", "اقرأ المزيد:", "قد يهمك أيضا", "شاهد أيضا", "مواضيع ذات صلة", "للمزيد:", "أخبار ذات صله"})
  void aStoryBelowACueIsAStoryOfItsOwn(String cue) {
    String text = Samples.PORT + "\n" + cue + "\n" + Samples.FILM;
    List<SplitLine> lines = split(text);
    assertEquals("0 title, 0 body, 0 body, 0 body, 0 body, 0 related_cue, 1 title, 1 body, 1 body, 1 body", shape(text, lines));
    assertEquals(Samples.FILM_TITLE, title(text, lines, 1));
  }

  @Test
  void theSignatureBelowAHeadlineIsNotTheTitle() {
    for (String signature : List.of("ليلى حداد – الرملة", "سامر الخوري – ليلى حداد: الرملة", "الصيادون في ليلة الافتتاح")) {
      String text = String.join("\n", Samples.PORT, "اقرأ أيضا", Samples.FILM_TITLE, signature, Samples.FILM_1, Samples.FILM_2, Samples.FILM_3);
      assertEquals(Samples.FILM_TITLE, title(text, split(text), 1), signature);
    }
    String text = String.join("\n", Samples.PORT, Samples.FILM_TITLE, "ليلى حداد – الرملة", Samples.FILM_1, Samples.FILM_2, Samples.FILM_3);
    assertEquals(Samples.FILM_TITLE, title(text, split(text), 1));
  }

  @Test
  void aHeadlineMayBeHalfLatin() {
    String title = "«NVO» تكشف عن هاتف «Palm Ultra X»";
    String text =
        String.join(
            "\n", Samples.PORT, "شاهد أيضا:", title,
            "كشفت شركة NVO عن هاتف Palm Ultra X الذي يعمل بمعالج جديد وشاشة منحنية، وقالت إنه سيصل إلى الأسواق في الخريف المقبل بثلاثة ألوان.",
            "ويحمل هاتف Palm Ultra X ثلاث عدسات خلفية وبطارية تدوم يومين كاملين، وتقول الشركة إن الشاشة تقاوم الخدش والماء والغبار.");
    assertEquals(title, title(text, split(text), 1));
  }

  @Test
  void aStoryWithoutACueIsFound() {
    String text = Samples.PORT + "\n" + Samples.FILM;
    assertEquals("0 title, 0 body, 0 body, 0 body, 0 body, 1 title, 1 body, 1 body, 1 body", shape(text, split(text)));
  }

  @Test
  void theRuleHoldsItsScoreParts() {
    String text = Samples.PORT + "\nاقرأ أيضا:\n" + Samples.FILM;
    SplitLine title = split(text).stream().filter(l -> l.story() == 1).findFirst().orElseThrow();
    assertTrue(title.rule().matches("split:cue\\+headline\\(\\d\\.\\d\\d>\\d\\.\\d\\d\\)\\+cohesion\\(\\d\\.\\d\\d<\\d\\.\\d\\d\\)(\\+[a-z0-9-]+\\(-?\\d+\\.\\d\\)){1,3}"), title.rule());
    assertTrue(title.confidence() > 0.5 && title.confidence() <= 1);
  }

  @Test
  void bareHeadlinesBelowACueAreLinks() {
    String text = Samples.PORT + "\nمواضيع ذات صلة\n" + Samples.FILM_TITLE + "\n" + Samples.HAIL_TITLE;
    assertEquals(1, stories(split(text)));
  }

  @Test
  void aLinkInTheMiddleIsNoStory() {
    String text = String.join("\n", Samples.PORT_TITLE, Samples.PORT_1, Samples.PORT_2, "اقرأ أيضا: " + Samples.FILM_TITLE, Samples.PORT_3, Samples.PORT_4);
    assertEquals("0 title, 0 body, 0 body, 0 related_cue, 0 related, 0 body, 0 body", shape(text, split(text)));
    text = String.join("\n", Samples.PORT_TITLE, Samples.PORT_1, Samples.PORT_2, "اقرأ أيضا:", Samples.FILM_TITLE, Samples.PORT_3, Samples.PORT_4);
    assertEquals(1, stories(split(text)));
  }

  @Test
  void theTextComesBackAfterAnInsert() {
    String text =
        String.join("\n", Samples.PORT_TITLE, Samples.PORT_1, Samples.PORT_2, "اقرأ أيضا:", Samples.FILM, Samples.PORT_3, Samples.PORT_4);
    List<SplitLine> lines = split(text);
    assertEquals("0 title, 0 body, 0 body, 0 related_cue, 1 title, 1 body, 1 body, 1 body, 0 body, 0 body", shape(text, lines));
    assertTrue(lines.stream().anyMatch(l -> l.story() == 0 && l.rule().startsWith("split:return(")));
  }

  @Test
  void aPageMayCarrySeveralStories() {
    String text =
        Samples.PORT + "\nاقرأ أيضا:\n" + Samples.FILM + "\n" + String.join("\n", Samples.CHESS_TITLE, Samples.CHESS_1, Samples.CHESS_2);
    List<SplitLine> lines = split(text);
    assertEquals(3, stories(lines));
    assertEquals(Samples.FILM_TITLE, title(text, lines, 1));
    assertEquals(Samples.CHESS_TITLE, title(text, lines, 2));
  }

  @Test
  void subheadsDoNotCutAndSayWhy() {
    String text =
        String.join("\n", Samples.PORT_TITLE, Samples.PORT_1, Samples.PORT_2, "حركة الحاويات والأرصفة الجديدة", Samples.PORT_3, Samples.PORT_4);
    List<SplitLine> lines = split(text);
    assertEquals(1, stories(lines));
    assertTrue(lines.stream().anyMatch(l -> l.rule().startsWith("plain+split:same-story(-")), lines.toString());
  }

  @Test
  void twoWordsAloneAreASubheadWhateverFollows() {
    String text = String.join("\n", Samples.PORT, "تفاح الجبل", Samples.HAIL_1, Samples.HAIL_2);
    assertEquals(1, stories(split(text)));
  }

  @Test
  void aUsersRulesGoBeforeOurs(@org.junit.jupiter.api.io.TempDir Path folder) throws IOException {
    Files.createDirectories(folder.resolve("split"));
    Files.writeString(folder.resolve("split/weights.tsv"), "bias\t-99\t-99\n");
    String text = Samples.PORT + "\n" + Samples.FILM;
    assertEquals(1, stories(StorySplitter.of(folder.toString()).split(PlainLabels.of(text), TermWeights.background())));
    Files.writeString(folder.resolve("split/weights.tsv"), "bais\t1\t1\n");
    IllegalArgumentException wrong = org.junit.jupiter.api.Assertions.assertThrows(IllegalArgumentException.class, () -> StorySplitter.of(folder.toString()));
    assertTrue(wrong.getMessage().contains("bais"), wrong.getMessage());
  }

  @Test
  void theSegmentersMistakesAreMended() {
    String text = Samples.PORT + "\nاقرأ أيضا:\n" + Samples.FILM;
    for (Kind wrong : List.of(Kind.BODY, Kind.RELATED, Kind.TITLE)) {
      List<Line> lines = new ArrayList<>();
      boolean below = false;
      for (Line l : PlainLabels.of(text).lines()) {
        lines.add(below ? new Line(l.start(), l.end(), wrong == Kind.TITLE && lines.size() > 6 ? Kind.BODY : wrong, "place/in_story", 0.5) : l);
        below |= l.kind() == Kind.RELATED_CUE;
      }
      assertEquals(
          "0 title, 0 body, 0 body, 0 body, 0 body, 0 related_cue, 1 title, 1 body, 1 body, 1 body",
          shape(text, split(new LabelledPage(PlainLabels.page(text), lines))),
          wrong.code());
    }
  }

  @Test
  void menusClocksAndBlanksBelongToNoStory() {
    String text = "الرئيسية\n\n" + Samples.PORT;
    List<Line> lines = new ArrayList<>(List.of(new Line(0, 9, Kind.NAV, "nav", 1), new Line(9, 10, Kind.BLANK, "blank", 1)));
    PlainLabels.of(Samples.PORT).lines().forEach(l -> lines.add(new Line(l.start() + 10, l.end() + 10, l.kind(), l.rule(), 1)));
    assertEquals("-1 nav, 0 title, 0 body, 0 body, 0 body, 0 body", shape(text, split(new LabelledPage(PlainLabels.page(text), lines))));
  }

  @Test
  void aRoundUpIsItsItems() {
    String text =
        String.join(
            "\n", "موجز أخبار", Samples.PORT_TITLE, Samples.PORT_1, Samples.HAIL_TITLE, Samples.HAIL_1, Samples.HAIL_2, Samples.CHESS_TITLE, Samples.CHESS_1,
            Samples.FILM_TITLE, Samples.FILM_1);
    List<SplitLine> lines = split(text);
    assertEquals("0 title, 1 title, 1 body, 2 title, 2 body, 2 body, 3 title, 3 body, 4 title, 4 body", shape(text, lines));
    assertTrue(lines.get(1).rule().contains("round-up(4)"), lines.get(1).rule());
  }

  @Test
  void aLiveBlogIsOneStory() {
    StringBuilder text = new StringBuilder("لحظة بلحظة: تطورات اليوم\n");
    String[] titles = {Samples.PORT_TITLE, Samples.FILM_TITLE, Samples.HAIL_TITLE, Samples.CHESS_TITLE, Samples.PORT_TITLE};
    String[] bodies = {Samples.PORT_1, Samples.FILM_1, Samples.HAIL_1, Samples.CHESS_1, Samples.PORT_2};
    for (int i = 0; i < 5; i++) {
      text.append("1").append(i).append(":3").append(i).append("\n").append(titles[i]).append("\n").append(bodies[i]).append("\n");
    }
    List<SplitLine> lines = split(text.toString());
    assertEquals(1, stories(lines));
    assertTrue(lines.get(0).rule().contains("live-blog(5)"), lines.get(0).rule());
  }

  @Test
  void aContainerBorderSpeaksForAStory() {
    String text = Samples.PORT + "\n" + Samples.FILM;
    int border = Samples.PORT.length() + 1;
    LabelledPage plain = PlainLabels.of(text);
    Page p = plain.page();
    List<Block> blocks = new ArrayList<>();
    for (Line l : plain.lines()) {
      blocks.add(new Block(l.start(), l.end(), "p", "article", null, 0, null, l.start() < border ? 0 : 1));
    }
    Page html =
        new Page("0", "0", "test", 0, 0, "text/html", "UTF-8", 1, null, null, null, text, blocks, List.of(new Clue(ClueField.TITLE, Samples.PORT_TITLE, "og")), List.of());
    SplitLine title = split(new LabelledPage(html, plain.lines())).stream().filter(l -> l.story() == 1).findFirst().orElseThrow();
    assertTrue(title.rule().contains("+container") && title.rule().contains("+group(3.0)"), title.rule());
  }

  @Test
  void linesCoverThePageWhateverItHolds() {
    Random random = new Random(11);
    String[] parts = {
      Samples.PORT_TITLE, Samples.PORT_1, Samples.FILM_TITLE, Samples.FILM_2, "اقرأ أيضا:", "اقرأ أيضا: " + Samples.HAIL_TITLE, "", "  ", "١٢:٣٠", "- - -", "Read more", "\u200F",
      Samples.HAIL_TITLE, Samples.HAIL_1, Samples.CHESS_TITLE, Samples.CHESS_2, ".", "المصدر: وكالات"
    };
    for (int round = 0; round < 400; round++) {
      StringBuilder text = new StringBuilder();
      for (int n = random.nextInt(25); n > 0; n--) {
        text.append(parts[random.nextInt(parts.length)]).append(random.nextInt(8) == 0 ? "\r\n" : "\n");
      }
      int at = 0;
      int story = 0;
      for (SplitLine l : split(text.toString())) {
        assertEquals(at, l.start());
        assertTrue(l.end() > l.start());
        assertTrue(l.story() <= story + 1, "stories are numbered in page order");
        story = Math.max(story, l.story());
        at = l.end();
      }
      assertEquals(text.length(), at);
    }
  }

  @Test
  void fiftyThousandLinesOfStoriesAreSplit() {
    String[] titles = {Samples.FILM_TITLE, Samples.HAIL_TITLE, Samples.CHESS_TITLE};
    String[] bodies = {Samples.FILM_1, Samples.HAIL_1, Samples.CHESS_1};
    StringBuilder text = new StringBuilder(Samples.PORT_TITLE + "\n");
    for (int i = 0; i < 25_000; i++) {
      text.append(titles[i % 3]).append('\n').append(bodies[i % 3]).append('\n');
    }
    // a border before every headline: what is not linear would not end here
    LabelledPage page = PlainLabels.of(text.toString());
    List<SplitLine> lines = StorySplitter.judgedBy((start, x, cue) -> 1).split(page, TermWeights.background());
    assertEquals(50_001, lines.size());
    assertTrue(stories(lines) > 1_000, "stories: " + stories(lines));
  }

  @Test
  void theSamplePagesPartWhereTheyShould() throws IOException {
    Path seeds = Stream.of("../shared/seeds", "../../shared/seeds").map(Path::of).filter(Files::isDirectory).findFirst().orElse(null);
    assumeTrue(seeds != null);
    try (Stream<Path> files = Files.list(seeds)) {
      for (Path file : files.sorted().toList()) {
        String text = Files.readString(file);
        LabelledPage page = PageSegmenter.of(SegmentRules.shipped()).label(PlainLabels.page(text), LineEvidence.NONE);
        int expected = text.contains("إقرأ أيضاً:\n") ? 2 : 1;
        List<SplitLine> lines = split(page);
        assertEquals(expected, stories(lines), file.toString());
        assertEquals(expected == 2 ? text.length() : -1, lines.stream().filter(l -> l.story() == 1).mapToInt(SplitLine::end).max().orElse(-1));
      }
    }
  }
}
