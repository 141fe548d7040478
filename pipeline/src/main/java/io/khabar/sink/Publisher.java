package io.khabar.sink;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Turns a finished run in staging into the published one, and keeps a failed one out. The manifest is written last and by one move; until the run's gates
 * have passed, an earlier manifest and its files stay untouched.
 */
public final class Publisher {
  /** The file that alone says what is published. */
  public static final String MANIFEST = "_MANIFEST.json";

  private static final String FAILED = "_failed";
  private static final List<String> OWN_FOLDERS =
      Stream.concat(Stream.of("_staging", FAILED), Datasets.all().stream().map(Dataset::name)).toList();
  private static final Pattern OWN_FILE =
      Pattern.compile("_staging/[0-9a-f]{16}/.*|_failed/reason\\.json|(_failed/rejects|[a-z]+)/part-\\d+-of-\\d+\\.(parquet|jsonl)");
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
   * @throws FileNotFoundException when the folder holds none
   */
  public static JsonNode manifest(String output) throws IOException {
    try (InputStream in = Store.of(output).open(output + "/" + MANIFEST)) {
      return JSON.readTree(in);
    }
  }

  /**
   * A file that is none of ours in a folder that a run would write to or clear, or null. A run that meets one must not begin: what it did not write it does
   * not delete.
   */
  public static String foreignFile(String output) throws IOException {
    Store store = Store.of(output);
    for (String folder : OWN_FOLDERS) {
      for (String file : store.list(output + "/" + folder)) {
        String path = file.replace('\\', '/');
        int at = path.lastIndexOf("/" + folder + "/");
        if (at < 0 || !OWN_FILE.matcher(path.substring(path.startsWith(output + "/") ? output.length() + 1 : at + 1)).matches()) {
          return file;
        }
      }
    }
    return null;
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
  public void fail(Ledger ledger, ObjectNode manifest) throws IOException {
    String folder = config.output() + "/" + FAILED + "/";
    for (FileEntry file : ledger.files()) {
      if (file.dataset().equals(Datasets.REJECTS.name())) {
        store.move(config.staged(file.path()), folder + file.path());
      }
    }
    write("failed-manifest.json", JSON.writeValueAsBytes(manifest), folder + "reason.json");
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
