package io.khabar.bench;

import io.khabar.pipeline.Arguments;
import io.khabar.pipeline.Main;
import io.khabar.pipeline.UsageException;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * The whole job over the same input, once as a plain loop over the same nouns without Beam and once on each engine, every one in a Java machine of its own:
 * wall, CPU, memory, collector, and ratios against the plain loop. Start-up is counted. The loop tells its CPU by stage. Articles a second stand beside those of a {@link Yardstick}.
 */
final class EnginesBench {
  private static final String NAME = "bench engines";
  private static final String LOOP = "loop";
  private static final String YARDSTICK = "yardstick";
  private static final Set<String> KNOWN = Set.of(YARDSTICK, LOOP, "DirectRunner", "FlinkRunner", "SparkRunner");
  private static final long MOST_MINUTES = 120;

  private final String input;
  private final Path work;
  private final String heap;
  private final String workers;
  private final String partitions;

  private EnginesBench(Arguments arguments) {
    input = arguments.require(NAME, "input", "PATHS");
    work = Path.of(arguments.require(NAME, "work", "DIR"));
    heap = arguments.get("heap") == null ? "2g" : arguments.get("heap");
    workers = arguments.get("workers") == null ? Integer.toString(Runtime.getRuntime().availableProcessors()) : arguments.get("workers");
    partitions = arguments.get("partitions") == null ? "8" : arguments.get("partitions");
  }

  static void run(String[] args, PrintStream out) throws IOException, InterruptedException {
    Arguments arguments = Arguments.of(NAME, args, Set.of("input", "work", "engines", "heap", "workers", "partitions"));
    EnginesBench bench = new EnginesBench(arguments);
    String wanted = arguments.get("engines") == null ? "yardstick,loop,DirectRunner,FlinkRunner,SparkRunner" : arguments.get("engines");
    List<String> engines = List.of(wanted.split(","));
    for (String engine : engines) {
      if (!KNOWN.contains(engine)) {
        throw new UsageException("--engines takes " + String.join(", ", KNOWN.stream().sorted().toList()) + ", not '" + engine + "'");
      }
    }
    Files.createDirectories(bench.work);
    out.printf(Locale.ROOT, "%-14s %9s %9s %9s %8s %8s %9s %8s %10s %9s%n", "engine", "wall s", "CPU s", "peak MiB", "GC s", "JIT s", "wall/loop", "CPU/loop", "articles/s", "/yardstick");
    Usage loop = null;
    Usage yardstick = null;
    long articles = 0;
    for (String engine : engines) {
      Usage usage = bench.measure(engine);
      loop = engine.equals(LOOP) ? usage : loop;
      if (engine.equals(YARDSTICK)) {
        yardstick = usage;
        articles = Long.parseLong(Files.readString(bench.work.resolve(YARDSTICK + ".log")).split(" ", 2)[0]);
      }
      out.printf(
          Locale.ROOT,
          "%-14s %9.1f %9.1f %9d %8.1f %8.1f %9s %8s %10s %9s%n",
          engine,
          usage.wall(),
          usage.cpu(),
          usage.peak() >> 20,
          usage.gc(),
          usage.compile(),
          loop == null ? "-" : ratio(usage.wall(), loop.wall()),
          loop == null ? "-" : ratio(usage.cpu(), loop.cpu()),
          yardstick == null ? "-" : String.format(Locale.ROOT, "%.0f", articles / usage.wall()),
          yardstick == null ? "-" : ratio(yardstick.wall(), usage.wall()));
    }
    Path stages = bench.work.resolve(LOOP + ".log");
    if (engines.contains(LOOP)) {
      out.print("\n" + Files.readString(stages));
    }
  }

  private static String ratio(double a, double b) {
    return String.format(Locale.ROOT, "%.2f", a / b);
  }

  private Usage measure(String engine) throws IOException, InterruptedException {
    Path used = work.resolve(engine + ".usage.json");
    Path log = work.resolve(engine + ".log");
    Files.deleteIfExists(used);
    List<String> command = new ArrayList<>(java(used));
    if (engine.equals(LOOP) || engine.equals(YARDSTICK)) {
      command.addAll(List.of("bench", engine));
    } else {
      command.addAll(List.of("run", "--runner=" + engine, "--formats=parquet", "--overwrite"));
    }
    command.addAll(List.of("--input=" + input, "--output=" + work.resolve("out-" + engine), "--workers=" + workers, "--partitions=" + partitions));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
    if (!process.waitFor(MOST_MINUTES, TimeUnit.MINUTES)) {
      process.destroyForcibly();
      throw new IOException(engine + " did not end in " + MOST_MINUTES + " minutes");
    }
    if (process.exitValue() != Main.OK || !Files.exists(used)) {
      throw new IOException(engine + " ended with exit code " + process.exitValue() + "; its output is in " + log);
    }
    return Usage.read(used);
  }

  /** This program in a Java machine of its own: the same java, class path, opened packages and settings of the compiler and collector, another heap. */
  private List<String> java(Path used) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    for (String argument : ManagementFactory.getRuntimeMXBean().getInputArguments()) {
      if (argument.startsWith("--add-opens") || argument.startsWith("-XX:") && !argument.startsWith("-XX:SharedArchiveFile")) {
        command.add(argument);
      }
    }
    command.add("-Xmx" + heap);
    command.add("-D" + Usage.PROPERTY + "=" + used);
    String classes = System.getProperty("java.class.path");
    if (classes.endsWith(".jar") && !classes.contains(java.io.File.pathSeparator)) {
      command.addAll(List.of("-jar", classes));
    } else {
      command.addAll(List.of("-cp", classes, Main.class.getName()));
    }
    return command;
  }
}
