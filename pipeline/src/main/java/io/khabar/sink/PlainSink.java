package io.khabar.sink;

import io.khabar.model.Cluster;
import io.khabar.model.Duplicate;
import io.khabar.model.Event;
import io.khabar.model.EventMember;
import io.khabar.model.ParsedPage;
import io.khabar.model.Relation;
import io.khabar.text.Ids;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.parquet.hadoop.ParquetWriter;

/** The files of a run written from lists in memory, without an engine: the yardstick for what an engine costs. Nothing is published. */
public final class PlainSink {
  private final SinkConfig config;
  private final PartitionFates fates = new PartitionFates();
  private final Map<String, EntityRow> entities = new TreeMap<>();

  /** A sink that knows what was decided. */
  public PlainSink(SinkConfig config, List<Duplicate> duplicates, List<Cluster> clusters, List<EventMember> members) {
    this.config = config;
    duplicates.forEach(fates::add);
    clusters.forEach(fates::add);
    members.forEach(fates::add);
  }

  /** The pages of each partition. */
  public List<List<ParsedPage>> deal(List<ParsedPage> pages) {
    List<List<ParsedPage>> parts = new ArrayList<>();
    for (int i = 0; i < config.partitions(); i++) {
      parts.add(new ArrayList<>());
    }
    pages.forEach(page -> parts.get(Ids.partition(page.document().documentId(), config.partitions())).add(page));
    return parts;
  }

  /** Writes the large datasets of one partition; from several threads at once. */
  public void write(int part, List<ParsedPage> pages) throws IOException {
    PartitionWriter writer = new PartitionWriter(config, part, fates);
    writer.writePages(pages);
    synchronized (entities) {
      writer.entities().forEach(row -> entities.merge(row.entityId(), row, (a, b) -> EntityRow.sum(List.of(a, b))));
    }
  }

  /** Writes the small datasets, after all partitions. */
  public void writeRows(List<Event> events, List<Relation> relations) throws IOException {
    write(Datasets.EVENTS, events);
    write(Datasets.RELATIONS, relations);
    write(Datasets.ENTITIES, List.copyOf(entities.values()));
  }

  /** Writes some of a page's rows in both formats to nowhere. */
  public static void rehearse(ParsedPage page) {
    try {
      rehearse(Datasets.DOCUMENTS, List.of(new DocumentRow(page.document(), page.excluded())));
      rehearse(Datasets.SEGMENTS, page.segments());
      rehearse(Datasets.MENTIONS, page.mentions());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static <T> void rehearse(Dataset<T> dataset, List<T> rows) throws IOException {
    try (ParquetWriter<T> parquet = ParquetRows.open(dataset, OutputStream.nullOutputStream());
        JsonRows<T> json = new JsonRows<>(dataset, OutputStream.nullOutputStream())) {
      for (T row : rows) {
        parquet.write(row);
        json.write(row);
      }
    }
  }

  private <T> void write(Dataset<T> dataset, List<T> rows) throws IOException {
    List<T> sorted = new ArrayList<>(rows);
    sorted.sort(Comparator.comparing(dataset.key()));
    PartFile<T> file = new PartFile<>(dataset, config, 0, 1);
    for (T row : sorted) {
      file.add(row);
    }
    file.close();
  }
}
