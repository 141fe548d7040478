package io.khabar.dedup;

/** A story of this run that gives way to another version of its URL, whose text has node {@code winner}. */
record Superseded(String storyId, Node node, Node winner) {
  Pair pair() {
    return new Pair(node, winner, true);
  }
}
