package io.khabar.model;

import java.util.List;

/**
 * A story as its page gives it; what other stories say about it.
 *
 * @param storyId the document's id, a dot and the ordinal: it leads back to its page, and needs no counter across pages
 * @param ordinal place among the page's stories, the main one is 0
 * @param title published text, or null
 * @param text published text: cleaned, never folded; paragraphs are parted by one line feed
 * @param language BCP 47, {@code ar} as a rule
 * @param datelinePlace the place a report was filed from, as printed
 * @param warnings codes, sorted
 */
public record Story(
    String storyId,
    String documentId,
    String sourceUri,
    StoryKind kind,
    String parentStoryId,
    int ordinal,
    String outlet,
    String url,
    String title,
    String text,
    String language,
    List<String> authors,
    List<String> credits,
    List<String> captions,
    List<String> tags,
    List<RelatedLink> related,
    String datelinePlace,
    StoryDates dates,
    List<String> warnings) {}
