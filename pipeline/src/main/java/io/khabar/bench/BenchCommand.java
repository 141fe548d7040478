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
        articles --input=FILE --output=DIR [--times=10]   so many times the articles of a JSON-lines file, words changed so that copies are no duplicates
        segment --input=FILE                              CPU of segmenting and dating, beside one pass of ICU's word breaks over the same texts
        split --input=DIR                                 Pk and WindowDiff of our story borders beside TextTiling and C99 (DIR holds pages.jsonl and gold.json)
      """;

  private BenchCommand() {}

  /** Runs a bench; exit codes as everywhere. */
  public static int run(String[] args, PrintStream out) throws Exception {
    String name = args.length == 0 ? "" : args[0];
    String[] rest = args.length == 0 ? args : Arrays.copyOfRange(args, 1, args.length);
    switch (name) {
      case "articles" -> ManyArticles.run(rest, out);
      case "segment" -> SegmentBench.run(file(Arguments.of("bench segment", rest, Set.of("input")).require("bench segment", "input", "FILE")), out);
      case "split" -> SplitEvaluation.run(folder(Arguments.of("bench split", rest, Set.of("input")).require("bench split", "input", "DIR")), out);
      default -> throw new UsageException(name.isEmpty() ? "bench needs a name; './khabar help bench' lists them" : "there is no bench '" + name + "'; './khabar help bench' lists them");
    }
    return Main.OK;
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
