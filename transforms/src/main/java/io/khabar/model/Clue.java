package io.khabar.model;

/**
 * One thing that a page's markup or a record's fields say about the page, as printed: evidence, not truth.
 *
 * @param field what it is about
 * @param value the value verbatim
 * @param source where it stood: {@code record}, {@code json-ld}, {@code og}, {@code meta}, {@code time}, {@code microdata}, {@code html-title}, {@code h1}
 */
public record Clue(ClueField field, String value, String source) {}
