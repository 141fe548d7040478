package io.khabar.read;

import io.khabar.lane.Rejection;
import io.khabar.model.Format;
import java.io.IOException;
import java.io.InputStream;

/**
 * Reads one input file to the end and hands everything in it to a sink as a record, a reject or a skip. What a file is, its first bytes say; where
 * they say nothing, its name does. Plain Java, one record in memory at a time; not thread-safe.
 */
public final class RecordReader {
  private final ReadConfig config;
  private final Payload payload;

  /** A reader that keeps to some bounds. */
  public RecordReader(ReadConfig config) {
    this.config = config;
    this.payload = new Payload(config.maxRecordBytes());
  }

  /**
   * Reads a whole file. Nothing is thrown for what lies in it: a file that breaks is a reject, and so is one whose bytes the disk does not give.
   *
   * @param in the file from its first byte; not closed here
   */
  public void read(InputFile file, InputStream in, RecordSink sink) {
    Place place = Place.of(file, config);
    Emitter emitter = new Emitter(place, sink, config.maxRecordBytes());
    try {
      dispatch(place, new ScanStream(in), sink);
    } catch (BrokenInput e) {
      emitter.reject(-1, e.reason(), e.getMessage(), new byte[0]);
    } catch (IOException | RuntimeException e) {
      sink.reject(Rejection.of(place.uri(), -1, -1, Emitter.STAGE, e, new byte[0]));
    }
  }

  /**
   * Reads the lines of a plain JSON-lines file that begin in a range of its bytes. Ranges that cover a file give the rows that {@link #read} gives.
   *
   * @param in the file from {@code from - 1} on, or from its start when {@code from} is 0
   * @param from first byte
   * @param to one past the last byte; the line that begins before it is read to its end
   * @param firstIndex how many records lie before {@code from} ({@link #countLines})
   */
  public void readRange(InputFile file, InputStream in, long from, long to, long firstIndex, RecordSink sink) {
    Place place = Place.of(file, config);
    Emitter emitter = new Emitter(place, sink, config.maxRecordBytes(), firstIndex);
    try {
      JsonLines.read(emitter, rangeStart(in, from), payload, to);
      if (from == 0 && file.bytes() <= to && emitter.emitted() == 0) {
        emitter.reject(0, "empty", "the file holds no record", new byte[0]);
      }
    } catch (IOException | RuntimeException e) {
      sink.reject(Rejection.of(place.uri(), -1, from, Emitter.STAGE, e, new byte[0]));
    }
  }

  /** How many records {@link #readRange} finds in a range; the same parameters. */
  public long countLines(InputStream in, long from, long to) throws IOException {
    return JsonLines.count(rangeStart(in, from), to);
  }

  private ScanStream rangeStart(InputStream in, long from) throws IOException {
    if (from == 0) {
      return new ScanStream(in);
    }
    ScanStream scan = new ScanStream(in, from - 1);
    for (int c = scan.read(); c >= 0 && c != '\n'; c = scan.read()) {
      // the line that began before belongs to the range before
    }
    return scan;
  }

  /** Reads whatever stands at a place. A {@link BrokenInput} that leaves here was not yet accounted for. */
  void dispatch(Place place, ScanStream in, RecordSink sink) throws IOException {
    Emitter emitter = new Emitter(place, sink, config.maxRecordBytes());
    Kind kind = Kind.of(place.name(), in);
    if (kind.layer() && place.depth() >= config.maxNesting()) {
      emitter.reject(0, "too_nested", "more than " + config.maxNesting() + " archives or compressions lie inside each other", in.peek(1024));
      return;
    }
    try {
      read(kind, place, in, emitter, sink);
    } catch (BrokenInput e) {
      // a reader that was in the middle of a record has accounted for it; else the break itself is the row
      if (!emitter.cutOffBy(e)) {
        emitter.reject(in.position(), e.reason(), e.getMessage(), new byte[0]);
      }
    }
  }

  private void read(Kind kind, Place place, ScanStream in, Emitter emitter, RecordSink sink) throws IOException {
    switch (kind) {
      case EMPTY -> emitter.reject(0, "empty", "the file is empty", new byte[0]);
      case GZIP, BZIP2, ZSTD -> Compressions.read(this, config, kind, place, in, sink);
      case ZIP, TAR -> Archives.read(this, config, kind, place, in, emitter, sink);
      case WARC -> records(emitter, () -> new WebArchive(emitter, place, in, payload).warc());
      case ARC -> records(emitter, () -> new WebArchive(emitter, place, in, payload).arc());
      case TEXT, HTML -> whole(emitter, in, kind == Kind.HTML ? Format.HTML : Format.TEXT);
      case JSON -> records(emitter, () -> new JsonSplitter(emitter, Units.of(in), payload).split());
      case JSON_LINES -> records(emitter, () -> JsonLines.read(emitter, in, payload, Long.MAX_VALUE));
      case CSV -> records(emitter, () -> new TableReader(emitter, Units.of(in), payload).read());
      default -> emitter.skip(0, "not_a_page");
    }
  }

  private interface Reading {
    void run() throws IOException;
  }

  private void records(Emitter emitter, Reading reading) throws IOException {
    reading.run();
    if (emitter.emitted() == 0) {
      emitter.reject(0, "empty", "the file holds no record", new byte[0]);
    }
  }

  private void whole(Emitter emitter, ScanStream in, Format format) throws IOException {
    payload.clear();
    byte[] chunk = new byte[16 << 10];
    try {
      for (int n = in.read(chunk, 0, chunk.length); n >= 0; n = in.read(chunk, 0, chunk.length)) {
        payload.add(chunk, 0, n);
      }
    } catch (BrokenInput e) {
      emitter.cutOff(0, payload, e);
      throw e;
    }
    emitter.emit(format, 0, payload, null, null);
  }
}
