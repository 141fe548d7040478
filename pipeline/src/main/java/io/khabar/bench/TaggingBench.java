package io.khabar.bench;

import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.util.ULocale;
import io.khabar.entity.EntityTagger;
import io.khabar.entity.Gazetteer;
import io.khabar.entity.NameEvaluation;
import io.khabar.pipeline.Arguments;
import io.khabar.pipeline.UsageException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.zip.GZIPInputStream;

/** The tagger's scores on files of token and tag, its speed beside ICU's word break over the same text, and what it keeps in memory. */
final class TaggingBench {
  private static final int ROUNDS = 5;

  private TaggingBench() {}

  static void names(String[] args, PrintStream out) throws IOException {
    Arguments arguments = Arguments.of("bench names", args, Set.of("input", "folds"));
    String folds = arguments.get("folds");
    if (folds != null && !folds.matches("[2-9]|[1-9][0-9]")) {
      throw new UsageException("--folds is a number from 2 to 99: " + folds);
    }
    for (String name : arguments.require("bench names", "input", "FILE").split(",")) {
      Path file = file(name);
      out.println(file.getFileName() + (folds == null ? ", the shipped tagger" : ", " + folds + " parts, each by a model learned from the others"));
      out.print(folds == null ? NameEvaluation.score(file, new EntityTagger(Gazetteer.standard())) : NameEvaluation.crossValidate(file, Integer.parseInt(folds)));
    }
  }

  static void speed(String[] args, PrintStream out) throws IOException {
    Arguments arguments = Arguments.of("bench tagging", args, Set.of("input"));
    Path file = file(arguments.require("bench tagging", "input", "FILE"));
    List<String> lines = lines(file);
    double megabytes = lines.stream().mapToLong(l -> l.getBytes(StandardCharsets.UTF_8).length).sum() / 1e6;
    long before = heap();
    EntityTagger tagger = new EntityTagger(Gazetteer.standard());
    long kept = heap() - before;
    BreakIterator words = BreakIterator.getWordInstance(new ULocale("ar"));
    double[] ours = new double[ROUNDS];
    double[] icu = new double[ROUNDS];
    long mentions = 0;
    long breaks = 0;
    for (int round = 0; round < ROUNDS; round++) {
      long start = cpu();
      for (String line : lines) {
        words.setText(line);
        while (words.next() != BreakIterator.DONE) {
          breaks++;
        }
      }
      icu[round] = (cpu() - start) / 1e9;
      start = cpu();
      for (String line : lines) {
        mentions += tagger.tag(line).size();
      }
      ours[round] = (cpu() - start) / 1e9;
    }
    // the first round warms up
    double us = median(Arrays.copyOfRange(ours, 1, ROUNDS));
    double them = median(Arrays.copyOfRange(icu, 1, ROUNDS));
    out.printf(Locale.ROOT, "%.1f MB, %d passages, %d mentions, %d breaks a round%n", megabytes, lines.size(), mentions / ROUNDS, breaks / ROUNDS);
    out.printf(Locale.ROOT, "tagger %.2f CPU s, %.1f MB a second; ICU word break %.2f CPU s, %.1f MB a second; the tagger takes %.1f times as long%n", us, megabytes / us, them, megabytes / them, us / them);
    out.printf(Locale.ROOT, "gazetteer, model and tagger keep %.0f MiB%n", kept / 1048576.0);
  }

  private static double median(double[] values) {
    Arrays.sort(values);
    return (values[(values.length - 1) / 2] + values[values.length / 2]) / 2;
  }

  private static long cpu() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  private static long heap() {
    System.gc();
    System.gc();
    return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
  }

  private static Path file(String name) {
    Path file = Path.of(name);
    if (!Files.isRegularFile(file)) {
      throw new UsageException("--input names no file: " + name);
    }
    return file;
  }

  private static List<String> lines(Path file) throws IOException {
    List<String> out = new ArrayList<>();
    try (InputStream raw = Files.newInputStream(file);
        BufferedReader reader =
            new BufferedReader(new InputStreamReader(file.toString().endsWith(".gz") ? new GZIPInputStream(raw) : raw, StandardCharsets.UTF_8))) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        out.add(line);
      }
    }
    return out;
  }
}
