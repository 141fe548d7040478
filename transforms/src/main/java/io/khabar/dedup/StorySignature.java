package io.khabar.dedup;

/**
 * What deduplication needs of a story instead of its text.
 *
 * @param node equal for stories with equal match keys
 * @param rank who stays among copies
 * @param shingles distinct 32-bit hashes of the text's word 3-grams, ascending; empty where an equal node of the same bundle carries them already
 * @param numbers 32-bit hashes of the text's number tokens, ascending, with repeats
 */
record StorySignature(Node node, Rank rank, int[] shingles, int[] numbers) {
  StorySignature withoutShingles() {
    return new StorySignature(node, rank, new int[0], new int[0]);
  }
}
