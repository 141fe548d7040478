package io.khabar.bench;

import io.khabar.corpus.CorpusCounter;
import io.khabar.corpus.CorpusEvidence;
import io.khabar.decode.DecodeConfig;
import io.khabar.decode.PageDecoder;
import io.khabar.dedup.DuplicateFinder;
import io.khabar.entity.EntityTagger;
import io.khabar.entity.Gazetteer;
import io.khabar.event.EventGrouper;
import io.khabar.model.Mention;
import io.khabar.model.Page;
import io.khabar.model.ParsedPage;
import io.khabar.model.RawRecord;
import io.khabar.model.Story;
import io.khabar.pipeline.Arguments;
import io.khabar.read.FileOpener;
import io.khabar.read.InputFile;
import io.khabar.read.InputFiles;
import io.khabar.segment.PageSegmenter;
import io.khabar.segment.SegmentRules;
import io.khabar.sink.PlainSink;
import io.khabar.sink.SinkConfig;
import io.khabar.split.SplitConfig;
import io.khabar.split.SplitLine;
import io.khabar.split.StoryAssembler;
import io.khabar.split.StorySplitter;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * The whole job as a plain loop: the same nouns over lists in memory, on all cores, without Beam, retries, ledger or manifest. What an engine costs is measured
 * against it. It reads each file on one thread, so give it at least as many files as cores.
 */
final class PlainLoop {
  private static final int CHUNK = 256;

  private final StageClock clock = new StageClock();
  private final int workers;
  private final ExecutorService threads;

  private PlainLoop(int workers) {
    this.workers = workers;
    this.threads = Executors.newFixedThreadPool(workers);
  }

  private interface Step<A, B> {
    B apply(A item) throws Exception;
  }

  static void run(String[] args, PrintStream out) throws Exception {
    Arguments arguments = Arguments.of("bench loop", args, Set.of("input", "output", "workers", "partitions"));
    int workers = Integer.parseInt(arguments.require("bench loop", "workers", "N"));
    int partitions = Integer.parseInt(arguments.require("bench loop", "partitions", "N"));
    SinkConfig sink = new SinkConfig(arguments.require("bench loop", "output", "DIR"), "loop", partitions, true, false, true);
    PlainLoop loop = new PlainLoop(workers);
    try {
      loop.work(InputFiles.expand(arguments.require("bench loop", "input", "PATHS")), sink, out);
    } finally {
      loop.threads.shutdownNow();
    }
  }

  private void work(List<InputFile> files, SinkConfig sink, PrintStream out) throws Exception {
    List<RawRecord> records = flat(each(files, this::read));
    List<List<Page>> pages = each(chunks(records), new Decode());
    records = null;
    CorpusEvidence evidence = learn(pages);
    DuplicateFinder duplicates = new DuplicateFinder();
    EventGrouper events = new EventGrouper(evidence.terms());
    List<List<ParsedPage>> parsed = each(pages, new Parse(evidence));
    long count = pages.stream().mapToLong(List::size).sum();
    pages = null;
    clock.time("duplicates", () -> {
      parsed.forEach(chunk -> chunk.forEach(duplicates::add));
      duplicates.find();
    });
    clock.time("events", () -> {
      Set<String> copies = new HashSet<>();
      duplicates.duplicates().forEach(d -> copies.add(d.storyId()));
      parsed.forEach(chunk -> chunk.forEach(page -> events.add(page, id -> !copies.contains(id))));
      events.group();
    });
    PlainSink writer = new PlainSink(sink, duplicates.duplicates(), duplicates.clusters(), events.members());
    List<List<ParsedPage>> parts = writer.deal(flat(parsed));
    List<Integer> numbers = new ArrayList<>();
    for (int i = 0; i < parts.size(); i++) {
      numbers.add(i);
    }
    each(numbers, i -> {
      clock.time("write", () -> writer.write(i, parts.get(i)));
      return i;
    });
    clock.time("write", () -> writer.writeRows(events.events(), duplicates.relations()));
    clock.print(count, out);
  }

  private List<RawRecord> read(InputFile file) throws Exception {
    List<RawRecord> records = new ArrayList<>();
    clock.time("read", () -> {
      try (InputStream in = FileOpener.local().open(file)) {
        records.addAll(AllRecords.of(file, in));
      }
    });
    return records;
  }

