package io.khabar.pipeline;

import io.khabar.coder.Pack;
import io.khabar.coder.RecordCoder;
import io.khabar.corpus.CorpusCounter;
import io.khabar.corpus.CorpusEvidence;
import io.khabar.decode.DecodeConfig;
import io.khabar.decode.PageDecoder;
import io.khabar.dedup.DuplicateFinder;
import io.khabar.entity.EntityTagger;
import io.khabar.entity.Gazetteer;
import io.khabar.event.EventGrouper;
import io.khabar.model.Format;
import io.khabar.model.LabelledPage;
import io.khabar.model.Mention;
import io.khabar.model.Page;
import io.khabar.model.ParsedPage;
import io.khabar.model.RawRecord;
import io.khabar.model.Story;
import io.khabar.segment.PageSegmenter;
import io.khabar.segment.SegmentRules;
import io.khabar.sink.PlainSink;
import io.khabar.split.SplitConfig;
import io.khabar.split.StoryAssembler;
import io.khabar.split.StorySplitter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * One page through every stage's nouns while the engine gets ready on another core: lists, models and classes are there when the first real page comes. Nothing of it
 * reaches a run's rows; what fails here fails again, and is told, where it matters.
 */
final class Rehearsal {
  private static final String PAGE =
      """
      وزير الخارجية يفتتح معرض الكتاب في القاهرة
      الأحد 3 مارس 2024
      قال وزير الخارجية المصري سامح شكري إن المعرض الذي تنظمه الهيئة العامة للكتاب يستقبل زواره من أنحاء البلاد حتى نهاية الشهر.
      وأضاف شكري أمام الصحفيين أن ثلاثين دولة تشارك في دورة هذا العام، بينها السعودية والمغرب.
      """;

  private Rehearsal() {}

  /** Begins on a thread of its own and returns at once. */
  static void begin() {
    Thread thread = new Thread(Rehearsal::quietly, "rehearsal");
    thread.setDaemon(true);
    thread.start();
  }

  private static void quietly() {
    try {
      play();
    } catch (Exception | LinkageError | StackOverflowError e) {
      // the run meets it again and says so
    }
  }

  /** What the stages make of the page. */
  static ParsedPage play() throws IOException {
    EntityTagger tagger = new EntityTagger(Gazetteer.standard());
    byte[] bytes = PAGE.getBytes(StandardCharsets.UTF_8);
    Page page = new PageDecoder(DecodeConfig.defaults()).decode(new RawRecord("page.txt", "page.txt", 0, 0, Format.TEXT, null, null, null, null, bytes));
    CorpusCounter counter = new CorpusCounter();
    counter.add(page);
    CorpusEvidence evidence = CorpusEvidence.of(CorpusCounter.sum(List.of(counter)));
    LabelledPage labelled = PageSegmenter.of(SegmentRules.shipped()).label(page, evidence.lines());
    ParsedPage split = new StoryAssembler(SplitConfig.defaults()).assemble(page, StorySplitter.of(null).split(labelled, evidence.terms()));
    List<Mention> mentions = new ArrayList<>();
    for (Story story : split.stories()) {
      mentions.addAll(tagger.tag(story));
    }
    ParsedPage parsed = new ParsedPage(split.document(), split.segments(), split.stories(), split.excluded(), mentions);
    RecordCoder<ParsedPage> coder = RecordCoder.of(ParsedPage.class);
    Pack.Writer<ParsedPage> pack = new Pack.Writer<>(coder);
    pack.add(parsed);
    Pack.read(pack.close(), coder, PlainSink::rehearse);
    DuplicateFinder duplicates = new DuplicateFinder();
    duplicates.add(parsed);
    duplicates.find();
    EventGrouper events = new EventGrouper(evidence.terms());
    events.add(parsed, id -> true);
    events.group();
    return parsed;
  }
}
