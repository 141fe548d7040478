package io.khabar.sink;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.parquet.ParquetReadOptions;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.convert.GroupRecordConverter;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.io.ColumnIOFactory;
import org.apache.parquet.io.DelegatingSeekableInputStream;
import org.apache.parquet.io.InputFile;
import org.apache.parquet.io.RecordReader;
import org.apache.parquet.io.SeekableInputStream;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.Type;

/** Reads our own Parquet files as JSON nodes, for {@code explain} and the report of runs that wrote no JSON lines. */
final class ParquetJson {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private ParquetJson() {}

  static void read(String path, Consumer<JsonNode> sink) throws IOException {
    read(path, Set.of(), sink);
  }

  /** Hands every row to {@code sink}: of its columns those named, or all where none is; the others are not even unpacked. */
  static void read(String path, Set<String> columns, Consumer<JsonNode> sink) throws IOException {
    byte[] bytes;
    try (InputStream in = Store.of(path).open(path)) {
      bytes = in.readAllBytes();
    }
    ParquetReadOptions options = ParquetReadOptions.builder(new PlainParquetConfiguration()).withCodecFactory(new ZstdPages()).build();
    try (ParquetFileReader reader = ParquetFileReader.open(new BytesFile(bytes), options)) {
      MessageType whole = reader.getFooter().getFileMetaData().getSchema();
      MessageType schema = columns.isEmpty() ? whole : new MessageType(whole.getName(), whole.getFields().stream().filter(f -> columns.contains(f.getName())).toList());
      reader.setRequestedSchema(schema);
      for (PageReadStore group = reader.readNextRowGroup(); group != null; group = reader.readNextRowGroup()) {
        RecordReader<Group> records = new ColumnIOFactory().getColumnIO(schema).getRecordReader(group, new GroupRecordConverter(schema));
        for (long i = 0; i < group.getRowCount(); i++) {
          sink.accept(node(records.read()));
        }
      }
    }
  }

  private static ObjectNode node(Group group) {
    ObjectNode node = NODES.objectNode();
    for (Type type : group.getType().getFields()) {
      node.set(type.getName(), group.getFieldRepetitionCount(type.getName()) == 0 ? NODES.nullNode() : value(group, type));
    }
    return node;
  }

  private static JsonNode value(Group group, Type type) {
    String name = type.getName();
    if (type.isPrimitive()) {
      return switch (type.asPrimitiveType().getPrimitiveTypeName()) {
        case INT32 ->
            type.getLogicalTypeAnnotation() instanceof LogicalTypeAnnotation.DateLogicalTypeAnnotation
                ? NODES.textNode(LocalDate.ofEpochDay(group.getInteger(name, 0)).toString())
                : NODES.numberNode(group.getInteger(name, 0));
        case INT64 -> NODES.numberNode(group.getLong(name, 0));
        case DOUBLE -> NODES.numberNode(group.getDouble(name, 0));
        default ->
            type.getLogicalTypeAnnotation() == null ? NODES.binaryNode(group.getBinary(name, 0).getBytes()) : NODES.textNode(group.getString(name, 0));
      };
    }
    Group inner = group.getGroup(name, 0);
    if (!(type.getLogicalTypeAnnotation() instanceof LogicalTypeAnnotation.ListLogicalTypeAnnotation)) {
      return node(inner);
    }
    ArrayNode list = NODES.arrayNode();
    for (int i = 0; i < inner.getFieldRepetitionCount("list"); i++) {
      Group item = inner.getGroup("list", i);
      list.add(value(item, item.getType().getType("element")));
    }
    return list;
  }

  private record BytesFile(byte[] bytes) implements InputFile {
    @Override
    public long getLength() {
      return bytes.length;
    }

    @Override
    public SeekableInputStream newStream() {
      Cursor cursor = new Cursor(bytes);
      return new DelegatingSeekableInputStream(cursor) {
        @Override
        public long getPos() {
          return cursor.position();
        }

        @Override
        public void seek(long to) {
          cursor.seek((int) to);
        }
      };
    }
  }

  private static final class Cursor extends ByteArrayInputStream {
    Cursor(byte[] bytes) {
      super(bytes);
    }

    int position() {
      return pos;
    }

    void seek(int to) {
      pos = to;
    }
  }
}
