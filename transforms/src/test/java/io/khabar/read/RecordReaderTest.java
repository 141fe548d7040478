package io.khabar.read;

import static io.khabar.read.Dumps.bzip2;
import static io.khabar.read.Dumps.gzip;
import static io.khabar.read.Dumps.join;
import static io.khabar.read.Dumps.tar;
import static io.khabar.read.Dumps.utf8;
import static io.khabar.read.Dumps.zip;
import static io.khabar.read.Dumps.zstd;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.khabar.model.Format;
import io.khabar.model.RawRecord;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;

class RecordReaderTest {
  private static final String PAGE = "أعلنت بلدية الواحة افتتاح مكتبة جديدة\n";

  @Test
  void aTextFileIsOneRecord() {
    Gathered got = Gathered.of("a.txt", PAGE);
    assertEquals(List.of(PAGE), got.payloads());
    RawRecord r = got.records.get(0);
    assertEquals("in/a.txt a.txt 0 0 TEXT", r.sourceUri() + " " + r.path() + " " + r.index() + " " + r.offset() + " " + r.format());
  }

  @Test
  void htmlIsToldByContentUnderAnyName() {
    for (String name : new String[] {"a.html", "a.txt", "a", "a.php", "news.aspx"}) {
      Gathered got = Gathered.of(name, "\n<!-- x --><!DOCTYPE html><p>خبر");
      assertEquals(Format.HTML, got.records.get(0).format(), name);
    }
  }

  @Test
  void whatIsNoPageIsSkipped() {
    for (String name : new String[] {"README.md", "photo.jpg", "notes.docx", ".DS_Store"}) {
      Gathered got = Gathered.of(name, new byte[] {1, 2, 3, 4});
      assertEquals(List.of("not_a_page"), got.skips.stream().map(s -> s.reason()).toList(), name);
      assertTrue(got.records.isEmpty() && got.rejects.isEmpty());
    }
  }

  @Test
  void anEmptyFileIsAReject() {
    for (String name : new String[] {"a.txt", "a.jsonl", "a.json.gz", "a.warc"}) {
      assertEquals(List.of("empty"), Gathered.of(name, "").reasons(), name);
    }
    assertEquals(List.of("empty"), Gathered.of("a.jsonl", "\n \n").reasons());
    assertEquals(List.of("empty"), Gathered.of("a.json", " [ ] ").reasons());
    assertEquals(List.of("empty"), Gathered.of("a.txt.gz", gzip(new byte[0])).reasons());
  }

  @Test
  void jsonLinesHaveNumbersAndOffsets() {
    Gathered got = Gathered.of("a.jsonl", "\uFEFF{\"a\":1}\r\n\n{\"b\":2}\n{\"c\":");
    assertEquals(List.of("{\"a\":1}", "{\"b\":2}", "{\"c\":"), got.payloads());
    assertEquals(List.of(3L, 13L, 21L), got.records.stream().map(RawRecord::offset).toList());
    assertEquals(List.of(0L, 1L, 2L), got.records.stream().map(RawRecord::index).toList());
  }

  @Test
  void offsetsLeadBackToTheBytes() {
    String json = "[ {\"text\":\"أول }]\\\" \"},\n\n {\"text\":[1,{\"x\":2}]} , 7, \"نص\", {\"text\":\"\"} ]";
    byte[] bytes = utf8(json);
    Gathered got = Gathered.of("a.json", bytes);
    assertEquals(List.of("{\"text\":\"أول }]\\\" \"}", "{\"text\":[1,{\"x\":2}]}", "7", "\"نص\"", "{\"text\":\"\"}"), got.payloads());
    for (RawRecord r : got.records) {
      assertArrayEquals(r.payload(), Arrays.copyOfRange(bytes, (int) r.offset(), (int) r.offset() + r.payload().length));
    }
  }

  @Test
  void aSingleObjectAndObjectsInARowAreRecords() {
    assertEquals(List.of("{\n \"text\": \"خبر\"\n}"), Gathered.of("a.json", "{\n \"text\": \"خبر\"\n}\n").payloads());
    assertEquals(List.of("{\"a\":1}", "{\"b\":2}"), Gathered.of("a.json", "{\"a\":1}{\"b\":2}").payloads());
  }

  @Test
  void oneBrokenElementOfAnArrayCostsItself() {
    Gathered got = Gathered.of("a.json", "[\n{\"text\":\"سليم\"},\n{\"text\":\"لم يغلق},\n{\"text\":\"سليم أيضا\"}\n]");
    assertEquals(3, got.records.size());
    assertEquals("{\"text\":\"سليم أيضا\"}", got.payloads().get(2));
  }

