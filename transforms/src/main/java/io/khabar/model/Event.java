package io.khabar.model;

import java.util.List;

/** Stories that tell the same event. All lists are sorted or ranked by a total order. */
public record Event(
    String eventId,
    String eventDate,
    String title,
    List<String> storyIds,
    int storyCount,
    int outletCount,
    List<String> entityIds,
    String storylineId,
    List<String> sharedEntities,
    List<String> keyTerms) {}
