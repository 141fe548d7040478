package io.khabar.bench;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdInputStream;
import io.khabar.decode.DecodeConfig;
import io.khabar.decode.PageDecoder;
import io.khabar.lane.Rejection;
import io.khabar.model.Format;
import io.khabar.model.RawRecord;
import io.khabar.model.Reject;
import io.khabar.model.Skip;
import io.khabar.pipeline.Arguments;
import io.khabar.pipeline.UsageException;
import io.khabar.read.FileOpener;
import io.khabar.read.InputFile;
import io.khabar.read.InputFiles;
import io.khabar.read.ReadConfig;
import io.khabar.read.RecordReader;
import io.khabar.read.RecordSink;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorInputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorOutputStream;
import org.jsoup.Jsoup;

/**
 * CPU time of one thread for decoding and rendering HTML pages beside jsoup's bare parse of the same strings, and for reading each container beside the bare
 * decompression of the same bytes. Rounds of both alternate, and the median of their ratios is told, for neighbours make any machine slow at times.
 */
final class DecodeBench {
  private static final int WARM_UP = 3;
  private static final int WARM_PAGES = 3_000;
  private static final int CONTENT = 24 << 20;
  private static final int MEMBER = 64 << 10;

  private DecodeBench() {}

  private interface Work {
    long run() throws IOException;
  }

  static void run(String[] args, PrintStream out) throws IOException {
    Arguments arguments = Arguments.of("bench decode", args, Set.of("input", "rounds"));
    int rounds = rounds(arguments.get("rounds"));
    List<RawRecord> records = new ArrayList<>();
    for (InputFile file : inputs(arguments.require("bench decode", "input", "PATHS"))) {
      try (InputStream in = FileOpener.local().open(file)) {
        records.addAll(AllRecords.of(file, in));
      }
    }
    List<RawRecord> pages = records.stream().filter(r -> r.format() == Format.HTML && decodes(r)).toList();
    if (records.isEmpty()) {
      throw new UsageException("--input holds no page");
    }
    if (!pages.isEmpty()) {
      html(pages, rounds, out);
    }
    containers(records, rounds, out);
  }

  private static int rounds(String value) {
    if (value == null) {
      return 9;
    }
    if (!value.matches("[1-9][0-9]{0,3}")) {
      throw new UsageException("--rounds must be a number from 1, not " + value);
    }
    return Integer.parseInt(value);
  }

  private static List<InputFile> inputs(String paths) {
    try {
      return InputFiles.expand(paths);
    } catch (IllegalArgumentException e) {
      throw new UsageException(e.getMessage());
    }
  }

  private static boolean decodes(RawRecord record) {
    try {
      return !new PageDecoder(DecodeConfig.defaults()).decode(record).text().isEmpty();
    } catch (Rejection e) {
      return false;
    }
  }

  private static void html(List<RawRecord> pages, int rounds, PrintStream out) throws IOException {
    long bytes = pages.stream().mapToLong(r -> r.payload().length).sum();
    PageDecoder decoder = new PageDecoder(DecodeConfig.defaults());
    // pages of this bench are UTF-8 or near it: jsoup gets its string for nothing but the conversion
    Work bare = () -> {
      long n = 0;
      for (RawRecord r : pages) {
        n += Jsoup.parse(new String(r.payload(), StandardCharsets.UTF_8)).childNodeSize();
      }
      return n;
    };
    Work text = () -> {
      long n = 0;
      for (RawRecord r : pages) {
        n += Jsoup.parse(new String(r.payload(), StandardCharsets.UTF_8)).text().length();
      }
      return n;
    };
    Work ours = () -> {
      long n = 0;
      for (RawRecord r : pages) {
        n += decoder.decode(r).text().length();
      }
      return n;
    };
    int times = (int) Math.max(1, 4_000_000 / Math.max(1, bytes));
    // code that is compiled at last is what a dump of a million pages runs on
    int warmUp = (int) Math.max(WARM_UP, WARM_PAGES / Math.max(1, (long) times * pages.size()));
    double[] withText = compare(text, bare, rounds, times, warmUp);
    double[] decode = compare(ours, bare, rounds, times, warmUp);
    out.printf(Locale.ROOT, "%d HTML pages, %.1f kB each%n", pages.size(), bytes / 1e3 / pages.size());
    out.printf(Locale.ROOT, "  %-34s %8.0f pages/s and core%n", "jsoup's bare parse", pages.size() / decode[1]);
    out.printf(Locale.ROOT, "  %-34s %8.0f pages/s and core, %.2f of the bare parse%n", "jsoup's parse and text()", pages.size() / withText[0], withText[2]);
    out.printf(Locale.ROOT, "  %-34s %8.0f pages/s and core, %.2f of the bare parse%n", "khabar's decode and render", pages.size() / decode[0], decode[2]);
  }

