package io.khabar.coder;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Writes and reads one type of value; every reference may be null. Equal values give equal bytes. */
abstract class Codec {
  private static final Map<Type, Codec> KNOWN = new ConcurrentHashMap<>();

  abstract void write(Object value, OutputStream out) throws IOException;

  abstract Object read(InputStream in) throws IOException;

  /**
   * The codec of a type.
   *
   * @throws IllegalArgumentException when a component's type is none that {@link io.khabar.model} allows
   */
  static Codec of(Type type) {
    Codec known = KNOWN.get(type);
    if (known == null) {
      known = make(type);
      KNOWN.put(type, known);
    }
    return known;
  }

  private static Codec make(Type type) {
    if (type == int.class || type == Integer.class) {
      return new IntCodec(type == Integer.class);
    }
    if (type == long.class || type == Long.class) {
      return new LongCodec(type == Long.class);
    }
    if (type == double.class || type == Double.class) {
      return new DoubleCodec(type == Double.class);
    }
    if (type == boolean.class) {
      return new BooleanCodec();
    }
    if (type == String.class) {
      return new StringCodec();
    }
    if (type == byte[].class) {
      return new BytesCodec();
    }
    if (type == int[].class) {
      return new IntsCodec();
    }
    if (type == long[].class) {
      return new LongsCodec();
    }
    if (type instanceof ParameterizedType p && p.getRawType() == List.class) {
      return new CompositeCodecs.ListCodec(of(p.getActualTypeArguments()[0]));
    }
    if (type instanceof Class<?> c && c.isEnum()) {
      return new CompositeCodecs.EnumCodec(c.getEnumConstants());
    }
    if (type instanceof Class<?> c && c.isRecord()) {
      return new CompositeCodecs.RecordCodec(c);
    }
    throw new IllegalArgumentException("no codec for " + type);
  }

  static void writeVarInt(long value, OutputStream out) throws IOException {
    if (out instanceof Pack.Buffer buffer) {
      buffer.writeVarInt(value);
      return;
    }
    long v = value;
    while ((v & ~0x7FL) != 0) {
      out.write((int) ((v & 0x7F) | 0x80));
      v >>>= 7;
    }
    out.write((int) v);
  }

  static long readVarInt(InputStream in) throws IOException {
    long value = 0;
    for (int shift = 0; shift < 64; shift += 7) {
      int b = in.read();
      if (b < 0) {
        throw new EOFException();
      }
      value |= (long) (b & 0x7F) << shift;
      if ((b & 0x80) == 0) {
        return value;
      }
    }
    throw new IOException("number of more than 64 bits");
  }

  private static void writeLong(long v, OutputStream out) throws IOException {
    out.write(ByteBuffer.allocate(Long.BYTES).putLong(v).array());
  }

  private static long readLong(InputStream in) throws IOException {
    return ByteBuffer.wrap(readBytes(in, Long.BYTES)).getLong();
  }

  private static byte[] readBytes(InputStream in, int length) throws IOException {
    if (in instanceof ByteReader b) {
      return b.bytes(length);
    }
    // one array at once where the stream vouches for its length: shuffles are copied through here
    if (length <= in.available()) {
      byte[] bytes = new byte[length];
      if (in.readNBytes(bytes, 0, length) == length) {
        return bytes;
      }
      throw new EOFException();
    }
    byte[] bytes = in.readNBytes(length);
    if (bytes.length != length) {
      throw new EOFException();
    }
    return bytes;
  }

  private static boolean writeNull(boolean nullable, Object value, OutputStream out) throws IOException {
    if (nullable) {
      out.write(value == null ? 0 : 1);
    }
    return nullable && value == null;
  }

  private static boolean readNull(boolean nullable, InputStream in) throws IOException {
    return nullable && in.read() == 0;
  }

  private static final class IntCodec extends Codec {
    private final boolean nullable;

    IntCodec(boolean nullable) {
      this.nullable = nullable;
    }

    @Override
    void write(Object value, OutputStream out) throws IOException {
      if (!writeNull(nullable, value, out)) {
        int v = (Integer) value;
        writeVarInt(((v << 1) ^ (v >> 31)) & 0xFFFFFFFFL, out);
      }
    }