  @Test
  void anUnclosedArrayIsNoticed() {
    Gathered got = Gathered.of("a.json", "[{\"text\":\"سليم\"},");
    assertEquals(1, got.records.size());
    assertEquals(List.of("truncated"), got.reasons());
  }

  @Test
  void everyCompressionHoldsTheSameRecords() {
    byte[] lines = utf8("{\"a\":1}\n{\"b\":2}\n");
    for (byte[] packed : List.of(gzip(lines), bzip2(lines), zstd(lines), gzip(zstd(lines)))) {
      Gathered got = Gathered.of("a.jsonl", packed);
      assertEquals(List.of("{\"a\":1}", "{\"b\":2}"), got.payloads());
      assertEquals(8, got.records.get(1).offset());
      assertEquals("in/a.jsonl", got.records.get(1).sourceUri());
    }
    assertEquals(2, Gathered.of("a.jsonl.gz", gzip(lines)).records.size());
    assertEquals(2, Gathered.of("a.jsonl.bz2", join(bzip2(utf8("{\"a\":1}\n")), bzip2(utf8("{\"b\":2}\n")))).records.size());
  }

  @Test
  void archivesNameTheirEntries() {
    byte[] zip = zip("b/خبر.txt", utf8(PAGE), "c.json", utf8("[{\"t\":1},{\"t\":2}]"), "d/", new byte[0], "README.md", utf8("x"), "e.txt", new byte[0]);
    Gathered got = Gathered.of("a.zip", zip);
    assertEquals(List.of("in/a.zip!/b/خبر.txt", "in/a.zip!/c.json", "in/a.zip!/c.json"), got.records.stream().map(RawRecord::sourceUri).toList());
    assertEquals("a.zip!/b/خبر.txt", got.records.get(0).path());
    assertEquals("in/a.zip!/README.md", got.skips.get(0).sourceUri());
    assertEquals(List.of("empty"), got.reasons());
    for (String name : new String[] {"a.tar.gz", "a.tgz", "blob"}) {
      Gathered tar = Gathered.of(name, gzip(tar("x/1.txt", utf8(PAGE), "x/2.jsonl.gz", gzip(utf8("{}\n{}\n")))));
      assertEquals(List.of("in/" + name + "!/x/1.txt", "in/" + name + "!/x/2.jsonl.gz", "in/" + name + "!/x/2.jsonl.gz"), tar.records.stream().map(RawRecord::sourceUri).toList());
    }
  }

  @Test
  void otherCharsetsThanUtf8AreParted() {
    String lines = "{\"text\":\"أعلنت البلدية\"}\r\n\n{\"text\":\"قال\"}\n";
    String array = "[ {\"text\":\"أعلنت } البلدية\"},\n {\"text\":[1,2]} , 7]";
    String table = "title,text\r\n\"عنوان, أول\",\"سطر\nوسطر \"\"مقتبس\"\"\"\r\n\nعنوان,نص\n";
    for (String charset : List.of("UTF-16LE", "UTF-16BE")) {
      for (String mark : List.of("", "\uFEFF")) {
        Charset wide = Charset.forName(charset);
        Gathered got = Gathered.of("a.jsonl", (mark + lines).getBytes(wide));
        assertEquals(List.of("{\"text\":\"أعلنت البلدية\"}", "{\"text\":\"قال\"}"), texts(got, wide));
        assertEquals(charset, got.records.get(0).declaredCharset());
        assertEquals(2L * (mark.length() + lines.lastIndexOf('{')), got.records.get(1).offset());
        assertEquals(List.of("{\"text\":\"أعلنت } البلدية\"}", "{\"text\":[1,2]}", "7"), texts(Gathered.of("a.json", (mark + array).getBytes(wide)), wide));
        assertEquals(3, Gathered.of("a.jsonl", (mark + array).getBytes(wide)).records.size());
        Gathered rows = Gathered.of("a.csv", (mark + table).getBytes(wide));
        assertEquals(List.of("\"عنوان, أول\",\"سطر\nوسطر \"\"مقتبس\"\"\"", "عنوان,نص"), texts(rows, wide));
        assertEquals("title,text", rows.records.get(0).header());
        assertEquals(List.of("truncated"), Gathered.of("a.json", (mark + "[{\"a\":1},").getBytes(wide)).reasons());
      }
    }
    for (String charset : List.of("windows-1256", "ISO-8859-6")) {
      Charset narrow = Charset.forName(charset);
      Gathered rows = Gathered.of("a.csv", "العنوان,المقال,المصدر\nعنوان,نص طويل,موقع\n".getBytes(narrow));
      assertEquals("العنوان,المقال,المصدر", rows.records.get(0).header());
      assertEquals(List.of("عنوان,نص طويل,موقع"), texts(rows, narrow));
    }
    byte[] odd = Arrays.copyOf(lines.getBytes(StandardCharsets.UTF_16LE), 31);
    assertEquals(1, Gathered.of("a.jsonl", odd).records.size());
  }

