package io.khabar.model;

/**
 * A span of a document's text as the segments dataset has it. Segments of a document are contiguous: no gap, no overlap.
 *
 * @param documentId the document
 * @param ordinal from 0, in text order
 * @param start first code point in the document's text
 * @param end one past the last code point
 * @param kind what the span is
 * @param storyId the story it belongs to, or null
 * @param rule the rule that decided
 * @param confidence 0..1
 * @param text the span verbatim
 */
public record Segment(
    String documentId, int ordinal, int start, int end, Kind kind, String storyId, String rule, double confidence, String text) {}
