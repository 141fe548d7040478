package io.khabar.split;

/**
 * A border before a content line.
 *
 * @param line the line in {@link PageView}
 * @param story the story that begins, or 0 where the text comes back to the main one
 * @param rule the score parts
 * @param confidence 0..1
 */
record Border(int line, int story, String rule, double confidence) {}
