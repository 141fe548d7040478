package io.khabar.sink;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.khabar.pipeline.UsageException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** Reads datasets of a published run through its manifest: JSON lines where they were written, else Parquet. */
public final class DatasetReader {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final String output;
  private final JsonNode manifest;

  private DatasetReader(String output, JsonNode manifest) {
    this.output = output;
    this.manifest = manifest;
  }

  /**
   * Opens a published run.
   *
   * @throws io.khabar.pipeline.UsageException when the folder holds none
   */
  public static DatasetReader open(String output) throws IOException {
    return new DatasetReader(output, Publisher.manifest(output));
  }

  /** The run's manifest. */
  public JsonNode manifest() {
    return manifest;
  }

  /** The rows of a dataset that pass. */
  public List<JsonNode> rows(String dataset, Predicate<JsonNode> passes) throws IOException {
    List<JsonNode> rows = new ArrayList<>();
    forEach(
        dataset,
        row -> {
          if (passes.test(row)) {
            rows.add(row);
          }
        });
    return rows;
  }

  /** Hands every row of a dataset to {@code sink}, one at a time. */
  public void forEach(String dataset, Consumer<JsonNode> sink) throws IOException {
    forEach(dataset, Set.of(), "", sink);
  }

  /**
   * The same for who needs little of it.
   *
   * @param columns what the rows must have; Parquet spares itself the others, JSON lines have them all the same; empty for all
   * @param hint JSON lines without it need not be parsed; Parquet rows come all the same, so {@code sink} looks for itself
   */
  public void forEach(String dataset, Set<String> columns, String hint, Consumer<JsonNode> sink) throws IOException {
    List<String> files = new ArrayList<>();
    manifest.path("datasets").path(dataset).path("files").forEach(file -> files.add(file.path("path").asText()));
    boolean json = files.stream().anyMatch(f -> f.endsWith(".jsonl"));
    for (String file : files) {
      String path = output + "/" + file;
      if (!Store.of(path).exists(path)) {
        throw new UsageException(path + " is listed in the manifest and missing: the run is damaged");
      }
      if (json && file.endsWith(".jsonl")) {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(Store.of(path).open(path), StandardCharsets.UTF_8))) {
          for (String line = reader.readLine(); line != null; line = reader.readLine()) {
            if (line.contains(hint)) {
              sink.accept(row(path, line));
            }
          }
        }
      } else if (!json) {
        ParquetJson.read(path, columns, sink);
      }
    }
  }

  private static JsonNode row(String path, String line) throws IOException {
    try {
      return JSON.readTree(line);
    } catch (JsonProcessingException e) {
      throw new UsageException(path + " is damaged: a row is no JSON");
    }
  }
}
