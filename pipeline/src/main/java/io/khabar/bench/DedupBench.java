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
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
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
 * plain loop that computes the same signatures (nodes, shingles, bands, as the signatures dataset holds them) and nothing else. The two take turns; the first
 * half of the rounds is for the compiler, of the others the median counts. A run is over long before all of the engine's code is compiled, so what the
 * compiler takes of a round is said beside it, where the system tells (Linux).
 */
final class DedupBench {
  /** Elements of the bench's source, as the reader batches files: the Direct runner copies what a key has gathered with every bundle that adds to it. */
  private static final int CHUNKS = 8;

  private static final int ROUNDS = 16;

  /** Handed to the DoFns by reference: the Direct runner lives in this process, and reading articles is not what is measured. */
  private static volatile List<ParsedPage> pages = List.of();

  private static final List<Duplicate> DUPLICATES = Collections.synchronizedList(new ArrayList<>());
  private static final List<Relation> RELATIONS = Collections.synchronizedList(new ArrayList<>());

  private DedupBench() {}

  /** What a run of the stage found. */
  record Found(List<Duplicate> duplicates, List<Relation> relations) {}

  static void run(String[] args, PrintStream out) throws IOException {
    Arguments arguments = Arguments.of("bench dedup", args, Set.of("input", "larger"));
    List<ParsedPage> articles = Articles.read(Path.of(arguments.require("bench dedup", "input", "FILE")));
    double once = measure("articles", articles, ROUNDS, out);
    if (arguments.get("larger") != null) {
      List<ParsedPage> larger = Articles.read(Path.of(arguments.get("larger")));
      double many = measure("larger", larger, ROUNDS / 4, out);
      out.printf(Locale.ROOT, "%.1f times the articles take %.1f times the CPU%n", (double) larger.size() / articles.size(), many / once);
    }
  }

  private static double measure(String name, List<ParsedPage> articles, int rounds, PrintStream out) {
    long check = 0;
    double[] plain = new double[rounds];
    double[] whole = new double[rounds];
    double[] compiler = new double[rounds];
    Found found = null;
    for (int round = 0; round < rounds; round++) {
      System.gc();
      double start = cpu();
      check += signatures(articles);
      plain[round] = cpu() - start;
      System.gc();
      start = cpu();
      double compiled = compiler();
      found = find(articles);
      whole[round] = cpu() - start;
      compiler[round] = compiler() - compiled;
      out.printf(
          Locale.ROOT, "%s, round %d: signatures alone %.2f CPU s, deduplication %.2f CPU s, %.2f of them the compiler%n", name, round + 1, plain[round], whole[round], compiler[round]);
    }
    double loop = median(plain);
    double stage = median(whole);
    out.printf(
        Locale.ROOT,
        "%s: %d; signatures alone %.2f CPU s, deduplication %.2f CPU s, %.2f times (%.2f without the compiler's %.2f s); %.0f articles a second and core; %d duplicates, %d relations (%x)%n",
        name, articles.size(), loop, stage, stage / loop, (stage - median(compiler)) / loop, median(compiler), articles.size() / stage, found.duplicates().size(), found.relations().size(), check);
    return stage;
  }

  /** The median of the second half. */
  private static double median(double[] rounds) {
    double[] late = Arrays.copyOfRange(rounds, rounds.length / 2, rounds.length);
    Arrays.sort(late);
    return late[late.length / 2];
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

  private static long signatures(List<ParsedPage> articles) {
    long check = 0;
    for (ParsedPage page : articles) {
      for (Story story : page.stories()) {
        StoredSignature signature = StoredSignature.of(story, page.document().fetchedAt());
        check += signature.shingles().size() + 31L * signature.bands().size();
      }
    }
    return check;
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
      List<ParsedPage> all = pages;
      int from = (int) ((long) all.size() * chunk / CHUNKS);
      int to = (int) ((long) all.size() * (chunk + 1) / CHUNKS);
      all.subList(from, to).forEach(out::output);
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

  private static double cpu() {
    return ManagementFactory.getOperatingSystemMXBean() instanceof com.sun.management.OperatingSystemMXBean system ? system.getProcessCpuTime() / 1e9 : 0;
  }

  /** CPU seconds of the compiler's threads so far, in hundredths, or 0 where {@code /proc} is not there. */
  private static double compiler() {
    double seconds = 0;
    File[] threads = new File("/proc/self/task").listFiles();
    for (File thread : threads == null ? new File[0] : threads) {
      try {
        // number (name) state ...: the 14th and 15th field are ticks of user and system
        String stat = Files.readString(thread.toPath().resolve("stat"));
        int end = stat.lastIndexOf(')');
        if (stat.substring(stat.indexOf('(') + 1, end).matches("C[12] Compiler.*")) {
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
