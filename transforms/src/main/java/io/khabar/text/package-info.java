/**
 * What every stage needs of Arabic, without Beam: published text and match key, words, stems, digits, hashes, offsets, rule files.
 *
 * <p><b>Published text</b> ({@link io.khabar.text.PublishedText}) is what a reader sees: cleaned, never folded. <b>Match key</b>
 * ({@link io.khabar.text.MatchKey}) is what two spellings of the same words have in common; it is never shown.
 * Everything here is a pure function or immutable, and linear in its input.
 */
package io.khabar.text;
