package io.khabar.pipeline;

import io.khabar.coder.RecordCoder;
import io.khabar.corpus.CorpusPart;
import io.khabar.corpus.LearnCorpus;
import io.khabar.decode.DecodePages;
import io.khabar.dedup.FindDuplicates;
import io.khabar.entity.TagEntities;
import io.khabar.event.GroupEvents;
import io.khabar.model.Page;
import io.khabar.model.ParsedPage;
import io.khabar.read.ReadRecords;
import io.khabar.segment.SegmentPages;
import io.khabar.sink.ReadSignatures;
import io.khabar.sink.StoreFiles;
import io.khabar.sink.Tally;
import io.khabar.sink.WriteDatasets;
import io.khabar.split.SplitStories;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.transforms.Flatten;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionList;
import org.apache.beam.sdk.values.PCollectionTuple;
import org.apache.beam.sdk.values.PCollectionView;

/** The graph of a run, from raw files to datasets: a table of contents. Every step is a transform of its own that another program can use alone. */
public final class NewsPipeline {
  private NewsPipeline() {}

  /** Builds the graph in a pipeline that the caller made, so that a test can hand in its own. */
  public static void build(Pipeline pipeline, KhabarConfig config) {
    pipeline.getCoderRegistry().registerCoderProvider(RecordCoder.provider());

    PCollectionTuple read = pipeline.apply("Read records", ReadRecords.from(config.inputs(), config.read()).withOpener(new StoreFiles()));
    PCollectionTuple decoded = read.get(ReadRecords.RECORDS).apply("Decode pages", DecodePages.with(config.decode()));
    PCollection<Page> pages = decoded.get(DecodePages.PAGES);
    PCollectionView<Iterable<CorpusPart>> corpus = pages.apply("Learn corpus", LearnCorpus.create().withRules(config.rules()).inGroups(config.events().partitions()));
    PCollectionTuple labelled = pages.apply("Segment pages", SegmentPages.with(config.rules(), corpus));
    PCollectionTuple split = labelled.get(SegmentPages.PAGES).apply("Split stories", SplitStories.with(config.split(), corpus));
    PCollection<ParsedPage> tagged = split.get(SplitStories.PAGES).apply("Tag entities", TagEntities.standard().withGazetteers(config.gazetteers()));
    PCollectionTuple copies = tagged.apply("Find duplicates", duplicates(pipeline, config));
    PCollectionTuple events = tagged.apply("Group events", GroupEvents.with(copies.get(FindDuplicates.DUPLICATES), corpus).withConfig(config.events()));

    PCollection<KV<String, Long>> caps = PCollectionList.of(copies.get(FindDuplicates.COUNTS)).and(events.get(GroupEvents.COUNTS)).apply("All caps", Flatten.pCollections());
    PCollection<Tally> tallies = Counts.of(read, decoded, labelled, split, caps, config.filesOfRuns());
    PCollectionTuple.of(WriteDatasets.PAGES, tagged)
        .and(WriteDatasets.DUPLICATES, copies.get(FindDuplicates.DUPLICATES))
        .and(WriteDatasets.CLUSTERS, copies.get(FindDuplicates.CLUSTERS))
        .and(WriteDatasets.RELATIONS, copies.get(FindDuplicates.RELATIONS))
        .and(WriteDatasets.EVENTS, events.get(GroupEvents.EVENTS))
        .and(WriteDatasets.MEMBERS, events.get(GroupEvents.MEMBERS))
        .and(
            WriteDatasets.REJECTS,
            PCollectionList.of(read.get(ReadRecords.REJECTS))
                .and(decoded.get(DecodePages.REJECTS))
                .and(labelled.get(SegmentPages.REJECTS))
                .and(split.get(SplitStories.REJECTS))
                .apply("All rejects", Flatten.pCollections()))
        .and(WriteDatasets.TALLIES, tallies)
        .apply("Write datasets", WriteDatasets.with(config.sink()));
  }

  private static FindDuplicates duplicates(Pipeline pipeline, KhabarConfig config) {
    FindDuplicates find = FindDuplicates.with(config.dedup());
    return config.baseline().isEmpty() ? find : find.withKnown(pipeline.apply("Earlier signatures", ReadSignatures.of(config.baseline())), ReadSignatures::read);
  }
}
