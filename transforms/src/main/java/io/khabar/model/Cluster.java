package io.khabar.model;

/** What a kept story of this run needs to know of its duplicates; kept stories without any have no row. */
public record Cluster(String keptStoryId, String clusterId, int duplicateCount) {}
