package io.khabar.coder;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.apache.beam.sdk.coders.CustomCoder;
import org.apache.beam.sdk.coders.Coder;
import org.apache.beam.sdk.coders.CoderProvider;
import org.apache.beam.sdk.coders.CannotProvideCoderException;
import org.apache.beam.sdk.values.TypeDescriptor;

/**
 * A deterministic coder for any record whose components are primitives, strings, enums, arrays of bytes, ints and longs, lists and
 * further records. Works as a key coder.
 *
 * @param <T> the record
 */
public final class RecordCoder<T> extends CustomCoder<T> {
  private static final long serialVersionUID = 1L;

  private final Class<T> type;
  private transient Codec codec;

  private RecordCoder(Class<T> type) {
    this.type = type;
    this.codec = Codec.of(type);
  }

  /**
   * The coder of a record type.
   *
   * @throws IllegalArgumentException when a component has a type that cannot be coded
   */
  public static <T> RecordCoder<T> of(Class<T> type) {
    return new RecordCoder<>(type);
  }

  /** Lets a pipeline infer this coder for every record of Khabar. */
  public static CoderProvider provider() {
    return new CoderProvider() {
      @Override
      @SuppressWarnings("unchecked")
      public <T> Coder<T> coderFor(TypeDescriptor<T> descriptor, java.util.List<? extends Coder<?>> components)
          throws CannotProvideCoderException {
        Class<? super T> raw = descriptor.getRawType();
        if (!raw.isRecord()) {
          throw new CannotProvideCoderException(raw + " is no record");
        }
        return (Coder<T>) of(raw);
      }
    };
  }

  private Codec codec() {
    if (codec == null) {
      codec = Codec.of(type);
    }
    return codec;
  }

  @Override
  public void encode(T value, OutputStream out) throws IOException {
    codec().write(value, out);
  }

  @Override
  public T decode(InputStream in) throws IOException {
    return type.cast(codec().read(in));
  }

  @Override
  public void verifyDeterministic() {}

  @Override
  public boolean equals(Object other) {
    return other instanceof RecordCoder<?> that && that.type == type;
  }

  @Override
  public int hashCode() {
    return type.getName().hashCode();
  }

  @Override
  public String toString() {
    return "RecordCoder(" + type.getSimpleName() + ")";
  }
}
