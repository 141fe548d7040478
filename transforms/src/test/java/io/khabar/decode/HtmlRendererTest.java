package io.khabar.decode;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.khabar.lane.Rejection;
import io.khabar.model.Block;
import io.khabar.model.Clue;
import io.khabar.read.Shared;
import io.khabar.model.Format;
import io.khabar.model.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HtmlRendererTest {
  private final HtmlRenderer renderer = new HtmlRenderer(DecodeConfig.defaults());

  private String text(String html) {
    return renderer.render(html).text();
  }

  private List<String> clues(String html) {
    return renderer.render(html).clues().stream().map(HtmlRendererTest::show).toList();
  }

  private static String show(Clue c) {
    return c.field() + " " + c.source() + " " + c.value();
  }

  @Test
  void blocksStandOnLinesOfTheirOwn() {
    assertEquals("عنوان\nفقرة أولى ممتدة\nفقرة ثانية\n", text("<h1>عنوان</h1><p>فقرة  أولى\n <b>ممتدة</b></p>\n<div><p>فقرة ثانية</div>"));
    assertEquals("سطر\nسطر آخر\n", text("سطر<br>سطر آخر<br/><br>"));
    assertEquals("واحد\nاثنان\n", text("<ul><li>واحد<li>اثنان</ul>"));
    assertEquals("اقتباس\nبعده\n", text("<blockquote>اقتباس</blockquote>بعده"));
    assertEquals(" أ\n  ب\n", text("<pre> أ\n  ب</pre>"));
  }

  @Test
  void aRowOfShortCellsIsOneLineAndARowThatLaysOutThePageIsNot() {
    assertEquals("الفريق\tالنقاط\nالواحة\t12\n", text("<table><tr><th>الفريق<th>النقاط<tr><td>الواحة<td>12</table>"));
    assertEquals("قائمة\nفقرة\nفقرة\n", text("<table><tr><td>قائمة<td><p>فقرة<p>فقرة</table>"));
  }

  @Test
  void whatNobodySeesIsNoText() {
    assertEquals(
        "ظاهر\n",
        text("<title>عنوان</title><script>x()</script><style>p{}</style><noscript>فعّل</noscript><p hidden>مخفي</p><p aria-hidden=true>مخفي</p>"
            + "<p style='color:red; DISPLAY: none'>مخفي</p><template><p>مخفي</template><select><option>خيار</select><!-- تعليق --><svg><text>رسم</text></svg><p>ظاهر"));
  }

  @Test
  void linksSideBySideAreWordsOfTheirOwn() {
    assertEquals("سياسة رياضة\n", text("<div><a href=1>سياسة</a><a href=2>رياضة</a></div>"));
  }

  @Test
  void blocksSayWhereTheyStand() {
    HtmlRenderer.Rendered r =
        renderer.render(
            "<body class=Home><nav><ul><li><a href='/x?a=1&amp;b'>قسم</a></ul></nav><article id=A1 class='Post Big'><h2>عنوان</h2><p>متن <a href=/r>رابط</a></p>"
                + "<figure><img><figcaption>صورة</figcaption></figure><time datetime=2024-06-26>الأربعاء</time></article><article><p>آخر</p></article>"
                + "<div class=comments-area><p>رأي</p></div><footer>حقوق</footer>");
    List<String> got =
        r.blocks().stream()
            .map(b -> b.tag() + " " + b.container() + " " + b.linkChars() + " " + b.href() + " " + b.group() + " " + r.text().substring(b.start(), b.end()))
            .toList();
    assertEquals(
        List.of(
            "li nav 3 /x?a=1&b -1 قسم", "h2 article 0 null 0 عنوان", "p article 4 /r 0 متن رابط", "figcaption figure 0 null 0 صورة",
            "time article 0 null 0 الأربعاء", "p article 0 null 1 آخر", "p comments 0 null -1 رأي", "footer footer 0 null -1 حقوق"),
        got);
    assertEquals("post big a1 home", r.blocks().get(1).hint());
  }

  @Test
  void blocksAreInOrderAndCoverTheLines() {
    String html = "<div>أ<p>ب</p>ج<span>د<br>ه</span></div><table><tr><td>1<td>2</table><ul><li>و<ul><li>ز</ul></ul>";
    HtmlRenderer.Rendered r = renderer.render(html);
    int at = 0;
    for (Block b : r.blocks()) {
      assertEquals(at, b.start());
      assertEquals('\n', r.text().charAt(b.end()));
      assertFalse(r.text().substring(b.start(), b.end()).contains("\n"));
      at = b.end() + 1;
    }
    assertEquals(r.text().length(), at);
  }

  @Test
  void jsonLdIsReadFromGraphsArraysAndSubtypes() {
    String ld =
        "<script type='application/ld+json'>{\"@context\":\"https://schema.org\",\"@graph\":[{\"@type\":\"WebSite\",\"name\":\"الواحة نيوز\"},"
            + "{\"@type\":[\"ReportageNewsArticle\"],\"headline\":\"عنوان &quot;مقتبس&quot;\",\"datePublished\":\"2024-06-26T10:00:00+03:00\",\"dateModified\":\"2024-06-27\","
            + "\"author\":[{\"@type\":\"Person\",\"name\":\"سعاد\"},{\"name\":\"كريم\"}],\"publisher\":{\"name\":\"الواحة\"},\"url\":\"https://a.test/1\",}]}</script>";
    HtmlRenderer.Rendered r = renderer.render(ld + "<p>نص");
    assertEquals(
        List.of(
            "TITLE json-ld عنوان \"مقتبس\"", "PUBLISHED json-ld 2024-06-26T10:00:00+03:00", "UPDATED json-ld 2024-06-27", "AUTHOR json-ld سعاد",
            "AUTHOR json-ld كريم", "OUTLET json-ld الواحة", "OUTLET json-ld الواحة نيوز"),
        r.clues().stream().map(HtmlRendererTest::show).toList());
    assertEquals("https://a.test/1", r.url());
    assertEquals(List.of(), clues("<script type='application/ld+json'>{\"@type\": \"NewsArticle\", </script>"));
    assertEquals(List.of("TITLE json-ld أ"), clues("<script type='application/ld+json'>[{\"@type\":\"http://schema.org/NewsArticle\",\"headline\":\"أ\"}]</script>"));
  }

  @Test
  void everySourceOfCluesIsNamed() {
    assertEquals(
        List.of(
            "LANGUAGE meta ar", "TITLE og ت", "PUBLISHED og 2024-06-26", "AUTHOR meta م", "UPDATED microdata 2024-06-28", "PUBLISHED time 2024-06-25", "TITLE html-title ع - موقع", "TITLE h1 ع"),
        clues(
            "<html lang=ar><head><title>ع - موقع</title><meta property=og:title content=ت><meta property='article:published_time' content=2024-06-26><meta name=AUTHOR content=م></head>"
                + "<body><nav><time datetime=2020-01-01>x</time></nav><h1>ع</h1><time datetime=2024-06-25>أمس</time><span itemprop=dateModified content=2024-06-28>x</span>"
                + "<a href=/o><time datetime=2019-01-01>x</time></a><time>21:30</time>"));
  }

  @Test
  void theCanonicalUrlIsVerbatim() {
    assertEquals("https://a.test/خبر?x=1&y=2", renderer.render("<link rel=canonical href='https://a.test/خبر?x=1&amp;y=2'><p>x").url());
  }

  @Test
  void pagesBeyondTheBudgetAreRejectedBeforeTheyAreParsed() {
    for (String bomb :
        List.of("<div>".repeat(100_000), "<b>x".repeat(50_000), "<p>x</p>".repeat(400_000), "<font color=1>".repeat(2000) + "<p>".repeat(2000), "x".repeat(9_000_000))) {
      assertEquals("too_complex", assertThrows(Rejection.class, () -> renderer.render(bomb)).reason());
    }
  }

  @Test
  void anOrdinaryLongPageIsWithinTheBudget() {
    assertEquals(20_000, text("<p>فقرة".repeat(20_000)).lines().count());
    assertEquals("س\n", text("<div>".repeat(900) + "س"));
    assertTrue(text("<script>" + "<div>".repeat(50_000) + "</script><p>نص").startsWith("نص"));
  }

  @Test
  void htmlInOtherFieldsIsToldByItsTags() {
    assertTrue(HtmlRenderer.looksLikeHtml("<p>نص</p>"));
    assertTrue(HtmlRenderer.looksLikeHtml("نص<br />نص"));
    assertFalse(HtmlRenderer.looksLikeHtml("5 < 6 و 7 > 3، <رويترز> <b"));
  }

  /** Hand-labelled pages: how many paragraphs stand as lines of their own in the rendered text, and a clue has the title. */
  @ParameterizedTest
  @CsvSource({"1550981615.html, 10, 2020-03-17", "1588107198.html, 2, ", "1623715966.html, 3, 2020-06-03", "1784190729.html, 16, 2020-12-01"})
  void realPagesAreRenderedParagraphByParagraph(String name, int paragraphs, String published) throws IOException {
    Path dir = Shared.dir("eval/html");
    com.fasterxml.jackson.databind.JsonNode gold = null;
    for (String line : Files.readAllLines(dir.resolveSibling("html.gold.jsonl"))) {
      com.fasterxml.jackson.databind.JsonNode g = JsonPage.MAPPER.readTree(line);
      gold = g.get("file").asText().equals(name) ? g : gold;
    }
    Page page = Records.page(Format.HTML, Files.readAllBytes(dir.resolve(name)));
    List<String> lines = page.text().lines().map(String::strip).toList();
    int found = 0;
    for (com.fasterxml.jackson.databind.JsonNode p : gold.get("paragraphs")) {
      found += lines.contains(p.asText().replaceAll("\\s+", " ").strip()) ? 1 : 0;
    }
    assertEquals(paragraphs, found);
    assertEquals(gold.get("paragraphs").size(), found);
    String title = gold.get("title").asText();
    assertTrue(page.clues().stream().anyMatch(c -> c.value().equals(title)));
    if (published != null) {
      assertTrue(page.clues().stream().anyMatch(c -> show(c).startsWith("PUBLISHED") && c.value().startsWith(published)));
    }
  }
}
