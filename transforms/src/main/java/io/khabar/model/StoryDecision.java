package io.khabar.model;

/**
 * What the other stories of a run say about one story; it meets the text where the datasets are written.
 *
 * @param duplicate null for a kept story
 * @param duplicateCount how many stories were not kept because of this one
 * @param clusterId shared by a kept story and its duplicates; null when it has none
 * @param eventDate a day that a dated story of the same event settles, or null
 */
public record StoryDecision(
    String storyId,
    Duplicate duplicate,
    int duplicateCount,
    String clusterId,
    String eventId,
    String storylineId,
    String eventDate,
    String eventDateBasis) {}
