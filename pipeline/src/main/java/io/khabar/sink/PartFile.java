package io.khabar.sink;

import io.khabar.text.Hash64;
import io.khabar.text.Ids;
import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.apache.parquet.hadoop.ParquetWriter;

/**
 * One partition of one dataset, in every format asked for. Rows must come in the order of their keys. The files' names do not depend on the
 * attempt: an attempt writes under a name of its own and moves the finished file into place, so that a second attempt replaces equal rows by equal rows.
 *
 * @param <T> the row
 */
final class PartFile<T> {
  private final Dataset<T> dataset;
  private final SinkConfig config;
  private final String name;
  private final List<Half> halves = new ArrayList<>();
  private String last;
  private long rows;
  private long keys;

  private interface RowWriter<T> {
    void write(T row) throws IOException;

    void close() throws IOException;
  }

  private final class Half {
    final String format;
    final String attempt;
    final MessageDigest digest = Ids.sha256();
    final Counter counter;
    final RowWriter<T> writer;

    Half(String format) throws IOException {
      this.format = format;
      this.attempt = config.staged("attempts/" + UUID.randomUUID() + "-" + dataset.name() + "." + format);
      OutputStream file = Store.of(attempt).create(attempt);
      this.counter = new Counter(new DigestOutputStream(new BufferedOutputStream(file, 1 << 16), digest));
      this.writer = format.equals("parquet") ? parquet() : jsonl();
    }

    private RowWriter<T> parquet() throws IOException {
      ParquetWriter<T> parquet = ParquetRows.open(dataset, counter);
      return new RowWriter<>() {
        @Override
        public void write(T row) throws IOException {
          parquet.write(row);
        }

        @Override
        public void close() throws IOException {
          parquet.close();
        }
      };
    }

    private RowWriter<T> jsonl() throws IOException {
      JsonRows<T> json = new JsonRows<>(dataset, counter);
      return new RowWriter<>() {
        @Override
        public void write(T row) throws IOException {
          json.write(row);
        }

        @Override
        public void close() throws IOException {
          json.close();
        }
      };
    }
  }

  /**
   * Opens partition {@code part} of {@code parts}.
   *
   * @throws IOException when a file cannot be made
   */
  PartFile(Dataset<T> dataset, SinkConfig config, int part, int parts) throws IOException {
    this.dataset = dataset;
    this.config = config;
    this.name = String.format(Locale.ROOT, "%s/part-%05d-of-%05d", dataset.name(), part, parts);
    if (config.parquet()) {
      halves.add(new Half("parquet"));
    }
    if (config.jsonl()) {
      halves.add(new Half("jsonl"));
    }
  }

  /**
   * Adds a row.
   *
   * @throws IllegalStateException when its key is below the last one's, or equal where keys are unique
   */
  void add(T row) throws IOException {
    String key = dataset.key().apply(row);
    if (last != null && last.compareTo(key) >= (dataset.unique() ? 0 : 1)) {
      throw new IllegalStateException(dataset.name() + ": row " + key + " after " + last);
    }
    last = key;
    rows++;
    keys += Hash64.of(key);
    for (Half half : halves) {
      half.writer.write(row);
    }
  }

  /** Closes the files and moves them to where they wait to be published. */
  List<FileEntry> close() throws IOException {
    List<FileEntry> entries = new ArrayList<>();
    for (Half half : halves) {
      half.writer.close();
      String path = name + "." + half.format;
      String staged = config.staged(path);
      Store.of(staged).move(half.attempt, staged);
      entries.add(
          new FileEntry(dataset.name(), path, half.format, rows, half.counter.bytes, HexFormat.of().formatHex(half.digest.digest()), keys));
    }
    return entries;
  }

  private static final class Counter extends FilterOutputStream {
    long bytes;

    Counter(OutputStream out) {
      super(out);
    }

    @Override
    public void write(int b) throws IOException {
      out.write(b);
      bytes++;
    }

    @Override
    public void write(byte[] b, int from, int length) throws IOException {
      out.write(b, from, length);
      bytes += length;
    }
  }
}
