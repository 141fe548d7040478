package io.khabar.pipeline;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.khabar.engine.Engine;
import io.khabar.read.InputFile;
import io.khabar.report.ReportCommand;
import io.khabar.sink.Ledger;
import io.khabar.sink.OutputFolder;
import io.khabar.sink.Publisher;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.PipelineResult;
import org.apache.beam.sdk.options.PipelineOptionsFactory;

/** {@code khabar run}: run the graph, check the numbers, publish only when they are right. */
final class RunCommand {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int RATE_GATES_FROM = 100;
  private static final int SCHEMA_VERSION = 1;

  /** Options that mean nothing without a value, and that Beam would take for {@code true}. */
  private static final Set<String> VALUED = Set.of("--input", "--output", "--runner", "--formats", "--rules", "--gazetteer", "--baseline", "--jsonFields", "--asOf", "--languages", "--keep", "--updates");

  private RunCommand() {}

  static int run(String[] args, PrintStream out, PrintStream err) throws Exception {
    Instant started = Instant.now();
    Rehearsal.begin();
    KhabarOptions options = options(args);
    Extra.register(options, options.getInput(), options.getOutput(), options.getBaseline());
    KhabarConfig config = KhabarConfig.of(options);
    try (OutputFolder claimed = OutputFolder.claim(config.sink().output(), options.isOverwrite())) {
      return run(options, config, args, started, out, err);
    }
  }

  private static int run(KhabarOptions options, KhabarConfig config, String[] args, Instant started, PrintStream out, PrintStream err) throws Exception {
    Publisher publisher = new Publisher(config.sink());
    publisher.sweep();

    try (Engine engine = Engine.prepare(options, args, config.textBytes(), err)) {
      Pipeline pipeline = Pipeline.create(options);
      NewsPipeline.build(pipeline, config);
      engine.adapt(pipeline);
      PipelineResult.State state = pipeline.run().waitUntilFinish();
      if (state != PipelineResult.State.DONE) {
        throw new IOException("the engine ended the job in state " + state);
      }
    }

    Ledger ledger = publisher.ledger();
    List<String> problems = ledger.problems();
    if (!problems.isEmpty()) {
      err.println("khabar: the ledger does not close, nothing is published: " + String.join("; ", problems));
      return Main.FAILED;
    }
    ObjectNode manifest = manifest(config, ledger, started);
    String failedGate = gates(config, ledger, manifest);
    if (failedGate != null) {
      publisher.fail(ledger, manifest, failedGate);
      err.println("khabar: " + failedGate + "; nothing is published, the rejects lie under " + config.sink().output() + "/_failed");
      return Main.GATE;
    }
    publisher.publish(ledger, manifest);
    summary(config, ledger, out);
    try {
      ReportCommand.write(config.sink().output());
    } catch (IOException | UncheckedIOException e) {
      // the run stands; './khabar report' makes the report once there is room for it
      err.println("khabar: the run is published, but its report could not be written: " + e.getMessage());
    }
    return Main.OK;
  }

  private static KhabarOptions options(String[] args) {
    PipelineOptionsFactory.register(KhabarOptions.class);
    Engine.registerOptions(args);
    Set<String> given = new HashSet<>();
    for (String arg : args) {
      if (!arg.startsWith("--")) {
        throw new UsageException("run takes options like --input=PATHS only, not '" + arg + "'");
      }
      int equals = arg.indexOf('=');
      String name = equals < 0 ? arg : arg.substring(0, equals);
      if (!given.add(name)) {
        throw new UsageException("run: " + name + " is given twice");
      }
      // also when a script's variable was not set: a run without the baseline it was to have keeps every copy
      if ((equals < 0 || equals == arg.length() - 1) && VALUED.contains(name)) {
        throw new UsageException("run: " + name + " needs a value: " + name + "=...");
      }
      // by name first: asking an engine loads it
      String runner = name.startsWith("--flink") || name.startsWith("--spark") ? Engine.runnerOf(name.substring(2)) : null;
      if (runner != null && !List.of(args).contains("--runner=" + runner)) {
        throw new UsageException("run: " + name + " needs --runner=" + runner);
      }
    }
    String[] all = Extra.check(args);
    try {
      return parsed(all);
    } catch (RuntimeException notOurs) {
      Engine.registerBeamOptions();
    }
    try {
      return parsed(all);
    } catch (RuntimeException wrong) {
      // Beam does not say which one it means
      for (String arg : args) {
        try {
          PipelineOptionsFactory.fromArgs(arg).as(KhabarOptions.class);
        } catch (RuntimeException one) {
          throw new UsageException(WrongOption.say(arg, one));
        }
      }
      throw new UsageException("run: " + wrong.getMessage());
    }
  }

