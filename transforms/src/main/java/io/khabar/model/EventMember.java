package io.khabar.model;

/**
 * Which event and storyline a kept story belongs to.
 *
 * @param storylineId null when its event stands alone
 * @param eventDate a day that a dated story of the same event settles, or null; the story's own comes first
 * @param eventDateBasis names the story it comes from, or null
 */
public record EventMember(String storyId, String eventId, String storylineId, String eventDate, String eventDateBasis) {}
