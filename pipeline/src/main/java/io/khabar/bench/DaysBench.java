package io.khabar.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.khabar.pipeline.Arguments;
import io.khabar.pipeline.Main;
import io.khabar.pipeline.UsageException;
import io.khabar.sink.DatasetReader;
import io.khabar.text.Hash64;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.zip.GZIPInputStream;

/**
 * Day after day beside all at once: parts a JSON-lines file by the day of a field, runs the whole job over all of it, then over each day with the days before as
 * baseline, and holds the clusters against each other. Stories are the same when their page and place in it are; which member of a cluster stays may differ.
 * A day alone teaches less of what an outlet prints on every page, so some texts are not the same: clusters with such stories are counted apart.
 */
final class DaysBench {
  private static final int SHOWN = 20;

  private DaysBench() {}

  static void run(String[] args, PrintStream out) throws IOException {
    Arguments arguments = Arguments.of("bench days", args, Set.of("input", "output", "dayField", "updates"));
    Path input = Path.of(arguments.require("bench days", "input", "FILE"));
    Path output = Path.of(arguments.require("bench days", "output", "DIR"));
    String field = arguments.get("dayField") == null ? "date" : arguments.get("dayField");
    // day after day the first version is there first; another rule shows how far one run is from that
    String updates = "--updates=" + (arguments.get("updates") == null ? "first" : arguments.get("updates"));
    if (!Files.isRegularFile(input)) {
      throw new UsageException("--input names no file: " + input);
    }
    List<String> days = part(input, output.resolve("in"), field);
    out.println("days: " + String.join(", ", days));
    Map<String, String> once = new TreeMap<>();
    Map<String, Long> textsOnce = new HashMap<>();
    job(out, "--input=" + output.resolve("in"), "--output=" + output.resolve("once"), "--overwrite", updates);
    gather(output.resolve("once"), once, textsOnce);
    Map<String, String> daily = new TreeMap<>();
    Map<String, Long> textsDaily = new HashMap<>();
    List<String> baseline = new ArrayList<>();
    for (String day : days) {
      String folder = output.resolve("day-" + day).toString();
      List<String> job = new ArrayList<>(List.of("--input=" + output.resolve("in/" + day + ".jsonl"), "--output=" + folder, "--overwrite", updates));
      if (!baseline.isEmpty()) {
        job.add("--baseline=" + String.join(",", baseline));
      }
      job(out, job.toArray(String[]::new));
      gather(Path.of(folder), daily, textsDaily);
      baseline.add(folder);
    }
    Set<String> otherText = new HashSet<>();
    textsOnce.forEach((story, text) -> {
      if (!text.equals(textsDaily.get(story))) {
        otherText.add(story);
      }
    });
    textsDaily.keySet().stream().filter(story -> !textsOnce.containsKey(story)).forEach(otherText::add);
    compare(once, daily, otherText, out);
  }

  /** Writes a file a day and returns the days, in order. */
  private static List<String> part(Path input, Path folder, String field) throws IOException {
    ObjectMapper json = new ObjectMapper();
    TreeMap<String, List<String>> byDay = new TreeMap<>();
    InputStream in = Files.newInputStream(input);
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(input.toString().endsWith(".gz") ? new GZIPInputStream(in, 1 << 16) : in, StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (!line.isBlank()) {
          String day = json.readTree(line).path(field).asText("");
          if (day.length() < 10) {
            throw new UsageException("a record has no day in the field '" + field + "'; --dayField names another");
          }
          byDay.computeIfAbsent(day.substring(0, 10), d -> new ArrayList<>()).add(line);
        }
      }
    }
    Files.createDirectories(folder);
    for (Map.Entry<String, List<String>> day : byDay.entrySet()) {
      try (BufferedWriter rows = Files.newBufferedWriter(folder.resolve(day.getKey() + ".jsonl"), StandardCharsets.UTF_8)) {
        for (String line : day.getValue()) {
          rows.write(line);
          rows.write('\n');
        }
      }
    }
    return List.copyOf(byDay.keySet());
  }

  private static void job(PrintStream out, String... options) {
    String[] args = new String[options.length + 1];
    args[0] = "run";
    System.arraycopy(options, 0, args, 1, options.length);
    int exit = Main.run(args, out, out);
    if (exit != Main.OK) {
      throw new IllegalStateException("a run over " + options[0] + " ended with exit code " + exit);
    }
  }

  /** By story the one that stays for it, and a hash of what its segments say. */
  private static void gather(Path run, Map<String, String> kept, Map<String, Long> texts) throws IOException {
    DatasetReader reader = DatasetReader.open(run.toString());
    reader.forEach("stories", row -> kept.put(row.path("story_id").asText(), row.path("story_id").asText()));
    reader.forEach("duplicates", row -> kept.put(row.path("story_id").asText(), row.path("kept_story_id").asText()));
    reader.forEach(
        "segments",
        row -> {
          if (row.path("story_id").isTextual() && row.path("kind").asText().equals("body")) {
            texts.merge(row.path("story_id").asText(), Hash64.of(row.path("text").asText()), Hash64::join);
          }
        });
  }

  private static Map<String, Set<String>> clusters(Map<String, String> kept, Set<String> both) {
    Map<String, Set<String>> byKept = new HashMap<>();
    kept.forEach(
        (story, stays) -> {
          if (both.contains(story)) {
            byKept.computeIfAbsent(stays, k -> new TreeSet<>()).add(story);
          }
        });
    Map<String, Set<String>> byMember = new TreeMap<>();
    byKept.values().forEach(cluster -> byMember.put(cluster.iterator().next(), cluster));
    return byMember;
  }

  private static void compare(Map<String, String> once, Map<String, String> daily, Set<String> otherText, PrintStream out) {
    Set<String> both = new HashSet<>(once.keySet());
    both.retainAll(daily.keySet());
    Map<String, Set<String>> all = clusters(once, both);
    Map<String, Set<String>> byDay = clusters(daily, both);
    Set<Set<String>> same = new HashSet<>(all.values());
    same.retainAll(new HashSet<>(byDay.values()));
    out.printf(
        Locale.ROOT,
        "stories: %d at once, %d day after day, %d in both; clusters: %d at once, %d day after day, %d the same (%d of them with more than one member)%n",
        once.size(), daily.size(), both.size(), all.size(), byDay.size(), same.size(), same.stream().filter(c -> c.size() > 1).count());
    List<Set<String>> differ = new ArrayList<>(all.values().stream().filter(c -> !same.contains(c)).toList());
    List<Set<String>> ofOneText = new ArrayList<>(differ.stream().filter(c -> !touched(c, once, daily, otherText)).toList());
    out.printf(
        Locale.ROOT, "stories whose text is another in the other run, or which it has not: %d; clusters at once that are not the same: %d, %d of them without such a story%n",
        otherText.size(), differ.size(), ofOneText.size());
    for (Set<String> cluster : ofOneText.subList(0, Math.min(SHOWN, ofOneText.size()))) {
      Set<String> other = new TreeSet<>();
      cluster.forEach(story -> other.add(daily.get(story)));
      out.printf(Locale.ROOT, "at once %s, kept %s; day after day kept %s%n", cluster, once.get(cluster.iterator().next()), other);
    }
  }

  /** Whether a story of a cluster, or one that stays for it in either run, has another text in the other run. */
  private static boolean touched(Set<String> cluster, Map<String, String> once, Map<String, String> daily, Set<String> otherText) {
    return cluster.stream().anyMatch(story -> otherText.contains(story) || otherText.contains(once.get(story)) || otherText.contains(daily.get(story)));
  }
}
