package io.khabar.event;

/**
 * A term of a story.
 *
 * @param hash of its light stem, as {@link io.khabar.corpus.TermWeights} names it
 * @param weight how much it says of this story, 1..127; the squares of a story's weights add up to about 127 squared
 * @param rarity how rare it is in the run, in hundredths ({@link io.khabar.corpus.TermWeights#of(long)})
 * @param title whether it stands in the title
 * @param surface the shortest printed form, for people
 */
public record EventTerm(long hash, int weight, int rarity, boolean title, String surface) {}
