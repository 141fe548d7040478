package io.khabar.read;

import io.khabar.lane.Rejection;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.apache.commons.compress.archivers.ArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarUtils;

/** The entries of a tar file. */
final class TarEntries extends Entries<TarArchiveEntry> {
  private static final int HEADER = 512;
  private static final int MAGIC = 257;
  private static final int MAX_JOINED = 1_000;

  private long size;

  TarEntries(ScanStream in, int keep) {
    super(in, keep);
  }

  @Override
  ArchiveInputStream<TarArchiveEntry> open(InputStream from) {
    return new TarArchiveInputStream(from, "UTF-8");
  }

  /** Behind a block of zeros another tar may stand: some are joined, and a hole in a damaged one may end in zeros. */
  @Override
  TarArchiveEntry next() throws IOException {
    TarArchiveEntry entry = super.next();
    for (int i = 0; i < MAX_JOINED && entry == null && resume(); i++) {
      entry = super.next();
    }
    size = entry == null ? 0 : entry.isCheckSumOK() ? entry.getSize() : 0;
    return entry;
  }

  /** Behind the data of the entry that was read last, for they may hold headers of a tar of their own. */
  @Override
  int searchFrom(byte[] kept, int data) {
    long end = data + size;
    return end < kept.length ? (int) end : Math.max(0, kept.length - HEADER + 1);
  }

  @Override
  int longest() {
    return HEADER;
  }

  @Override
  boolean isHeader(byte[] b, int at) {
    return b.length - at >= HEADER
        && b[at + MAGIC] == 'u'
        && b[at + MAGIC + 1] == 's'
        && b[at + MAGIC + 2] == 't'
        && b[at + MAGIC + 3] == 'a'
        && b[at + MAGIC + 4] == 'r'
        && TarUtils.verifyCheckSum(Arrays.copyOfRange(b, at, at + HEADER));
  }

  /** Blocks of zeros close a tar file; some programs write none, and nothing is lost with them. */
  @Override
  Rejection end(byte[] last, int seen) {
    return null;
  }
}
