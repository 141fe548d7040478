package io.khabar.coder;

import java.util.TreeMap;
import java.util.function.BiConsumer;

/**
 * The packs that a step has open, one for each partition it has met: for steps that pack what they make, so that nothing waits as an object. Not thread-safe.
 *
 * @param <T> a record
 */
public final class OpenPacks<T> {
  private final RecordCoder<T> coder;
  private final TreeMap<Integer, Pack.Writer<T>> open = new TreeMap<>();

  /** Packs for records of a type. */
  public OpenPacks(RecordCoder<T> coder) {
    this.coder = coder;
  }

  /** Adds a record; a pack that is full is handed on with its partition. */
  public void add(int partition, T record, BiConsumer<Integer, byte[]> full) {
    Pack.Writer<T> writer = open.computeIfAbsent(partition, k -> new Pack.Writer<>(coder));
    writer.add(record);
    if (writer.size() >= Pack.RAW_BYTES) {
      full.accept(partition, writer.close());
    }
  }

  /** Hands on what is left, by partition. */
  public void close(BiConsumer<Integer, byte[]> rest) {
    open.forEach(
        (partition, writer) -> {
          if (writer.count() > 0) {
            rest.accept(partition, writer.close());
          }
        });
    open.clear();
  }
}
