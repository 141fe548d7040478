package io.khabar.dedup;

/** A node with everything that verifying and resolving its edges needs. */
record NodeSignature(Edge.Side side, int[] shingles, int[] numbers) {
  Node node() {
    return side.node();
  }
}
