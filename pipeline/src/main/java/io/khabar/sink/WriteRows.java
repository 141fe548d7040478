package io.khabar.sink;

import io.khabar.coder.Pack;
import io.khabar.coder.PackByPartition;
import io.khabar.coder.RecordCoder;
import io.khabar.model.Event;
import io.khabar.model.Reject;
import io.khabar.model.Relation;
import io.khabar.sink.Parcel.What;
import io.khabar.text.Hash64;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.Flatten;
import org.apache.beam.sdk.transforms.GroupByKey;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionList;
import org.apache.beam.sdk.values.PCollectionTuple;
import org.apache.beam.sdk.values.TupleTag;

/**
 * Writes the small datasets, all through one shuffle: rows grouped by dataset and a hash of their key into a few partitions, each sorted and written as one file.
 * Rows of entities that share a key are added up first.
 */
final class WriteRows extends PTransform<PCollectionTuple, PCollection<FileEntry>> {
  private static final long serialVersionUID = 1L;

  static final TupleTag<Relation> RELATIONS = new TupleTag<>() {};
  static final TupleTag<EntityRow> ENTITIES = new TupleTag<>() {};
  static final TupleTag<Event> EVENTS = new TupleTag<>() {};
  static final TupleTag<Reject> REJECTS = new TupleTag<>() {};

  private final SinkConfig config;
  private final int partitions;

  /** The datasets written this way; an enum, because a dataset's functions need not be serialisable. */
  private enum SmallDataset {
    RELATIONS(Datasets.RELATIONS, Relation.class),
    ENTITIES(Datasets.ENTITIES, EntityRow.class),
    EVENTS(Datasets.EVENTS, Event.class),
    REJECTS(Datasets.REJECTS, Reject.class);

    private final Dataset<?> dataset;
    private final Class<?> type;

    <T> SmallDataset(Dataset<T> dataset, Class<T> type) {
      this.dataset = dataset;
      this.type = type;
    }

    @SuppressWarnings("unchecked")
    <T> Dataset<T> dataset() {
      return (Dataset<T>) dataset;
    }

    @SuppressWarnings("unchecked")
    <T> Class<T> type() {
      return (Class<T>) type;
    }
  }

  private WriteRows(SinkConfig config) {
    this.config = config;
    this.partitions = Math.max(1, config.partitions() / 8);
  }

  /** Writes the rows that stand under the four tags. */
  static WriteRows with(SinkConfig config) {
    return new WriteRows(config);
  }

  @Override
  public PCollection<FileEntry> expand(PCollectionTuple rows) {
    int all = SmallDataset.values().length * partitions;
    PCollection<KV<Integer, Parcel>> nothing = rows.getPipeline().apply("Every partition", EveryPartition.of(all));
    return PCollectionList.of(nothing)
        .and(parcels(rows.get(RELATIONS), SmallDataset.RELATIONS))
        .and(parcels(rows.get(ENTITIES), SmallDataset.ENTITIES))
        .and(parcels(rows.get(EVENTS), SmallDataset.EVENTS))
        .and(parcels(rows.get(REJECTS), SmallDataset.REJECTS))
        .apply("All rows", Flatten.pCollections())
        .apply("Meet by partition", GroupByKey.create())
        .apply("Write partition", ParDo.of(new WriteFn(config, partitions)))
        .setCoder(RecordCoder.of(FileEntry.class));
  }

  private <T> PCollection<KV<Integer, Parcel>> parcels(PCollection<T> rows, SmallDataset what) {
    int n = partitions;
    return rows.apply(
        "Rows of " + what.dataset.name(),
        PackByPartition.of(what.<T>type(), row -> what.ordinal() * n + (int) Long.remainderUnsigned(Hash64.of(what.<T>dataset().key().apply(row)), n))
            .as(Parcel.class, pack -> new Parcel(What.ROWS, pack)));
  }

  private static final class WriteFn extends DoFn<KV<Integer, Iterable<Parcel>>, FileEntry> {
    private static final long serialVersionUID = 1L;

    private final SinkConfig config;
    private final int partitions;

    WriteFn(SinkConfig config, int partitions) {
      this.config = config;
      this.partitions = partitions;
    }

    @ProcessElement
    public void process(@Element KV<Integer, Iterable<Parcel>> partition, OutputReceiver<FileEntry> out) throws Exception {
      SmallDataset what = SmallDataset.values()[partition.getKey() / partitions];
      write(what, partition.getKey() % partitions, partition.getValue(), out);
    }

    private <T> void write(SmallDataset what, int part, Iterable<Parcel> parcels, OutputReceiver<FileEntry> out) throws Exception {
      Dataset<T> dataset = what.dataset();
      List<T> rows = new ArrayList<>();
      for (Parcel parcel : parcels) {
        if (parcel.what() != What.NOTHING) {
          Pack.read(parcel.pack(), RecordCoder.of(what.<T>type()), rows::add);
        }
      }
      if (what == SmallDataset.ENTITIES) {
        rows = addedUp(rows);
      }
      rows.sort(Comparator.comparing(dataset.key()));
      PartFile<T> file = new PartFile<>(dataset, config, part, partitions);
      for (T row : rows) {
        file.add(row);
      }
      file.close().forEach(out::output);
    }

    @SuppressWarnings("unchecked")
    private static <T> List<T> addedUp(List<T> rows) {
      Map<String, List<EntityRow>> byId = new LinkedHashMap<>();
      for (T row : rows) {
        byId.computeIfAbsent(((EntityRow) row).entityId(), k -> new ArrayList<>()).add((EntityRow) row);
      }
      List<EntityRow> sums = new ArrayList<>();
      byId.values().forEach(same -> sums.add(EntityRow.sum(same)));
      return (List<T>) sums;
    }
  }
}
