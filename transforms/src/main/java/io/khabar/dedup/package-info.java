/**
 * Which stories are copies of others. Input: parsed pages. Output: {@link io.khabar.model.Duplicate} for every story that is not kept,
 * {@link io.khabar.model.Cluster} for every kept story that has copies, {@link io.khabar.model.Relation} between kept stories that resemble each other.
 *
 * <p><b>How.</b> Stories with equal match keys are one <i>node</i>. MinHash bands of word 3-grams propose pairs of nodes; each pair is verified by the true
 * Jaccard similarity of its shingle sets. The best node of a component stays; only nodes with a verified edge to it leave for it, the others are weighed
 * again among themselves, so that no chain swallows a story.
 *
 * <p><b>Versions.</b> Main stories with one URL and changed text are a chain when they share their title or words; one stays, by {@link
 * io.khabar.dedup.Updates}. Where the version that stays is itself a copy of another story, the older one leaves only on a verified likeness of its own.
 *
 * <p><b>Earlier runs.</b> What they kept is read where it is stored, row by row ({@link io.khabar.dedup.KnownReader}) past a Bloom
 * filter of this run's keys, so that only what shares a text, a band or a URL with tonight leaves the reader. A known story is never removed, whatever the rule of keeping says.
 *
 * <p><b>Guaranteed:</b> the same decisions whatever the order and parallelism; every duplicate's kept story is kept; nothing is removed on an unverified
 * similarity. <b>Not guaranteed:</b> that every pair above the threshold is proposed (a pair at 0.80 is missed once in 20,000 times; in a bucket of
 * more than 40 nodes, see Bucket, only those likely to stay meet all others, and nodes of equal figures meet their neighbours).
 *
 * <p><b>Cost:</b> linear in stories; what crosses shuffles are hashes and ids, about 2.5 KB a story, never text. A signature visits each
 * partition that holds candidates for it once. Edges are resolved in one place: 50 bytes an edge and 300 a node that has any, tens of millions in a few gigabytes.
 * Beyond that ({@link io.khabar.dedup.DedupConfig#resolvedByComponent}) only a spanning forest meets in one place, 40 bytes a node that has an edge, and each
 * component is resolved where it falls: the same rows, hundreds of millions of nodes, as long as no single component fills a machine.
 */
package io.khabar.dedup;
