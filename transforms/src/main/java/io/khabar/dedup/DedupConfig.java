package io.khabar.dedup;

import java.io.Serializable;

/**
 * How duplicates are looked for.
 *
 * @param partitions how many groups a shuffle has; more for larger dumps, never one for each key
 * @param keep who stays among copies
 * @param updates who stays among versions of one URL
 * @param byComponent whether edges are resolved component by component instead of in one place: two more shuffles, for dumps whose edges fill a machine
 */
public record DedupConfig(int partitions, Keep keep, Updates updates, boolean byComponent) implements Serializable {
  /** Enough groups for a machine, few enough for the Direct runner. */
  public static DedupConfig defaults() {
    return withPartitions(64);
  }

  /** The defaults with another number of groups. */
  public static DedupConfig withPartitions(int partitions) {
    return new DedupConfig(partitions, Keep.earliest(), Updates.LATEST, false);
  }

  /** The same with another rule for copies. */
  public DedupConfig withKeep(Keep rule) {
    return new DedupConfig(partitions, rule, updates, byComponent);
  }

  /** The same with another rule for versions of one URL. */
  public DedupConfig withUpdates(Updates rule) {
    return new DedupConfig(partitions, keep, rule, byComponent);
  }

  /** The same with edges resolved component by component. */
  public DedupConfig resolvedByComponent() {
    return new DedupConfig(partitions, keep, updates, true);
  }
}
