package io.khabar.model;

/**
 * A story that was not kept because another one was.
 *
 * @param keptRunId the earlier run that keeps it, or null when it is this one
 * @param similarity Jaccard of word 3-grams, 1.0 for exact copies
 */
public record Duplicate(
    String storyId,
    String documentId,
    String sourceUri,
    String keptStoryId,
    String keptRunId,
    DuplicateKind kind,
    double similarity,
    String clusterId) {}
