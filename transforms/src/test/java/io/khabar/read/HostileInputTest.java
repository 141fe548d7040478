package io.khabar.read;

import static io.khabar.read.Dumps.bzip2;
import static io.khabar.read.Dumps.gzip;
import static io.khabar.read.Dumps.join;
import static io.khabar.read.Dumps.tar;
import static io.khabar.read.Dumps.utf8;
import static io.khabar.read.Dumps.zip;
import static io.khabar.read.Dumps.zstd;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.khabar.text.Ids;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class HostileInputTest {
  private static final ReadConfig SMALL = ReadConfig.defaults().withMaxRecordBytes(1000);

  @Test
  void aLineOverTheBoundIsARejectAndTheNextOneIsRead() {
    String huge = "{\"text\":\"" + "ا".repeat(5000) + "\"}";
    Gathered got = Gathered.of("a.jsonl", utf8(huge + "\n{\"text\":\"قصير\"}\n"), SMALL);
    assertEquals(List.of("{\"text\":\"قصير\"}"), got.payloads());
    assertEquals(1, got.records.get(0).index());
    assertEquals(List.of("too_large"), got.reasons());
    assertEquals(Ids.sha256Hex(utf8(huge + "\n")), got.rejects.get(0).payloadSha256());
    assertEquals(0, got.rejects.get(0).recordIndex());
  }

  @Test
  void anElementOverTheBoundIsARejectAndTheNextOneIsRead() {
    String huge = "{\"text\":\"" + "ا".repeat(5000) + "\"}";
    Gathered got = Gathered.of("a.json", utf8("[" + huge + ",{\"text\":\"قصير\"}]"), SMALL);
    assertEquals(List.of("{\"text\":\"قصير\"}"), got.payloads());
    assertEquals(Ids.sha256Hex(utf8(huge)), got.rejects.get(0).payloadSha256());
  }

  @Test
  void aFileOverTheBoundIsAReject() {
    Gathered got = Gathered.of("a.txt", new byte[100_000], SMALL);
    assertEquals(List.of("too_large"), got.reasons());
    assertEquals(64 * 1024, got.rejects.get(0).payload().length);
  }

  @Test
  void aZipBombIsAReject() {
    byte[] zeros = new byte[17 << 20];
    ReadConfig config = ReadConfig.defaults().withMaxExpansionRatio(100).withMaxRecordBytes(100 << 20);
    for (byte[] bomb : List.of(gzip(zeros), bzip2(zeros), zstd(zeros), zip("a.txt", zeros))) {
      Gathered got = Gathered.of("a.txt", bomb, config);
      assertEquals(List.of("expansion_ratio"), got.reasons());
      assertTrue(got.records.isEmpty());
    }
  }

  @Test
  void afterABombInAnArchiveTheNextEntryIsRead() {
    ReadConfig config = ReadConfig.defaults().withMaxExpansionRatio(100).withMaxRecordBytes(100 << 20);
    Gathered got = Gathered.of("a.zip", zip("a.txt", new byte[17 << 20], "b.txt", utf8("خبر")), config);
    assertEquals(List.of("خبر"), got.payloads());
    assertEquals(List.of("expansion_ratio"), got.reasons());
  }

  @Test
  void archivesInArchivesUnpackNoMoreThanTheirFileMay() {
    byte[] leaf = zip("a.txt", new byte[15 << 20]);
    Object[] entries = new Object[40];
    for (int i = 0; i < entries.length; i += 2) {
      entries[i] = i + ".zip";
      entries[i + 1] = leaf;
    }
    byte[] bomb = zip("inner.zip", zip(entries));
    Gathered got = Gathered.of("bomb.zip", bomb, ReadConfig.defaults().withMaxRecordBytes(1 << 20).withMaxExpansionRatio(1));
    long whole = got.reasons().stream().filter("too_large"::equals).count();
    assertEquals(Expansion.FREE / (15 << 20), whole, got.reasons().toString());
    assertTrue(got.reasons().contains("expansion_ratio"));
    assertTrue(got.records.isEmpty());
  }

  @Test
  void archivesInArchivesEndAtTheBound() {
    byte[] nested = utf8("خبر");
    for (int i = 0; i < 8; i++) {
      nested = zip("a" + (i == 0 ? ".txt" : ".zip"), nested);
    }
    Gathered got = Gathered.of("a.zip", nested);
    assertEquals(List.of("too_nested"), got.reasons());
    assertTrue(got.records.isEmpty());
    byte[] packed = utf8("خبر");
    for (int i = 0; i < 8; i++) {
      packed = gzip(packed);
    }
    assertEquals(List.of("too_nested"), Gathered.of("a.txt.gz", packed).reasons());
  }

  @Test
  void entriesOverTheBoundAreOneReject() {
    Object[] entries = new Object[20];
    for (int i = 0; i < 20; i += 2) {
      entries[i] = i + ".txt";
      entries[i + 1] = utf8("خبر");
    }
    for (byte[] archive : List.of(zip(entries), tar(entries))) {
      Gathered got = Gathered.of("a", archive, ReadConfig.defaults().withMaxEntries(4));
      assertEquals(4, got.records.size());
      assertEquals(List.of("too_many_entries"), got.reasons());
    }
  }

  @Test
  void namesThatLeadOutAreOnlyNames() {
    Gathered got = Gathered.of("a.zip", zip("../../etc/passwd.txt", utf8("خبر")));
    assertEquals("in/a.zip!/../../etc/passwd.txt", got.records.get(0).sourceUri());
  }

  @Test
  void jsonOfAnyDepthIsOneRecord() {
    String deep = "[".repeat(200_000) + "]".repeat(200_000);
    Gathered got = Gathered.of("a.json", "{\"text\":" + deep + "}");
    assertEquals(1, got.records.size());
  }

  @Test
  void anythingIsAccountedForAndNothingThrows() {
    Random random = new Random(5);
    byte[] lines = utf8("{\"text\":\"خبر أول\"}\n{\"text\":\"خبر ثان\"}\n");
    byte[] page = Dumps.warc("response", "http://a.test/", "application/http", Dumps.response("200 OK", "Content-Type: text/html\r\n", utf8("<html>خبر")));
    String[] names = {"a.jsonl", "a.json", "a.csv", "a.txt", "a.html", "a.warc", "a.zip", "x"};
    List<byte[]> seeds =
        List.of(lines, gzip(lines), bzip2(lines), zstd(lines), zip("a.jsonl", lines, "b.txt", lines), tar("a.jsonl", lines, "b.txt", lines), join(page, page), gzip(page));
    for (byte[] seed : seeds) {
      for (int i = 0; i < 150; i++) {
        byte[] bytes = seed.clone();
        for (int k = 0; k <= i % 4; k++) {
          bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
        }
        if (i % 3 == 0) {
          bytes = Arrays.copyOf(bytes, random.nextInt(bytes.length) + 1);
        }
        Gathered got = Gathered.of(names[i % names.length], bytes);
        assertTrue(got.records.size() + got.rejects.size() + got.skips.size() > 0, names[i % names.length] + " " + HexFormat.of().formatHex(bytes));
        got.rejects.forEach(r -> assertTrue(!r.reason().equals("failed"), r.message()));
      }
    }
  }
}
