package io.khabar.dedup;

/** A story of this run that gives way to another version of its URL, whose text has node {@code winner}. */
record Superseded(String storyId, Node node, Node winner) {
  Pair pair() {
    Pair pair = Pair.of(node, winner);
    return new Pair(pair.a(), pair.b(), true);
  }
}
