package io.khabar.sink;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.khabar.sink.ColumnType.ListOf;
import io.khabar.sink.ColumnType.Scalar;
import io.khabar.sink.ColumnType.Struct;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/** Writes rows of one dataset as JSON lines: UTF-8, one object a line, columns in their order, nulls written out. */
final class JsonRows<T> implements Closeable {
  private static final JsonFactory JSON = new JsonFactory();

  private final Dataset<T> dataset;
  private final JsonGenerator out;

  /** A writer over a stream; closing it closes the stream. */
  JsonRows(Dataset<T> dataset, OutputStream stream) throws IOException {
    this.dataset = dataset;
    this.out = JSON.createGenerator(stream, JsonEncoding.UTF8);
    out.setRootValueSeparator(null);
  }

  void write(T row) throws IOException {
    struct(dataset.columns(), row);
    out.writeRaw('\n');
  }

  private <R> void struct(List<Column<R>> columns, R row) throws IOException {
    out.writeStartObject();
    for (Column<R> column : columns) {
      out.writeFieldName(column.name());
      value(column.type(), column.value().apply(row));
    }
    out.writeEndObject();
  }

  private void value(ColumnType type, Object value) throws IOException {
    if (value == null) {
      out.writeNull();
    } else if (type instanceof Scalar scalar) {
      switch (scalar) {
        case STRING, DATE -> out.writeString((String) value);
        case INT -> out.writeNumber((Integer) value);
        case LONG -> out.writeNumber((Long) value);
        case DOUBLE -> out.writeNumber((Double) value);
        case BYTES -> out.writeBinary((byte[]) value);
      }
    } else if (type instanceof ListOf list) {
      out.writeStartArray();
      for (Object item : (List<?>) value) {
        value(list.element(), item);
      }
      out.writeEndArray();
    } else {
      struct(((Struct) type).fields(), value);
    }
  }

  @Override
  public void close() throws IOException {
    out.close();
  }
}
