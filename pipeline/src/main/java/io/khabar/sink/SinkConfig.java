package io.khabar.sink;

import java.io.Serializable;

/**
 * Where and how a run writes.
 *
 * @param output the folder of the datasets
 * @param runId the run; its staging folder carries it
 * @param partitions how many files the large datasets have
 * @param parquet whether to write Parquet
 * @param jsonl whether to write JSON lines
 * @param documentText whether documents carry their text
 */
public record SinkConfig(String output, String runId, int partitions, boolean parquet, boolean jsonl, boolean documentText) implements Serializable {
  /** The folder of everything that is not published yet. */
  public String staging() {
    return output + "/_staging";
  }

  /** Where a file waits to be published. */
  public String staged(String path) {
    return staging() + "/" + runId + "/" + path;
  }
}
