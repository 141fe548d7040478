package io.khabar.read;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * A gzip file read member by member (RFC 1952), so that a broken member costs its own bytes only.
 *
 * <p>A member is inflated and its checksum tried before a byte of it is handed on, up to a bound; a broken one is reported and the next one is looked
 * for. A member longer than the bound is handed on as it is inflated; when such a one breaks, what came before stays handed on and the stream ends with
 * a {@link BrokenInput}. A cut-off end is never rejected as a whole: every byte before the cut is sound, so they are handed on, and then the stream
 * ends with a {@link BrokenInput}.
 */
final class MemberGunzip extends InputStream {
  /** Told of each member that is left out. */
  interface OnBroken {
    /**
     * A member that cannot be used.
     *
     * @param offset where its content would begin in the decompressed file
     * @param compressedOffset where it begins in the file
     * @param head the first of what could be inflated, or of the file's bytes where nothing could
     */
    void broken(long offset, long compressedOffset, String message, byte[] head);
  }

  private static final int CHUNK = 64 << 10;
  private static final int FHCRC = 2;
  private static final int FEXTRA = 4;
  private static final int FNAME = 8;
  private static final int FCOMMENT = 16;

  private final InputStream in;
  private final int verify;
  private final int maxRatio;
  private final Expansion expansion;
  private final OnBroken onBroken;
  private final Inflater inflater = new Inflater(true);
  private final CRC32 crc = new CRC32();

  private byte[] raw = new byte[CHUNK];
  private int rawAt;
  private int rawEnd;
  private long rawBase;
  private boolean rawDone;
  private long memberStart;
  private boolean keepRaw;

  private byte[] out = new byte[CHUNK];
  private int outAt;
  private int outEnd;
  private long served;
  private long memberOut;
  private boolean streaming;
  private boolean first = true;
  private boolean ended;
  private BrokenInput pending;
  private int brokenMembers;

  MemberGunzip(InputStream in, int verify, int maxRatio, Expansion expansion, OnBroken onBroken) {
    this.in = in;
    this.verify = verify;
    this.maxRatio = maxRatio;
    this.expansion = expansion;
    this.onBroken = onBroken;
  }

  /** How many members were left out so far. */
  int brokenMembers() {
    return brokenMembers;
  }

  @Override
  public int read() throws IOException {
    return ready() ? out[outAt++] & 0xFF : -1;
  }

  @Override
  public int read(byte[] into, int from, int length) throws IOException {
    if (!ready()) {
      return -1;
    }
    int n = Math.min(length, outEnd - outAt);
    System.arraycopy(out, outAt, into, from, n);
    outAt += n;
    return n;
  }

  @Override
  public void close() {
    inflater.end();
  }

  private boolean ready() throws IOException {
    while (outAt == outEnd) {
      served += outEnd;
      outAt = 0;
      outEnd = 0;
      if (pending != null) {
        throw pending;
      }
      if (ended) {
        return false;
      }
      if (streaming) {
        streamOn();
      } else {
        nextMember();
      }
    }
    return true;
  }

  private boolean more() throws IOException {
    if (rawDone) {
      return false;
    }
    int keep = keepRaw ? (int) (memberStart - rawBase) : rawAt;
    if (rawEnd == raw.length) {
      if (keep > 0) {
        System.arraycopy(raw, keep, raw, 0, rawEnd - keep);
        rawBase += keep;
        rawAt -= keep;
        rawEnd -= keep;
      }
      if (rawEnd == raw.length) {
        raw = Arrays.copyOf(raw, raw.length * 2);
      }
    }
    int n = in.read(raw, rawEnd, raw.length - rawEnd);
    if (n < 0) {
      rawDone = true;
      return false;
    }
    rawEnd += n;
    return true;
  }

  private boolean have(int n) throws IOException {
    while (rawEnd - rawAt < n) {
      if (!more()) {
        return false;
      }
    }
    return true;
  }

  private void nextMember() throws IOException {
    keepRaw = true;
    memberStart = rawBase + rawAt;
    if (!have(1)) {
      ended = true;
      return;
    }
    if (!first && allZero()) {
      ended = true;
      return;
    }
    first = false;
    memberOut = 0;
    crc.reset();
    inflater.reset();
    try {
      if (!header()) {
        cut();
        return;
      }
      while (!inflater.finished()) {
        int n = inflate();
        if (n < 0) {
          cut();
          return;
        }
        if (outEnd >= verify) {
          streaming = true;
          keepRaw = false;
          return;
        }
      }
      if (!have(8)) {
        cut();
        return;
      }
      trailer();
    } catch (DataFormatException e) {
      brokenMembers++;
      onBroken.broken(served, memberStart, "the gzip member at byte " + memberStart + " of the file is broken: " + e.getMessage(), brokenHead());
      outEnd = 0;
      rawAt = (int) (memberStart - rawBase) + 1;
      seekMember();
    }
  }

