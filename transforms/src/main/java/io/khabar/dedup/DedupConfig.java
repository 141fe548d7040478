package io.khabar.dedup;

import java.io.Serializable;

/**
 * How duplicates are looked for.
 *
 * @param partitions how many groups a shuffle has; more for larger dumps, never one for each key
 */
public record DedupConfig(int partitions) implements Serializable {
  /** Enough groups for a machine, few enough for the Direct runner. */
  public static DedupConfig defaults() {
    return new DedupConfig(64);
  }
}