  /** Seconds a run of the one, of the other, and the median ratio. */
  private static double[] compare(Work one, Work other, int rounds, int times, int warmUp) throws IOException {
    double[] a = new double[rounds];
    double[] b = new double[rounds];
    double[] ratio = new double[rounds];
    for (int i = -warmUp; i < rounds; i++) {
      double x = seconds(one, times);
      double y = seconds(other, times);
      if (i >= 0) {
        a[i] = x;
        b[i] = y;
        ratio[i] = x / y;
      }
    }
    return new double[] {median(a), median(b), median(ratio)};
  }

  private static double median(double[] values) {
    double[] sorted = values.clone();
    java.util.Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }

  private static double seconds(Work work, int times) throws IOException {
    long before = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    long sum = 0;
    for (int i = 0; i < times; i++) {
      sum += work.run();
    }
    if (sum < 0) {
      throw new IllegalStateException("no work was done");
    }
    return (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - before) / 1e9 / times;
  }

  private static void containers(List<RawRecord> records, int rounds, PrintStream out) throws IOException {
    Content content = content(records);
    Map<String, byte[]> dumps = new LinkedHashMap<>();
    dumps.put("dump.jsonl", content.lines);
    dumps.put("dump.jsonl.gz", gzip(content.lines));
    dumps.put("dump.jsonl.bz2", bzip2(content.lines));
    dumps.put("dump.jsonl.zst", Zstd.compress(content.lines));
    dumps.put("dump.jsonl.zip", zip(content.lines));
    dumps.put("dump.tar.gz", gzip(content.tar));
    dumps.put("dump.warc", content.warc);
    dumps.put("dump.warc.gz", content.warcMembers);
    out.printf(Locale.ROOT, "%nreading, %.0f MB of content a container, one thread's CPU time%n", content.lines.length / 1e6);
    out.printf(Locale.ROOT, "  %-16s %9s %16s %18s %8s%n", "container", "records", "khabar, MB/s", "bare bytes, MB/s", "ratio");
    for (Map.Entry<String, byte[]> dump : dumps.entrySet()) {
      String name = dump.getKey();
      byte[] bytes = dump.getValue();
      InputFile file = new InputFile(name, name, bytes.length);
      Counter counter = new Counter();
      Work ours = () -> {
        counter.records = 0;
        new RecordReader(ReadConfig.defaults()).read(file, new ByteArrayInputStream(bytes), counter);
        return counter.records;
      };
      double[] times = compare(ours, () -> bare(name, bytes), Math.min(rounds, 5), 1, WARM_UP);
      double size = (name.contains("warc") ? content.warc.length : name.contains("tar") ? content.tar.length : content.lines.length) / 1e6;
      out.printf(Locale.ROOT, "  %-16s %9d %16.0f %18.0f %8.2f%n", name, counter.records, size / times[0], size / times[1], times[2]);
    }
  }

