package io.khabar.read;

import static io.khabar.read.Dumps.gzip;
import static io.khabar.read.Dumps.join;
import static io.khabar.read.Dumps.response;
import static io.khabar.read.Dumps.utf8;
import static io.khabar.read.Dumps.warc;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.khabar.model.Format;
import io.khabar.model.RawRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.api.Test;

class WebArchiveTest {
  private static final byte[] INFO = warc("warcinfo", null, "application/warc-fields", utf8("software: test\r\n"));
  private static final byte[] HTML = utf8("<html><p>خبر من الأرشيف</html>");

  private static byte[] page(String url) {
    return warc("response", url, "application/http;msgtype=response", response("200 OK", "Content-Type: text/html; charset=windows-1256\r\nContent-Length: " + HTML.length + "\r\n", HTML));
  }

  private static byte[] other(String status, String type) {
    return warc("response", "http://a.test/x", "application/http", response(status, "Content-Type: " + type + "\r\n", utf8("x")));
  }

  @Test
  void pagesAreRecordsAndTheRestIsSkippedWithItsReason() {
    byte[] request = warc("request", "http://a.test/1", "application/http", utf8("GET / HTTP/1.0\r\n\r\n"));
    byte[] before = join(INFO, request);
    Gathered got = Gathered.of("a.warc", join(before, page("http://a.test/خبر 1"), other("404 Not Found", "text/html"), other("200 OK", "image/png"), page("http://a.test/2")));
    assertEquals(List.of("http://a.test/خبر 1", "http://a.test/2"), got.records.stream().map(RawRecord::url).toList());
    RawRecord r = got.records.get(0);
    assertEquals(new String(HTML, java.nio.charset.StandardCharsets.UTF_8), got.payloads().get(0));
    assertEquals("2 " + before.length + " HTML windows-1256 2024-06-26T10:00:00Z", r.index() + " " + r.offset() + " " + r.format() + " " + r.declaredCharset() + " " + r.fetchedAt());
    assertEquals(List.of("warc_warcinfo", "warc_request", "http_status", "media_type"), got.skips.stream().map(s -> s.reason()).toList());
    assertTrue(got.rejects.isEmpty());
  }

  @Test
  void bodiesAreUnchunkedAndUnpacked() {
    byte[] packed = gzip(HTML);
    byte[] chunked = join(utf8(Integer.toHexString(packed.length) + "\r\n"), packed, utf8("\r\n0\r\n\r\n"));
    byte[] record = warc("response", "http://a.test/", "application/http", response("200 OK", "Content-Type: text/html\r\nTransfer-Encoding: chunked\r\nContent-Encoding: gzip\r\n", chunked));
    assertEquals(List.of(new String(HTML, java.nio.charset.StandardCharsets.UTF_8)), Gathered.of("a.warc", record).payloads());
  }

  @Test
  void wetTextIsText() {
    Gathered got = Gathered.of("a.warc.wet.gz", join(gzip(INFO), gzip(warc("conversion", "http://a.test/", "text/plain", utf8("نص الصفحة")))));
    assertEquals(Format.TEXT, got.records.get(0).format());
    assertEquals(List.of("نص الصفحة"), got.payloads());
  }

  @Test
  void aBrokenRecordCostsItself() {
    byte[] one = page("http://a.test/1");
    byte[] three = page("http://a.test/3");
    String text = new String(page("http://a.test/2"), java.nio.charset.StandardCharsets.ISO_8859_1);
    String length = "Content-Length: " + (text.length() - text.indexOf("\r\n\r\n") - 8);
    for (String wrong : new String[] {text.replaceFirst(length, "Content-Length: 20"), text.replaceFirst(length, "Content-Length: 400"), text.replaceFirst(length, "Content-Length: x"), text.replaceFirst(length + "\r\n", ""), text.replaceFirst("WARC/", "WRAC/")}) {
      Gathered got = Gathered.of("a.warc", join(one, wrong.getBytes(java.nio.charset.StandardCharsets.ISO_8859_1), three));
      assertEquals(List.of("http://a.test/1", "http://a.test/3"), got.records.stream().map(RawRecord::url).toList(), wrong);
      assertEquals(List.of("corrupt_warc"), got.reasons());
      assertEquals(one.length, got.rejects.get(0).recordOffset());
      assertEquals(1, got.rejects.get(0).recordIndex());
      assertEquals(2, got.records.get(1).index());
    }
  }

