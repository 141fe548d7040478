package io.khabar.corpus;

import java.util.List;

/**
 * Counts of one part of the dump, or of one part of the keys over the whole dump.
 *
 * @param documents how many documents were counted; over the whole dump only one part carries it
 * @param terms hashes of light stems, ascending
 * @param frequencies in how many documents each stands
 * @param lines counts of short lines, sorted by outlet and template
 */
public record CorpusPart(long documents, long[] terms, int[] frequencies, List<LineCount> lines) {}
