package io.khabar.bench;

import io.khabar.coder.RecordCoder;
import io.khabar.dedup.DedupConfig;
import io.khabar.dedup.FindDuplicates;
import io.khabar.dedup.StoredSignature;
import io.khabar.model.Duplicate;
import io.khabar.model.ParsedPage;
import io.khabar.model.Relation;
import io.khabar.model.Story;
import io.khabar.pipeline.Arguments;
import io.khabar.pipeline.KhabarConfig;
import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.apache.beam.runners.direct.DirectOptions;
import org.apache.beam.runners.direct.DirectRunner;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.coders.VarIntCoder;
import org.apache.beam.sdk.options.PipelineOptionsFactory;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.Reshuffle;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionTuple;

/**
 * Deduplication alone, on the Direct runner, over articles in memory, with as many groups as a run would take: CPU seconds of the whole process beside those of a
 * plain loop that computes the same signatures (nodes, shingles, bands, as the signatures dataset holds them) and nothing else. The two take turns, and so do two
 * sizes, so that all are measured on one heap, beside the same load and after the same warming; medians count. A Direct pipeline runs a great deal of code a few
 * times a round, and the compiler is at it long after the loop is done: warming goes on until it takes little of a round. What it and the collector still take is
 * said beside the whole, where the system tells (Linux). The loop runs on as many cores as the stage, for two busy cores often share what each would have alone, and
 * then a second of either does less. A heap that is still growing is memory the system hands out page by page, at a fifth of a round over the
 * larger dump: its warming goes on until a round touches few pages for the first time. Words and shingles an article are said, for dumps are only to be compared where these agree.
 */
final class DedupBench {
  /** Elements of the bench's source, as the reader batches files: the Direct runner copies what a key has gathered with every bundle that adds to it. */
  private static final int CHUNKS = 8;

  private static final int LEAST_WARMING = 16;
  private static final int MOST_WARMING = 64;
  /** Warming is over when the compiler takes less than this share of so many rounds in a row. */
  private static final double LITTLE = 0.08;
  private static final int QUIET_ROUNDS = 4;

  private static final int ROUNDS = 15;
  /** The articles' rounds for one of the larger dump, of which the first few are for the compiler as well. */
  private static final int TURNS = 3;
  private static final int WARMING_LARGER = 2;
  private static final int MOST_WARMING_LARGER = 10;
  /** Pages of memory touched for the first time that are few beside a round over the larger dump: some hundredths of a second. */
  private static final long FEW_PAGES = 5_000;

  /** Handed to the DoFns by reference: the Direct runner lives in this process, and reading articles is not what is measured. */
  private static volatile List<ParsedPage> pages = List.of();

  private static final List<Duplicate> DUPLICATES = Collections.synchronizedList(new ArrayList<>());
  private static final List<Relation> RELATIONS = Collections.synchronizedList(new ArrayList<>());

  private DedupBench() {}

  /** What a run of the stage found. */
  record Found(List<Duplicate> duplicates, List<Relation> relations) {}

  /** CPU seconds of a round: of the loop, of the stage, and of the stage those of the compiler and the collector; and pages of memory that both touched first. */
  private record Round(double loop, double stage, double compiler, double collector, long pages) {
    boolean quiet() {
      return compiler < LITTLE * stage;
    }

    boolean settled() {
      return pages < FEW_PAGES;
    }
  }

  /** What the loop counted, so that it is not computed for nothing: words, shingles, bands. */
  private record Counted(long words, long shingles, long bands) {
    Counted and(Counted other) {
      return new Counted(words + other.words, shingles + other.shingles, bands + other.bands);
    }
  }

  /** Articles and the rounds over them that count. */
  private record Dump(String name, List<ParsedPage> articles, List<Round> rounds, Found[] found, Counted[] counted) {
    Dump(String name, List<ParsedPage> articles) {
      this(name, articles, new ArrayList<>(), new Found[1], new Counted[1]);
    }

