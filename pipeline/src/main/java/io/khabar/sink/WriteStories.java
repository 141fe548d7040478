package io.khabar.sink;

import io.khabar.coder.GatherFirst;
import io.khabar.coder.Pack;
import io.khabar.coder.PackByPartition;
import io.khabar.coder.RecordCoder;
import io.khabar.model.Cluster;
import io.khabar.model.Duplicate;
import io.khabar.model.EventMember;
import io.khabar.model.ParsedPage;
import io.khabar.sink.Parcel.What;
import io.khabar.text.Ids;
import java.util.ArrayList;
import java.util.List;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.Flatten;
import org.apache.beam.sdk.transforms.GroupByKey;
import org.apache.beam.sdk.transforms.MapElements;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.SerializableFunction;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionList;
import org.apache.beam.sdk.values.PCollectionTuple;
import org.apache.beam.sdk.values.TupleTag;
import org.apache.beam.sdk.values.TupleTagList;
import org.apache.beam.sdk.values.TypeDescriptor;

/**
 * The only shuffle that text crosses. Pages and the decisions about their stories meet by partition of the document id, packed; each partition is sorted and
 * written as one file per dataset (documents, segments, stories, mentions, duplicates, signatures), named by dataset, partition and number of partitions.
 *
 * <p>Memory: one partition's packs and its pages at a time.
 */
public final class WriteStories extends PTransform<PCollection<ParsedPage>, PCollectionTuple> {
  private static final long serialVersionUID = 1L;

  /** Files written. */
  public static final TupleTag<FileEntry> FILES = new TupleTag<>() {};

  /** Counts of what was written. */
  public static final TupleTag<Tally> TALLIES = new TupleTag<>() {};

  /** Counts of entities, one row for each partition an entity occurs in. */
  static final TupleTag<EntityRow> ENTITIES = new TupleTag<>() {};

  private final SinkConfig config;
  private final transient PCollection<Duplicate> duplicates;
  private final transient PCollection<Cluster> clusters;
  private final transient PCollection<EventMember> events;

  private WriteStories(SinkConfig config, PCollection<Duplicate> duplicates, PCollection<Cluster> clusters, PCollection<EventMember> events) {
    this.config = config;
    this.duplicates = duplicates;
    this.clusters = clusters;
    this.events = events;
  }

  /** Writes pages together with what was decided about their stories. */
  public static WriteStories with(
      SinkConfig config, PCollection<Duplicate> duplicates, PCollection<Cluster> clusters, PCollection<EventMember> events) {
    return new WriteStories(config, duplicates, clusters, events);
  }

  @Override
  public PCollectionTuple expand(PCollection<ParsedPage> pages) {
    int n = config.partitions();
    PCollection<KV<Integer, Parcel>> nothing = pages.getPipeline().apply("Every partition", EveryPartition.of(n));
    // decisions come in many small bundles, and much text waits for them
    PCollection<KV<Integer, Parcel>> decisions =
        PCollectionList.of(parcels(duplicates, "Duplicates", What.DUPLICATES, Duplicate.class, d -> Ids.partition(d.storyId(), n)))
            .and(parcels(clusters, "Clusters", What.CLUSTERS, Cluster.class, c -> Ids.partition(c.keptStoryId(), n)))
            .and(parcels(events, "Events", What.EVENTS, EventMember.class, e -> Ids.partition(e.storyId(), n)))
            .apply("All decisions", Flatten.pCollections())
            .apply("Gather decisions", GatherFirst.byPartition());
    return PCollectionList.of(nothing)
        .and(parcels(pages.apply("Texts once", MapElements.into(TypeDescriptor.of(ParsedPage.class)).via(SegmentTexts::off)).setCoder(RecordCoder.of(ParsedPage.class)), "Pages", What.PAGES, ParsedPage.class, p -> Ids.partition(p.document().documentId(), n)))
        .and(decisions)
        .apply("Text and decisions", Flatten.pCollections())
        .apply("Meet by partition", GroupByKey.create())
        .apply("Write partition", ParDo.of(new WriteFn(config)).withOutputTags(FILES, TupleTagList.of(TALLIES).and(ENTITIES)));
  }

  private static <T> PCollection<KV<Integer, Parcel>> parcels(
      PCollection<T> records, String name, What what, Class<T> type, SerializableFunction<T, Integer> partition) {
    return records.apply(name + " to partitions", PackByPartition.of(type, partition).as(Parcel.class, pack -> new Parcel(what, pack)));
  }

  private static final class WriteFn extends DoFn<KV<Integer, Iterable<Parcel>>, FileEntry> {
    private static final long serialVersionUID = 1L;

    private final SinkConfig config;

    WriteFn(SinkConfig config) {
      this.config = config;
    }

    @ProcessElement
    public void process(@Element KV<Integer, Iterable<Parcel>> partition, MultiOutputReceiver out) throws Exception {
      // one pass: some engines give a group's values only once
      List<byte[]> pages = new ArrayList<>();
      PartitionFates fates = new PartitionFates();
      for (Parcel parcel : partition.getValue()) {
        switch (parcel.what()) {
          case NOTHING, ROWS -> { }
          case PAGES -> pages.add(parcel.pack());
          case DUPLICATES -> Pack.read(parcel.pack(), RecordCoder.of(Duplicate.class), fates::add);
          case CLUSTERS -> Pack.read(parcel.pack(), RecordCoder.of(Cluster.class), fates::add);
          case EVENTS -> Pack.read(parcel.pack(), RecordCoder.of(EventMember.class), fates::add);
        }
      }
      PartitionWriter writer = new PartitionWriter(config, partition.getKey(), fates);
      writer.write(pages);
      writer.files().forEach(out.get(FILES)::output);
      writer.tallies().forEach(out.get(TALLIES)::output);
      writer.entities().forEach(out.get(ENTITIES)::output);
    }
  }
}
