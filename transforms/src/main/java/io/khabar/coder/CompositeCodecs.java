package io.khabar.coder;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Codecs of types that are made of others. */
final class CompositeCodecs {
  private CompositeCodecs() {}

  static final class ListCodec extends Codec {
    private final Codec element;

    ListCodec(Codec element) {
      this.element = element;
    }

    @Override
    void write(Object value, OutputStream out) throws IOException {
      List<?> list = (List<?>) value;
      Codec.writeVarInt(list.size(), out);
      for (Object item : list) {
        element.write(item, out);
      }
    }

    @Override
    Object read(InputStream in) throws IOException {
      int size = (int) Codec.readVarInt(in);
      List<Object> list = new ArrayList<>(Math.min(size, 1 << 16));
      for (int i = 0; i < size; i++) {
        list.add(element.read(in));
      }
      return Collections.unmodifiableList(list);
    }
  }

  static final class EnumCodec extends Codec {
    private final Object[] constants;

    EnumCodec(Object[] constants) {
      this.constants = constants;
    }

    @Override
    void write(Object value, OutputStream out) throws IOException {
      Codec.writeVarInt(value == null ? 0 : ((Enum<?>) value).ordinal() + 1L, out);
    }

    @Override
    Object read(InputStream in) throws IOException {
      int at = (int) Codec.readVarInt(in);
      return at == 0 ? null : constants[at - 1];
    }
  }

  static final class RecordCodec extends Codec {
    private final Codec[] codecs;
    // plain reflection: method handles make some ten classes a record at every start, and a call of one that is no constant is about as dear
    private final Method[] getters;
    private final Constructor<?> constructor;

    RecordCodec(Class<?> type) {
      try {
        RecordComponent[] components = type.getRecordComponents();
        codecs = new Codec[components.length];
        getters = new Method[components.length];
        Class<?>[] types = new Class<?>[components.length];
        for (int i = 0; i < components.length; i++) {
          types[i] = components[i].getType();
          codecs[i] = Codec.of(components[i].getGenericType());
          getters[i] = components[i].getAccessor();
          getters[i].setAccessible(true);
        }
        constructor = type.getDeclaredConstructor(types);
        constructor.setAccessible(true);
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
          component = getters[i].invoke(value);
        } catch (ReflectiveOperationException e) {
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
        return constructor.newInstance(components);
      } catch (ReflectiveOperationException e) {
        throw new IOException("cannot make a record", e);
      }
    }
  }
}
