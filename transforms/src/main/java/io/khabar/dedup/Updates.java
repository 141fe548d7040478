package io.khabar.dedup;

/** Which of several main stories with one URL and changed texts stays. */
public enum Updates {
  /** The one last published, updated or fetched. */
  LATEST,
  /** The one first published. */
  FIRST,
  /** Every one; they are compared like any other stories. */
  ALL
}
