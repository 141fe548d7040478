package io.khabar.sink;

import io.khabar.sink.ColumnType.ListOf;
import io.khabar.sink.ColumnType.Scalar;
import io.khabar.sink.ColumnType.Struct;
import java.util.List;
import java.util.function.Function;

/**
 * A column of a dataset: its name, its type, and where a row keeps its value. A null value is null in both formats.
 *
 * @param <T> the row
 */
record Column<T>(String name, ColumnType type, Function<T, ?> value) {
  static <T> Column<T> text(String name, Function<T, String> value) {
    return new Column<>(name, Scalar.STRING, value);
  }

  static <T> Column<T> integer(String name, Function<T, Integer> value) {
    return new Column<>(name, Scalar.INT, value);
  }

  static <T> Column<T> number(String name, Function<T, Long> value) {
    return new Column<>(name, Scalar.LONG, value);
  }

  static <T> Column<T> real(String name, Function<T, Double> value) {
    return new Column<>(name, Scalar.DOUBLE, value);
  }

  static <T> Column<T> day(String name, Function<T, String> value) {
    return new Column<>(name, Scalar.DATE, value);
  }

  static <T> Column<T> bytes(String name, Function<T, byte[]> value) {
    return new Column<>(name, Scalar.BYTES, value);
  }

  static <T> Column<T> texts(String name, Function<T, List<String>> value) {
    return new Column<>(name, new ListOf(Scalar.STRING), value);
  }

  static <T> Column<T> integers(String name, Function<T, List<Integer>> value) {
    return new Column<>(name, new ListOf(Scalar.INT), value);
  }

  static <T> Column<T> numbers(String name, Function<T, List<Long>> value) {
    return new Column<>(name, new ListOf(Scalar.LONG), value);
  }

  @SafeVarargs
  @SuppressWarnings({"unchecked", "varargs"})
  static <T, E> Column<T> structs(String name, Function<T, List<E>> value, Column<E>... fields) {
    List<Column<Object>> columns = (List<Column<Object>>) (List<?>) List.of(fields);
    return new Column<>(name, new ListOf(new Struct(columns)), value);
  }
}