    Round round(String kind, PrintStream out) {
      System.gc();
      long touched = touched();
      double start = Clock.PROCESS.seconds();
      counted[0] = signatures(articles);
      double loop = Clock.PROCESS.seconds() - start;
      System.gc();
      double compiled = Clock.COMPILER.seconds();
      double collected = Clock.COLLECTOR.seconds();
      start = Clock.PROCESS.seconds();
      found[0] = find(articles);
      double stage = Clock.PROCESS.seconds() - start;
      // a thread of theirs that ended meanwhile takes its seconds along
      double compiler = Math.max(0, Clock.COMPILER.seconds() - compiled);
      double collector = Math.max(0, Clock.COLLECTOR.seconds() - collected);
      Round round = new Round(loop, stage, compiler, collector, touched() - touched);
      out.printf(
          Locale.ROOT,
          "%s, %s: signatures alone %.2f CPU s, deduplication %.2f CPU s, %.2f of them the compiler, %.2f the collector; %d new pages of memory%n",
          name, kind, loop, stage, compiler, collector, round.pages());
      return round;
    }

    void count(PrintStream out) {
      rounds.add(round("round " + (rounds.size() + 1), out));
    }

    double median(ToDoubleFunction<Round> part) {
      double[] sorted = rounds.stream().mapToDouble(part).sorted().toArray();
      return sorted[sorted.length / 2];
    }

    private double each(long sum) {
      return (double) sum / articles.size();
    }

    void print(PrintStream out) {
      double loop = median(Round::loop);
      double stage = median(Round::stage);
      double engine = median(Round::compiler) + median(Round::collector);
      out.printf(
          Locale.ROOT,
          "%s: %d; medians of %d rounds: signatures alone %.2f CPU s, deduplication %.2f CPU s, %.2f times (%.2f without the %.2f s of compiler and collector); %.0f articles a second and core; %.2f words, %.2f shingles and %.2f bands an article; %d duplicates, %d relations%n",
          name, articles.size(), rounds.size(), loop, stage, stage / loop, (stage - engine) / loop, engine, articles.size() / stage, each(counted[0].words()), each(counted[0].shingles()), each(counted[0].bands()), found[0].duplicates().size(), found[0].relations().size());
    }
  }

  static void run(String[] args, PrintStream out) throws IOException {
    Arguments arguments = Arguments.of("bench dedup", args, Set.of("input", "larger"));
    Dump few = new Dump("articles", Articles.read(Path.of(arguments.require("bench dedup", "input", "FILE"))));
    Dump many = arguments.get("larger") == null ? null : new Dump("larger", Articles.read(Path.of(arguments.get("larger"))));
    int quiet = 0;
    for (int i = 0; i < MOST_WARMING && (i < LEAST_WARMING || quiet < QUIET_ROUNDS); i++) {
      quiet = few.round("warming", out).quiet() ? quiet + 1 : 0;
    }
    boolean settled = false;
    for (int i = 0; i < MOST_WARMING_LARGER && many != null && (i < WARMING_LARGER || !settled); i++) {
      settled = many.round("warming", out).settled();
    }
    for (int i = 0; i < ROUNDS; i++) {
      few.count(out);
      if (many != null && i % TURNS == TURNS - 1) {
        many.count(out);
      }
    }
    few.print(out);
    if (many != null) {
      many.print(out);
      double times = many.median(Round::stage) / few.median(Round::stage);
      out.printf(Locale.ROOT, "%.1f times the articles take %.1f times the CPU%n", (double) many.articles().size() / few.articles().size(), times);
    }
  }

  /** As many groups as a run over these texts takes. */
  private static DedupConfig config(List<ParsedPage> articles) {
    long bytes = 0;
    for (ParsedPage page : articles) {
      for (Story story : page.stories()) {
        // most letters of an Arabic text take two bytes
        bytes += 2L * story.text().length();
      }
    }
    return DedupConfig.withPartitions(KhabarConfig.groups(bytes));
  }

  /** The loop, a share of the articles on each core. */
  private static Counted signatures(List<ParsedPage> articles) {
    int cores = Runtime.getRuntime().availableProcessors();
    return IntStream.range(0, cores).parallel().mapToObj(core -> loop(share(articles, core, cores))).reduce(new Counted(0, 0, 0), Counted::and);
  }

  private static Counted loop(List<ParsedPage> articles) {
    long words = 0;
    long shingles = 0;
    long bands = 0;
    for (ParsedPage page : articles) {
      for (Story story : page.stories()) {
        StoredSignature signature = StoredSignature.of(story, page.document().fetchedAt());
        words += signature.wordCount();
        shingles += signature.shingles().size();
        bands += signature.bands().size();
      }
    }
    return new Counted(words, shingles, bands);
  }

