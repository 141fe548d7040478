package io.khabar.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.khabar.pipeline.Arguments;
import io.khabar.pipeline.UsageException;
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
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;

/**
 * Makes so many times the articles of a JSON-lines file: the first copy is the file itself, in every further one three quarters of the rarer words stand exchanged
 * for others that are as common. The exchange depends on the copy and the word alone, so copies of one article within a dump stay copies, while an article and its
 * counterpart in another copy share few word triples. Common words stay, for rules hang on them; where nothing but words and their triples counts, as in deduplication,
 * {@code --common} leaves fewer of them, and no more pairs look alike than so many times the articles would hold.
 */
final class ManyArticles {
  private static final Set<String> TEXTS = Set.of("title", "headline", "content", "text", "body", "article", "html");
  private static final Set<String> URLS = Set.of("url", "link");
  private static final Pattern WORD = Pattern.compile("\\p{L}{3,}");
  /** Words in more than this share of the articles, one in so many, stay as they are, unless something else is asked for. */
  private static final int COMMON_ONE_IN = 200;

  private final List<ObjectNode> articles = new ArrayList<>();
  /** Words by how common they are, then by hash; neighbours are exchanged. */
  private final List<String> ranked;

  private final Map<String, Integer> places = new HashMap<>();

  private ManyArticles(Path file, int commonOneIn) throws IOException {
    ObjectMapper json = new ObjectMapper();
    Map<String, int[]> counts = new HashMap<>();
    try (BufferedReader lines = open(file)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (!line.isBlank() && json.readTree(line) instanceof ObjectNode article) {
          articles.add(article);
          Set<String> seen = new java.util.HashSet<>();
          article.fields().forEachRemaining(f -> words(f.getKey(), f.getValue(), seen));
          seen.forEach(w -> counts.computeIfAbsent(w, k -> new int[1])[0]++);
        }
      }
    }
    int common = Math.max(2, articles.size() / commonOneIn);
    ranked = new ArrayList<>(counts.keySet());
    ranked.removeIf(w -> counts.get(w)[0] > common);
    ranked.sort(Comparator.comparingInt((String w) -> -counts.get(w)[0]).thenComparingLong(Hash64::of).thenComparing(w -> w));
    for (int i = 0; i < ranked.size(); i++) {
      places.put(ranked.get(i), i);
    }
  }

  static void run(String[] args, PrintStream out) throws IOException {
    Arguments arguments = Arguments.of("bench articles", args, Set.of("input", "output", "times", "common"));
    Path input = Path.of(arguments.require("bench articles", "input", "FILE"));
    Path output = Path.of(arguments.require("bench articles", "output", "DIR"));
    if (!Files.isRegularFile(input)) {
      throw new UsageException("--input names no file: " + input);
    }
    int times = number(arguments, "times", 10);
    long written = make(input, output, times, number(arguments, "common", COMMON_ONE_IN));
    out.printf(Locale.ROOT, "%d articles in %d files in %s%n", written, times, output);
  }

  private static int number(Arguments arguments, String name, int otherwise) {
    String text = arguments.get(name);
    try {
      int number = text == null ? otherwise : Integer.parseInt(text);
      if (number > 0 && number <= 10_000) {
        return number;
      }
    } catch (NumberFormatException e) {
      // the sentence below says it
    }
    throw new UsageException("--" + name + " takes a number from 1 to 10000, not '" + text + "'");
  }

  /** Writes the copies, a file each, and says how many articles they hold. */
  static long make(Path input, Path output, int times, int commonOneIn) throws IOException {
    ManyArticles many = new ManyArticles(input, commonOneIn);
    Files.createDirectories(output);
    for (int copy = 0; copy < times; copy++) {
      many.write(copy, output.resolve(String.format(Locale.ROOT, "articles-%04d.jsonl", copy)));
    }
    return (long) many.articles.size() * times;
  }

  private void write(int copy, Path file) throws IOException {
    ObjectMapper json = new ObjectMapper();
    try (BufferedWriter out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
      for (ObjectNode article : articles) {
        ObjectNode changed = article.deepCopy();
        if (copy > 0) {
          article.fields().forEachRemaining(f -> change(changed, f.getKey(), f.getValue(), copy));
        }
        out.write(json.writeValueAsString(changed));
        out.write('\n');
      }
    }
  }

  private void change(ObjectNode article, String field, JsonNode value, int copy) {
    if (!value.isTextual()) {
      return;
    }
    if (TEXTS.contains(field)) {
      article.put(field, WORD.matcher(value.textValue()).replaceAll(m -> Matcher.quoteReplacement(other(m.group(), copy))));
    } else if (URLS.contains(field)) {
      article.put(field, value.textValue() + "-copy" + copy);
    }
  }

  private String other(String word, int copy) {
    Integer place = places.get(word);
    if (place == null || (Hash64.of(word + copy) & 3) == 0) {
      return word;
    }
    return ranked.get((place + copy) % ranked.size());
  }

  private static void words(String field, JsonNode value, Set<String> into) {
    if (TEXTS.contains(field) && value.isTextual()) {
      Matcher words = WORD.matcher(value.textValue());
      while (words.find()) {
        into.add(words.group());
      }
    }
  }

  private static BufferedReader open(Path file) throws IOException {
    InputStream in = Files.newInputStream(file);
    return new BufferedReader(new InputStreamReader(file.toString().endsWith(".gz") ? new GZIPInputStream(in, 1 << 16) : in, StandardCharsets.UTF_8));
  }
}
