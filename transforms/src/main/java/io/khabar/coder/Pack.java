package io.khabar.coder;

import com.github.luben.zstd.Zstd;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.function.Consumer;

/**
 * Many records in one byte array: what crosses a shuffle or waits for a side input. One pack costs the engine one element, however many records
 * it holds.
 *
 * <p>Format: the raw length as a variable-length number, then one zstd frame of the records back to back, or, where so many bytes follow, the records themselves.
 */
public final class Pack {
  /** Packs are closed when their raw bytes pass this. */
  public static final int RAW_BYTES = 1 << 20;

  private static final int LEVEL = 1;

  private Pack() {}

  /** Gathers records for one pack. Not thread-safe. */
  public static final class Writer<T> {
    private final RecordCoder<T> coder;
    private final boolean plain;
    private final Buffer buffer = new Buffer();
    private int count;

    public Writer(RecordCoder<T> coder) {
      this(coder, false);
    }

    private Writer(RecordCoder<T> coder, boolean plain) {
      this.coder = coder;
      this.plain = plain;
    }

    /** A writer for hashes, which do not compress. */
    public static <T> Writer<T> plain(RecordCoder<T> coder) {
      return new Writer<>(coder, true);
    }

    /** Adds a record. */
    public void add(T value) {
      try {
        coder.encode(value, buffer);
        count++;
      } catch (IOException e) {
        throw new UncheckedIOException("cannot encode " + value, e);
      }
    }

    /** Raw bytes gathered so far. */
    public int size() {
      return buffer.size;
    }

    /** How many records were added since the last {@link #close()}. */
    public int count() {
      return count;
    }

    /** The pack of all records added since the last call; the writer is empty again. */
    public byte[] close() {
      Buffer out = new Buffer();
      try {
        Codec.writeVarInt(buffer.size, out);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      if (plain || !compress(out)) {
        out.write(buffer.bytes, 0, buffer.size);
      }
      buffer.size = 0;
      if (buffer.bytes.length > 2 * RAW_BYTES) {
        buffer.bytes = new byte[1 << 12];
      }
      count = 0;
      return Arrays.copyOf(out.bytes, out.size);
    }

    /** Adds what was gathered as a frame, when that is shorter. */
    private boolean compress(Buffer out) {
      int room = (int) Zstd.compressBound(buffer.size);
      out.ensure(room);
      long packed = Zstd.compressByteArray(out.bytes, out.size, room, buffer.bytes, 0, buffer.size, LEVEL);
      if (Zstd.isError(packed)) {
        throw new IllegalStateException("cannot pack " + buffer.size + " bytes: " + Zstd.getErrorName(packed));
      }
      boolean shorter = packed < buffer.size;
      out.size += shorter ? (int) packed : 0;
      return shorter;
    }
  }

  /** Hands every record of a pack to {@code sink}, in the order they were added. */
  public static <T> void read(byte[] pack, RecordCoder<T> coder, Consumer<T> sink) {
    try (ByteReader in = new ByteReader(pack)) {
      int size = (int) Codec.readVarInt(in);
      ByteReader records = in;
      if (in.available() != size) {
        byte[] raw = new byte[size];
        long got = Zstd.decompressByteArray(raw, 0, size, pack, pack.length - in.available(), in.available());
        if (got != size) {
          throw new IOException("pack of " + size + " bytes gave " + got);
        }
        records = new ByteReader(raw);
      }
      while (records.available() > 0) {
        sink.accept(coder.decode(records));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("broken pack", e);
    }
  }

  /** A byte array that grows; ByteArrayOutputStream without its locks. */
  static final class Buffer extends OutputStream {
    private static final int MOST_OF_NUMBER = 10;

    byte[] bytes;
    int size;
    private char[] chars = {};

    Buffer() {
      this(1 << 12);
    }

    Buffer(int bytes) {
      this.bytes = new byte[bytes];
    }

    /** Leaves room for so many bytes. */
    void skip(int count) {
      ensure(count);
      size += count;
    }

    /** Hashes take ten bytes each: room for them is asked for once. */
    void writeVarInt(long value) {
      ensure(MOST_OF_NUMBER);
      long v = value;
      while ((v & ~0x7FL) != 0) {
        bytes[size++] = (byte) (v & 0x7F | 0x80);
        v >>>= 7;
      }
      bytes[size++] = (byte) v;
    }

    /** A text behind the number of its bytes plus one. */
    void writeText(String text) {
      int count = text.length();
      if (count > chars.length) {
        chars = new char[Math.max(count, 2 * chars.length)];
      }
      text.getChars(0, count, chars, 0);
      ensure(MOST_OF_NUMBER + ShortText.MOST * count);
      // as a rule a unit is a byte; where it is not, the number before them may be longer
      int begin = size + bytesOf(count + 1);
      int end = ShortText.write(chars, count, bytes, begin);
      int length = end - begin;
      int shift = bytesOf(length + 1) - (begin - size);
      if (shift > 0) {
        System.arraycopy(bytes, begin, bytes, begin + shift, length);
      }
      writeVarInt(length + 1L);
      size += length;
    }

    private static int bytesOf(int number) {
      return (38 - Integer.numberOfLeadingZeros(number | 1)) / 7;
    }

    @Override
    public void write(int b) {
      ensure(1);
      bytes[size++] = (byte) b;
    }

    @Override
    public void write(byte[] source, int from, int length) {
      ensure(length);
      System.arraycopy(source, from, bytes, size, length);
      size += length;
    }

    private void ensure(int more) {
      if (size + more > bytes.length) {
        bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, size + more));
      }
    }
  }
}
