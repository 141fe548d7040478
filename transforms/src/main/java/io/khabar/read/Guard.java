package io.khabar.read;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.LongSupplier;
import java.util.zip.CRC32;

/**
 * What comes out of a decompressor: whatever the library throws becomes a {@link BrokenInput}, and more bytes than the ratio allows are one too.
 */
final class Guard extends FilterInputStream {
  private final String format;
  private final LongSupplier taken;
  private final int maxRatio;
  private final Expansion expansion;
  private final CRC32 crc = new CRC32();
  private final long takenBefore;
  private long out;

  /**
   * Guards a stream.
   *
   * @param format for reasons and messages: {@code zip}, {@code bzip2} ...
   * @param taken how many compressed bytes went in so far
   * @param expansion of the whole file
   */
  Guard(InputStream in, String format, LongSupplier taken, int maxRatio, Expansion expansion) {
    super(in);
    this.format = format;
    this.taken = taken;
    this.takenBefore = taken.getAsLong();
    this.maxRatio = maxRatio;
    this.expansion = expansion;
  }

  /** The CRC-32 of what came out so far. */
  long crc() {
    return crc.getValue();
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    int n = read(one, 0, 1);
    return n < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] into, int from, int length) throws IOException {
    int n;
    try {
      n = in.read(into, from, length);
    } catch (BrokenInput e) {
      throw e;
    } catch (java.io.EOFException e) {
      throw new BrokenInput("truncated", "the " + format + " data end too early after " + out + " bytes of content");
    } catch (IOException | RuntimeException e) {
      String what = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
      boolean cut = what.toLowerCase(java.util.Locale.ROOT).contains("truncated") || what.toLowerCase(java.util.Locale.ROOT).contains("unexpected end");
      throw new BrokenInput(cut ? "truncated" : "corrupt_" + format, "the " + format + " data break after " + out + " bytes of content: " + what);
    }
    if (n < 0) {
      return n;
    }
    crc.update(into, from, n);
    out += n;
    expansion.add(n);
    long compressed = Math.max(1, taken.getAsLong() - takenBefore);
    if (out > ReadConfig.RATIO_FLOOR && out / compressed > maxRatio) {
      throw new BrokenInput("expansion_ratio", "more than " + maxRatio + " bytes come out of each byte of this " + format + " data");
    }
    return n;
  }

  @Override
  public void close() {
    // the archive or file around it goes on
  }
}
