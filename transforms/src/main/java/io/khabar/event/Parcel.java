package io.khabar.event;

/** What arrives at a partition of stories: a pack of features, of ids of stories that are not kept, or of fates. */
record Parcel(What what, byte[] pack) {
  enum What {
    FEATURES,
    DUPLICATES,
    FATES
  }
}
