package io.khabar.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.khabar.model.Duplicate;
import io.khabar.model.DuplicateKind;
import io.khabar.model.ParsedPage;
import io.khabar.model.Relation;
import io.khabar.model.Story;
import io.khabar.pipeline.Arguments;
import io.khabar.text.Hash64;
import io.khabar.text.MatchKey;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Our near duplicates beside those of datatrove's defaults ({@link DatatroveMinHash}) over the same texts: how many each removes, what only one of the two
 * removes, and those pairs with both texts for a person to read. A pair is a removed text and the one that stays for it.
 */
final class NearBench {
  private final List<Story> stories = new ArrayList<>();
  private final Map<String, Integer> places = new HashMap<>();
  private final Map<String, String> related = new HashMap<>();

  private NearBench(List<ParsedPage> pages) {
    for (ParsedPage page : pages) {
      for (Story story : page.stories()) {
        places.put(story.storyId(), stories.size());
        stories.add(story);
      }
    }
  }

  static void run(String[] args, PrintStream out) throws IOException {
    Arguments arguments = Arguments.of("bench near", args, Set.of("input", "pairs"));
    List<ParsedPage> pages = Articles.read(Path.of(arguments.require("bench near", "input", "FILE")));
    new NearBench(pages).compare(pages, arguments.get("pairs"), out);
  }

  private void compare(List<ParsedPage> pages, String pairs, PrintStream out) throws IOException {
    DedupBench.Found found = DedupBench.find(pages);
    int[] ours = new int[stories.size()];
    Arrays.setAll(ours, i -> i);
    int exact = 0;
    for (Duplicate duplicate : found.duplicates()) {
      ours[places.get(duplicate.storyId())] = places.get(duplicate.keptStoryId());
      exact += duplicate.kind() == DuplicateKind.EXACT ? 1 : 0;
    }
    for (Relation relation : found.relations()) {
      related.put(relation.storyId() + " " + relation.otherStoryId(), relation.kind().code());
    }
    int[] theirs = new DatatroveMinHash().find(stories.stream().map(Story::text).toList());
    Set<Integer> weak = new HashSet<>();
    List<int[]> onlyOurs = new ArrayList<>();
    List<int[]> onlyTheirs = new ArrayList<>();
    int removed = 0;
    for (int i = 0; i < ours.length; i++) {
      if (ours[i] != i && theirs[i] != theirs[ours[i]]) {
        onlyOurs.add(new int[] {i, ours[i]});
      }
      if (theirs[i] != i) {
        removed++;
        if (jaccard(i, theirs[i], 3) < 0.5) {
          weak.add(i);
        }
        if (ours[i] != ours[theirs[i]]) {
          onlyTheirs.add(new int[] {i, theirs[i]});
        }
      }
    }
    out.printf(
        Locale.ROOT,
        "%d texts; ours removes %d (%d exact, %d near or update); datatrove's defaults remove %d, of which %d (%.1f %%) share less than half their word 3-grams with what stays%n",
        ours.length, found.duplicates().size(), exact, found.duplicates().size() - exact, removed, weak.size(), 100.0 * weak.size() / Math.max(1, removed));
    out.printf(Locale.ROOT, "pairs that only ours joins: %d; that only datatrove's defaults join: %d%n", onlyOurs.size(), onlyTheirs.size());
    equalTexts(ours, theirs, out);
    if (pairs != null) {
      write(Path.of(pairs), onlyOurs, onlyTheirs);
      out.printf(Locale.ROOT, "the pairs, in an order that does not depend on them, are in %s%n", pairs);
    }
  }

  /** Groups of texts whose match keys are equal, and how many of them each side leaves with more than one that stays. */
  private void equalTexts(int[] ours, int[] theirs, PrintStream out) {
    Map<String, List<Integer>> byKey = new HashMap<>();
    int empty = 0;
    for (int i = 0; i < ours.length; i++) {
      String key = MatchKey.of(stories.get(i).text());
      empty += key.isEmpty() ? 1 : 0;
      if (!key.isEmpty()) {
        byKey.computeIfAbsent(key, k -> new ArrayList<>(1)).add(i);
      }
    }
    int groups = 0;
    int oursMiss = 0;
    int theirsMiss = 0;
    for (List<Integer> group : byKey.values()) {
      if (group.size() > 1) {
        groups++;
        oursMiss += group.stream().map(i -> ours[i]).distinct().count() > 1 ? 1 : 0;
        theirsMiss += group.stream().map(i -> theirs[i]).distinct().count() > 1 ? 1 : 0;
      }
    }
    out.printf(
        Locale.ROOT, "groups of equal texts: %d; ours leaves %d apart (texts of fewer than ten words need equal titles), datatrove's defaults %d; empty texts: %d%n",
        groups, oursMiss, theirsMiss, empty);
  }

  private void write(Path file, List<int[]> onlyOurs, List<int[]> onlyTheirs) throws IOException {
    ObjectMapper json = new ObjectMapper();
    try (BufferedWriter rows = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
      for (List<int[]> side : List.of(onlyOurs, onlyTheirs)) {
        side.sort((x, y) -> Long.compare(Hash64.of(stories.get(x[0]).storyId()), Hash64.of(stories.get(y[0]).storyId())));
        for (int[] pair : side) {
          Story a = stories.get(pair[0]);
          Story b = stories.get(pair[1]);
          boolean first = a.storyId().compareTo(b.storyId()) < 0;
          var row = json.createObjectNode();
          row.put("only", side == onlyOurs ? "ours" : "datatrove").put("jaccard3", jaccard(pair[0], pair[1], 3)).put("jaccard5", jaccard(pair[0], pair[1], 5));
          row.put("relation", related.get(first ? a.storyId() + " " + b.storyId() : b.storyId() + " " + a.storyId()));
          row.put("title_a", a.title()).put("title_b", b.title()).put("a", a.text()).put("b", b.text());
          rows.write(json.writeValueAsString(row));
          rows.write('\n');
        }
      }
    }
  }

  private double jaccard(int a, int b, int gram) {
    Set<String> x = grams(a, gram);
    Set<String> y = grams(b, gram);
    int common = 0;
    for (String g : x) {
      common += y.contains(g) ? 1 : 0;
    }
    int all = x.size() + y.size() - common;
    return all == 0 ? 1 : (double) common / all;
  }

  private Set<String> grams(int i, int gram) {
    String[] words = MatchKey.of(stories.get(i).text()).split(" ");
    Set<String> grams = new HashSet<>();
    for (int k = 0; k + gram <= words.length; k++) {
      grams.add(String.join(" ", Arrays.copyOfRange(words, k, k + gram)));
    }
    return grams;
  }
}
