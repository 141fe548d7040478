package io.khabar.decode;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.khabar.corpus.LineEvidence;
import io.khabar.corpus.TermWeights;
import io.khabar.model.Format;
import io.khabar.model.Page;
import io.khabar.model.ParsedPage;
import io.khabar.model.Story;
import io.khabar.model.StoryKind;
import io.khabar.segment.PageSegmenter;
import io.khabar.segment.SegmentRules;
import io.khabar.split.SplitConfig;
import io.khabar.split.StoryAssembler;
import io.khabar.split.StorySplitter;
import io.khabar.text.MatchKey;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Pages built the way newsrooms' systems build theirs (the words are ours), from bytes to story. {@code html/pages.jsonl} says what each one holds; a page
 * without a title is a list and yields no story.
 */
class HtmlPagesTest {
  private static final String DIR = "/html/";
  private static final double F1 = 0.975;

  private static Stream<JsonNode> pages() throws IOException {
    try (BufferedReader in = new BufferedReader(new InputStreamReader(HtmlPagesTest.class.getResourceAsStream(DIR + "pages.jsonl"), StandardCharsets.UTF_8))) {
      return in.lines().map(HtmlPagesTest::json).toList().stream();
    }
  }

  private static JsonNode json(String line) {
    try {
      return JsonPage.MAPPER.readTree(line);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @ParameterizedTest
  @MethodSource("pages")
  void theStoryIsFoundWholeAndAlone(JsonNode want) throws IOException {
    String name = want.get("file").asText();
    ParsedPage parsed = parse(name);
    if (want.get("title").isNull()) {
      assertEquals(0, parsed.stories().size(), name);
      assertEquals("list_page", parsed.excluded().get(0).reason(), name);
      return;
    }
    Story story = parsed.stories().stream().filter(s -> s.kind() == StoryKind.MAIN).findFirst().orElseThrow();
    StringBuilder text = new StringBuilder();
    want.get("paragraphs").forEach(p -> text.append(p.asText()).append('\n'));
    assertTrue(f1(text.toString(), story.text()) >= F1, name + ": " + story.text());
    assertEquals(MatchKey.of(want.get("title").asText()), MatchKey.of(story.title()), name);
    assertEquals(want.get("published").asText(), String.valueOf(story.dates().published()), name);
    String key = ' ' + MatchKey.of(story.text()) + ' ';
    for (JsonNode not : want.get("must_not")) {
      assertTrue(!key.contains(' ' + MatchKey.of(not.asText()) + ' '), name + " leaks " + not.asText());
    }
  }

  private static ParsedPage parse(String name) throws IOException {
    try (InputStream in = HtmlPagesTest.class.getResourceAsStream(DIR + name)) {
      Page page = Records.page(Format.HTML, in.readAllBytes());
      var labelled = PageSegmenter.of(SegmentRules.shipped()).label(page, LineEvidence.NONE);
      return new StoryAssembler(SplitConfig.defaults()).assemble(page, StorySplitter.of(null).split(labelled, TermWeights.background()));
    }
  }

  private static double f1(String want, String have) {
    Map<String, Integer> left = new HashMap<>();
    String[] wanted = MatchKey.of(want).split(" ");
    String[] had = MatchKey.of(have).split(" ");
    for (String word : wanted) {
      left.merge(word, 1, Integer::sum);
    }
    int both = 0;
    for (String word : had) {
      if (left.merge(word, -1, Integer::sum) >= 0) {
        both++;
      }
    }
    return 2.0 * both / (wanted.length + had.length);
  }
}
