package io.khabar.model;

/**
 * A hint that HTML gives about a span of a page's text. Blocks are in order and do not overlap; plain text has none.
 *
 * @param start first UTF-16 char in {@link Page#text()}
 * @param end one past the last
 * @param tag the block element the text stands in: {@code p}, {@code h1}, {@code li}, {@code figcaption}, {@code td}, {@code time} ...
 * @param container the nearest landmark above it: {@code article}, {@code main}, {@code nav}, {@code aside}, {@code header}, {@code footer}, {@code form}, {@code figure}, {@code comments}; or what the page's shape says:
 *     {@code article} the text of its article, {@code insert} a box inside it, {@code teaser} a card of a list that leads elsewhere, {@code outside} what stands beside
 *     the article; or null
 * @param hint class and id words of the nearest ancestors, blank separated, lower case, or null
 * @param linkChars how many of the chars stand inside links
 * @param href where the block's first link leads, verbatim, or null
 * @param group a number shared by blocks of the same main container, so that a border between two articles shows; -1 for none
 */
public record Block(int start, int end, String tag, String container, String hint, int linkChars, String href, int group) {}
