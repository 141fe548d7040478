package io.khabar.decode;

import io.khabar.model.Format;
import io.khabar.model.Page;
import io.khabar.model.RawRecord;
import io.khabar.model.Reject;
import io.khabar.model.Skip;
import io.khabar.read.FileOpener;
import io.khabar.read.InputFile;
import io.khabar.read.InputFiles;
import io.khabar.read.ReadConfig;
import io.khabar.read.RecordReader;
import io.khabar.read.RecordSink;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jsoup.Jsoup;

/**
 * CPU time of decoding as a ratio of what cannot be avoided: of a file of articles against bare decompression and UTF-8, of a folder of HTML pages against
 * jsoup's bare parse. A program, not a test: {@code java ... io.khabar.decode.DecodeBench FILE_OR_FOLDER ROUNDS}.
 */
public final class DecodeBench {
  private DecodeBench() {}

  private interface Work {
    long run() throws Exception;
  }

  /** Prints the figures. */
  public static void main(String[] args) throws Exception {
    List<RawRecord> records = new ArrayList<>();
    List<byte[]> files = new ArrayList<>();
    List<InputFile> inputs = InputFiles.expand(args[0]);
    for (InputFile file : inputs) {
      try (InputStream in = FileOpener.local().open(file)) {
        byte[] bytes = in.readAllBytes();
        files.add(bytes);
        read(file, bytes, records);
      }
    }
    int rounds = Integer.parseInt(args[1]);
    PageDecoder decoder = new PageDecoder(DecodeConfig.defaults());
    boolean html = records.get(0).format() == Format.HTML;
    for (int i = 0; i < 3; i++) {
      double bare =
          html
              ? time(rounds, () -> { long n = 0; for (RawRecord r : records) { n += Jsoup.parse(new String(r.payload(), StandardCharsets.UTF_8)).childNodeSize(); } return n; })
              : time(rounds, () -> { long n = 0; for (RawRecord r : records) { n += JsonPage.MAPPER.readTree(r.payload()).size(); } return n; });
      double ours = time(rounds, () -> { long n = 0; for (RawRecord r : records) { Page p = decoder.decode(r); n += p.text().length(); } return n; });
      System.out.println(String.format(Locale.ROOT, "%d records: bare parse %.3f ms, decode %.3f ms a record, ratio %.2f", records.size(), bare / records.size(), ours / records.size(), ours / bare));
      double read = time(rounds, () -> { List<RawRecord> out = new ArrayList<>(); for (int k = 0; k < files.size(); k++) { read(inputs.get(k), files.get(k), out); } return out.size(); });
      double raw = time(rounds, () -> { long n = 0; for (byte[] f : files) { boolean gz = f[0] == 0x1F; try (InputStream in = gz ? new java.util.zip.GZIPInputStream(new ByteArrayInputStream(f), 1 << 16) : new ByteArrayInputStream(f)) { n += in.readAllBytes().length; } } return n; });
      System.out.println(String.format(Locale.ROOT, "reading: bare bytes %.1f ms, records %.1f ms, ratio %.2f", raw, read, read / raw));
    }
  }

  private static void read(InputFile file, byte[] bytes, List<RawRecord> out) {
    new RecordReader(ReadConfig.defaults())
        .read(
            file,
            new ByteArrayInputStream(bytes),
            new RecordSink() {
              @Override
              public void record(RawRecord record) {
                out.add(record);
              }

              @Override
              public void reject(Reject reject) {}

              @Override
              public void skip(Skip skip) {}
            });
  }

  private static double time(int rounds, Work work) throws Exception {
    long sum = work.run();
    long before = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    for (int i = 0; i < rounds; i++) {
      sum += work.run();
    }
    if (sum == 42) {
      System.out.println();
    }
    return (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - before) / 1e6 / rounds;
  }
}
