package io.khabar.read;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.khabar.decode.DecodeConfig;
import io.khabar.decode.DecodePages;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.StreamSupport;
import java.util.zip.GZIPOutputStream;
import org.apache.beam.sdk.options.PipelineOptionsFactory;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.testing.PAssert;
import org.apache.beam.sdk.values.PCollectionTuple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReadRecordsTest {
  @TempDir Path dir;

  private static Pipeline pipeline() {
    return Pipeline.create(PipelineOptionsFactory.fromArgs("--targetParallelism=3", "--enforceImmutability=false", "--enforceEncodability=false", "--stableUniqueNames=ERROR").create());
  }

  private static String line(int i) {
    return "{\"id\":" + i + ",\"text\":\"خبر رقم " + i + " من وكالة الفجر\"}";
  }

  private static byte[] lines(int n) {
    StringBuilder out = new StringBuilder("\uFEFF");
    for (int i = 0; i < n; i++) {
      out.append(i % 7 == 3 ? "\n  \n" : "").append(line(i)).append(i % 5 == 0 ? "\r\n" : "\n");
    }
    return out.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] gzip(byte[] bytes) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream zip = new GZIPOutputStream(out)) {
      zip.write(bytes);
    }
    return out.toByteArray();
  }

  /** offset, index and text of every record, whatever the ranges. */
  private void assertRows(List<InputFile> files, ReadConfig config, List<String> want) {
    Pipeline p = pipeline();
    PCollectionTuple out = p.apply("Read", ReadRecords.from(files, config));
    PAssert.that(out.get(ReadRecords.RECORDS))
        .satisfies(
            records -> {
              TreeSet<String> got = new TreeSet<>();
              records.forEach(r -> got.add(row(r.index(), r.offset(), new String(r.payload(), StandardCharsets.UTF_8))));
              assertEquals(new ArrayList<>(want), new ArrayList<>(got));
              return null;
            });
    PAssert.that(out.get(ReadRecords.REJECTS)).empty();
    p.run().waitUntilFinish();
  }

  private static String row(long index, long offset, String text) {
    return index + " " + offset + " " + text;
  }

  @Test
  void rowsDoNotDependOnTheRanges() throws IOException {
    byte[] bytes = lines(300);
    Path file = Files.write(dir.resolve("a.jsonl"), bytes);
    Gathered whole = Gathered.of("a.jsonl", bytes);
    assertEquals(300, whole.records.size());
    List<String> want = new ArrayList<>(new TreeSet<>(whole.records.stream().map(r -> row(r.index(), r.offset(), new String(r.payload(), StandardCharsets.UTF_8))).toList()));
    List<InputFile> files = InputFiles.expand(file.toString());
    for (long range : new long[] {1 << 20, 777}) {
      assertRows(files, ReadConfig.defaults().withRangeBytes(range), want);
    }
  }

  @Test
  void theReaderGivesTheSameRecordsForEveryCut() {
    byte[] bytes = lines(12);
    InputFile file = new InputFile("a.jsonl", "a.jsonl", bytes.length);
    Gathered whole = Gathered.of("a.jsonl", bytes);
    RecordReader reader = new RecordReader(ReadConfig.defaults());
    for (int cut = 1; cut < bytes.length; cut++) {
      Gathered parts = new Gathered();
      long first;
      try {
        first = reader.countLines(new java.io.ByteArrayInputStream(bytes), 0, cut);
      } catch (IOException e) {
        throw new AssertionError(e);
      }
      reader.readRange(file, new java.io.ByteArrayInputStream(bytes), 0, cut, 0, parts);
      reader.readRange(file, new java.io.ByteArrayInputStream(bytes, cut - 1, bytes.length), cut, bytes.length, first, parts);
      assertEquals(whole.payloads(), parts.payloads(), "cut at " + cut);
      assertEquals(whole.records.stream().map(r -> r.index() + " " + r.offset()).toList(), parts.records.stream().map(r -> r.index() + " " + r.offset()).toList());
      assertTrue(parts.rejects.isEmpty());
    }
  }

  @Test
  void aGzipFileNamedJsonlIsReadOnceThoughItIsLong() throws IOException {
    byte[] bytes = gzip(lines(300));
    Path file = Files.write(dir.resolve("wrong.jsonl"), bytes);
    Pipeline p = pipeline();
    PCollectionTuple out = p.apply("Read", ReadRecords.from(InputFiles.expand(file.toString()), ReadConfig.defaults().withRangeBytes(700)));
    PAssert.that(out.get(ReadRecords.RECORDS))
        .satisfies(
            r -> {
              assertEquals(300, StreamSupport.stream(r.spliterator(), false).count());
              return null;
            });
    p.run().waitUntilFinish();
  }

  @Test
  void recordsOfALargeFileAreSpreadAndDecoded() throws IOException {
    StringBuilder noise = new StringBuilder();
    java.util.Random random = new java.util.Random(7);
    for (int i = 0; i < 1000; i++) {
      noise.append("{\"title\":\"عنوان\",\"text\":\"نص ").append(i).append(' ');
      for (int k = 0; k < 300; k++) {
        noise.append(Long.toString(random.nextLong(), 36));
      }
      noise.append("\"}\n");
    }
    Files.write(dir.resolve("big.jsonl.gz"), gzip(noise.toString().getBytes(StandardCharsets.UTF_8)));
    Files.writeString(dir.resolve("bad.jsonl"), "{\"text\": \"سليم\"}\n{\"text\": \n");
    Files.writeString(dir.resolve("README.md"), "about");
    Pipeline p = pipeline();
    PCollectionTuple out = p.apply("Read", ReadRecords.from(InputFiles.expand(dir.toString()), ReadConfig.defaults()));
    PCollectionTuple pages = out.get(ReadRecords.RECORDS).apply("Decode", DecodePages.with(DecodeConfig.defaults()));
    PAssert.that(pages.get(DecodePages.PAGES))
        .satisfies(
            all -> {
              TreeSet<String> ids = new TreeSet<>();
              all.forEach(page -> ids.add(page.documentId()));
              assertEquals(1001, ids.size());
              return null;
            });
    PAssert.that(pages.get(DecodePages.REJECTS))
        .satisfies(
            all -> {
              all.forEach(r -> assertEquals("decode invalid_json 1 {\"text\": ", r.stage() + " " + r.reason() + " " + r.recordIndex() + " " + new String(r.payload(), StandardCharsets.UTF_8)));
              return null;
            });
    PAssert.that(out.get(ReadRecords.SKIPPED))
        .satisfies(
            all -> {
              all.forEach(s -> assertEquals("not_a_page", s.reason()));
              return null;
            });
    p.run().waitUntilFinish();
  }

  @Test
  void batchesAreEvenAndTheSameForAnyOrder() {
    List<InputFile> files = new ArrayList<>();
    for (int i = 0; i < 500; i++) {
      files.add(new InputFile("f" + i, "f" + i, 1000 + i * 37L % 900));
    }
    List<ReadRecords.Batch> one = ReadRecords.batches(ReadRecords.tasks(files, ReadConfig.defaults()));
    java.util.Collections.reverse(files);
    assertEquals(one, ReadRecords.batches(ReadRecords.tasks(files, ReadConfig.defaults())));
    assertEquals(8, one.size());
    for (ReadRecords.Batch batch : one) {
      assertTrue(Math.abs(batch.tasks().size() - 62.5) < 4, "even: " + batch.tasks().size());
    }
  }
}