  private static KhabarOptions parsed(String[] args) {
    return PipelineOptionsFactory.fromArgs(args).withValidation().as(KhabarOptions.class);
  }

  private static ObjectNode manifest(KhabarConfig config, Ledger ledger, Instant started) {
    ObjectNode manifest = JSON.createObjectNode();
    manifest.put("run_id", config.sink().runId());
    manifest.put("version", HelpCommand.version());
    manifest.put("schema_version", SCHEMA_VERSION);
    ObjectNode options = manifest.putObject("options");
    config.said().forEach(options::put);
    manifest.put("started_at", started.toString());
    manifest.put("finished_at", Instant.now().toString());
    ArrayNode inputs = manifest.putArray("inputs");
    for (InputFile input : config.inputs()) {
      inputs.addObject().put("uri", input.uri()).put("bytes", input.bytes());
    }
    manifest.set("datasets", Publisher.datasets(ledger));
    ObjectNode books = manifest.putObject("ledger");
    books.put("records_read", ledger.recordsRead());
    books.put("documents", ledger.rows("documents"));
    books.put("rejects", ledger.rows("rejects"));
    books.put("skipped", ledger.skipped());
    books.put("stories_found", ledger.tally("parse.stories"));
    books.put("stories", ledger.rows("stories"));
    books.put("duplicates", ledger.rows("duplicates"));
    books.put("excluded", ledger.tallies("excluded."));
    books.put("characters_in", ledger.tally("parse.chars"));
    books.put("segment_characters", ledger.tally("write.segment_chars"));
    books.put("closes", true);
    counts(manifest.putObject("stage_counts"), stageCounts(ledger));
    counts(manifest.putObject("skipped"), ledger.below("skipped."));
    counts(manifest.putObject("excluded"), ledger.below("excluded."));
    counts(manifest.putObject("rejected"), ledger.below("rejected."));
    counts(manifest.putObject("warnings"), ledger.below("warning."));
    manifest.putArray("gates");
    return manifest;
  }

  private static Map<String, Long> stageCounts(Ledger ledger) {
    Map<String, Long> counts = new java.util.TreeMap<>(ledger.tallies());
    counts.keySet().removeIf(k -> k.startsWith("skipped.") || k.startsWith("excluded.") || k.startsWith("rejected.") || k.startsWith("warning.") || k.endsWith("_keys"));
    return counts;
  }

  private static void counts(ObjectNode node, Map<String, Long> counts) {
    counts.forEach(node::put);
  }

  /** Writes every gate's verdict into the manifest; the sentence of the first that failed, or null. */
  private static String gates(KhabarConfig config, Ledger ledger, ObjectNode manifest) {
    long records = ledger.recordsRead() - ledger.skipped();
    double rate = records == 0 ? 0 : (double) ledger.rows("rejects") / records;
    boolean speaks = records >= RATE_GATES_FROM;
    boolean passed = !speaks || rate <= config.maxRejectRate();
    manifest
        .withArray("/gates")
        .addObject()
        .put("name", "reject_rate")
        .put("value", rate)
        .put("limit", config.maxRejectRate())
        .put("speaks", speaks)
        .put("passed", passed);
    if (passed) {
      return null;
    }
    return String.format(
        Locale.ROOT, "%d of %d records were rejected (%.1f %%), more than --maxRejectRate=%s allows", ledger.rows("rejects"), records, 100 * rate, config.maxRejectRate());
  }

  private static void summary(KhabarConfig config, Ledger ledger, PrintStream out) {
    out.printf(
        Locale.ROOT,
        "%d records read: %d documents, %d rejects, %d skipped%n",
        ledger.recordsRead(), ledger.rows("documents"), ledger.rows("rejects"), ledger.skipped());
    out.printf(
        Locale.ROOT,
        "%d stories found: %d kept, %d duplicates, %d excluded; %d events, %d entities, %d mentions%n",
        ledger.tally("parse.stories"), ledger.rows("stories"), ledger.rows("duplicates"), ledger.tallies("excluded."), ledger.rows("events"),
        ledger.rows("entities"), ledger.rows("mentions"));
    out.printf(Locale.ROOT, "the ledger closes; datasets and report.html are in %s%n", config.sink().output());
  }
}
