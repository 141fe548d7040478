/**
 * Names in running Arabic: {@link io.khabar.model.Story} in, {@link io.khabar.model.Mention} out, each linked to one entity where something settles it.
 *
 * <p>Input: published text. Output: mentions with exact code point offsets, never overlapping, sorted by field (title first) and start. What is known is
 * data under {@code resources/khabar/gazetteer}; a user's own files add or override by id.
 *
 * <p>Guarantees: deterministic, linear in the text, everything heavy built once ({@link io.khabar.entity.Gazetteer} is immutable and shared). Not
 * guaranteed: that two people of one name are told apart, or that an unlisted person's id survives a change of the sound classes.
 */
package io.khabar.entity;
