package io.khabar.read;

import io.khabar.lane.Rejection;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.apache.commons.compress.archivers.ArchiveEntry;
import org.apache.commons.compress.archivers.ArchiveInputStream;

/**
 * The entries of an archive as they come (commons-compress), and after a broken one whatever comes next: the library cannot jump over an entry whose header is
 * broken, nor over a deflated one whose length stands behind its data (a zip's data descriptor). So the bytes taken since it began are kept, up to a bound,
 * and looked through for the header of another one.
 */
abstract class Entries<E extends ArchiveEntry> {
  private static final int SCAN = 64 << 10;
  /** The library reads so far ahead at most. */
  private static final int AHEAD = 1024;

  private final ScanStream in;
  private final Kept kept;
  private ArchiveInputStream<E> archive;
  private byte[] last;
  private boolean fresh;

  Entries(ScanStream in, int keep) {
    this.in = in;
    this.kept = new Kept(keep);
    this.archive = open(kept);
  }

  /** The library's reader over a stream. */
  abstract ArchiveInputStream<E> open(InputStream from);

  /**
   * Where in the bytes kept to begin the search for another entry: behind what was read well.
   *
   * @param data where the library stood when the last entry's header was read; its data begin there or a little before
   */
  abstract int searchFrom(byte[] kept, int data);

  /** Whether an entry's header stands at a place; only asked where {@link #longest} bytes follow, or the file's last ones. */
  abstract boolean isHeader(byte[] bytes, int at);

  /** Told where the search ended. */
  void resumesAt(byte[] bytes, int at) {}

  /** How many bytes {@link #isHeader} looks at. */
  abstract int longest();

  /**
   * What the archive's last bytes say is wrong with it, or null.
   *
   * @param seen how many entries were met
   */
  abstract Rejection end(byte[] last, int seen);

  /** The data of the entry that came last. */
  InputStream data() {
    return archive;
  }

  boolean canRead(E entry) {
    return archive.canReadEntryData(entry);
  }

  /** The next entry, or null at the end of the entries. */
  E next() throws IOException {
    E entry = archive.getNextEntry();
    if (entry != null) {
      kept.newEntry();
      fresh = false;
    }
    return entry;
  }

  /** What is wrong with the end that was reached, after so many entries, or null. */
  Rejection end(int seen) throws IOException {
    if (last == null) {
      for (byte[] rest = in.readNBytes(SCAN); rest.length > 0; rest = in.readNBytes(SCAN)) {
        kept.add(rest, 0, rest.length);
      }
      last = kept.take();
    }
    return end(last, seen);
  }

  /**
   * Looks for the header of an entry behind the one that is broken, and goes on there.
   *
   * @return false when there is none before the end
   */
  boolean resume() throws IOException {
    int data = kept.entry;
    byte[] window = kept.take();
    // behind the header that was resumed at when nothing came of it
    int from = Math.max(searchFrom(window, data), fresh ? 1 : 0);
    boolean end = false;
    while (true) {
      int stop = end ? window.length : window.length - longest();
      for (int at = from; at < stop; at++) {
        if (isHeader(window, at)) {
          resumesAt(window, at);
          fresh = true;
          in.giveBack(window, at);
          archive = open(kept);
          return true;
        }
      }
      if (end) {
        last = window;
        return false;
      }
      byte[] more = in.readNBytes(SCAN);
      end = more.length == 0;
      int tail = Math.min(window.length - Math.min(from, window.length), longest());
      from = 0;
      byte[] joined = Arrays.copyOfRange(window, window.length - tail, window.length + more.length);
      System.arraycopy(more, 0, joined, tail, more.length);
      window = joined;
    }
  }

  /** What the library has taken since the last entry but one began; past the bound its first bytes go. */
  private final class Kept extends InputStream {
    private final int max;
    private byte[] bytes = new byte[8 << 10];
    private int size;
    private int entry;

    Kept(int max) {
      this.max = max;
    }

    /** The library has read a little ahead, so the header of the entry that now begins may lie among the bytes before. */
    void newEntry() {
      int from = Math.min(entry, Math.max(0, size - AHEAD));
      System.arraycopy(bytes, from, bytes, 0, size - from);
      size -= from;
      entry = size;
      if (bytes.length > 1 << 20 && size < 1 << 16) {
        bytes = Arrays.copyOf(bytes, 1 << 16);
      }
    }

    byte[] take() {
      byte[] taken = Arrays.copyOf(bytes, size);
      size = 0;
      entry = 0;
      return taken;
    }

    void add(byte[] from, int at, int n) {
      if (size + n > max) {
        int drop = Math.min(size, Math.max(n, max / 2));
        System.arraycopy(bytes, drop, bytes, 0, size - drop);
        size -= drop;
        entry = Math.max(0, entry - drop);
      }
      if (size + n > bytes.length) {
        bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, size + n));
      }
      System.arraycopy(from, at, bytes, size, n);
      size += n;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
      int n = in.read(into, from, length);
      if (n > 0) {
        add(into, from, n);
      }
      return n;
    }
  }
}
