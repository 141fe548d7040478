package io.khabar.decode;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.khabar.model.Format;
import io.khabar.model.Page;
import io.khabar.read.Shared;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CharsetTest {
  private static final Charset WINDOWS_1256 = Charset.forName("windows-1256");
  private static final Charset ISO_8859_6 = Charset.forName("ISO-8859-6");
  private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");
  private static final String TEXT =
      "افتتح وزير الثقافة مساء الخميس معرض الكتاب في مدينة الواحة\r\nوقال إن المعرض يضم مئة دار نشر من عشرين دولة، ويستمر حتى نهاية الشهر\r\n";

  private static Page text(byte[] bytes) {
    return Records.page(Format.TEXT, bytes);
  }

  private static void comesBack(String want, byte[] bytes, String charset) {
    Page page = text(bytes);
    assertEquals(want, page.text());
    assertEquals(charset, page.charset());
  }

  private static byte[] with(byte[] bytes, int... mark) {
    byte[] out = new byte[bytes.length + mark.length];
    for (int i = 0; i < mark.length; i++) {
      out[i] = (byte) mark[i];
    }
    System.arraycopy(bytes, 0, out, mark.length, bytes.length);
    return out;
  }

  @Test
  void everyCharsetIsFoundWithoutAnOption() {
    comesBack(TEXT, TEXT.getBytes(UTF_8), "UTF-8");
    comesBack(TEXT, with(TEXT.getBytes(UTF_8), 0xEF, 0xBB, 0xBF), "UTF-8");
    comesBack(TEXT, TEXT.getBytes(WINDOWS_1256), "windows-1256");
    comesBack(TEXT, TEXT.getBytes(ISO_8859_6), "ISO-8859-6");
    comesBack(TEXT, TEXT.getBytes(UTF_16LE), "UTF-16LE");
    comesBack(TEXT, TEXT.getBytes(UTF_16BE), "UTF-16BE");
    comesBack(TEXT, with(TEXT.getBytes(UTF_16LE), 0xFF, 0xFE), "UTF-16LE");
    comesBack(TEXT, with(TEXT.getBytes(UTF_16BE), 0xFE, 0xFF), "UTF-16BE");
  }

  @Test
  void aWordIsEnough() {
    for (String word : new String[] {"السلام عليكم", "الكتاب", "وقال الرئيس"}) {
      comesBack(word, word.getBytes(WINDOWS_1256), "windows-1256");
      comesBack(word, word.getBytes(ISO_8859_6), "ISO-8859-6");
    }
  }

  @Test
  void aWrongDeclarationIsNotObeyed() {
    PageDecoder decoder = new PageDecoder(DecodeConfig.defaults());
    for (String declared : new String[] {"iso-8859-1", "windows-1252", "utf-8", "UTF8", "x-unknown", "", "no such/charset"}) {
      Page page = decoder.decode(Records.of(Format.TEXT, TEXT.getBytes(WINDOWS_1256), declared, null));
      assertEquals("windows-1256", page.charset(), declared);
      assertEquals(TEXT, page.text());
    }
  }

  @Test
  void aMetaElementDeclaresACharsetNobodyWouldGuess() {
    String html = "<html><head><meta http-equiv=Content-Type content=\"text/html; charset=windows-1251\"></head><body><p>Привет, мир";
    Page page = Records.page(Format.HTML, html.getBytes(Charset.forName("windows-1251")));
    assertEquals("windows-1251", page.charset());
    assertEquals("Привет, мир\n", page.text());
  }

  @Test
  void frenchIsNoArabic() {
    String french = "Le ministre a déclaré hier que l'économie régionale s'était améliorée, malgré une année très difficile à l'étranger.";
    assertEquals(french, text(french.getBytes(ISO_8859_1)).text());
  }

  @Test
  void aFewBrokenBytesDoNotMakeUtf8SomethingElse() {
    byte[] bytes = TEXT.getBytes(UTF_8);
    byte[] cut = Arrays.copyOf(bytes, bytes.length - 3);
    assertEquals("UTF-8", text(cut).charset());
    bytes[20] = (byte) 0xFF;
    Page page = text(bytes);
    assertEquals("UTF-8", page.charset());
    assertTrue(page.text().contains("\uFFFD"));
    assertTrue(page.charsetConfidence() < 1);
  }

  @Test
  void bytesThatAreNoTextAreRejected() {
    byte[] noise = new byte[4096];
    new java.util.Random(3).nextBytes(noise);
    assertEquals("undecodable", Records.reason(Format.TEXT, noise));
    assertEquals("empty", Records.reason(Format.TEXT, " \r\n\t "));
  }

  @Test
  void mojibakeIsTurnedBackOnceAndTwice() {
    for (Charset wrong : List.of(ISO_8859_1, WINDOWS_1256)) {
      String once = new String(TEXT.getBytes(UTF_8), wrong);
      for (Charset again : List.of(ISO_8859_1, WINDOWS_1256)) {
        String twice = new String(once.getBytes(UTF_8), again);
        for (String spoilt : List.of(once, twice)) {
          Page page = text(spoilt.getBytes(UTF_8));
          assertEquals(TEXT, page.text(), wrong + " " + again);
          assertEquals(List.of("mojibake_repaired"), page.warnings());
        }
      }
    }
  }

  @Test
  void theLetterFehSurvivesJavasWindows1252() {
    assertEquals("في الفجر وفي المساء\n", Mojibake.repair(new String("في الفجر وفي المساء\n".getBytes(UTF_8), WINDOWS_1252)));
  }

  @Test
  void oneSpoiltLineAmongGoodOnesIsTurnedBack() {
    String bad = new String("وأضاف المتحدث".getBytes(UTF_8), WINDOWS_1256);
    assertEquals("خبر سليم\nوأضاف المتحدث\nخبر سليم\n", Mojibake.repair("خبر سليم\n" + bad + "\nخبر سليم\n"));
  }

  @Test
  void honestTextIsLeftAlone() {
    for (String text : new String[] {TEXT, "", "Ça déjà vu, Øresund", "طبخ ظرف ط§", "don’t — “quote”", "المادة 5 § 2 ± 3°"}) {
      assertSame(text, Mojibake.repair(text));
    }
  }

  @Test
  void loneSurrogatesAreReplacedAndControlCharsStay() {
    Page page = Records.page(Format.JSON, "{\"text\":\"خبر \\ud83d ثم \\ud83d\\ude00 ثم \\u0000\"}");
    assertEquals("خبر \uFFFD ثم 😀 ثم \0", page.text());
  }

  @Test
  void realPagesComeBackFromEveryCharset() throws IOException {
    Path dir = Shared.dir("eval/cp1256");
    int pages = 0;
    int iso = 0;
    try (Stream<Path> files = Files.list(dir)) {
      for (Path file : files.sorted().toList()) {
        byte[] bytes = Files.readAllBytes(file);
        String want = new String(bytes, WINDOWS_1256);
        comesBack(want, bytes, "windows-1256");
        // one of the files was typed into question marks before it reached the collection: nothing is sure of it
        assertTrue(text(bytes).charsetConfidence() > 0.9 || want.contains("?C?"), file.toString());
        comesBack(want, want.getBytes(UTF_16LE), "UTF-16LE");
        comesBack(want, want.getBytes(UTF_16BE), "UTF-16BE");
        for (Charset wrong : List.of(ISO_8859_1, WINDOWS_1256)) {
          String once = new String(want.getBytes(UTF_8), wrong);
          assertEquals(want, text(once.getBytes(UTF_8)).text());
          assertEquals(want, text(new String(once.getBytes(UTF_8), wrong).getBytes(UTF_8)).text());
        }
        if (new String(want.getBytes(ISO_8859_6), ISO_8859_6).equals(want)) {
          comesBack(want, want.getBytes(ISO_8859_6), "ISO-8859-6");
          iso++;
        }
        pages++;
      }
    }
    assertEquals("146 70", pages + " " + iso);
  }
}
