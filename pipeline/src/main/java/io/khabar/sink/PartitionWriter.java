package io.khabar.sink;

import io.khabar.coder.Pack;
import io.khabar.coder.RecordCoder;
import io.khabar.dedup.StoredSignature;
import io.khabar.model.Exclusion;
import io.khabar.model.Mention;
import io.khabar.model.ParsedPage;
import io.khabar.model.Segment;
import io.khabar.model.Story;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Applies decisions to the pages of one partition and writes its datasets, sorted by document. */
final class PartitionWriter {
  /** The order of the dataset's keys, without making them. */
  private static final Comparator<Mention> IN_ORDER =
      Comparator.comparing((Mention m) -> m.field().code()).thenComparingInt(Mention::start).thenComparingInt(Mention::end);

  private final SinkConfig config;
  private final int part;
  private final PartitionFates fates;
  private final List<FileEntry> files = new ArrayList<>();
  private final Map<String, Long> tallies = new TreeMap<>();
  private final Map<String, EntityRow> entities = new TreeMap<>();

  PartitionWriter(SinkConfig config, int part, PartitionFates fates) {
    this.config = config;
    this.part = part;
    this.fates = fates;
  }

  /** Writes packed pages whose segments came without their texts. */
  void write(List<byte[]> packs) throws IOException {
    RecordCoder<ParsedPage> coder = RecordCoder.of(ParsedPage.class);
    List<ParsedPage> pages = new ArrayList<>();
    for (byte[] pack : packs) {
      Pack.read(pack, coder, page -> pages.add(SegmentTexts.on(page)));
    }
    writePages(pages);
  }

  /** Writes pages in any order; the list is sorted. */
  void writePages(List<ParsedPage> pages) throws IOException {
    pages.sort(Comparator.comparing((ParsedPage p) -> p.document().documentId()));

    PartFile<DocumentRow> documents = open(Datasets.DOCUMENTS);
    PartFile<Segment> segments = open(Datasets.SEGMENTS);
    PartFile<StoryRow> stories = open(Datasets.STORIES);
    PartFile<Mention> mentions = open(Datasets.MENTIONS);
    PartFile<DuplicateRow> duplicates = open(Datasets.DUPLICATES);
    PartFile<StoredSignature> signatures = open(Datasets.SIGNATURES);
    for (ParsedPage page : pages) {
      documents.add(new DocumentRow(config.documentText() ? page.document() : page.document().withoutText(), page.excluded()));
      for (Segment segment : page.segments()) {
        segments.add(segment);
        count("write.segment_chars", segment.end() - segment.start());
      }
      for (Exclusion exclusion : page.excluded()) {
        count("excluded." + exclusion.reason(), 1);
      }
      // once a page: one of thousands of stories has tens of thousands of mentions
      Map<String, List<Mention>> mentionsOf = page.mentions().stream().sorted(IN_ORDER).collect(Collectors.groupingBy(Mention::storyId));
      for (Story story : page.stories()) {
        StoryFate fate = fates.of(story.storyId());
        if (fate.duplicate() != null) {
          duplicates.add(new DuplicateRow(story, fate.duplicate()));
          continue;
        }
        if (fate.event() == null) {
          throw new IllegalStateException("kept story " + story.storyId() + " has no event");
        }
        List<Mention> mine = mentionsOf.getOrDefault(story.storyId(), List.of());
        stories.add(StoryRow.of(story, fate, mine));
        // made again from the text: that costs less than carrying them through the shuffle
        signatures.add(StoredSignature.of(story, page.document().fetchedAt()));
        for (Mention mention : mine) {
          mentions.add(mention);
        }
        for (EntityRow row : EntityRow.ofStory(mine)) {
          entities.merge(row.entityId(), row, (a, b) -> EntityRow.sum(List.of(a, b)));
        }
        for (String warning : story.warnings()) {
          count("warning." + warning, 1);
        }
      }
    }
    for (PartFile<?> file : List.of(documents, segments, stories, mentions, duplicates, signatures)) {
      files.addAll(file.close());
    }
  }

  private <T> PartFile<T> open(Dataset<T> dataset) throws IOException {
    return new PartFile<>(dataset, config, part, config.partitions());
  }

  private void count(String name, long by) {
    tallies.merge(name, by, Long::sum);
  }

  List<FileEntry> files() {
    return files;
  }

  List<Tally> tallies() {
    return tallies.entrySet().stream().map(e -> new Tally(e.getKey(), e.getValue())).toList();
  }

  List<EntityRow> entities() {
    return List.copyOf(entities.values());
  }
}
