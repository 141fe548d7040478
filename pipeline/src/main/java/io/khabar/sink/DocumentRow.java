package io.khabar.sink;

import io.khabar.model.Document;
import io.khabar.model.Exclusion;
import java.util.List;

/**
 * A row of {@code documents}.
 *
 * @param excluded the page's stories that are in no dataset, each with its reason
 */
record DocumentRow(Document document, List<Exclusion> excluded) {}