  private static List<String> texts(Gathered got, Charset charset) {
    return got.records.stream().map(r -> new String(r.payload(), charset)).toList();
  }

  /** Stored with its length in front, deflated with its length behind. */
  private static byte[] zipOf(boolean stored, Map<String, byte[]> entries) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      for (Map.Entry<String, byte[]> e : entries.entrySet()) {
        ZipEntry entry = new ZipEntry(e.getKey());
        if (stored) {
          CRC32 crc = new CRC32();
          crc.update(e.getValue());
          entry.setMethod(ZipEntry.STORED);
          entry.setSize(e.getValue().length);
          entry.setCrc(crc.getValue());
        }
        zip.putNextEntry(entry);
        zip.write(e.getValue());
        zip.closeEntry();
      }
    }
    return out.toByteArray();
  }

  @Test
  void aBrokenEntryOfAZipCostsItself() throws IOException {
    Map<String, byte[]> entries = new TreeMap<>();
    for (int i = 1; i <= 3; i++) {
      entries.put(i + ".txt", utf8((PAGE + i).repeat(30)));
    }
    for (boolean stored : new boolean[] {true, false}) {
      byte[] sound = zipOf(stored, entries);
      String all = new String(sound, StandardCharsets.ISO_8859_1);
      int second = all.indexOf("2.txt") + 5;
      int third = all.indexOf("PK\3\4", second);
      // every byte of the second entry's data, its length and checksum behind them included
      for (int at = second; at < third; at++) {
        byte[] bytes = sound.clone();
        bytes[at] ^= 4;
        Gathered got = Gathered.of("a.zip", bytes);
        String message = "stored " + stored + " byte " + (at - second) + " of " + (third - second) + got.rejects.stream().map(r -> r.message()).toList();
        assertEquals(List.of("in/a.zip!/1.txt", "in/a.zip!/3.txt"), got.records.stream().map(RawRecord::sourceUri).filter(u -> !u.endsWith("2.txt")).toList(), message);
        if (got.records.size() == 2) {
          assertEquals(List.of("in/a.zip!/2.txt corrupt_zip"), got.rejects.stream().map(r -> r.sourceUri() + " " + r.reason()).toList(), message);
        } else {
          // a length behind the data may be wrong and the data sound: then they are those that were packed
          assertArrayEquals(entries.get("2.txt"), got.records.get(1).payload(), message);
        }
      }
    }
  }

  @Test
  void aZipWithABrokenHeaderGoesOnAtItsNextEntry() throws IOException {
    Map<String, byte[]> entries = new TreeMap<>();
    for (int i = 1; i <= 4; i++) {
      entries.put(i + ".txt", utf8((PAGE + i).repeat(3)));
    }
    for (boolean stored : new boolean[] {true, false}) {
      byte[] bytes = zipOf(stored, entries);
      int second = new String(bytes, StandardCharsets.ISO_8859_1).indexOf("2.txt") - 30;
      bytes[second] = 'X';
      Gathered got = Gathered.of("a.zip", bytes);
      assertEquals(List.of("1.txt", "3.txt", "4.txt"), got.records.stream().map(r -> r.path().substring(7)).toList());
      assertEquals(List.of("corrupt_zip"), got.reasons());
    }
  }

  @Test
  void aZipThatEndsEarlySaysSo() throws IOException {
    Map<String, byte[]> entries = new TreeMap<>();
    for (int i = 1; i <= 3; i++) {
      entries.put(i + ".txt", utf8(PAGE + i));
    }
    byte[] bytes = zipOf(false, entries);
    int third = new String(bytes, StandardCharsets.ISO_8859_1).indexOf("3.txt") - 30;
    for (int cut : new int[] {third, third + 10, third + 40, bytes.length - 30}) {
      Gathered got = Gathered.of("a.zip", Arrays.copyOf(bytes, cut));
      assertEquals(cut > third + 40 ? 3 : 2, got.records.size(), "cut " + cut);
      assertEquals(List.of("truncated"), got.reasons(), "cut " + cut);
    }
  }

  @Test
  void aTarWithABrokenHeaderGoesOnAtItsNextEntry() {
    byte[] bytes = tar("1.txt", utf8(PAGE), "2.txt", utf8(PAGE), "3.txt", utf8(PAGE), "4.txt", utf8(PAGE));
    bytes[2 * 512 + 3] ^= 1;
    bytes[2 * 512 + 150] ^= 1;
    Gathered got = Gathered.of("a.tar", bytes);
    assertEquals(List.of("1.txt", "3.txt", "4.txt"), got.records.stream().map(r -> r.path().substring(7)).toList());
    assertEquals(List.of("corrupt_tar"), got.reasons());
    // a member that is lost from the middle of a tar.gz takes the entries it holds a piece of
    byte[] whole = tar("1.txt", utf8(PAGE), "2.txt", utf8(PAGE), "3.txt", utf8(PAGE), "4.txt", utf8(PAGE));
    byte[] hole = gzip(Arrays.copyOfRange(whole, 800, 1900));
    hole[30] ^= 1;
    Gathered rest = Gathered.of("a.tar.gz", join(gzip(Arrays.copyOf(whole, 800)), hole, gzip(Arrays.copyOfRange(whole, 1900, whole.length))));
    assertEquals(List.of("1.txt", "4.txt"), rest.records.stream().map(r -> r.path().substring(10)).toList());
    assertEquals(List.of("corrupt_gzip", "corrupt_tar"), rest.reasons());
  }

  @Test
  void tablesCarryTheirHeader() {
    String csv = "\uFEFFtitle,text\r\n\"عنوان, أول\",\"سطر\nوسطر \"\"مقتبس\"\"\"\r\n\nعنوان ثان,نص\n";
    Gathered got = Gathered.of("a.csv", csv);
    assertEquals(List.of("\"عنوان, أول\",\"سطر\nوسطر \"\"مقتبس\"\"\"", "عنوان ثان,نص"), got.payloads());
    assertEquals("title,text", got.records.get(0).header());
    assertEquals(List.of("عنوان, أول", "سطر\nوسطر \"مقتبس\""), Table.cells(got.payloads().get(0), ','));
    assertEquals('\t', Table.delimiter("title\ttext"));
    assertEquals(1, Gathered.of("a.tsv", "title\ttext\nا\tب").records.size());
  }

  @Test
  void oneBrokenGzipMemberCostsItsRecordsOnly() {
    byte[] one = gzip(utf8("{\"a\":1}\n"));
    byte[] two = gzip(utf8("{\"b\":2}\n{\"b\":3}\n"));
    byte[] three = gzip(utf8("{\"c\":4}\n"));
    for (int at = 0; at < two.length; at++) {
      byte[] bad = two.clone();
      bad[at] ^= 0x55;
      Gathered got = Gathered.of("a.jsonl.gz", join(one, bad, three));
      boolean harmless = at >= 3 && at <= 9;
      if (!harmless || !got.rejects.isEmpty()) {
        assertEquals(List.of("{\"a\":1}", "{\"c\":4}"), got.payloads(), "byte " + at);
        assertEquals(1, got.rejects.size(), "byte " + at);
        assertEquals("corrupt_gzip", got.rejects.get(0).reason());
        assertTrue(got.rejects.get(0).message().contains("at byte " + one.length), got.rejects.get(0).message());
        assertEquals(8, got.rejects.get(0).recordOffset());
      }
    }
  }

  @Test
  void aCutGzipFileGivesWhatStandsBeforeTheCut() {
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < 2000; i++) {
      lines.append("{\"text\":\"").append(Long.toString(i * 7919L * 104729L, 36)).append("\"}\n");
    }
    byte[] whole = gzip(utf8(lines.toString()));
    Gathered got = Gathered.of("a.jsonl.gz", Arrays.copyOf(whole, whole.length / 2));
    assertTrue(got.records.size() > 500 && got.records.size() < 2000);
    assertEquals(List.of("truncated"), got.reasons());
    assertEquals(got.records.size(), got.rejects.get(0).recordIndex());
    assertEquals(lines.toString().startsWith(String.join("\n", got.payloads())), true);
    assertEquals(List.of("truncated"), Gathered.of("a.txt.gz", Arrays.copyOf(whole, whole.length - 4)).reasons());
    assertTrue(Gathered.of("a.txt.gz", Arrays.copyOf(whole, whole.length - 4)).records.isEmpty());
  }

  @Test
  void zerosAfterTheLastMemberArePadding() {
    Gathered got = Gathered.of("a.jsonl.gz", join(gzip(utf8("{\"a\":1}\n")), new byte[700]));
    assertEquals(1, got.records.size());
    assertTrue(got.rejects.isEmpty());
  }

  @Test
  void entriesOfOneNameAreRecordsOfTheirOwn() {
    byte[] tar = tar("x.txt", utf8(PAGE), "x.txt", utf8(PAGE), "y.txt", utf8(PAGE), "x.txt", utf8(PAGE));
    assertEquals(
        List.of("in/a.tar!/x.txt", "in/a.tar!/x.txt#2", "in/a.tar!/y.txt", "in/a.tar!/x.txt#3"),
        Gathered.of("a.tar", tar).records.stream().map(RawRecord::sourceUri).toList());
  }
}
