package io.khabar.sink;

import java.util.List;

/** The type of a column, the same in Parquet and JSON lines. */
sealed interface ColumnType {
  /** A single value. */
  enum Scalar implements ColumnType {
    /** Text; UTF-8. */
    STRING,
    INT,
    LONG,
    DOUBLE,
    /** A day: an ISO string from the row, DATE in Parquet, {@code "YYYY-MM-DD"} in JSON lines. */
    DATE,
    /** Bytes: BINARY in Parquet, base64 in JSON lines. */
    BYTES
  }

  /** A list of values, none of them null; a standard three-level list in Parquet. */
  record ListOf(ColumnType element) implements ColumnType {}

  /** A group of named values. */
  record Struct(List<Column<Object>> fields) implements ColumnType {}
}
