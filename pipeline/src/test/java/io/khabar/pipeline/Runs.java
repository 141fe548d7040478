package io.khabar.pipeline;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.khabar.sink.DatasetReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Runs the real main in this process and reads back what it wrote. */
final class Runs {
  static final Path SAMPLE = Path.of("../sample-input");
  private static final ObjectMapper JSON = new ObjectMapper();

  /** What a command left behind. */
  record Result(int exit, String out, String err) {
    String lastLine() {
      String[] lines = err.strip().split("\n");
      return lines[lines.length - 1];
    }
  }

  private Runs() {}

  static Result main(String... args) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int exit = Main.run(args, new PrintStream(out, true, StandardCharsets.UTF_8), new PrintStream(err, true, StandardCharsets.UTF_8));
    return new Result(exit, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  static Path write(Path file, String text) throws IOException {
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text);
  }

  static List<JsonNode> rows(Path output, String dataset) throws IOException {
    return DatasetReader.open(output.toString()).rows(dataset, row -> true);
  }

  static JsonNode manifest(Path output) throws IOException {
    return JSON.readTree(output.resolve("_MANIFEST.json").toFile());
  }

  /** Every row of every dataset, sorted: what must not depend on the engine. */
  static List<String> allRows(Path output) throws IOException {
    return allRows(output.toString());
  }

  static List<String> allRows(String output) throws IOException {
    List<String> all = new ArrayList<>();
    for (String dataset : List.of("documents", "segments", "stories", "mentions", "duplicates", "relations", "entities", "events", "signatures", "rejects")) {
      for (JsonNode row : DatasetReader.open(output).rows(dataset, row -> true)) {
        all.add(dataset + " " + row);
      }
    }
    all.sort(null);
    return all;
  }
}
