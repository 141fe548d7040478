package io.khabar.bench;

import io.khabar.pipeline.Arguments;
import io.khabar.pipeline.Main;
import io.khabar.pipeline.UsageException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;

/**
 * {@code khabar bench NAME ...}: what BENCHMARKS.md is made with. Speeds are given as ratios against something measured in the same run, for machines differ
 * and are shared.
 */
public final class BenchCommand {
  /** The benches, a line each. */
  public static final String HELP =
      """
      khabar bench NAME ...
        decode --input=PATHS [--rounds=9]                 HTML pages decoded and rendered beside jsoup's bare parse; each container read beside bare decompression
        articles --input=FILE --output=DIR [--times=10] [--common=200]
                                                          so many times the articles of a JSON-lines file, words changed so that copies are no duplicates;
                                                          words in more than one in 200 articles stay, and 20 leave fewer, for dedup --larger
        dedup --input=FILE [--larger=DIR]                 deduplication alone beside computing the signatures alone: CPU, ratio, articles a second and core
        crowd --kind=bulletins|copies|empty --count=N --output=FILE
                                                          a dump whose records crowd into one place
        days --input=FILE --output=DIR [--dayField=date] [--updates=first]
                                                          runs over all of a dump and day after day with the days before as baseline, and their clusters
        near --input=FILE [--pairs=FILE]                  our near duplicates beside those of datatrove's defaults, and the pairs that only one of them joins
        engines --input=PATHS --work=DIR [--engines=yardstick,loop,DirectRunner,...] [--heap=2g] [--workers=N] [--partitions=8]
                                                          the whole job as a plain loop without Beam and on each engine: wall, CPU, memory, ratios, CPU by stage;
                                                          articles a second as a share of what one thread does that only parts words and computes five SHA-256 a page
        names --input=FILE[,FILE] [--folds=N]             strict scores of the tagger on files of token and tag; with folds, of models learned from the other parts
        tagging --input=FILE                              the tagger's speed beside ICU's word break over the same text (plain or gzip, a passage a line), and its memory
        segment --input=FILE                              CPU of segmenting and dating, beside one pass of ICU's word breaks over the same texts
        planted --input=FILE --lines=FILE [--oneLine] [--pages=120] [--seed=1] [--work=DIR] [--rules=DIR]
                                                          lines that sites put into articles (outlet, middle or end, text with {title} and {outlet}) planted into articles of prose:
                                                          which are still in a story after a run, and which of the articles' own words are lost
        long                                              one page of 50,000 lines beside one of a quarter of them: CPU of labelling and splitting
        split --input=DIR [--show=true] [--rules=DIR]     pages of known stories (pages.jsonl, gold.json): how many are split, titled and parted cleanly; Pk and WindowDiff
                                                          of our borders beside TextTiling and C99; --show lists what is wrong, page by page
      """;

  private BenchCommand() {}

  /** Runs a bench; exit codes as everywhere. */
  public static int run(String[] args, PrintStream out) throws Exception {
    String name = args.length == 0 ? "" : args[0];
    String[] rest = args.length == 0 ? args : Arrays.copyOfRange(args, 1, args.length);
    switch (name) {
      case "decode" -> DecodeBench.run(rest, out);
      case "articles" -> ManyArticles.run(rest, out);
      case "crowd" -> Crowds.run(rest, out);
      case "days" -> DaysBench.run(rest, out);
      case "dedup" -> DedupBench.run(rest, out);
      case "near" -> NearBench.run(rest, out);
      case "engines" -> EnginesBench.run(rest, out);
      case "loop" -> PlainLoop.run(rest, out);
      case "yardstick" -> Yardstick.run(rest, out);
      case "names" -> TaggingBench.names(rest, out);
      case "tagging" -> TaggingBench.speed(rest, out);
      case "segment" -> SegmentBench.run(file(Arguments.of("bench segment", rest, Set.of("input")).require("bench segment", "input", "FILE")), out);
      case "long" -> {
        Arguments.of("bench long", rest, Set.of());
        LongPages.run(out);
      }
      case "planted" -> PlantedBench.run(rest, out);
      case "split" -> split(Arguments.of("bench split", rest, Set.of("input", "show", "rules")), out);
      default -> throw new UsageException(name.isEmpty() ? "bench needs a name; './khabar help bench' lists them" : "there is no bench '" + name + "'; './khabar help bench' lists them");
    }
    return Main.OK;
  }

  private static void split(Arguments arguments, PrintStream out) throws Exception {
    Path folder = folder(arguments.require("bench split", "input", "DIR"));
    for (String file : new String[] {"pages.jsonl", "gold.json"}) {
      if (!Files.isRegularFile(folder.resolve(file))) {
        throw new UsageException("bench split finds no " + file + " in " + folder);
      }
    }
    SplitEvaluation.run(folder, arguments.get("rules"), "true".equals(arguments.get("show")), out);
  }

  private static Path file(String name) {
    Path file = Path.of(name);
    if (!Files.isRegularFile(file)) {
      throw new UsageException("--input names no file: " + name);
    }
    return file;
  }

  private static Path folder(String name) {
    Path folder = Path.of(name);
    if (!Files.isDirectory(folder)) {
      throw new UsageException("--input names no folder: " + name);
    }
    return folder;
  }
}
