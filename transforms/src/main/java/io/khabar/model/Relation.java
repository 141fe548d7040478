package io.khabar.model;

/** Two kept stories that resemble each other without being copies; {@code storyId} sorts before {@code otherStoryId}. */
public record Relation(String storyId, String otherStoryId, RelationKind kind, double similarity) {}
