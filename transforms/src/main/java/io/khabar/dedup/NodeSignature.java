package io.khabar.dedup;

/**
 * A node with everything that verifying and resolving its edges needs.
 *
 * @param best the rank of the member that stays
 * @param members how many stories the node has
 */
record NodeSignature(Node node, Rank best, int members, int[] shingles, int[] numbers) {}
