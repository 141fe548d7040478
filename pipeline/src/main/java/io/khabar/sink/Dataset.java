package io.khabar.sink;

import java.util.List;
import java.util.function.Function;

/**
 * A dataset: its name, its columns, and the key its rows are ordered by.
 *
 * @param key files are sorted by it, and the ledger sums its hashes
 * @param unique whether no two rows may share a key; a broken promise is never written
 * @param <T> the row
 */
record Dataset<T>(String name, Function<T, String> key, boolean unique, List<Column<T>> columns) {
  @SafeVarargs
  @SuppressWarnings("varargs")
  static <T> Dataset<T> of(String name, Function<T, String> key, Column<T>... columns) {
    return new Dataset<>(name, key, true, List.of(columns));
  }

  /** The same dataset where rows may share a key. */
  Dataset<T> allowingEqualKeys() {
    return new Dataset<>(name, key, false, columns);
  }
}
