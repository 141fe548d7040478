package io.khabar.sink;

import io.khabar.coder.RecordCoder;
import io.khabar.model.Cluster;
import io.khabar.model.Duplicate;
import io.khabar.model.Event;
import io.khabar.model.EventMember;
import io.khabar.model.ParsedPage;
import io.khabar.model.Reject;
import io.khabar.model.Relation;
import java.util.List;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionList;
import org.apache.beam.sdk.values.PCollectionTuple;
import org.apache.beam.sdk.values.PDone;
import org.apache.beam.sdk.values.TupleTag;

/** Writes every dataset of a run to staging and closes its ledger there. Publishing is the launcher's. */
public final class WriteDatasets extends PTransform<PCollectionTuple, PDone> {
  private static final long serialVersionUID = 1L;

  public static final TupleTag<ParsedPage> PAGES = new TupleTag<>() {};
  public static final TupleTag<Duplicate> DUPLICATES = new TupleTag<>() {};
  public static final TupleTag<Cluster> CLUSTERS = new TupleTag<>() {};
  public static final TupleTag<Relation> RELATIONS = new TupleTag<>() {};
  public static final TupleTag<Event> EVENTS = new TupleTag<>() {};
  public static final TupleTag<EventMember> MEMBERS = new TupleTag<>() {};
  public static final TupleTag<Reject> REJECTS = new TupleTag<>() {};
  /** Counts made along the way. */
  public static final TupleTag<Tally> TALLIES = new TupleTag<>() {};

  private final SinkConfig config;

  private WriteDatasets(SinkConfig config) {
    this.config = config;
  }

  /** Writes as configured. */
  public static WriteDatasets with(SinkConfig config) {
    return new WriteDatasets(config);
  }

  @Override
  public PDone expand(PCollectionTuple in) {
    PCollectionTuple stories =
        in.get(PAGES).apply("Write stories", WriteStories.with(config, in.get(DUPLICATES), in.get(CLUSTERS), in.get(MEMBERS)));
    stories.get(WriteStories.FILES).setCoder(RecordCoder.of(FileEntry.class));
    stories.get(WriteStories.TALLIES).setCoder(RecordCoder.of(Tally.class));
    stories.get(WriteStories.ENTITIES).setCoder(RecordCoder.of(EntityRow.class));
    PCollection<FileEntry> small =
        PCollectionTuple.of(WriteRows.ENTITIES, stories.get(WriteStories.ENTITIES))
            .and(WriteRows.EVENTS, in.get(EVENTS))
            .and(WriteRows.RELATIONS, in.get(RELATIONS))
            .and(WriteRows.REJECTS, in.get(REJECTS))
            .apply("Write small datasets", WriteRows.with(config));
    PCollection<Tally> eventStories =
        in.get(EVENTS).apply("Count stories in events", CountRecords.of(event -> List.of(new Tally("event.stories", event.storyCount()))));
    return PCollectionList.of(List.of(stories.get(WriteStories.FILES), small))
        .apply("Close ledger", CloseLedger.with(config, PCollectionList.of(List.of(in.get(TALLIES), stories.get(WriteStories.TALLIES), eventStories))));
  }
}
