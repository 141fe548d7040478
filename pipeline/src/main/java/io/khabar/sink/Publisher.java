package io.khabar.sink;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.khabar.pipeline.UsageException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.FileSystemException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Turns a finished run in staging into the published one, and keeps a failed one out. The manifest is written last and by one move; until the run's gates
 * have passed, an earlier manifest and its files stay untouched.
 */
public final class Publisher {
  /** The file that alone says what is published. */
  public static final String MANIFEST = "_MANIFEST.json";

  /** The run at a glance. */
  public static final String REPORT = "report.html";

  static final String STAGING = "_staging";
  static final String FAILED = "_failed";

  private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  private final SinkConfig config;
  private final Store store;

  /** A publisher for one run. */
  public Publisher(SinkConfig config) {
    this.config = config;
    this.store = Store.of(config.output());
  }

  /** Whether the folder holds a published run. */
  public static boolean holdsRun(String output) throws IOException {
    return Store.of(output).exists(output + "/" + MANIFEST);
  }

  /**
   * The manifest of a published run.
   *
   * @throws UsageException when the folder holds none, or one that no run wrote
   */
  public static JsonNode manifest(String output) throws IOException {
    JsonNode manifest;
    try (InputStream in = Store.of(output).open(output + "/" + MANIFEST)) {
      manifest = JSON.readTree(in);
    } catch (JsonProcessingException e) {
      throw new UsageException(output + "/" + MANIFEST + " is damaged: it is no JSON");
    } catch (FileNotFoundException | FileSystemException | IllegalArgumentException e) {
      throw new UsageException(output + " holds no finished run (there is no " + MANIFEST + " in it that can be read)");
    }
    if (!manifest.path("run_id").isTextual() || !manifest.path("datasets").isObject()) {
      throw new UsageException(output + "/" + MANIFEST + " is damaged: it names no run and no datasets");
    }
    return manifest;
  }

  /** Removes what earlier runs that did not finish left behind. */
  public void sweep() throws IOException {
    store.deleteTree(config.staging());
    store.deleteTree(config.output() + "/" + FAILED);
  }

  /**
   * The ledger of the run in staging.
   *
   * @throws FileNotFoundException when the run did not get that far
   */
  public Ledger ledger() throws IOException {
    try (InputStream in = store.open(config.staged(Ledger.FILE))) {
      return Ledger.fromJson(in.readAllBytes());
    }
  }

  /** Puts the run's files in place of those of an earlier one, the manifest last. */
  public void publish(Ledger ledger, ObjectNode manifest) throws IOException {
    store.delete(config.output() + "/" + MANIFEST);
    store.delete(config.output() + "/" + REPORT);
    Set<String> keep = new HashSet<>();
    for (FileEntry file : ledger.files()) {
      keep.add(config.output() + "/" + file.path());
    }
    for (Dataset<?> dataset : Datasets.all()) {
      for (String file : store.list(config.output() + "/" + dataset.name())) {
        if (!keep.contains(file.replace('\\', '/'))) {
          store.delete(file);
        }
      }
    }
    for (FileEntry file : ledger.files()) {
      store.move(config.staged(file.path()), config.output() + "/" + file.path());
    }
    write("new-manifest.json", JSON.writeValueAsBytes(manifest), config.output() + "/" + MANIFEST);
    store.deleteTree(config.staging());
  }

  /** Keeps the rejects and the reason of a run that failed a gate where a person finds them, and nothing else of it. */
  public void fail(Ledger ledger, ObjectNode manifest, String reason) throws IOException {
    ObjectNode told = JSON.createObjectNode().put("reason", reason);
    told.setAll(manifest);
    // the other datasets are not published and their files are gone
    told.withObject("/datasets").retain(Datasets.REJECTS.name());
    String folder = config.output() + "/" + FAILED + "/";
    for (FileEntry file : ledger.files()) {
      if (file.dataset().equals(Datasets.REJECTS.name())) {
        store.move(config.staged(file.path()), folder + file.path());
      }
    }
    write("failed-manifest.json", JSON.writeValueAsBytes(told), folder + "reason.json");
    store.deleteTree(config.staging());
  }

  /** Writes a small file in one move. */
  public void write(String attempt, byte[] bytes, String target) throws IOException {
    String staged = config.staged("attempts/" + attempt);
    try (OutputStream out = store.create(staged)) {
      out.write(bytes);
    }
    store.move(staged, target);
  }

  /** The datasets node of the manifest. */
  public static ObjectNode datasets(Ledger ledger) {
    ObjectNode datasets = JSON.createObjectNode();
    for (Dataset<?> dataset : Datasets.all()) {
      List<FileEntry> mine = new ArrayList<>();
      for (FileEntry file : ledger.files()) {
        if (file.dataset().equals(dataset.name())) {
          mine.add(file);
        }
      }
      ObjectNode node = datasets.putObject(dataset.name());
      node.put("rows", ledger.rows(dataset.name()));
      for (FileEntry file : mine) {
        node.withArray("/files")
            .addObject()
            .put("path", file.path())
            .put("rows", file.rows())
            .put("bytes", file.bytes())
            .put("sha256", file.sha256());
      }
    }
    return datasets;
  }
}
