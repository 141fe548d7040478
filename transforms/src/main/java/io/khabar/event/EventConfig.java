package io.khabar.event;

import java.io.Serializable;

/**
 * How events are looked for.
 *
 * @param partitions how many groups a shuffle has; more for larger dumps, never one for each key
 */
public record EventConfig(int partitions) implements Serializable {
  /** Enough groups for a machine, few enough for the Direct runner. */
  public static EventConfig defaults() {
    return new EventConfig(64);
  }
}
