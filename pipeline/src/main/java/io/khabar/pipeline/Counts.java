package io.khabar.pipeline;

import io.khabar.coder.RecordCoder;
import io.khabar.decode.DecodePages;
import io.khabar.model.ParsedPage;
import io.khabar.model.Reject;
import io.khabar.read.ReadRecords;
import io.khabar.segment.SegmentPages;
import io.khabar.sink.CountRecords;
import io.khabar.sink.Ledger;
import io.khabar.sink.Tally;
import io.khabar.split.SplitStories;
import java.util.List;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.transforms.Flatten;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionList;
import org.apache.beam.sdk.values.PCollectionTuple;

/** What is counted between the stages, for the ledger to hold against what was written. */
final class Counts {
  private Counts() {}

  static PCollection<Tally> of(PCollectionTuple read, PCollectionTuple decoded, PCollectionTuple labelled, PCollectionTuple split, PCollection<KV<String, Long>> caps, long filesOfRuns) {
    PCollectionList<Tally> counts =
        PCollectionList.of(
            read.get(ReadRecords.RECORDS).apply("Count records", CountRecords.of(r -> List.of(new Tally("read.records", 1), new Tally("read.bytes", r.payload().length)))))
        .and(rejects(read.get(ReadRecords.REJECTS), "reading", "read"))
        .and(read.get(ReadRecords.SKIPPED).apply("Count skipped", CountRecords.of(s -> List.of(new Tally("skipped." + s.reason(), 1)))))
        .and(decoded.get(DecodePages.PAGES).apply("Count pages", CountRecords.of(p -> List.of(new Tally("decode.pages", 1)))))
        .and(rejects(decoded.get(DecodePages.REJECTS), "decoding", "decode"))
        .and(rejects(labelled.get(SegmentPages.REJECTS), "segmenting", "page"))
        .and(rejects(split.get(SplitStories.REJECTS), "splitting", "page"))
        .and(split.get(SplitStories.PAGES).apply("Count parsed pages", CountRecords.of(Counts::parsed)))
        .and(caps.apply("Count caps", CountRecords.of(c -> List.of(new Tally(c.getKey(), c.getValue())))));
    if (filesOfRuns > 0) {
      counts =
          counts.and(
              caps.getPipeline().apply("Files of earlier runs", Create.of(new Tally("skipped.file_of_a_run", filesOfRuns)).withCoder(RecordCoder.of(Tally.class))));
    }
    return counts.apply("All stage counts", Flatten.pCollections());
  }

  private static PCollection<Tally> rejects(PCollection<Reject> rejects, String name, String stage) {
    return rejects.apply(
        "Count rejects of " + name,
        CountRecords.of(r -> List.of(new Tally(stage + ".rejects", 1), new Tally("rejected." + r.reason(), 1))));
  }

  private static List<Tally> parsed(ParsedPage page) {
    return List.of(
        new Tally("parse.page_keys", Ledger.key(page.document().documentId())),
        new Tally("parse.chars", page.document().charCount()),
        new Tally("parse.stories", page.document().storyCount()));
  }
}
