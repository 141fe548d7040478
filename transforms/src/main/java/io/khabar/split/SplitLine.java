package io.khabar.split;

import io.khabar.model.Kind;

/**
 * A line of a page that knows its story.
 *
 * @param start first UTF-16 char in the page's text
 * @param end one past the last
 * @param kind what the line is within its story
 * @param story 0 for the page's main story, 1 and up for embedded ones, -1 for what belongs to none
 * @param rule the rule that decided
 * @param confidence 0..1
 */
public record SplitLine(int start, int end, Kind kind, int story, String rule, double confidence) {}
