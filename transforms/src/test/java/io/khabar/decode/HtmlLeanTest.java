package io.khabar.decode;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.Random;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

class HtmlLeanTest {
  private static final String CODE = "var a = '<div>" + "x".repeat(80) + "</div>'; if (1 < 2 && 3 > 2) {}";

  @Test
  void codeIsTakenOutAndItsElementsStay() {
    assertEquals("<p>أ</p><script src=x></script><STYLE></STYLE><p>ب</p>", HtmlLean.of("<p>أ</p><script src=x>" + CODE + "</script><STYLE>" + CODE + "</STYLE><p>ب</p>"));
  }

  @Test
  void whatIsNoCodeStays() {
    for (String html :
        new String[] {
          "<p>" + CODE, "<script type='application/ld+json'>" + CODE + "</script>", "<script>" + CODE, "<!-- <script>" + CODE + "</script> -->", "<p title='<script>" + CODE.replace("'", "") + "</script>'>أ",
          "<textarea><script>" + CODE + "</script></textarea>", "<script><!-- <script>" + CODE + "</script> --></script>", "<scripts>" + CODE + "</scripts>", "<plaintext><script>" + CODE + "</script>", "<", "<p", "< script>"
        }) {
      assertSame(html, HtmlLean.of(html), html);
    }
  }

  /** Pages of random pieces parse to the same tree, their code aside. */
  @Test
  void theTreeIsTheSame() {
    String[] pieces = {
      "<p>", "</p>", "نص ", "<script>", "</script>", "<script type=x a='>'>", "</script >", "<style>", "</style>", "<!--", "-->", "--!>", "<!", ">", "<a href=\"x'>\">", "<a b==\"c>\">", "<div a='", "'", "\"", "=", "<textarea>",
      "</textarea>", "<title>", "</title>", CODE, "<svg>", "</svg>", "<math>", "</", "<br/>", "<iframe>", "</iframe>", "<b", " x>", "<table>", "<td>", "</table>", "<![CDATA[", "]]>", "<noscript>", "</noscript>", "<select>", "</select>"
    };
    Random random = new Random(11);
    for (int i = 0; i < 4000; i++) {
      StringBuilder html = new StringBuilder();
      for (int k = random.nextInt(14); k >= 0; k--) {
        html.append(pieces[random.nextInt(pieces.length)]);
      }
      assertEquals(tree(html.toString()), tree(HtmlLean.of(html.toString())), html.toString());
    }
  }

  private static String tree(String html) {
    Document document = Jsoup.parse(html);
    document.select("script, style").forEach(e -> e.empty());
    return document.outerHtml();
  }
}
