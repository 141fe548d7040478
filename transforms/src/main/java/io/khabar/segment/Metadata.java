package io.khabar.segment;

import io.khabar.model.RelatedLink;
import java.util.List;

/**
 * What the lines of a story say about it, as published text.
 *
 * @param title without the outlet's name, or null
 * @param outlet who published it, or null
 * @param authors people who signed it
 * @param credits agencies and sources it names in a byline or credit line, as printed; the outlet too where its line names it
 * @param captions of its pictures
 * @param tags keywords printed or in the markup
 * @param related links to other stories
 * @param datelinePlace where it was filed from, as printed, or null
 * @param datelines stamps of publication and update, as printed
 * @param pageClocks site clocks, as printed
 * @param paragraphs the body
 * @param warnings codes, sorted
 */
public record Metadata(
    String title,
    String outlet,
    List<String> authors,
    List<String> credits,
    List<String> captions,
    List<String> tags,
    List<RelatedLink> related,
    String datelinePlace,
    List<String> datelines,
    List<String> pageClocks,
    List<String> paragraphs,
    List<String> warnings) {}
