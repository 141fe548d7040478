package io.khabar.model;

import java.util.List;

/**
 * A page with everything found on it: the document, segments that cover it, its stories and what they mention.
 *
 * @param mentions empty until the stories are tagged; sorted by story, field, start
 */
public record ParsedPage(
    Document document, List<Segment> segments, List<Story> stories, List<Exclusion> excluded, List<Mention> mentions) {}
