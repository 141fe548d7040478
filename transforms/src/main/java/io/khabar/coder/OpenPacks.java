package io.khabar.coder;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Supplier;

/**
 * The packs that a step has open, one for each partition it has met: for steps that pack what they make, so that nothing waits as an object. Not thread-safe.
 *
 * @param <T> a record
 */
public final class OpenPacks<T> {
  private final Supplier<Pack.Writer<T>> opener;
  /** By partition; null where nothing was told. */
  private final List<Pack.Writer<T>> open = new ArrayList<>();

  /** Packs for records of a type. */
  public OpenPacks(RecordCoder<T> coder) {
    this(() -> new Pack.Writer<>(coder));
  }

  /** The same with writers of another kind. */
  public OpenPacks(Supplier<Pack.Writer<T>> opener) {
    this.opener = opener;
  }

  /** Adds a record; a pack that is full is handed on with its partition. */
  public void add(int partition, T record, BiConsumer<Integer, byte[]> full) {
    while (open.size() <= partition) {
      open.add(null);
    }
    if (open.get(partition) == null) {
      open.set(partition, opener.get());
    }
    Pack.Writer<T> writer = open.get(partition);
    writer.add(record);
    if (writer.size() >= Pack.RAW_BYTES) {
      full.accept(partition, writer.close());
    }
  }

  /** Hands on what is left, by partition. */
  public void close(BiConsumer<Integer, byte[]> rest) {
    for (int partition = 0; partition < open.size(); partition++) {
      if (open.get(partition) != null && open.get(partition).count() > 0) {
        rest.accept(partition, open.get(partition).close());
      }
    }
    open.clear();
  }
}
