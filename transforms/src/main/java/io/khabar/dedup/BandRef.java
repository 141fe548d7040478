package io.khabar.dedup;

/**
 * A node in a bucket of the LSH table.
 *
 * @param known whether the reference comes from an earlier run: two known nodes need not be compared again
 * @param figures hash of the story's numbers: what tells bulletins of one form apart
 * @param merit {@link Rank#merit()} of the story: the smallest are likely to stay
 */
record BandRef(long band, Node node, boolean known, int figures, long merit) {}