  private final class Decode implements Step<List<RawRecord>, List<Page>> {
    private final ThreadLocal<PageDecoder> decoders = ThreadLocal.withInitial(() -> new PageDecoder(DecodeConfig.defaults()));

    @Override
    public List<Page> apply(List<RawRecord> records) throws Exception {
      List<Page> pages = new ArrayList<>(records.size());
      clock.time("decode", () -> {
        for (RawRecord record : records) {
          try {
            pages.add(decoders.get().decode(record));
          } catch (RuntimeException e) {
            // a run would write a reject; the loop only measures
          }
        }
      });
      return pages;
    }
  }

  /** The counters of every thread, then one sum. */
  private CorpusEvidence learn(List<List<Page>> pages) throws Exception {
    List<CorpusCounter> counters = new ArrayList<>();
    ThreadLocal<CorpusCounter> mine =
        ThreadLocal.withInitial(
            () -> {
              CorpusCounter counter = new CorpusCounter();
              synchronized (counters) {
                counters.add(counter);
              }
              return counter;
            });
    each(pages, chunk -> {
      clock.time("learn corpus", () -> chunk.forEach(mine.get()::add));
      return null;
    });
    CorpusEvidence[] evidence = new CorpusEvidence[1];
    clock.time("learn corpus", () -> evidence[0] = CorpusEvidence.of(CorpusCounter.sum(counters)));
    return evidence[0];
  }

  /** Segment, split and tag a chunk of pages. */
  private final class Parse implements Step<List<Page>, List<ParsedPage>> {
    private final CorpusEvidence evidence;
    private final ThreadLocal<EntityTagger> taggers = ThreadLocal.withInitial(() -> new EntityTagger(Gazetteer.standard()));
    private final ThreadLocal<PageSegmenter> segmenters = ThreadLocal.withInitial(() -> PageSegmenter.of(SegmentRules.shipped()));
    private final ThreadLocal<StorySplitter> splitters = ThreadLocal.withInitial(() -> StorySplitter.of(null));
    private final ThreadLocal<StoryAssembler> assemblers = ThreadLocal.withInitial(() -> new StoryAssembler(SplitConfig.defaults()));

    Parse(CorpusEvidence evidence) {
      this.evidence = evidence;
    }

    @Override
    public List<ParsedPage> apply(List<Page> pages) throws Exception {
      List<io.khabar.model.LabelledPage> labelled = new ArrayList<>(pages.size());
      clock.time("segment", () -> pages.forEach(page -> labelled.add(segmenters.get().label(page, evidence.lines()))));
      List<ParsedPage> split = new ArrayList<>(pages.size());
      clock.time("split", () -> labelled.forEach(page -> {
        List<SplitLine> lines = splitters.get().split(page, evidence.terms());
        split.add(assemblers.get().assemble(page.page(), lines));
      }));
      List<ParsedPage> tagged = new ArrayList<>(pages.size());
      clock.time("tag entities", () -> split.forEach(page -> tagged.add(tagged(page))));
      return tagged;
    }

    private ParsedPage tagged(ParsedPage page) {
      List<Mention> mentions = new ArrayList<>();
      for (Story story : page.stories()) {
        mentions.addAll(taggers.get().tag(story));
      }
      return new ParsedPage(page.document(), page.segments(), page.stories(), page.excluded(), mentions);
    }
  }

  /** Every item through a step, on all threads, in order. */
  private <A, B> List<B> each(List<A> items, Step<A, B> step) throws InterruptedException, IOException {
    List<Future<B>> waiting = new ArrayList<>();
    for (A item : items) {
      waiting.add(threads.submit(() -> step.apply(item)));
    }
    List<B> done = new ArrayList<>();
    for (Future<B> one : waiting) {
      try {
        done.add(one.get());
      } catch (ExecutionException e) {
        throw new IOException("the plain loop failed", e.getCause());
      }
    }
    return done;
  }

  private static <T> List<T> flat(List<List<T>> lists) {
    List<T> all = new ArrayList<>();
    lists.forEach(all::addAll);
    return all;
  }

  private static <T> List<List<T>> chunks(List<T> all) {
    List<List<T>> chunks = new ArrayList<>();
    for (int i = 0; i < all.size(); i += CHUNK) {
      chunks.add(all.subList(i, Math.min(all.size(), i + CHUNK)));
    }
    return chunks;
  }
}
