package io.khabar.decode;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.khabar.model.Format;
import io.khabar.model.Page;
import io.khabar.lane.Rejection;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class PageDecoderTest {
  private static List<String> clues(Page page) {
    return page.clues().stream().map(c -> c.field() + " " + c.source() + " " + c.value()).toList();
  }

  @Test
  void plainTextStaysAsFound() {
    String text = "  عنوان\r\n\r\nمـتن&nbsp;\tﻻ\u200F\n";
    Page page = Records.page(Format.TEXT, "\uFEFF" + text);
    assertEquals(text, page.text());
    assertEquals("text/plain UTF-8 1.0", page.mediaType() + " " + page.charset() + " " + page.charsetConfidence());
    assertTrue(page.blocks().isEmpty() && page.clues().isEmpty() && page.warnings().isEmpty());
  }

  @Test
  void commonFieldsNeedNoMapping() {
    Page page =
        Records.page(
            Format.JSON,
            "{\"Title\":\"عنوان\",\"content\":\"متن\",\"source\":\"الواحة\",\"author\":[\"سعاد\",{\"name\":\"كريم\"}],\"date\":\"26 يونيو 2024\",\"link\":\"http://a.test/خ%20\","
                + "\"date_extracted\":\"2024-06-27 01:02:03\",\"unknown\":{\"text\":\"x\"}}");
    assertEquals("متن|http://a.test/خ%20|الواحة|2024-06-27 01:02:03", page.text() + "|" + page.url() + "|" + page.outlet() + "|" + page.fetchedAt());
    assertEquals(
        List.of("TITLE record عنوان", "AUTHOR record سعاد", "AUTHOR record كريم", "OUTLET record الواحة", "PUBLISHED record 26 يونيو 2024"), clues(page));
  }

  @Test
  void aDateOfFetchingIsNeverThePublicationDate() {
    for (String name : new String[] {"date_extracted", "fetched_at"}) {
      Page page = Records.page(Format.JSON, "{\"text\":\"متن\",\"" + name + "\":\"2024-06-27\"}");
      assertEquals("2024-06-27", page.fetchedAt());
      assertTrue(page.clues().isEmpty());
    }
  }

  @Test
  void secondsSince1970AreADate() {
    assertEquals(List.of("PUBLISHED record 2024-06-26T10:00:00Z"), clues(Records.page(Format.JSON, "{\"text\":\"متن\",\"published\":1719396000}")));
    assertEquals(List.of("PUBLISHED record 2024-06-26T10:00:00Z"), clues(Records.page(Format.JSON, "{\"text\":\"متن\",\"published\":1719396000000}")));
  }

  @Test
  void theFirstFilledFieldIsTaken() {
    assertEquals("متن", Records.page(Format.JSON, "{\"text\":\" \",\"content\":null,\"body\":\"متن\"}").text());
    assertEquals("أ\nب", Records.page(Format.JSON, "{\"text\":[\"أ\",\"ب\"]}").text());
  }

  @Test
  void htmlInAFieldIsRendered() {
    assertEquals("فقرة\nأخرى\n", Records.page(Format.JSON, "{\"content\":\"<p>فقرة</p><p>أخرى</p>\"}").text());
    assertEquals("نص & بلا وسوم\n", Records.page(Format.JSON, "{\"html\":\"نص &amp; بلا وسوم\"}").text());
  }

  @Test
  void aMappingComesFirst() {
    DecodeConfig config = DecodeConfig.defaults().withJsonFields(JsonFields.parse("text:corps, outlet:text"));
    Page page = new PageDecoder(config).decode(Records.of(Format.JSON, "{\"corps\":\"متن\",\"text\":\"الواحة\"}".getBytes(StandardCharsets.UTF_8), null, null));
    assertEquals("متن الواحة", page.text() + " " + page.outlet());
    assertEquals("--jsonFields must be pairs like text:content, not \"corps\"", assertThrows(IllegalArgumentException.class, () -> JsonFields.parse("corps")).getMessage());
    assertTrue(assertThrows(IllegalArgumentException.class, () -> JsonFields.parse("corps:x")).getMessage().contains("\"corps\""));
  }

  @Test
  void aMappingThatNamesNothingSaysSo() {
    DecodeConfig config = DecodeConfig.defaults().withJsonFields(JsonFields.parse("text:corps"));
    Rejection rejection =
        assertThrows(
            Rejection.class,
            () -> new PageDecoder(config).decode(Records.of(Format.JSON, "{\"titre\":\"x\"}".getBytes(StandardCharsets.UTF_8), null, null)));
    assertEquals("no_text", rejection.reason());
    assertTrue(rejection.getMessage().contains("corps"), rejection.getMessage());
  }

  @Test
  void whatIsNoObjectIsRejected() {
    for (String json : new String[] {"{\"text\":", "[1]", "7", "\"x\"", "{\"text\":\"a\"} {", "{'text':'a'}", "{\"a\":" + "[".repeat(100_000) + "]".repeat(100_000) + "}"}) {
      assertEquals("invalid_json", Records.reason(Format.JSON, json));
    }
    assertEquals("no_text", Records.reason(Format.JSON, "{\"title\":\"عنوان\",\"text\":\"\"}"));
    assertEquals("no_text", Records.reason(Format.HTML, "<html><script>x</script>"));
    assertEquals("empty", Records.reason(Format.HTML, ""));
  }

  @Test
  void jsonInWindows1256IsRead() {
    Page page = Records.page(Format.JSON, "{\"text\":\"أعلنت بلدية الواحة افتتاح المكتبة\"}".getBytes(Charset.forName("windows-1256")));
    assertEquals("أعلنت بلدية الواحة افتتاح المكتبة", page.text());
  }

  @Test
  void rowsOfTablesHaveTheFieldsOfTheirHeader() {
    PageDecoder decoder = new PageDecoder(DecodeConfig.defaults());
    byte[] row = "\"عنوان, أول\",\"سطر\nثان\",الواحة".getBytes(StandardCharsets.UTF_8);
    Page page = decoder.decode(Records.of(Format.CSV, row, null, "Title,content,source"));
    assertEquals("سطر\nثان الواحة [TITLE record عنوان, أول, OUTLET record الواحة]", page.text() + " " + page.outlet() + " " + clues(page));
    Rejection rejection = assertThrows(Rejection.class, () -> decoder.decode(Records.of(Format.CSV, row, null, "title,content")));
    assertEquals("invalid_row", rejection.reason());
  }

  @Test
  void aQuoteThatIsNotClosedIsNamed() {
    PageDecoder decoder = new PageDecoder(DecodeConfig.defaults());
    for (String row : new String[] {"\"عنوان,نص الخبر\nعنوان ثان,نص ثان", "عنوان,\"نص الخبر\nعنوان ثان,نص ثان"}) {
      byte[] bytes = row.getBytes(StandardCharsets.UTF_8);
      Rejection rejection = assertThrows(Rejection.class, () -> decoder.decode(Records.of(Format.CSV, bytes, null, "title,text")));
      assertEquals("invalid_row", rejection.reason());
      assertTrue(rejection.getMessage().contains("quote"), rejection.getMessage());
    }
  }

  @Test
  void idsDependOnPlaceAndPayloadOnly() {
    Page one = Records.page(Format.TEXT, "خبر");
    Page two = Records.page(Format.TEXT, "خبر");
    assertEquals(one, two);
    assertEquals(32, one.documentId().length());
    assertTrue(!one.documentId().equals(one.contentKey()));
  }

  @Test
  void referencesLeftBehindAreMended() {
    assertEquals("«خبر» و\"قول\" وأكثر", References.mend("&laquo;خبر&raquo; و&quot;قول&quot; و&#1571;&#x643;&#1579;ر"));
    assertEquals("أ & ب", References.mend("أ &amp;amp; ب"));
    for (String text : new String[] {"R&D", "?a=1&copy=2", "بلا رموز", "أ & ب"}) {
      assertSame(text, References.mend(text));
    }
  }
}
