package io.khabar.read;

import io.khabar.lane.Rejection;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.apache.commons.compress.archivers.ArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;

/** Reads the entries of zip and tar archives, one after the other; nothing is written to disk, so an entry's name is only a name. */
final class Archives {
  /** An archive that breaks more often is made to cost time. */
  private static final int MAX_RESUMED = 1_000;

  private Archives() {}

  static void read(RecordReader reader, ReadConfig config, Kind kind, Place place, ScanStream in, Emitter emitter, RecordSink sink)
      throws IOException {
    if (kind == Kind.ZIP) {
      read(new ZipEntries(in, config.maxRecordBytes()), "zip", reader, config, place, in, emitter, sink);
    } else {
      read(new TarEntries(in, config.maxRecordBytes()), "tar", reader, config, place, in, emitter, sink);
    }
  }

  private static <E extends ArchiveEntry> void read(
      Entries<E> archive, String format, RecordReader reader, ReadConfig config, Place place, ScanStream in, Emitter emitter, RecordSink sink)
      throws IOException {
    int entries = 0;
    int folders = 0;
    int broken = 0;
    int resumed = 0;
    Held held = null;
    Map<String, Integer> names = new HashMap<>();
    while (true) {
      E entry;
      try {
        entry = archive.next();
      } catch (BrokenInput e) {
        flush(held, reader, sink);
        throw e;
      } catch (IOException | RuntimeException e) {
        // an entry whose end is not where its data end is not what was packed, whatever came out
        boolean known = held != null && held.isBad();
        broken += cut(held);
        flush(known ? held.orBroken(format) : held, reader, sink);
        held = null;
        long at = in.position();
        boolean goesOn = resumed < MAX_RESUMED && archive.resume();
        if (!known) {
          String what = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
          String message = "the " + format + " archive breaks after " + entries + " entries: " + what + (goesOn ? "; reading goes on at its next entry" : "");
          emitter.reject(at, isCut(e) ? "truncated" : "corrupt_" + format, message, new byte[0]);
          broken++;
        }
        if (goesOn) {
          resumed++;
          continue;
        }
        if (resumed == MAX_RESUMED) {
          emitter.reject(in.position(), "corrupt_" + format, "the archive broke " + resumed + " times; the rest was not read", new byte[0]);
          return;
        }
        break;
      }
      broken += cut(held);
      boolean misled = entry == null && held != null && held.isBad() && resumed < MAX_RESUMED;
      flush(held, reader, sink);
      held = null;
      if (misled && archive.resume()) {
        // behind broken data anything may look like the end
        resumed++;
        continue;
      }
      if (entry == null) {
        break;
      }
      if (entry instanceof TarArchiveEntry tar && !tar.isCheckSumOK()) {
        new Emitter(place.entry(entry.getName(), names.merge(entry.getName(), 1, Integer::sum)), sink, 0).reject(0, "corrupt_tar", "the checksum of the entry's header does not match", new byte[0]);
        if (resumed++ == MAX_RESUMED || !archive.resume()) {
          break;
        }
        continue;
      }
      if (entry.isDirectory()) {
        folders++;
        continue;
      }
      if (entries++ == config.maxEntries()) {
        emitter.reject(in.position(), "too_many_entries", "the archive holds more than " + config.maxEntries() + " entries; the rest was not read", new byte[0]);
        return;
      }
      Place at = place.entry(entry.getName(), names.merge(entry.getName(), 1, Integer::sum));
      Emitter one = new Emitter(at, sink, config.maxRecordBytes());
      if (entry instanceof TarArchiveEntry tar && isNoFile(tar)) {
        one.skip(0, "link");
      } else if (entry instanceof TarArchiveEntry tar && tar.isSparse()) {
        one.skip(0, "sparse_file");
      } else if (!archive.canRead(entry)) {
        one.reject(0, "unreadable_entry", "the entry is encrypted or compressed in a way that cannot be read", new byte[0]);
      } else {
        Guard content = new Guard(archive.data(), format, in::position, config.maxExpansionRatio(), place.expansion());
        held = hold(at, entry, content, config.maxRecordBytes(), reader, sink);
      }
    }
    Rejection trouble = archive.end(entries + folders);
    if (trouble != null && broken == 0) {
      emitter.reject(in.position(), trouble.reason(), trouble.getMessage(), new byte[0]);
    } else if (entries == 0 && broken == 0) {
      emitter.reject(0, "empty", "the archive holds no entry", new byte[0]);
    }
  }

  /** One when an entry is cut: its row says that the archive is. */
  private static int cut(Held held) {
    return held != null && held.broken() != null && held.broken().reason().equals("truncated") ? 1 : 0;
  }

  private static boolean isCut(Exception e) {
    return e instanceof EOFException || (e.getMessage() != null && e.getMessage().toLowerCase(Locale.ROOT).contains("truncated"));
  }

  /** An entry read and waiting for its checksum, which may stand behind it and is known when the next entry is looked for. */
  private record Held(Place place, ArchiveEntry entry, byte[] content, long crc, BrokenInput broken) {
    /** Whether it broke, or its checksum should stand behind it, and another or none was found there. */
    boolean isBad() {
      return broken != null || (entry instanceof ZipArchiveEntry zip && zip.getCrc() != crc);
    }

    Held orBroken(String format) {
      return broken != null ? this : new Held(place, entry, content, crc, new BrokenInput("corrupt_" + format, "no checksum stands behind the entry's " + content.length + " bytes of content"));
    }
  }

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

  /** Links, pipes and devices have no bytes of their own; the library calls them files. */
  private static boolean isNoFile(TarArchiveEntry entry) {
    return entry.isLink() || entry.isSymbolicLink() || entry.isFIFO() || entry.isCharacterDevice() || entry.isBlockDevice() || !entry.isFile();
  }
}
