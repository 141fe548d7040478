package io.khabar.dedup;

/** One side of a candidate pair on its way to be verified. */
record Half(Pair pair, NodeSignature side) {}