    @Override
    Object read(InputStream in) throws IOException {
      if (readNull(nullable, in)) {
        return null;
      }
      int v = (int) readVarInt(in);
      return (v >>> 1) ^ -(v & 1);
    }
  }

  private static final class LongCodec extends Codec {
    private final boolean nullable;

    LongCodec(boolean nullable) {
      this.nullable = nullable;
    }

    @Override
    void write(Object value, OutputStream out) throws IOException {
      if (!writeNull(nullable, value, out)) {
        long v = (Long) value;
        writeVarInt((v << 1) ^ (v >> 63), out);
      }
    }

    @Override
    Object read(InputStream in) throws IOException {
      if (readNull(nullable, in)) {
        return null;
      }
      long v = readVarInt(in);
      return (v >>> 1) ^ -(v & 1);
    }
  }

  private static final class DoubleCodec extends Codec {
    private final boolean nullable;

    DoubleCodec(boolean nullable) {
      this.nullable = nullable;
    }

    @Override
    void write(Object value, OutputStream out) throws IOException {
      if (!writeNull(nullable, value, out)) {
        writeLong(Double.doubleToLongBits((Double) value), out);
      }
    }

    @Override
    Object read(InputStream in) throws IOException {
      return readNull(nullable, in) ? null : Double.longBitsToDouble(readLong(in));
    }
  }

  private static final class BooleanCodec extends Codec {
    @Override
    void write(Object value, OutputStream out) throws IOException {
      out.write((Boolean) value ? 1 : 0);
    }

    @Override
    Object read(InputStream in) throws IOException {
      return in.read() == 1;
    }
  }

  private static final class StringCodec extends Codec {
    @Override
    void write(Object value, OutputStream out) throws IOException {
      if (value == null) {
        out.write(0);
      } else if (out instanceof Pack.Buffer buffer) {
        buffer.writeText((String) value);
      } else {
        Pack.Buffer buffer = new Pack.Buffer(((String) value).length() + 8);
        buffer.writeText((String) value);
        out.write(buffer.bytes, 0, buffer.size);
      }
    }

    @Override
    Object read(InputStream in) throws IOException {
      int length = (int) readVarInt(in) - 1;
      if (length < 0) {
        return null;
      }
      if (in instanceof ByteReader b) {
        return b.text(length);
      }
      return new ByteReader(readBytes(in, length)).text(length);
    }
  }

  private static final class BytesCodec extends Codec {
    @Override
    void write(Object value, OutputStream out) throws IOException {
      if (value == null) {
        out.write(0);
        return;
      }
      byte[] bytes = (byte[]) value;
      writeVarInt(bytes.length + 1L, out);
      out.write(bytes);
    }

    @Override
    Object read(InputStream in) throws IOException {
      int length = (int) readVarInt(in) - 1;
      return length < 0 ? null : readBytes(in, length);
    }
  }

  private static final class IntsCodec extends Codec {
    @Override
    void write(Object value, OutputStream out) throws IOException {
      int[] ints = (int[]) value;
      writeVarInt(ints.length, out);
      ByteBuffer bytes = ByteBuffer.allocate(ints.length * Integer.BYTES);
      bytes.asIntBuffer().put(ints);
      out.write(bytes.array());
    }

    @Override
    Object read(InputStream in) throws IOException {
      int[] ints = new int[(int) readVarInt(in)];
      ByteBuffer.wrap(readBytes(in, ints.length * Integer.BYTES)).asIntBuffer().get(ints);
      return ints;
    }
  }

  private static final class LongsCodec extends Codec {
    @Override
    void write(Object value, OutputStream out) throws IOException {
      long[] longs = (long[]) value;
      writeVarInt(longs.length, out);
      ByteBuffer bytes = ByteBuffer.allocate(longs.length * Long.BYTES);
      bytes.asLongBuffer().put(longs);
      out.write(bytes.array());
    }

    @Override
    Object read(InputStream in) throws IOException {
      long[] longs = new long[(int) readVarInt(in)];
      ByteBuffer.wrap(readBytes(in, longs.length * Long.BYTES)).asLongBuffer().get(longs);
      return longs;
    }
  }
}
