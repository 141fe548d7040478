package io.khabar.model;

/**
 * A name in a story.
 *
 * @param start first code point in the field's text, after any clitic
 * @param end one past the last code point
 * @param surface the name as printed, without clitic
 * @param entityId the entity it means, or null where nothing settles it
 * @param wikidataId or null
 * @param confidence 0..1
 * @param method what found it: {@code gazetteer}, {@code title}, {@code spokesperson}, {@code surname}, {@code trigger}, {@code tagger} ...
 */
public record Mention(
    String storyId,
    TextField field,
    int start,
    int end,
    String surface,
    EntityType type,
    String entityId,
    String nameAr,
    String nameEn,
    String wikidataId,
    double confidence,
    String method) {}
