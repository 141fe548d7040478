package io.khabar.read;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import org.apache.commons.compress.archivers.ArchiveEntry;
import org.apache.commons.compress.archivers.ArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveInputStream;

/** Reads the entries of zip and tar archives, one after the other; nothing is written to disk, so an entry's name is only a name. */
final class Archives {
  private Archives() {}

  static void read(RecordReader reader, ReadConfig config, Kind kind, Place place, ScanStream in, Emitter emitter, RecordSink sink)
      throws IOException {
    String format = kind == Kind.ZIP ? "zip" : "tar";
    ArchiveInputStream<? extends ArchiveEntry> archive =
        kind == Kind.ZIP ? new ZipArchiveInputStream(in, "UTF-8", true, true) : new TarArchiveInputStream(in, "UTF-8");
    int entries = 0;
    Held held = null;
    while (true) {
      ArchiveEntry entry;
      try {
        entry = archive.getNextEntry();
      } catch (BrokenInput e) {
        flush(held, reader, sink);
        throw e;
      } catch (IOException | RuntimeException e) {
        flush(held, reader, sink);
        String what = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
        throw new BrokenInput("corrupt_" + format, "the " + format + " archive breaks after " + entries + " entries: " + what);
      }
      flush(held, reader, sink);
      held = null;
      if (entry == null) {
        break;
      }
      if (entry.isDirectory()) {
        continue;
      }
      if (entries++ == config.maxEntries()) {
        emitter.reject(in.position(), "too_many_entries", "the archive holds more than " + config.maxEntries() + " entries; the rest was not read", new byte[0]);
        return;
      }
      Place at = place.entry(entry.getName());
      Emitter one = new Emitter(at, sink, config.maxRecordBytes());
      if (entry instanceof TarArchiveEntry tar && isNoFile(tar)) {
        one.skip(0, "link");
      } else if (entry instanceof TarArchiveEntry tar && tar.isSparse()) {
        one.skip(0, "sparse_file");
      } else if (!archive.canReadEntryData(cast(entry))) {
        one.reject(0, "unreadable_entry", "the entry is encrypted or compressed in a way that cannot be read", new byte[0]);
      } else {
        Guard content = new Guard(archive, format, in::position, config.maxExpansionRatio());
        held = hold(at, entry, content, config.maxRecordBytes(), reader, sink);
      }
    }
    if (entries == 0) {
      emitter.reject(0, "empty", "the archive holds no entry", new byte[0]);
    }
  }

  /** An entry read and waiting for its checksum, which may stand behind it and is known when the next entry is looked for. */
  private record Held(Place place, ArchiveEntry entry, byte[] content, long crc, BrokenInput broken) {}

  /** Reads an entry that fits into memory; a longer one goes to the reader as it comes, unverified. */
  private static Held hold(Place at, ArchiveEntry entry, Guard content, int max, RecordReader reader, RecordSink sink) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    byte[] chunk = new byte[16 << 10];
    try {
      for (int n = content.read(chunk, 0, chunk.length); n >= 0; n = content.read(chunk, 0, chunk.length)) {
        bytes.write(chunk, 0, n);
        if (bytes.size() > max) {
          InputStream all = new SequenceInputStream(new ByteArrayInputStream(bytes.toByteArray()), content);
          reader.dispatch(at, new ScanStream(all), sink);
          return null;
        }
      }
    } catch (BrokenInput e) {
      return new Held(at, entry, bytes.toByteArray(), content.crc(), e);
    }
    return new Held(at, entry, bytes.toByteArray(), content.crc(), null);
  }

  private static void flush(Held held, RecordReader reader, RecordSink sink) throws IOException {
    if (held == null) {
      return;
    }
    BrokenInput broken = held.broken();
    if (broken == null && held.entry() instanceof ZipArchiveEntry zip && zip.getCrc() >= 0 && zip.getCrc() != held.crc()) {
      broken = new BrokenInput("corrupt_zip", "the checksum in the zip file does not match the entry's " + held.content().length + " bytes of content");
    }
    InputStream content = new ByteArrayInputStream(held.content());
    if (broken != null && broken.reason().equals("truncated")) {
      // what stands before a cut is sound
      content = new SequenceInputStream(content, new Breaking(broken));
    } else if (broken != null) {
      new Emitter(held.place(), sink, 0).reject(0, broken.reason(), broken.getMessage(), held.content());
      return;
    }
    reader.dispatch(held.place(), new ScanStream(content), sink);
  }

  /** A stream that only breaks. */
  private static final class Breaking extends InputStream {
    private final BrokenInput why;

    Breaking(BrokenInput why) {
      this.why = why;
    }

    @Override
    public int read() throws IOException {
      throw why;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
      throw why;
    }
  }

  @SuppressWarnings("unchecked")
  private static <T extends ArchiveEntry> T cast(ArchiveEntry entry) {
    return (T) entry;
  }

  /** Links, pipes and devices have no bytes of their own; the library calls them files. */
  private static boolean isNoFile(TarArchiveEntry entry) {
    return entry.isLink() || entry.isSymbolicLink() || entry.isFIFO() || entry.isCharacterDevice() || entry.isBlockDevice() || !entry.isFile();
  }
}