  /** The bytes as a program gets them that looks at none of them. */
  private static long bare(String name, byte[] bytes) throws IOException {
    InputStream raw = new ByteArrayInputStream(bytes);
    if (name.endsWith(".zip")) {
      try (ZipInputStream zip = new ZipInputStream(raw)) {
        zip.getNextEntry();
        return drain(zip);
      }
    }
    if (name.endsWith(".tar.gz")) {
      try (TarArchiveInputStream tar = new TarArchiveInputStream(new GZIPInputStream(raw, MEMBER))) {
        long sum = 0;
        while (tar.getNextEntry() != null) {
          sum += drain(tar);
        }
        return sum;
      }
    }
    InputStream in =
        name.endsWith(".gz") ? new GZIPInputStream(raw, MEMBER) : name.endsWith(".bz2") ? new BZip2CompressorInputStream(raw, true) : name.endsWith(".zst") ? new ZstdInputStream(raw) : raw;
    return drain(in);
  }

  private static long drain(InputStream in) throws IOException {
    byte[] chunk = new byte[MEMBER];
    long sum = 0;
    for (int n = in.read(chunk); n >= 0; n = in.read(chunk)) {
      sum += n;
    }
    return sum;
  }

  /** The same pages as lines, as files of a tar and as WARC records, plain and in a gzip member each. */
  private record Content(byte[] lines, byte[] tar, byte[] warc, byte[] warcMembers) {}

  private static Content content(List<RawRecord> records) throws IOException {
    com.fasterxml.jackson.databind.ObjectMapper json = new com.fasterxml.jackson.databind.ObjectMapper();
    ByteArrayOutputStream lines = new ByteArrayOutputStream();
    ByteArrayOutputStream tarBytes = new ByteArrayOutputStream();
    ByteArrayOutputStream warc = new ByteArrayOutputStream();
    ByteArrayOutputStream members = new ByteArrayOutputStream();
    TarArchiveOutputStream tar = new TarArchiveOutputStream(tarBytes, "UTF-8");
    for (int i = 0; lines.size() < CONTENT; i++) {
      byte[] payload = records.get(i % records.size()).payload();
      lines.write(json.writeValueAsBytes(Map.of("id", i, "html", new String(payload, StandardCharsets.UTF_8))));
      lines.write('\n');
      TarArchiveEntry entry = new TarArchiveEntry(i + ".html");
      entry.setSize(payload.length);
      tar.putArchiveEntry(entry);
      tar.write(payload);
      tar.closeArchiveEntry();
      byte[] head = ("HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n").getBytes(StandardCharsets.UTF_8);
      ByteArrayOutputStream one = new ByteArrayOutputStream();
      one.writeBytes(
          ("WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:" + new java.util.UUID(0, i) + ">\r\nWARC-Date: 2024-06-26T10:00:00Z\r\nWARC-Target-URI: http://pages.test/" + i
                  + "\r\nContent-Type: application/http;msgtype=response\r\nContent-Length: " + (head.length + payload.length) + "\r\n\r\n")
              .getBytes(StandardCharsets.UTF_8));
      one.writeBytes(head);
      one.writeBytes(payload);
      one.writeBytes("\r\n\r\n".getBytes(StandardCharsets.UTF_8));
      warc.writeBytes(one.toByteArray());
      members.writeBytes(gzip(one.toByteArray()));
    }
    tar.close();
    return new Content(lines.toByteArray(), tarBytes.toByteArray(), warc.toByteArray(), members.toByteArray());
  }

  private static byte[] gzip(byte[] bytes) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (OutputStream zip = new GZIPOutputStream(out, MEMBER)) {
      zip.write(bytes);
    }
    return out.toByteArray();
  }

  private static byte[] bzip2(byte[] bytes) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (OutputStream zip = new BZip2CompressorOutputStream(out)) {
      zip.write(bytes);
    }
    return out.toByteArray();
  }

  private static byte[] zip(byte[] bytes) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      zip.putNextEntry(new ZipEntry("dump.jsonl"));
      zip.write(bytes);
      zip.closeEntry();
    }
    return out.toByteArray();
  }

  private static final class Counter implements RecordSink {
    long records;

    @Override
    public void record(RawRecord record) {
      records++;
    }

    @Override
    public void reject(Reject reject) {}

    @Override
    public void skip(Skip skip) {}
  }
}
