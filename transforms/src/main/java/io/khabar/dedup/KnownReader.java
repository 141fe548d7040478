package io.khabar.dedup;

import java.io.IOException;
import java.io.Serializable;
import java.util.function.Consumer;

/**
 * Reads stories that earlier runs kept from where they are stored, row by row: a source may hold years of them, so nothing is gathered.
 *
 * @param <T> names a place: a file, some files
 */
@FunctionalInterface
public interface KnownReader<T> extends Serializable {
  /** Hands every story of a place to {@code sink}. */
  void read(T source, Consumer<KnownStory> sink) throws IOException;
}
