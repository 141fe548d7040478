package io.khabar.sink;

/**
 * What arrives at a partition of the last shuffle: a pack of pages, or of decisions about their stories.
 *
 * @param what what the pack holds
 * @param pack see {@link io.khabar.coder.Pack}; null for {@link What#NOTHING}
 */
public record Parcel(What what, byte[] pack) {
  /** What a parcel holds. */
  public enum What {
    /** Sent to every partition, so that each writes its files even when no page fell to it. */
    NOTHING,
    PAGES,
    ROWS,
    DUPLICATES,
    CLUSTERS,
    EVENTS
  }
}