  @Test
  void aRecordOverTheBoundCostsItself() {
    byte[] big = warc("response", "http://a.test/", "application/http", response("200 OK", "Content-Type: text/html\r\n", new byte[5000]));
    Gathered got = Gathered.of("a.warc", join(big, page("http://a.test/2")), ReadConfig.defaults().withMaxRecordBytes(1000));
    assertEquals(List.of("too_large"), got.reasons());
    assertEquals(1, got.records.size());
  }

  @Test
  void oneBrokenMemberInTenThousandCostsOneRow() {
    byte[] good = gzip(page("http://a.test/1"));
    byte[] bad = good.clone();
    bad[good.length / 2] ^= 1;
    byte[][] parts = new byte[10_000][];
    Arrays.fill(parts, good);
    parts[5_000] = bad;
    Gathered got = Gathered.of("a.warc.gz", join(parts));
    assertEquals(9_999, got.records.size());
    assertEquals(List.of("corrupt_gzip"), got.reasons());
    assertTrue(got.rejects.get(0).message().contains("at byte " + 5_000L * good.length));
  }

  @Test
  void arcRecordsAreReadWithBlanksInTheirUrls() {
    byte[] body = response("200 OK", "Content-Type: text/html\r\n", HTML);
    String info = "1 0 Test\nURL IP-address Archive-date Content-type Archive-length\n";
    byte[] arc =
        join(utf8("filedesc://a.arc 127.0.0.1 20240626100000 text/plain " + info.length() + "\n" + info + "\nhttp://a.test/a b 127.0.0.1 20240626100000 text/html " + body.length + "\n"), body, utf8("\n"));
    Gathered got = Gathered.of("a.arc", arc);
    assertEquals("http://a.test/a b 2024-06-26T10:00:00Z", got.records.get(0).url() + " " + got.records.get(0).fetchedAt());
    assertEquals("arc_filedesc", got.skips.get(0).reason());
  }

  /** Records, rejects and skips of real files; members and record types were counted with a reader of its own in Python (zlib, WARC-Type lines). */
  @ParameterizedTest
  @CsvSource({
    "bad.arc, 1, 3, 0",
    "example-bad-non-chunked.warc.gz, 1, 0, 5",
    "example-bad.warc.gz.bad, 1, 0, 5",
    "example-digest.warc, 0, 0, 4",
    "example-iana.org-chunked.warc, 1, 0, 2",
    "example-resource.warc.gz, 1, 0, 2",
    "example-space-in-target-uri.warc.gz, 0, 0, 2",
    "example-space-in-url.arc, 1, 0, 1",
    "example-trunc.warc, 0, 1, 3",
    "example-wget-bad-target-uri.warc.gz, 1, 0, 5",
    "example-wrong-chunks.warc.gz, 1, 0, 1",
    "example.arc, 1, 0, 1",
    "example.arc.gz, 1, 0, 1",
    "example.warc, 1, 0, 5",
    "example.warc.gz, 1, 0, 5",
    "post-test.warc.gz, 0, 0, 6",
    "whirlwind.warc.wet.gz, 1, 0, 1",
  })
  void realFilesAreAccountedFor(String name, int records, int rejects, int skips) throws IOException {
    Path file = Shared.dir("eval/warc").resolve(name);
    Assumptions.assumeTrue(Files.exists(file));
    Gathered got = Gathered.of(name, Files.readAllBytes(file));
    assertEquals(records + " " + rejects + " " + skips, got.records.size() + " " + got.rejects.size() + " " + got.skips.size(), got.rejects.stream().map(r -> r.message()).toList().toString());
  }
}
