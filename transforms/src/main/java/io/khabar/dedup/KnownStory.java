package io.khabar.dedup;

/**
 * A story that an earlier run kept.
 *
 * @param runId the run
 * @param signature its row of the run's signatures
 */
public record KnownStory(String runId, StoredSignature signature) {}
