package io.khabar.coder;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
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
      return new ListCodec(of(p.getActualTypeArguments()[0]));
    }
    if (type instanceof Class<?> c && c.isEnum()) {
      return new EnumCodec(c.getEnumConstants());
    }
    if (type instanceof Class<?> c && c.isRecord()) {
      return new RecordCodec(c);
    }
    throw new IllegalArgumentException("no codec for " + type);
  }

  static void writeVarInt(long value, OutputStream out) throws IOException {
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
    for (int i = 56; i >= 0; i -= 8) {
      out.write((int) (v >>> i));
    }
  }

  private static long readLong(InputStream in) throws IOException {
    byte[] b = readBytes(in, 8);
    long v = 0;
    for (byte x : b) {
      v = (v << 8) | (x & 0xFF);
    }
    return v;
  }

  /** A byte array read without locks or copies; packs are read through it. */
  static final class Bytes extends InputStream {
    private final byte[] bytes;
    private int at;

    Bytes(byte[] bytes) {
      this.bytes = bytes;
    }

    @Override
    public int read() {
      return at < bytes.length ? bytes[at++] & 0xFF : -1;
    }

    @Override
    public int read(byte[] target, int from, int length) {
      if (at >= bytes.length) {
        return length == 0 ? 0 : -1;
      }
      int n = Math.min(length, bytes.length - at);
      System.arraycopy(bytes, at, target, from, n);
      at += n;
      return n;
    }

    @Override
    public int available() {
      return bytes.length - at;
    }

    private String text(int length) throws IOException {
      if (length > bytes.length - at) {
        throw new EOFException();
      }
      String text = new String(bytes, at, length, StandardCharsets.UTF_8);
      at += length;
      return text;
    }
  }

  private static byte[] readBytes(InputStream in, int length) throws IOException {
    if (in instanceof Bytes b) {
      if (length > b.available()) {
        throw new EOFException();
      }
      byte[] bytes = java.util.Arrays.copyOfRange(b.bytes, b.at, b.at + length);
      b.at += length;
      return bytes;
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
        return;
      }
      // lone surrogates, which no valid input has, would not come back: they are refused here rather than changed in silence
      byte[] bytes = ((String) value).getBytes(StandardCharsets.UTF_8);
      writeVarInt(bytes.length + 1L, out);
      out.write(bytes);
    }

    @Override
    Object read(InputStream in) throws IOException {
      int length = (int) readVarInt(in) - 1;
      if (length < 0) {
        return null;
      }
      return in instanceof Bytes b ? b.text(length) : new String(readBytes(in, length), StandardCharsets.UTF_8);
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
      byte[] bytes = new byte[ints.length * 4];
      for (int i = 0; i < ints.length; i++) {
        int v = ints[i];
        bytes[4 * i] = (byte) (v >>> 24);
        bytes[4 * i + 1] = (byte) (v >>> 16);
        bytes[4 * i + 2] = (byte) (v >>> 8);
        bytes[4 * i + 3] = (byte) v;
      }
      writeVarInt(ints.length, out);
      out.write(bytes);
    }

    @Override
    Object read(InputStream in) throws IOException {
      int[] ints = new int[(int) readVarInt(in)];
      byte[] b = readBytes(in, ints.length * 4);
      for (int i = 0; i < ints.length; i++) {
        ints[i] = b[4 * i] << 24 | (b[4 * i + 1] & 0xFF) << 16 | (b[4 * i + 2] & 0xFF) << 8 | (b[4 * i + 3] & 0xFF);
      }
      return ints;
    }
  }

  private static final class LongsCodec extends Codec {
    @Override
    void write(Object value, OutputStream out) throws IOException {
      long[] longs = (long[]) value;
      writeVarInt(longs.length, out);
      for (long v : longs) {
        writeLong(v, out);
      }
    }

    @Override
    Object read(InputStream in) throws IOException {
      long[] longs = new long[(int) readVarInt(in)];
      for (int i = 0; i < longs.length; i++) {
        longs[i] = readLong(in);
      }
      return longs;
    }
  }

  private static final class ListCodec extends Codec {
    private final Codec element;

    ListCodec(Codec element) {
      this.element = element;
    }

    @Override
    void write(Object value, OutputStream out) throws IOException {
      List<?> list = (List<?>) value;
      writeVarInt(list.size(), out);
      for (Object item : list) {
        element.write(item, out);
      }
    }

    @Override
    Object read(InputStream in) throws IOException {
      int size = (int) readVarInt(in);
      List<Object> list = new ArrayList<>(Math.min(size, 1 << 16));
      for (int i = 0; i < size; i++) {
        list.add(element.read(in));
      }
      return Collections.unmodifiableList(list);
    }
  }

  private static final class EnumCodec extends Codec {
    private final Object[] constants;

    EnumCodec(Object[] constants) {
      this.constants = constants;
    }

    @Override
    void write(Object value, OutputStream out) throws IOException {
      writeVarInt(value == null ? 0 : ((Enum<?>) value).ordinal() + 1L, out);
    }

    @Override
    Object read(InputStream in) throws IOException {
      int at = (int) readVarInt(in);
      return at == 0 ? null : constants[at - 1];
    }
  }

  private static final class RecordCodec extends Codec {
    private final Codec[] codecs;
    private final MethodHandle[] getters;
    private final MethodHandle constructor;

    RecordCodec(Class<?> type) {
      try {
        RecordComponent[] components = type.getRecordComponents();
        MethodHandles.Lookup lookup = MethodHandles.privateLookupIn(type, MethodHandles.lookup());
        codecs = new Codec[components.length];
        getters = new MethodHandle[components.length];
        Class<?>[] types = new Class<?>[components.length];
        for (int i = 0; i < components.length; i++) {
          types[i] = components[i].getType();
          codecs[i] = Codec.of(components[i].getGenericType());
          getters[i] =
              lookup.unreflect(components[i].getAccessor()).asType(java.lang.invoke.MethodType.methodType(Object.class, Object.class));
        }
        constructor =
            lookup
                .unreflectConstructor(type.getDeclaredConstructor(types))
                .asSpreader(Object[].class, components.length)
                .asType(java.lang.invoke.MethodType.methodType(Object.class, Object[].class));
      } catch (ReflectiveOperationException e) {
        throw new IllegalArgumentException("cannot look into " + type, e);
      }
    }

    @Override
    void write(Object value, OutputStream out) throws IOException {
      if (value == null) {
        out.write(0);
        return;
      }
      out.write(1);
      for (int i = 0; i < codecs.length; i++) {
        Object component;
        try {
          component = (Object) getters[i].invokeExact(value);
        } catch (Throwable e) {
          throw new IOException("cannot read a component of " + value.getClass(), e);
        }
        codecs[i].write(component, out);
      }
    }

    @Override
    Object read(InputStream in) throws IOException {
      int mark = in.read();
      if (mark < 0) {
        throw new EOFException();
      }
      if (mark == 0) {
        return null;
      }
      Object[] components = new Object[codecs.length];
      for (int i = 0; i < codecs.length; i++) {
        components[i] = codecs[i].read(in);
      }
      try {
        return (Object) constructor.invokeExact(components);
      } catch (Throwable e) {
        throw new IOException("cannot make a record", e);
      }
    }
  }
}
