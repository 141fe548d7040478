package io.khabar.event;

import io.khabar.coder.PackByPartition;
import io.khabar.coder.RecordCoder;
import io.khabar.corpus.CorpusPart;
import io.khabar.event.Parcel.What;
import io.khabar.model.Duplicate;
import io.khabar.model.Event;
import io.khabar.model.EventMember;
import io.khabar.model.ParsedPage;
import io.khabar.text.Hash64;
import org.apache.beam.sdk.coders.KvCoder;
import org.apache.beam.sdk.coders.VarIntCoder;
import org.apache.beam.sdk.transforms.Flatten;
import org.apache.beam.sdk.transforms.GroupByKey;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.SerializableFunction;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionList;
import org.apache.beam.sdk.values.PCollectionTuple;
import org.apache.beam.sdk.values.PCollectionView;
import org.apache.beam.sdk.values.TupleTag;
import org.apache.beam.sdk.values.TupleTagList;

/** Says which kept stories tell the same event, and which events belong to one storyline. See the package for how, for guarantees and cost. */
public final class GroupEvents extends PTransform<PCollection<ParsedPage>, PCollectionTuple> {
  private static final long serialVersionUID = 1L;

  /** One for every event; a story that nobody else tells is an event of its own. */
  public static final TupleTag<Event> EVENTS = new TupleTag<>() {};

  /** One for every kept story. */
  public static final TupleTag<EventMember> MEMBERS = new TupleTag<>() {};

  /** What was capped, by name: keys that too many stories share, stories that resemble too many, groups too large to cluster to the end. */
  public static final TupleTag<KV<String, Long>> COUNTS = new TupleTag<>() {};

  private final transient PCollection<Duplicate> duplicates;
  private final transient PCollectionView<Iterable<CorpusPart>> corpus;
  private final EventConfig config;

  private GroupEvents(PCollection<Duplicate> duplicates, PCollectionView<Iterable<CorpusPart>> corpus, EventConfig config) {
    this.duplicates = duplicates;
    this.corpus = corpus;
    this.config = config;
  }

  /**
   * Groups stories by event.
   *
   * @param duplicates names the stories that are not kept
   * @param corpus how common terms are
   */
  public static GroupEvents with(PCollection<Duplicate> duplicates, PCollectionView<Iterable<CorpusPart>> corpus) {
    return new GroupEvents(duplicates, corpus, EventConfig.defaults());
  }

  /** The same with another configuration. */
  public GroupEvents withConfig(EventConfig other) {
    return new GroupEvents(duplicates, corpus, other);
  }

  @Override
  public PCollectionTuple expand(PCollection<ParsedPage> pages) {
    int n = config.partitions();
    PCollection<KV<Integer, Parcel>> features =
        pages
            .apply("Find features", ParDo.of(new EventFns.FeaturesFn(n, corpus)).withSideInputs(corpus))
            .setCoder(KvCoder.of(VarIntCoder.of(), RecordCoder.of(Parcel.class)));
    PCollectionTuple kept =
        PCollectionList.of(features)
            .and(parcels(duplicates, "Duplicates", What.DUPLICATES, Duplicate.class, d -> EventFate.partition(Hash64.of(d.storyId()), n)))
            .apply("Features and duplicates", Flatten.pCollections())
            .apply("Meet by story", GroupByKey.create())
            .apply("Keep", ParDo.of(new EventFns.KeepFn(n, corpus)).withSideInputs(corpus).withOutputTags(EventFns.KEPT, TupleTagList.of(EventFns.SKETCHES)));
    PCollection<EventFeatures> stories = kept.get(EventFns.KEPT).setCoder(RecordCoder.of(EventFeatures.class));
    PCollectionTuple met =
        kept.get(EventFns.SKETCHES)
            .setCoder(RecordCoder.of(KeyedSketch.class))
            .apply("Sketches to partitions", PackByPartition.of(KeyedSketch.class, s -> KeyedSketch.partition(s.keys()[0], n)))
            .apply("Meet by key", GroupByKey.create())
            .apply("Compare", ParDo.of(new EventFns.CompareFn()).withOutputTags(EventFns.LINKS, TupleTagList.of(COUNTS)));
    PCollectionTuple linked =
        met.get(EventFns.LINKS)
            .setCoder(RecordCoder.of(Links.class))
            .apply("Links to partitions", PackByPartition.of(Links.class, l -> EventFate.partition(l.node(), n)))
            .apply("Meet by linked story", GroupByKey.create())
            .apply("Strongest", ParDo.of(new EventFns.StrongestFn()).withOutputTags(EventFns.LINKS, TupleTagList.of(COUNTS)));
    PCollectionTuple resolved =
        linked
            .get(EventFns.LINKS)
            .setCoder(RecordCoder.of(Links.class))
            .apply("Links to one place", PackByPartition.of(Links.class, l -> 0))
            .apply("All links", GroupByKey.create())
            .apply("Resolve", ParDo.of(new EventFns.ResolveFn()).withOutputTags(EventFns.FATES, TupleTagList.of(COUNTS)));
    PCollection<EventFate> fates = resolved.get(EventFns.FATES).setCoder(RecordCoder.of(EventFate.class));
    PCollectionTuple alone =
        PCollectionList.of(parcels(stories, "Stories", What.FEATURES, EventFeatures.class, f -> EventFate.partition(f.node(), n)))
            .and(parcels(fates, "Fates", What.FATES, EventFate.class, f -> f.partition(n)))
            .apply("Stories and fates", Flatten.pCollections())
            .apply("Meet by story again", GroupByKey.create())
            .apply("Part", ParDo.of(new EventFns.MeetFn()).withOutputTags(EventFns.MEETINGS, TupleTagList.of(EVENTS).and(MEMBERS)));
    PCollectionTuple together =
        alone
            .get(EventFns.MEETINGS)
            .setCoder(RecordCoder.of(EventMeeting.class))
            .apply("Meetings to partitions", PackByPartition.of(EventMeeting.class, m -> EventFate.partition(m.fate().anchor(), n)))
            .apply("Meet by event", GroupByKey.create())
            .apply("Tell", ParDo.of(new EventFns.TellFn()).withOutputTags(EVENTS, TupleTagList.of(MEMBERS)));
    return PCollectionTuple.of(EVENTS, both(alone, together, "events", EVENTS, Event.class))
        .and(MEMBERS, both(alone, together, "members", MEMBERS, EventMember.class))
        .and(COUNTS, PCollectionList.of(met.get(COUNTS)).and(linked.get(COUNTS)).and(resolved.get(COUNTS)).apply("All caps", Flatten.pCollections()));
  }

  private static <T> PCollection<T> both(PCollectionTuple alone, PCollectionTuple together, String name, TupleTag<T> tag, Class<T> type) {
    return PCollectionList.of(alone.get(tag).setCoder(RecordCoder.of(type)))
        .and(together.get(tag).setCoder(RecordCoder.of(type)))
        .apply("All " + name, Flatten.pCollections());
  }

  private static <T> PCollection<KV<Integer, Parcel>> parcels(
      PCollection<T> records, String name, What what, Class<T> type, SerializableFunction<T, Integer> partition) {
    return records.apply(name + " to partitions", PackByPartition.of(type, partition).as(Parcel.class, pack -> new Parcel(what, pack)));
  }
}
