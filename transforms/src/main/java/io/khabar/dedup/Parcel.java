package io.khabar.dedup;

/** What arrives at a partition of nodes: a pack of signatures, of candidate pairs, or of fates. */
record Parcel(What what, byte[] pack) {
  enum What {
    SIGNATURES,
    PAIRS,
    FATES
  }
}
