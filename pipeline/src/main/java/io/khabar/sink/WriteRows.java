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
import java.util.stream.IntStream;
import org.apache.beam.sdk.coders.KvCoder;
import org.apache.beam.sdk.coders.VarIntCoder;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.Flatten;
import org.apache.beam.sdk.transforms.GroupByKey;
import org.apache.beam.sdk.transforms.MapElements;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionList;
import org.apache.beam.sdk.values.TypeDescriptor;
import org.apache.beam.sdk.values.TypeDescriptors;

/**
 * Writes a small dataset: rows grouped by a hash of their key into a few partitions, each sorted and written as one file. Rows of entities that share a key
 * are added up first.
 *
 * @param <T> the row
 */
public final class WriteRows<T> extends PTransform<PCollection<T>, PCollection<FileEntry>> {
  private static final long serialVersionUID = 1L;

  private final SmallDataset what;
  private final Class<T> type;
  private final SinkConfig config;
  private final int partitions;

  /** The datasets written this way; an enum, because a dataset's functions need not be serialisable. */
  private enum SmallDataset {
    RELATIONS(Datasets.RELATIONS),
    ENTITIES(Datasets.ENTITIES),
    EVENTS(Datasets.EVENTS),
    REJECTS(Datasets.REJECTS);

    private final Dataset<?> dataset;

    SmallDataset(Dataset<?> dataset) {
      this.dataset = dataset;
    }

    @SuppressWarnings("unchecked")
    <T> Dataset<T> dataset() {
      return (Dataset<T>) dataset;
    }
  }

  private WriteRows(SmallDataset what, Class<T> type, SinkConfig config) {
    this.what = what;
    this.type = type;
    this.config = config;
    this.partitions = Math.max(1, config.partitions() / 8);
  }

  /** Writes relations. */
  public static WriteRows<Relation> relations(SinkConfig config) {
    return new WriteRows<>(SmallDataset.RELATIONS, Relation.class, config);
  }

  /** Adds up and writes entities. */
  static WriteRows<EntityRow> entities(SinkConfig config) {
    return new WriteRows<>(SmallDataset.ENTITIES, EntityRow.class, config);
  }

  /** Writes events. */
  public static WriteRows<Event> events(SinkConfig config) {
    return new WriteRows<>(SmallDataset.EVENTS, Event.class, config);
  }

  /** Writes rejects. */
  public static WriteRows<Reject> rejects(SinkConfig config) {
    return new WriteRows<>(SmallDataset.REJECTS, Reject.class, config);
  }

  @Override
  public PCollection<FileEntry> expand(PCollection<T> rows) {
    int n = partitions;
    SmallDataset dataset = what;
    KvCoder<Integer, Parcel> coder = KvCoder.of(VarIntCoder.of(), RecordCoder.of(Parcel.class));
    PCollection<KV<Integer, Parcel>> nothing =
        rows.getPipeline()
            .apply(
                "Every partition of " + what.dataset.name(),
                Create.of(IntStream.range(0, n).boxed().map(i -> KV.of(i, new Parcel(What.NOTHING, null))).toList()).withCoder(coder));
    PCollection<KV<Integer, Parcel>> parcels =
        rows.apply(PackByPartition.of(type, row -> (int) Long.remainderUnsigned(Hash64.of(dataset.<T>dataset().key().apply(row)), n)))
            .apply(
                "To parcels",
                MapElements.into(TypeDescriptors.kvs(TypeDescriptors.integers(), TypeDescriptor.of(Parcel.class)))
                    .via(kv -> KV.of(kv.getKey(), new Parcel(What.ROWS, kv.getValue()))))
            .setCoder(coder);
    return PCollectionList.of(nothing)
        .and(parcels)
        .apply(Flatten.pCollections())
        .apply("Meet by partition", GroupByKey.create())
        .apply("Write partition", ParDo.of(new WriteFn<>(what, type, config, n)))
        .setCoder(RecordCoder.of(FileEntry.class));
  }

  private static final class WriteFn<T> extends DoFn<KV<Integer, Iterable<Parcel>>, FileEntry> {
    private static final long serialVersionUID = 1L;

    private final SmallDataset what;
    private final Class<T> type;
    private final SinkConfig config;
    private final int partitions;

    WriteFn(SmallDataset what, Class<T> type, SinkConfig config, int partitions) {
      this.what = what;
      this.type = type;
      this.config = config;
      this.partitions = partitions;
    }

    @ProcessElement
    public void process(@Element KV<Integer, Iterable<Parcel>> partition, OutputReceiver<FileEntry> out) throws Exception {
      Dataset<T> dataset = what.dataset();
      List<T> rows = new ArrayList<>();
      for (Parcel parcel : partition.getValue()) {
        if (parcel.what() != What.NOTHING) {
          Pack.read(parcel.pack(), RecordCoder.of(type), rows::add);
        }
      }
      if (what == SmallDataset.ENTITIES) {
        rows = addedUp(rows);
      }
      rows.sort(Comparator.comparing(dataset.key()));
      PartFile<T> file = new PartFile<>(dataset, config, partition.getKey(), partitions);
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
