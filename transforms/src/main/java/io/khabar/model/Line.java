package io.khabar.model;

/**
 * A labelled span of a page, the unit between segmenting and splitting. The lines of a page cover its text without gap or overlap.
 *
 * @param start first UTF-16 char in the page's text
 * @param end one past the last; a line break belongs to the line it ends
 * @param kind what the line is
 * @param rule the rule that decided, so that a person can find it
 * @param confidence 0..1
 */
public record Line(int start, int end, Kind kind, String rule, double confidence) {}
