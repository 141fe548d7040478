package io.khabar.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.khabar.model.Document;
import io.khabar.model.ParsedPage;
import io.khabar.model.PublishedSource;
import io.khabar.model.Story;
import io.khabar.model.StoryDates;
import io.khabar.model.StoryKind;
import io.khabar.pipeline.UsageException;
import io.khabar.text.Ids;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/** Articles of JSON-lines files as parsed pages of one story each, nothing cleaned: for benches that measure one stage alone. */
final class Articles {
  private static final String[] TEXTS = {"content", "text", "body"};

  private Articles() {}

  /** The articles of a file, or of every {@code .jsonl} or {@code .jsonl.gz} file of a folder in the order of names. */
  static List<ParsedPage> read(Path input) throws IOException {
    List<Path> files = new ArrayList<>();
    if (Files.isDirectory(input)) {
      try (Stream<Path> all = Files.list(input)) {
        all.filter(f -> f.toString().matches(".*\\.jsonl(\\.gz)?")).sorted().forEach(files::add);
      }
    } else if (Files.isRegularFile(input)) {
      files.add(input);
    }
    if (files.isEmpty()) {
      throw new UsageException("--input names no file or folder of JSON lines: " + input);
    }
    ObjectMapper json = new ObjectMapper();
    List<ParsedPage> pages = new ArrayList<>();
    for (Path file : files) {
      try (BufferedReader lines = open(file)) {
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
          if (!line.isBlank()) {
            pages.add(page(json.readTree(line), file + "#" + pages.size()));
          }
        }
      }
    }
    return pages;
  }

  private static ParsedPage page(JsonNode article, String place) {
    String text = "";
    for (String name : TEXTS) {
      if (text.isEmpty() && article.path(name).isTextual()) {
        text = article.path(name).textValue();
      }
    }
    String id = Ids.of(place);
    String url = article.path("url").textValue();
    String outlet = article.path("source").textValue();
    StoryDates dates = new StoryDates(article.path("published").textValue(), null, PublishedSource.NONE, null, null, null, null, null, null, null);
    Story story =
        new Story(
            id + ".0", id, place, StoryKind.MAIN, null, 0, outlet, url, article.path("title").textValue(), text, "ar", List.of(), List.of(), List.of(), List.of(), List.of(), null,
            dates, List.of());
    Document document = new Document(id, id, place, 0, 0, "application/json", "UTF-8", 1, url, outlet, null, text.length(), 1, null);
    return new ParsedPage(document, List.of(), List.of(story), List.of(), List.of());
  }

  private static BufferedReader open(Path file) throws IOException {
    InputStream in = Files.newInputStream(file);
    return new BufferedReader(new InputStreamReader(file.toString().endsWith(".gz") ? new GZIPInputStream(in, 1 << 16) : in, StandardCharsets.UTF_8));
  }
}
