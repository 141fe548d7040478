package io.khabar.model;

/**
 * A decision that a story is not kept because another one is.
 *
 * @param keptRunId the earlier run that keeps it, or null when it is this one
 * @param similarity Jaccard of word 3-grams, 1.0 for exact copies
 * @param clusterId shared by the kept story and all its duplicates
 */
public record Duplicate(String storyId, String keptStoryId, String keptRunId, DuplicateKind kind, double similarity, String clusterId) {}
