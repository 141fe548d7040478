package io.khabar.read;

import java.io.IOException;
import java.io.InputStream;
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
    while (true) {
      ArchiveEntry entry;
      try {
        entry = archive.getNextEntry();
      } catch (BrokenInput e) {
        throw e;
      } catch (IOException | RuntimeException e) {
        String what = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
        throw new BrokenInput("corrupt_" + format, "the " + format + " archive breaks after " + entries + " entries: " + what);
      }
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
      if (entry instanceof TarArchiveEntry tar && !tar.isFile()) {
        one.skip(0, "link");
      } else if (entry instanceof TarArchiveEntry tar && tar.isSparse()) {
        one.skip(0, "sparse_file");
      } else if (!archive.canReadEntryData(cast(entry))) {
        one.reject(0, "unreadable_entry", "the entry is encrypted or compressed in a way that cannot be read", new byte[0]);
      } else {
        InputStream content =
            new Guard(archive, format, in::position, config.maxExpansionRatio(), () -> entry instanceof ZipArchiveEntry zip ? zip.getCrc() : -1);
        reader.dispatch(at, new ScanStream(content), sink);
      }
    }
    if (entries == 0) {
      emitter.reject(0, "empty", "the archive holds no entry", new byte[0]);
    }
  }

  @SuppressWarnings("unchecked")
  private static <T extends ArchiveEntry> T cast(ArchiveEntry entry) {
    return (T) entry;
  }
}