  private void streamOn() throws IOException {
    try {
      int n = inflater.finished() ? 0 : inflate();
      if (n < 0) {
        cut();
      } else if (inflater.finished()) {
        streaming = false;
        if (!have(8)) {
          cut();
        } else {
          trailer();
        }
      }
    } catch (DataFormatException e) {
      pending = new BrokenInput("corrupt_gzip", "the gzip member at byte " + memberStart + " of the file breaks after " + memberOut + " bytes of content: " + e.getMessage());
    }
  }

  private byte[] brokenHead() {
    if (outEnd > 0) {
      return Arrays.copyOf(out, outEnd);
    }
    int from = (int) (memberStart - rawBase);
    return Arrays.copyOfRange(raw, from, Math.min(rawEnd, from + CHUNK));
  }

  /** The file ends inside a member: what was inflated is sound. */
  private void cut() {
    pending = new BrokenInput("truncated", "the gzip file ends inside the member at byte " + memberStart + ", after " + memberOut + " bytes of its content");
  }

  private int inflate() throws IOException, DataFormatException {
    if (out.length - outEnd < CHUNK / 4) {
      out = Arrays.copyOf(out, out.length * 2);
    }
    while (true) {
      if (inflater.needsInput()) {
        if (!have(1)) {
          return -1;
        }
        inflater.setInput(raw, rawAt, rawEnd - rawAt);
        rawAt = rawEnd;
      }
      int n = inflater.inflate(out, outEnd, out.length - outEnd);
      if (inflater.finished() || inflater.needsDictionary()) {
        rawAt -= inflater.getRemaining();
      }
      if (inflater.needsDictionary()) {
        throw new DataFormatException("it asks for a dictionary");
      }
      if (n > 0 || inflater.finished()) {
        crc.update(out, outEnd, n);
        outEnd += n;
        memberOut += n;
        expansion.add(n);
        long taken = rawBase + rawAt - memberStart;
        if (memberOut > ReadConfig.RATIO_FLOOR && memberOut / Math.max(1, taken) > maxRatio) {
          throw new BrokenInput("expansion_ratio", "more than " + maxRatio + " bytes come out of each byte of the gzip member at byte " + memberStart);
        }
        return n;
      }
    }
  }

  private void trailer() throws DataFormatException {
    long wantCrc = le32();
    long wantSize = le32();
    if (wantCrc != crc.getValue()) {
      throw new DataFormatException("its checksum does not match");
    }
    if (wantSize != (memberOut & 0xFFFFFFFFL)) {
      throw new DataFormatException("its length does not match");
    }
  }

  private long le32() {
    long v = (raw[rawAt] & 0xFFL) | (raw[rawAt + 1] & 0xFFL) << 8 | (raw[rawAt + 2] & 0xFFL) << 16 | (raw[rawAt + 3] & 0xFFL) << 24;
    rawAt += 4;
    return v;
  }

  /** Reads a member's header; false when the file ends in it. */
  private boolean header() throws IOException, DataFormatException {
    if (!have(10)) {
      return false;
    }
    if ((raw[rawAt] & 0xFF) != 0x1F || (raw[rawAt + 1] & 0xFF) != 0x8B || raw[rawAt + 2] != 8 || (raw[rawAt + 3] & 0xE0) != 0) {
      throw new DataFormatException("no gzip header stands there");
    }
    int flags = raw[rawAt + 3];
    rawAt += 10;
    if ((flags & FEXTRA) != 0) {
      if (!have(2)) {
        return false;
      }
      int length = (raw[rawAt] & 0xFF) | (raw[rawAt + 1] & 0xFF) << 8;
      rawAt += 2;
      if (!have(length)) {
        return false;
      }
      rawAt += length;
    }
    if (((flags & FNAME) != 0 && !skipText()) || ((flags & FCOMMENT) != 0 && !skipText())) {
      return false;
    }
    if ((flags & FHCRC) != 0) {
      if (!have(2)) {
        return false;
      }
      rawAt += 2;
    }
    return true;
  }

  private boolean skipText() throws IOException {
    while (have(1)) {
      if (raw[rawAt++] == 0) {
        return true;
      }
    }
    return false;
  }

  /** Moves to what looks like the next member, or to the end. */
  private void seekMember() throws IOException {
    keepRaw = false;
    while (have(10)) {
      if ((raw[rawAt] & 0xFF) == 0x1F
          && (raw[rawAt + 1] & 0xFF) == 0x8B
          && raw[rawAt + 2] == 8
          && (raw[rawAt + 3] & 0xE0) == 0
          && (raw[rawAt + 8] == 0 || raw[rawAt + 8] == 2 || raw[rawAt + 8] == 4)
          && (raw[rawAt + 9] == -1 || (raw[rawAt + 9] >= 0 && raw[rawAt + 9] <= 13))) {
        return;
      }
      rawAt++;
    }
    rawAt = rawEnd;
    ended = true;
  }

  /** Tape blocks and some downloaders pad with zeros. */
  private boolean allZero() throws IOException {
    if (raw[rawAt] != 0) {
      return false;
    }
    do {
      for (int i = rawAt; i < rawEnd; i++) {
        if (raw[i] != 0) {
          return false;
        }
      }
      keepRaw = false;
      rawAt = rawEnd;
    } while (have(1));
    return true;
  }
}
