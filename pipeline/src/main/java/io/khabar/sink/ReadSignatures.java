package io.khabar.sink;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.khabar.coder.RecordCoder;
import io.khabar.dedup.KnownStory;
import io.khabar.dedup.StoredSignature;
import io.khabar.pipeline.UsageException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.Reshuffle;
import org.apache.beam.sdk.values.PBegin;
import org.apache.beam.sdk.values.PCollection;

/**
 * Where the signatures of earlier runs lie, spread over the workers, and how one reads them: row by row, nothing is gathered, and the launcher sees only their
 * manifests.
 */
public final class ReadSignatures extends PTransform<PBegin, PCollection<ReadSignatures.Batch>> {
  private static final long serialVersionUID = 1L;
  private static final ObjectMapper JSON = new ObjectMapper();

  private static final int MAX_BATCHES = 64;

  private final List<Run> runs;

  /**
   * An earlier run.
   *
   * @param files of its signatures: JSON lines where they were written, else Parquet
   */
  public record Run(String runId, List<String> files) implements Serializable {
    /**
     * The run that a folder holds.
     *
     * @throws UsageException with a sentence when it holds none, or one without signatures
     */
    public static Run of(String folder) throws IOException {
      JsonNode manifest = Publisher.manifest(folder);
      JsonNode listed = manifest.path("datasets").path(Datasets.SIGNATURES.name()).path("files");
      List<String> json = new ArrayList<>();
      List<String> parquet = new ArrayList<>();
      for (JsonNode file : listed) {
        String path = file.path("path").asText();
        String whole = folder + "/" + path;
        // a file cut short would make known stories new ones, and nobody would notice
        if (Store.of(whole).size(whole) != file.path("bytes").asLong(-1)) {
          throw new UsageException(whole + " is missing or not as long as its manifest says: the run is damaged");
        }
        (path.endsWith(".jsonl") ? json : parquet).add(whole);
      }
      if (!listed.isArray()) {
        throw new UsageException("the run in " + folder + " has no signatures");
      }
      return new Run(manifest.path("run_id").asText(), json.isEmpty() ? parquet : json);
    }
  }

  /** Some files, each after its run's id. */
  public record Batch(List<String> runIds, List<String> files) {}

  private ReadSignatures(List<Run> runs) {
    this.runs = List.copyOf(runs);
  }

  /** The places of the signatures of some runs. */
  public static ReadSignatures of(List<Run> runs) {
    return new ReadSignatures(runs);
  }

  @Override
  public PCollection<Batch> expand(PBegin begin) {
    List<Batch> batches = new ArrayList<>();
    int at = 0;
    for (Run run : runs) {
      for (String file : run.files()) {
        if (batches.size() < MAX_BATCHES) {
          batches.add(new Batch(new ArrayList<>(), new ArrayList<>()));
        }
        Batch batch = batches.get(at++ % MAX_BATCHES);
        batch.runIds().add(run.runId());
        batch.files().add(file);
      }
    }
    return begin
        .apply("List files", Create.of(batches).withCoder(RecordCoder.of(Batch.class)))
        .apply("Spread files", Reshuffle.viaRandomKey());
  }

  /** Reads the signatures of some files. */
  public static void read(Batch batch, Consumer<KnownStory> sink) throws IOException {
    for (int i = 0; i < batch.files().size(); i++) {
      String runId = batch.runIds().get(i);
      rows(batch.files().get(i), row -> sink.accept(new KnownStory(runId, signature(row))));
    }
  }

  private static void rows(String path, Consumer<JsonNode> sink) throws IOException {
    if (!path.endsWith(".jsonl")) {
      ParquetJson.read(path, sink);
      return;
    }
    try (BufferedReader reader = new BufferedReader(new InputStreamReader(Store.of(path).open(path), StandardCharsets.UTF_8))) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        sink.accept(JSON.readTree(line));
      }
    }
  }

  private static StoredSignature signature(JsonNode row) {
    List<Long> bands = new ArrayList<>();
    row.path("bands").forEach(band -> bands.add(band.asLong()));
    return new StoredSignature(
        row.path("story_id").asText(),
        row.path("key").asText(),
        bands,
        integers(row.path("shingles")),
        integers(row.path("numbers")),
        row.path("word_count").asInt(),
        row.path("published").textValue(),
        row.path("fetched").textValue(),
        row.path("outlet").textValue(),
        row.path("url").textValue(),
        row.path("title_key").textValue());
  }

  private static List<Integer> integers(JsonNode array) {
    List<Integer> list = new ArrayList<>(array.size());
    array.forEach(value -> list.add(value.asInt()));
    return list;
  }
}
