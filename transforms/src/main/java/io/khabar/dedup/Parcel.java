package io.khabar.dedup;

/**
 * What arrives at a partition of nodes: a pack of signatures, of members, of candidate pairs, of fates, or of stories that later versions replace; and in the one place a
 * pack of sides or of edges.
 */
record Parcel(What what, byte[] pack) {
  enum What {
    SIGNATURES,
    MEMBERS,
    PAIRS,
    FATES,
    SUPERSEDED,
    SIDES,
    EDGES
  }
}
