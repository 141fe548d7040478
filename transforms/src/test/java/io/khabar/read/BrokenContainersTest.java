package io.khabar.read;

import static io.khabar.read.Dumps.bzip2;
import static io.khabar.read.Dumps.gzip;
import static io.khabar.read.Dumps.join;
import static io.khabar.read.Dumps.tar;
import static io.khabar.read.Dumps.utf8;
import static io.khabar.read.Dumps.warc;
import static io.khabar.read.Dumps.zip;
import static io.khabar.read.Dumps.zstd;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.khabar.model.Format;
import io.khabar.text.Ids;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Files whose name says what they are and whose first bytes do not. */
class BrokenContainersTest {
  private static final byte[] PAGE = utf8("خبر\n\nنص الخبر.");

  private static byte[] damaged(byte[] bytes, int... at) {
    byte[] damaged = bytes.clone();
    for (int i : at) {
      damaged[i] = 0;
    }
    return damaged;
  }

  private static void assertReject(String reason, String name, byte[] bytes) {
    Gathered got = Gathered.of(name, bytes);
    assertTrue(got.reasons().contains(reason), name + " " + got.reasons());
    assertTrue(got.skips.isEmpty(), name);
  }

  @Test
  void aDamagedBeginningIsARejectAndNoSkip() {
    for (String name : new String[] {"a.jsonl.gz", "a.GZ", "a.tgz"}) {
      assertReject("corrupt_gzip", name, damaged(gzip(PAGE), 0));
    }
    assertReject("corrupt_bzip2", "a.txt.bz2", damaged(bzip2(PAGE), 0));
    assertReject("corrupt_zstd", "a.txt.zst", damaged(zstd(PAGE), 0));
    assertReject("corrupt_zip", "a.zip", damaged(zip("1.txt", PAGE), 0));
    assertReject("corrupt_tar", "a.tar", damaged(tar("1.txt", PAGE), 0, 257));
    assertReject("corrupt_warc", "a.warc", damaged(warc("resource", "https://e.example/1", "text/plain", PAGE), 0));
    assertReject("corrupt_arc", "a.arc", damaged(utf8("filedesc://a.arc 0.0.0.0 20240626000000 text/plain 3\n1 0\n"), 0));
    assertReject("corrupt_zip", "a.zip", PAGE);
    assertReject("corrupt_gzip", "dump.gz", PAGE);
  }

  @Test
  void whatStandsBehindTheDamageIsRead() {
    Object[] two = {"1.txt", PAGE, "2.txt", PAGE};
    byte[] record = warc("resource", "https://e.example/1", "text/plain", PAGE);
    assertEquals(1, Gathered.of("a.zip", damaged(zip(two), 0)).records.size());
    assertEquals(1, Gathered.of("a.tar", damaged(tar(two), 0, 257)).records.size());
    assertEquals(1, Gathered.of("a.warc", damaged(join(record, record), 0)).records.size());
    assertEquals(1, Gathered.of("a.jsonl.gz", damaged(join(gzip(utf8("{\"a\":1}\n")), gzip(utf8("{\"a\":2}\n"))), 0)).records.size());
    Gathered prefixed = Gathered.of("a.zip", join(utf8("junk before the archive, longer than a header"), zip(two)));
    assertEquals(2, prefixed.records.size());
    assertTrue(prefixed.rejects.isEmpty(), "programs that unpack themselves are such files");
  }

  @Test
  void aFileThatWasUnpackedAndKeptItsNameIsWhatItsNameSaysInside() {
    for (String name : new String[] {"a.txt.gz", "a.txt.bz2", "a.txt.zst"}) {
      Gathered got = Gathered.of(name, PAGE);
      assertEquals(List.of("خبر\n\nنص الخبر."), got.payloads(), name);
      assertTrue(got.rejects.isEmpty(), name);
      assertEquals(Format.TEXT, got.records.get(0).format());
    }
    assertEquals(2, Gathered.of("a.jsonl.gz", utf8("{\"text\":\"ا\"}\n{\"text\":\"ب\"}\n")).records.size());
    assertEquals(Format.HTML, Gathered.of("a.zip", utf8("<!DOCTYPE html><p>404")).records.get(0).format());
  }

  @Test
  void aCutPageKeepsWhatCouldBeUnpacked() {
    for (int words : new int[] {60, 3000}) {
      StringBuilder text = new StringBuilder();
      for (int i = 0; i < words; i++) {
        text.append(Long.toString(i * 7919L * 104729L, 36)).append(i % 9 == 0 ? "\n" : " ");
      }
      byte[] page = utf8(text.toString());
      byte[] packed = gzip(page);
      Gathered got = Gathered.of("a.txt.gz", Arrays.copyOf(packed, packed.length * 3 / 4));
      assertEquals(List.of("truncated"), got.reasons());
      byte[] kept = got.rejects.get(0).payload();
      assertTrue(kept.length > page.length / 2 && kept.length < page.length, kept.length + " of " + page.length + " bytes");
      assertEquals(-1, Arrays.mismatch(kept, Arrays.copyOf(page, kept.length)));
      assertEquals(Ids.sha256Hex(kept), got.rejects.get(0).payloadSha256());
    }
  }

  @Test
  void aCutInTheFirstBlockOfBzip2IsACut() {
    byte[] packed = bzip2(PAGE);
    for (int left : new int[] {packed.length / 2, packed.length * 3 / 4}) {
      assertEquals(List.of("truncated"), Gathered.of("a.txt.bz2", Arrays.copyOf(packed, left)).reasons());
    }
  }

  @Test
  void aBreakBetweenRecordsIsARow() {
    byte[] record = warc("resource", "https://e.example/1", "text/plain", PAGE);
    byte[] table = utf8("title,text\nعنوان,نص\n");
    byte[] array = utf8("[{\"text\":\"ا\"},");
    for (int cut : new int[] {0, 4, 40}) {
      byte[] records = gzip(join(record, Arrays.copyOf(record, cut)));
      assertEquals(List.of("truncated"), Gathered.of("a.warc.gz", Arrays.copyOf(records, records.length - 8)).reasons(), "cut " + cut);
    }
    byte[] rows = gzip(table);
    assertEquals(List.of("truncated"), Gathered.of("a.csv.gz", Arrays.copyOf(rows, rows.length - 8)).reasons());
    byte[] elements = gzip(array);
    assertEquals(List.of("truncated"), Gathered.of("a.json.gz", Arrays.copyOf(elements, elements.length - 8)).reasons());
  }
}
