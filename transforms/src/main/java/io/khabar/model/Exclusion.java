package io.khabar.model;

/**
 * A story that was found and is not kept for a reason of its own (another language, a list page).
 *
 * @param reason code: {@code language}, {@code list_page}, {@code no_article}
 */
public record Exclusion(String storyId, String reason, String message) {}
