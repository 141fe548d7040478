package io.khabar.model;

import java.util.List;

/** A page whose every line is known for what it is; not yet parted into stories. */
public record LabelledPage(Page page, List<Line> lines) {}
