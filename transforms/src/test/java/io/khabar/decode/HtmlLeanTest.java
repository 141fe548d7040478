package io.khabar.decode;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HtmlLeanTest {
  private static final String CODE = "var a = '<div>" + "x".repeat(80) + "</div>'; if (1 < 2 && 3 > 2) {}";
  private static final String TEXT = " قال الوزير إن الجسر سيفتح أمام السيارات في الربيع المقبل بعد انتهاء الفحص";

  private static String lean(String html) {
    char[] chars = new char[html.length()];
    return new String(chars, 0, HtmlLean.write(html, chars));
  }

  /** What a page says, whatever it was parsed from. */
  private static String said(String html) {
    HtmlRenderer.Rendered page = new PageWalk(new ShownText(), new ClassNames()).run(Jsoup.parse(html));
    return page.text() + page.blocks() + page.clues() + page.url();
  }

  @Test
  void codeIsLeftOutAndWithItWhatHoldsIt() {
    assertEquals("<p>أ</p> <p>ب</p>", lean("<p>أ</p><script src=x>" + CODE + "</script> <STYLE>" + CODE + "</STYLE><p>ب</p>").replace("<STYLE></STYLE>", ""));
    assertEquals("<p>أ<script></script>ب", lean("<p>أ<script>" + CODE + "</script>ب"));
    assertEquals("<script></script><p>ب", lean("<script>" + CODE + "</script><p>ب"));
    assertEquals("<p>أ<!---->ب", lean("<p>أ<!-- " + CODE + " -->ب"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "<div data-a='>' class=\"b c\" onclick=x>أ|<div class=\"b c\">أ",
        "<a title=\"t\"href=/1 rel='x' />أ|<a href=/1 />أ",
        "<a href=/1 data-x/>أ|<a href=/1 />أ",
        "<span a b=c>أ|<span>أ",
        "<p style='color: red'>أ<p style='DISPLAY: NONE'>ب|<p>أ<p style='DISPLAY: NONE'>ب",
        "<svg viewBox='0 0 1 1'><path d='M0 0'/></svg>|<svg><path /></svg>",
        "<p>أ<link rel=preload href=x> <link rel='canonical' href=y> |<p>أ <link rel='canonical' href=y> ",
        "<p>أ<meta name=viewport content=x> <meta property='og:title' content=y> |<p>أ <meta property='og:title' content=y> ",
        "<b class=a id=b x=y>أ|<b class=a id=b x=y>أ",
        "<div>   <p>   أ   <i>ب</i>   <i>ت</i>   </p>|<div><p> أ <i>ب</i> <i>ت</i> </p>"
      })
  void attributesThatNothingAsksForAreLeftOut(String html, String expected) {
    assertEquals(expected.strip(), lean(html).strip());
  }

  @Test
  void whatIsNoMarkupStays() {
    for (String html :
        new String[] {
          "<p>" + CODE, "<script type='application/ld+json'>" + CODE + "</script>", "<script>" + CODE, "<p title='<script>" + CODE.replace("'", "") + "</script>\">أ",
          "<textarea><script>" + CODE + "</script></textarea>", "<script><!-- <script>" + CODE + "</script> --></script>", "<scripts>" + CODE + "</scripts>", "<plaintext><script>" + CODE + "</script>", "<", "<p", "< script>",
          "<pre>  أ\n\n  ب  </pre>", "<?php echo \"<script>\" ?>أ</script>", "<title>أ <script>" + CODE + "</script></title>"
        }) {
      assertEquals(html, lean(html));
    }
  }

  /** Pages of random pieces say the same. An element of raw text that does not end is left out: the parser reads it by the size of its buffer. */
  @Test
  void randomPagesSayTheSame() {
    String[] pieces = {
      "<p>", "</p>", TEXT, "<div class=a>", "<div data-x='>'>", "</div>", "\n  ", "<script>" + CODE + "</script>", "<script type=x a='>'>" + CODE + "</script >", "<style>p {}</style>", "<!--", "-->", "--!>", "<!", ">", "<a href=\"x'>\">", "</a>",
      "<a b==\"c>\">", "<div a='", "'", "\"", "=", "<textarea><script></textarea>", "<title>أ <script></title>", "<svg>", "<path d=x/>", "</svg>", "<math>", "</", "<br/>", "<iframe src=x></iframe>", "<b", " x>", "<table>", "<tr>", "<td width=1>",
      "</table>", "<![CDATA[", "]]>", "<noscript>", "</noscript>", "<select>", "</select>", "<font color=red>", "</font>", "<i class=b>", "</i>", "<span style='display:none'>", "<span lang=ar>", "</span>", "<pre>", "</pre>", "<input type=hidden>",
      "<link rel=x href=y>", "<meta name=x content=y>", "<meta name=author content='سلمى الراوي'>", "<time datetime=2020-01-01 class=t>", "&amp", "&", "<li>", "<h1 data-a>", "<form action=x>", "<template>", "</template>", "<x-y z>", "<img src=x>", "<article id=a>"
    };
    Random random = new Random(11);
    for (int i = 0; i < 6000; i++) {
      StringBuilder html = new StringBuilder();
      for (int k = random.nextInt(24); k >= 0; k--) {
        html.append(pieces[random.nextInt(pieces.length)]);
      }
      assertEquals(said(html.toString()), said(lean(html.toString())), html.toString());
    }
  }

  /** Saved pages say the same with a piece put in or taken out anywhere. */
  @Test
  void damagedPagesSayTheSame() throws IOException {
    String[] pieces = {"<p>", "</div>", "<!--", "-->", "\"", "'", ">", "=", "<script>" + CODE + "</script>", "<font color=red>", "<b>", "</a>", "<table>", "<svg>", "<pre>", "&amp", "<i class=x>", "</span>", "\n \n"};
    Random random = new Random(5);
    List<Path> pages;
    try (Stream<Path> files = Files.list(Path.of("src/test/resources/html"))) {
      pages = files.filter(f -> f.toString().endsWith(".html")).sorted().toList();
    }
    assertTrue(pages.size() > 30);
    for (Path page : pages) {
      String html = Files.readString(page, java.nio.charset.StandardCharsets.ISO_8859_1);
      assertEquals(said(html), said(lean(html)), page.toString());
      assertTrue(lean(html).length() <= html.length(), page.toString());
      for (int i = 0; i < 3; i++) {
        // behind the head: a title that does not end is read by the size of a buffer
        int at = html.indexOf("<body") + random.nextInt(html.length() - html.indexOf("<body"));
        String damaged = html.substring(0, at) + (i == 0 ? "" : pieces[random.nextInt(pieces.length)]) + html.substring(Math.min(html.length(), i == 0 ? at + 9 : at));
        assertEquals(said(damaged), said(lean(damaged)), page + " at " + at);
      }
    }
  }

  /** Whatever the package asks an element for reaches it: who asks for another attribute has to name it here, and there. */
  @Test
  void whatIsAskedForIsKept() throws IOException {
    Map<String, String> elements =
        Map.of("href", "a", "name", "meta", "http-equiv", "meta", "rel", "link", "lang", "html", "type", "script", "aria-label", "section", "aria-labelledby", "section");
    Pattern asked = Pattern.compile("(?:attr|hasAttr|hasKey|attributes\\(\\)\\.get|all\\.get|attribute)\\(\"([a-z-]+)\"\\)");
    TreeSet<String> names = new TreeSet<>();
    for (String source : new String[] {"Frame", "HtmlClues", "Landmarks", "PageWalk"}) {
      Matcher m = asked.matcher(Files.readString(Path.of("src/main/java/io/khabar/decode/" + source + ".java")));
      while (m.find()) {
        names.add(m.group(1));
      }
    }
    assertTrue(names.size() > 15, names.toString());
    for (String name : names) {
      String value = name.equals("rel") ? "canonical" : name.equals("type") ? "application/ld+json" : name.equals("style") ? "display:none" : "author";
      String tag = "<" + elements.getOrDefault(name, "div") + " " + name + "=" + value + ">";
      assertTrue(lean("<p>" + tag + "</script>").contains(tag), tag);
    }
  }
}
