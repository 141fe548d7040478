package io.khabar.pipeline;

import io.khabar.decode.DecodeConfig;
import io.khabar.decode.JsonFields;
import io.khabar.dedup.DedupConfig;
import io.khabar.dedup.Keep;
import io.khabar.dedup.Updates;
import io.khabar.event.EventConfig;
import io.khabar.read.InputFile;
import io.khabar.read.InputFiles;
import io.khabar.read.ReadConfig;
import io.khabar.sink.Publisher;
import io.khabar.sink.ReadSignatures;
import io.khabar.sink.SinkConfig;
import io.khabar.sink.Store;
import io.khabar.sink.StoreFiles;
import io.khabar.split.SplitConfig;
import io.khabar.text.Ids;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * The options of a run, validated once, immutable. All problems are reported together.
 *
 * @param inputs what to read, sorted by path
 * @param filesOfRuns how many files below the inputs were left out because an earlier run published them
 * @param rules a folder of rule files that replace ours, or null
 * @param baseline earlier runs whose stories are known
 * @param maxRejectRate the gate
 * @param said the options that shape rows, as given, for the manifest and the run's id
 */
public record KhabarConfig(
    List<InputFile> inputs,
    long filesOfRuns,
    ReadConfig read,
    DecodeConfig decode,
    String rules,
    SplitConfig split,
    List<String> gazetteers,
    DedupConfig dedup,
    List<ReadSignatures.Run> baseline,
    EventConfig events,
    SinkConfig sink,
    double maxRejectRate,
    Map<String, String> said) {
  /** One output partition for each so many bytes of (estimated) text, in dumps of a gigabyte and more; smaller ones get a quarter of it, so that every core writes. */
  private static final long PARTITION_BYTES = 64L << 20;

  private static final long LARGE = 1L << 30;

  private static final long GROUP_BYTES = 16L << 20;

  private static final int FEW_GROUPS = 8;

  /** Above so much text the edges of deduplication may not fit one machine: some hundred bytes for each 8 KB. */
  private static final long EDGES_FIT_BYTES = 256L << 30;

  private static final int COMPRESSED = 5;
  private static final Pattern GLOB = Pattern.compile("[*?\\[]");
  private static final Set<String> LANGUAGES = Set.of(Locale.getISOLanguages());

  /**
   * Validates options.
   *
   * @throws UsageException with one sentence that names every problem
   */
  public static KhabarConfig of(KhabarOptions options) {
    List<String> problems = new ArrayList<>();
    String output = trimSlashes(options.getOutput());
    if (blank(options.getInput())) {
      problems.add("--input=PATHS is missing");
    }
    if (blank(output)) {
      problems.add("--output=DIR is missing");
    }
    if (!blank(output)) {
      checkOutput(output, problems);
    }
    Set<String> formats = list(options.getFormats());
    if (formats.isEmpty() || !Set.of("parquet", "jsonl").containsAll(formats)) {
      problems.add("--formats takes parquet, jsonl or both, not '" + options.getFormats() + "'");
    }
    String asOf = blank(options.getAsOf()) ? null : options.getAsOf().strip();
    if (asOf != null && !isDay(asOf)) {
      problems.add("--asOf takes a day like 2024-07-01, not '" + asOf + "'");
    }
    Set<String> languages = list(options.getLanguages());
    if (languages.isEmpty()) {
      problems.add("--languages names no language");
    }
    for (String language : languages) {
      if (!LANGUAGES.contains(language)) {
        problems.add("--languages takes codes like ar or fa, not '" + language + "'");
      }
    }
    if (options.getMaxRecordBytes() < 1024) {
      problems.add("--maxRecordBytes must be at least 1024");
    }
    if (!(options.getMaxRejectRate() >= 0 && options.getMaxRejectRate() <= 1)) {
      problems.add("--maxRejectRate must lie between 0 and 1");
    }
    if (options.getPartitions() < 0 || options.getPartitions() > 100_000) {
      problems.add("--partitions must lie between 0 and 100000");
    }
    if (options.getWorkers() < 0) {
      problems.add("--workers must not be negative");
    }
    String rules = blank(options.getRules()) ? null : options.getRules();
    Map<String, String> ruleFiles = UserFiles.rules(rules, problems);
    Keep keep = keep(options.getKeep(), problems);
    Updates updates = updates(options.getUpdates(), problems);
    Map<String, ReadSignatures.Run> baseline = baseline(options.getBaseline(), output, problems);
    JsonFields fields = fields(options.getJsonFields(), problems);
    Map<String, String> gazetteers = UserFiles.gazetteers(list(options.getGazetteer()), problems);
    UserFiles.Inputs read = blank(options.getInput()) ? UserFiles.Inputs.NONE : UserFiles.inputs(options.getInput(), blank(output) ? null : output, problems);
    List<InputFile> inputs = read.files();
    if (!problems.isEmpty()) {
      throw new UsageException(String.join("; ", problems));
    }
    Map<String, String> said = said(options, gazetteers, ruleFiles, baseline);
    long bytes = textBytes(inputs);
    int partitions = options.getPartitions() > 0 ? options.getPartitions() : partitions(bytes, bytes < LARGE ? PARTITION_BYTES / 4 : PARTITION_BYTES, 10_000);
    int groups = groups(bytes);
    return new KhabarConfig(
        inputs,
        read.ofRuns(),
        ReadConfig.defaults().withMaxRecordBytes(options.getMaxRecordBytes()),
        DecodeConfig.defaults().withJsonFields(fields),
        rules,
        new SplitConfig(languages, asOf, rules),
        List.copyOf(gazetteers.values()),
        new DedupConfig(groups, keep, updates, bytes > EDGES_FIT_BYTES),
        List.copyOf(baseline.values()),
        new EventConfig(groups),
        new SinkConfig(output, runId(said, inputs), partitions, formats.contains("parquet"), formats.contains("jsonl"), options.isDocumentText()),
        options.getMaxRejectRate(),
        said);
  }

  private static void checkOutput(String output, List<String> problems) {
    if (!Store.isLocal(output)) {
      if (output.matches(".*[*?\\[\\]{}\\\\].*")) {
        problems.add("--output=" + output + " must hold no sign that means a pattern");
      }
      return;
    }
    for (Path at = Path.of(output).toAbsolutePath(); at != null; at = at.getParent()) {
      if (Files.exists(at)) {
        if (!Files.isDirectory(at)) {
          problems.add("--output=" + output + " cannot be a folder: " + at + " is a file");
        }
        return;
      }
    }
  }

  private static boolean blank(String text) {
    return text == null || text.isBlank();
  }

  private static String trimSlashes(String path) {
    return path == null || path.equals("/") ? path : path.strip().replaceAll("/+$", "");
  }

  private static Set<String> list(String text) {
    Set<String> items = new LinkedHashSet<>();
    for (String item : (text == null ? "" : text).split(",")) {
      if (!item.isBlank()) {
        items.add(item.strip());
      }
    }
    return new TreeSet<>(items);
  }

  private static boolean isDay(String text) {
    try {
      return LocalDate.parse(text).getYear() >= 1900 && text.length() == "2024-07-01".length();
    } catch (DateTimeParseException e) {
      return false;
    }
  }

  static boolean within(String uri, String output) {
    if (!Store.isLocal(uri) || !Store.isLocal(output)) {
      return uri.startsWith(output + "/");
    }
    return Path.of(uri).toAbsolutePath().normalize().startsWith(Path.of(output).toAbsolutePath().normalize());
  }

  private static JsonFields fields(String text, List<String> problems) {
    try {
      return JsonFields.parse(text);
    } catch (IllegalArgumentException e) {
      problems.add(e.getMessage().startsWith("--jsonFields") ? e.getMessage() : "--jsonFields: " + e.getMessage());
      return JsonFields.common();
    }
  }

  private static Keep keep(String text, List<String> problems) {
    try {
      return Keep.parse(text);
    } catch (IllegalArgumentException e) {
      problems.add("--keep " + e.getMessage());
      return Keep.earliest();
    }
  }

  private static Updates updates(String text, List<String> problems) {
    for (Updates rule : Updates.values()) {
      if (rule.name().toLowerCase(Locale.ROOT).equals(text)) {
        return rule;
      }
    }
    problems.add("--updates takes latest, first or all, not '" + text + "'");
    return Updates.LATEST;
  }

  private static Map<String, ReadSignatures.Run> baseline(String text, String output, List<String> problems) {
    Map<String, ReadSignatures.Run> runs = new LinkedHashMap<>();
    for (String item : list(text)) {
      boolean glob = GLOB.matcher(item).find();
      for (String folder : glob ? runs(trimSlashes(item), problems) : List.of(trimSlashes(item))) {
        if (!blank(output) && (folder.equals(output) || within(folder, output) && within(output, folder))) {
          // the glob of a nightly job names tonight's folder too once it is there
          if (!glob) {
            problems.add("--baseline must not be the output: " + item);
          }
          continue;
        }
        try {
          runs.put(folder, ReadSignatures.Run.of(folder));
        } catch (IOException | UsageException e) {
          problems.add("--baseline: " + e.getMessage());
        }
      }
    }
    return runs;
  }

  /** The folders of finished runs that a glob names, sorted. */
  private static List<String> runs(String glob, List<String> problems) {
    List<String> folders = new ArrayList<>();
    String manifest = "/" + Publisher.MANIFEST;
    try {
      for (InputFile file : InputFiles.expand(glob + manifest, new StoreFiles())) {
        folders.add(file.uri().substring(0, file.uri().length() - manifest.length()));
      }
    } catch (IllegalArgumentException none) {
      problems.add("--baseline: no finished run matches " + glob);
    }
    return folders;
  }

  private static int partitions(long bytes, long each, int most) {
    return (int) Math.min(most, 1 + bytes / each);
  }

  /**
   * How many groups hashes and ids are shuffled in, for so many bytes of text. Every group tells every other something, so the bundles of a shuffle grow with the
   * square of the groups: from {@link #FEW_GROUPS} up the groups grow with the root of the text, and the bundles with the text.
   */
  public static int groups(long bytes) {
    long even = 1 + bytes / GROUP_BYTES;
    return (int) Math.min(512, even <= FEW_GROUPS ? even : Math.round(Math.sqrt((double) FEW_GROUPS * even)));
  }

  /** About how many bytes of text the input holds: packed files are taken to hold five times their size. */
  public long textBytes() {
    return textBytes(inputs);
  }

  private static long textBytes(List<InputFile> inputs) {
    long bytes = 0;
    for (InputFile input : inputs) {
      boolean plain = input.uri().matches("(?i).*\\.(txt|html?|jsonl?|ndjson|csv|tsv|warc|wet|arc)");
      bytes += plain ? input.bytes() : input.bytes() * COMPRESSED;
    }
    return bytes;
  }

  private static Map<String, String> said(
      KhabarOptions options, Map<String, String> gazetteers, Map<String, String> rules, Map<String, ReadSignatures.Run> baseline) {
    Map<String, String> said = new LinkedHashMap<>();
    said.put("input", options.getInput());
    said.put("formats", options.getFormats());
    said.put("documentText", Boolean.toString(options.isDocumentText()));
    said.put("jsonFields", options.getJsonFields());
    said.put("asOf", options.getAsOf());
    said.put("languages", options.getLanguages());
    said.put("rules", options.getRules());
    said.put("gazetteer", options.getGazetteer());
    said.put("keep", options.getKeep());
    said.put("updates", options.getUpdates());
    said.put("baseline", options.getBaseline());
    said.put("maxRecordBytes", Integer.toString(options.getMaxRecordBytes()));
    said.put("maxRejectRate", Double.toString(options.getMaxRejectRate()));
    said.values().removeIf(java.util.Objects::isNull);
    gazetteers.forEach((file, content) -> said.put("gazetteer." + file, Ids.of(content)));
    rules.forEach((file, hash) -> said.put("rules." + file, hash));
    baseline.forEach((folder, run) -> said.put("baseline." + folder, run.runId()));
    return said;
  }

  /** A hash of what shapes the rows, so that a second run over the same dump has the same id. */
  private static String runId(Map<String, String> said, List<InputFile> inputs) {
    List<String> parts = new ArrayList<>();
    said.forEach((name, value) -> parts.add(name + "=" + value));
    inputs.forEach(f -> parts.add(f.path() + " " + f.bytes()));
    return Ids.of(parts.toArray(new String[0])).substring(0, 16);
  }
}