  /** One of so many neighbouring shares. */
  private static List<ParsedPage> share(List<ParsedPage> all, int share, int shares) {
    return all.subList((int) ((long) all.size() * share / shares), (int) ((long) all.size() * (share + 1) / shares));
  }

  /** Pages of memory that this process touched for the first time so far, 0 where {@code /proc} is not there. */
  private static long touched() {
    try {
      String stat = Files.readString(Path.of("/proc/self/stat"));
      return Long.parseLong(stat.substring(stat.lastIndexOf(')') + 2).split(" ")[7]);
    } catch (IOException e) {
      return 0;
    }
  }

  /** Runs the stage over pages in memory. */
  static synchronized Found find(List<ParsedPage> articles) {
    pages = articles;
    DUPLICATES.clear();
    RELATIONS.clear();
    DirectOptions options = PipelineOptionsFactory.create().as(DirectOptions.class);
    options.setRunner(DirectRunner.class);
    options.setEnforceEncodability(false);
    options.setEnforceImmutability(false);
    options.setTargetParallelism(Runtime.getRuntime().availableProcessors());
    Pipeline pipeline = Pipeline.create(options);
    pipeline.getCoderRegistry().registerCoderProvider(RecordCoder.provider());
    List<Integer> chunks = new ArrayList<>();
    for (int chunk = 0; chunk < CHUNKS; chunk++) {
      chunks.add(chunk);
    }
    PCollection<ParsedPage> source =
        pipeline
            .apply("Chunks", Create.of(chunks).withCoder(VarIntCoder.of()))
            .apply("Spread", Reshuffle.viaRandomKey())
            .apply("Pages", ParDo.of(new PagesFn()))
            .setCoder(RecordCoder.of(ParsedPage.class));
    PCollectionTuple found = source.apply("Find duplicates", FindDuplicates.with(config(articles)));
    found.get(FindDuplicates.DUPLICATES).apply("Duplicates", ParDo.of(new DuplicatesFn()));
    found.get(FindDuplicates.RELATIONS).apply("Relations", ParDo.of(new RelationsFn()));
    pipeline.run().waitUntilFinish();
    pages = List.of();
    return new Found(List.copyOf(DUPLICATES), List.copyOf(RELATIONS));
  }

  private static final class PagesFn extends DoFn<Integer, ParsedPage> {
    private static final long serialVersionUID = 1L;

    @ProcessElement
    public void process(@Element Integer chunk, OutputReceiver<ParsedPage> out) {
      share(pages, chunk, CHUNKS).forEach(out::output);
    }
  }

  private static final class DuplicatesFn extends DoFn<Duplicate, Void> {
    private static final long serialVersionUID = 1L;

    @ProcessElement
    public void process(@Element Duplicate row) {
      DUPLICATES.add(row);
    }
  }

  private static final class RelationsFn extends DoFn<Relation, Void> {
    private static final long serialVersionUID = 1L;

    @ProcessElement
    public void process(@Element Relation row) {
      RELATIONS.add(row);
    }
  }

  /** Whose CPU seconds so far. */
  private enum Clock {
    PROCESS(null),
    COMPILER("C[12] Compiler.*"),
    COLLECTOR("(Par)?GC Thread.*|G1 .*|VM Thread");

    /** Names of the system's threads, of which fifteen letters show. */
    private final String threads;

    Clock(String threads) {
      this.threads = threads;
    }

    /** In hundredths where threads are asked for, and 0 where {@code /proc} is not there. */
    double seconds() {
      if (threads == null) {
        return ManagementFactory.getOperatingSystemMXBean() instanceof com.sun.management.OperatingSystemMXBean system ? system.getProcessCpuTime() / 1e9 : 0;
      }
      double seconds = 0;
      File[] all = new File("/proc/self/task").listFiles();
      for (File thread : all == null ? new File[0] : all) {
        try {
          // number (name) state ...: the 14th and 15th field are ticks of user and system
          String stat = Files.readString(thread.toPath().resolve("stat"));
          int end = stat.lastIndexOf(')');
          if (stat.substring(stat.indexOf('(') + 1, end).matches(threads)) {
            String[] fields = stat.substring(end + 2).split(" ");
            seconds += (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) / 100.0;
          }
        } catch (IOException e) {
          // a thread that has ended meanwhile
          continue;
        }
      }
      return seconds;
    }
  }
}
