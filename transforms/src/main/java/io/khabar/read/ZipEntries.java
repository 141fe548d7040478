package io.khabar.read;

import io.khabar.lane.Rejection;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.apache.commons.compress.archivers.ArchiveInputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveInputStream;

/** The entries of a zip file (APPNOTE 6.3.10, 4.3.7). */
final class ZipEntries extends Entries<ZipArchiveEntry> {
  private static final int HEADER = 30;
  private static final int MAX_NAME = 1024;
  private static final int END = 22;
  private static final int NEWEST_VERSION = 63;

  private String name;

  ZipEntries(ScanStream in, int keep) {
    super(in, keep);
  }

  @Override
  ArchiveInputStream<ZipArchiveEntry> open(InputStream from) {
    return new ZipArchiveInputStream(from, "UTF-8", true, true);
  }

  @Override
  ZipArchiveEntry next() throws IOException {
    ZipArchiveEntry entry = super.next();
    if (entry != null) {
      // as it is in the header: an extra field may give another
      name = new String(entry.getRawName(), StandardCharsets.UTF_8);
    }
    return entry;
  }

  @Override
  int longest() {
    return HEADER + MAX_NAME;
  }

  /** Behind the header of the entry that was read last, which may be the broken one. */
  @Override
  int searchFrom(byte[] kept, int data) {
    for (int at = 0; name != null && at + HEADER < kept.length; at++) {
      if (isHeader(kept, at) && name(kept, at).equals(name)) {
        return at + HEADER;
      }
    }
    return 0;
  }

  @Override
  void resumesAt(byte[] bytes, int at) {
    name = name(bytes, at);
  }

  /** The four bytes alone may stand anywhere; a header has a version and a compression that exist, and a name. */
  @Override
  boolean isHeader(byte[] b, int at) {
    if (b.length - at < HEADER || b[at] != 'P' || b[at + 1] != 'K' || b[at + 2] != 3 || b[at + 3] != 4) {
      return false;
    }
    int version = b[at + 4] & 0xFF;
    int method = le(b, at + 8);
    int length = le(b, at + 26);
    return version <= NEWEST_VERSION
        && (method <= 20 || (method >= 93 && method <= 99))
        && length > 0
        && length <= Math.min(MAX_NAME, b.length - at - HEADER);
  }

  private static String name(byte[] b, int at) {
    return new String(b, at + HEADER, le(b, at + 26), StandardCharsets.UTF_8);
  }

  /** The record that closes the central directory says how many entries there are; 65,535 stands for more (zip64). */
  @Override
  Rejection end(byte[] last, int seen) {
    for (int i = last.length - END; i >= 0; i--) {
      if (last[i] == 'P' && last[i + 1] == 'K' && last[i + 2] == 5 && last[i + 3] == 6) {
        int all = le(last, i + 10);
        return all <= seen || all == 0xFFFF ? null : new Rejection("corrupt_zip", "the zip archive names " + all + " entries, and " + seen + " of them were found");
      }
    }
    return new Rejection("truncated", "the zip archive ends before its directory does, after " + seen + " entries");
  }

  private static int le(byte[] b, int at) {
    return (b[at] & 0xFF) | (b[at + 1] & 0xFF) << 8;
  }
}
