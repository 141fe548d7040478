package io.khabar.coder;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import java.util.function.LongPredicate;

/**
 * Like {@link Pack}, but each record stands behind a 64-bit key, and a reader decodes only those whose key it wants: of all signatures of a dump few are ever
 * compared.
 *
 * <p>Format: key, length and record, back to back; what is put here is hashes, which do not compress.
 */
public final class KeyedPack {
  /** Packs are closed when they pass this; smaller than a {@link Pack}, for one bundle holds several for each partition. */
  public static final int BYTES = 1 << 18;

  private static final int HEAD = Long.BYTES + Integer.BYTES;

  private KeyedPack() {}

  /** Gathers records for one pack. Not thread-safe. */
  public static final class Writer<T> {
    private final RecordCoder<T> coder;
    private final Pack.Buffer buffer = new Pack.Buffer();

    public Writer(RecordCoder<T> coder) {
      this.coder = coder;
    }

    /** Adds a record behind its key. */
    public void add(long key, T value) {
      int start = buffer.size;
      buffer.skip(HEAD);
      try {
        coder.encode(value, buffer);
      } catch (IOException e) {
        throw new UncheckedIOException("cannot encode " + value, e);
      }
      ByteBuffer.wrap(buffer.bytes, start, HEAD).putLong(key).putInt(buffer.size - start - HEAD);
    }

    /** Bytes gathered so far. */
    public int size() {
      return buffer.size;
    }

    /** The pack of all records added since the last call; the writer is empty again. */
    public byte[] close() {
      byte[] pack = Arrays.copyOf(buffer.bytes, buffer.size);
      buffer.size = 0;
      return pack;
    }
  }

  /** Hands on the records whose key is wanted, in the order they were added. */
  public static <T> void read(byte[] pack, RecordCoder<T> coder, LongPredicate wanted, Consumer<T> sink) {
    ByteBuffer in = ByteBuffer.wrap(pack);
    while (in.hasRemaining()) {
      long key = in.getLong();
      int length = in.getInt();
      if (wanted.test(key)) {
        try {
          sink.accept(coder.decode(new ByteReader(pack, in.position(), in.position() + length)));
        } catch (IOException e) {
          throw new UncheckedIOException("broken pack", e);
        }
      }
      in.position(in.position() + length);
    }
  }

  /** Hands on the key of every record, in the order they were added. */
  public static void keys(byte[] pack, LongConsumer sink) {
    ByteBuffer in = ByteBuffer.wrap(pack);
    while (in.hasRemaining()) {
      sink.accept(in.getLong());
      int length = in.getInt();
      in.position(in.position() + length);
    }
  }
}
