package io.khabar.sink;

import io.khabar.sink.ColumnType.ListOf;
import io.khabar.sink.ColumnType.Scalar;
import io.khabar.sink.ColumnType.Struct;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.conf.ParquetConfiguration;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.ParquetFileWriter;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.OutputFile;
import org.apache.parquet.io.PositionOutputStream;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.RecordConsumer;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type;
import org.apache.parquet.schema.Type.Repetition;
import org.apache.parquet.schema.Types;

/** Writes rows of one dataset as Parquet, zstd, standard three-level lists, without any Hadoop file system or configuration. */
final class ParquetRows<T> {
  private static final long ROW_GROUP_BYTES = 32L << 20;
  private static final String[] UNIQUE = {"text", "payload", "shingles.list.element", "bands.list.element", "key", "content_key", "message"};

  private ParquetRows() {}

  /**
   * A writer over a stream; closing it closes the stream.
   *
   * @throws IOException when the stream does
   */
  static <T> ParquetWriter<T> open(Dataset<T> dataset, OutputStream out) throws IOException {
    Builder<T> builder = new Builder<>(dataset, out);
    // values that hardly ever repeat would only fill a dictionary to throw it away
    for (String unique : UNIQUE) {
      builder.withDictionaryEncoding(unique, false);
    }
    return builder
        .withConf(new PlainParquetConfiguration())
        .withCodecFactory(new ZstdPages())
        .withCompressionCodec(CompressionCodecName.ZSTD)
        .withRowGroupSize(ROW_GROUP_BYTES)
        .withWriteMode(ParquetFileWriter.Mode.CREATE)
        .build();
  }

  /** The Parquet schema of a dataset. */
  static MessageType schema(Dataset<?> dataset) {
    Types.MessageTypeBuilder message = Types.buildMessage();
    for (Column<?> column : dataset.columns()) {
      message.addField(field(column.name(), column.type(), Repetition.OPTIONAL));
    }
    return message.named(dataset.name());
  }

  private static Type field(String name, ColumnType type, Repetition repetition) {
    if (type instanceof Scalar scalar) {
      return switch (scalar) {
        case STRING -> Types.primitive(PrimitiveTypeName.BINARY, repetition).as(LogicalTypeAnnotation.stringType()).named(name);
        case INT -> Types.primitive(PrimitiveTypeName.INT32, repetition).named(name);
        case LONG -> Types.primitive(PrimitiveTypeName.INT64, repetition).named(name);
        case DOUBLE -> Types.primitive(PrimitiveTypeName.DOUBLE, repetition).named(name);
        case DATE -> Types.primitive(PrimitiveTypeName.INT32, repetition).as(LogicalTypeAnnotation.dateType()).named(name);
        case BYTES -> Types.primitive(PrimitiveTypeName.BINARY, repetition).named(name);
      };
    }
    if (type instanceof ListOf list) {
      Type element = field("element", list.element(), Repetition.REQUIRED);
      return Types.buildGroup(repetition).as(LogicalTypeAnnotation.listType()).addField(Types.repeatedGroup().addField(element).named("list")).named(name);
    }
    Types.GroupBuilder<org.apache.parquet.schema.GroupType> group = Types.buildGroup(repetition);
    for (Column<Object> column : ((Struct) type).fields()) {
      group.addField(field(column.name(), column.type(), Repetition.OPTIONAL));
    }
    return group.named(name);
  }

  private static final class Builder<T> extends ParquetWriter.Builder<T, Builder<T>> {
    private final Dataset<T> dataset;

    Builder(Dataset<T> dataset, OutputStream out) {
      super(new StreamFile(out));
      this.dataset = dataset;
    }

    @Override
    protected Builder<T> self() {
      return this;
    }

    @Override
    protected WriteSupport<T> getWriteSupport(Configuration conf) {
      return new RowSupport<>(dataset);
    }

    @Override
    protected WriteSupport<T> getWriteSupport(ParquetConfiguration conf) {
      return new RowSupport<>(dataset);
    }
  }

  private static final class RowSupport<T> extends WriteSupport<T> {
    private final Dataset<T> dataset;
    private RecordConsumer out;

    RowSupport(Dataset<T> dataset) {
      this.dataset = dataset;
    }

    @Override
    public WriteContext init(Configuration conf) {
      return new WriteContext(schema(dataset), Map.of());
    }

    @Override
    public WriteContext init(ParquetConfiguration conf) {
      return new WriteContext(schema(dataset), Map.of());
    }

    @Override
    public void prepareForWrite(RecordConsumer consumer) {
      out = consumer;
    }

    @Override
    public void write(T row) {
      out.startMessage();
      fields(dataset.columns(), row);
      out.endMessage();
    }

    private <R> void fields(List<Column<R>> columns, R row) {
      for (int i = 0; i < columns.size(); i++) {
        Column<R> column = columns.get(i);
        Object value = column.value().apply(row);
        if (value != null) {
          out.startField(column.name(), i);
          value(column.type(), value);
          out.endField(column.name(), i);
        }
      }
    }

    private void value(ColumnType type, Object value) {
      if (type instanceof Scalar scalar) {
        switch (scalar) {
          // Binary.fromString goes through a charset encoder, several times slower than this
          case STRING -> out.addBinary(Binary.fromConstantByteArray(((String) value).getBytes(StandardCharsets.UTF_8)));
          case INT -> out.addInteger((Integer) value);
          case LONG -> out.addLong((Long) value);
          case DOUBLE -> out.addDouble((Double) value);
          case DATE -> out.addInteger((int) LocalDate.parse((String) value).toEpochDay());
          case BYTES -> out.addBinary(Binary.fromConstantByteArray((byte[]) value));
        }
      } else if (type instanceof ListOf list) {
        out.startGroup();
        List<?> items = (List<?>) value;
        if (!items.isEmpty()) {
          out.startField("list", 0);
          for (Object item : items) {
            out.startGroup();
            out.startField("element", 0);
            value(list.element(), item);
            out.endField("element", 0);
            out.endGroup();
          }
          out.endField("list", 0);
        }
        out.endGroup();
      } else {
        out.startGroup();
        fields(((Struct) type).fields(), value);
        out.endGroup();
      }
    }
  }

  /** Parquet's idea of a file over a plain stream. */
  private record StreamFile(OutputStream stream) implements OutputFile {
    @Override
    public PositionOutputStream create(long blockSizeHint) {
      return new PositionOutputStream() {
        private long position;

        @Override
        public long getPos() {
          return position;
        }

        @Override
        public void write(int b) throws IOException {
          stream.write(b);
          position++;
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
          stream.write(bytes, from, length);
          position += length;
        }

        @Override
        public void flush() throws IOException {
          stream.flush();
        }

        @Override
        public void close() throws IOException {
          stream.close();
        }
      };
    }

    @Override
    public PositionOutputStream createOrOverwrite(long blockSizeHint) {
      return create(blockSizeHint);
    }

    @Override
    public boolean supportsBlockSize() {
      return false;
    }

    @Override
    public long defaultBlockSize() {
      return 0;
    }
  }
}
