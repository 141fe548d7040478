package io.khabar.sink;

import io.khabar.model.Duplicate;
import io.khabar.model.Story;

/** A story that was not kept, and why: one row of the duplicates dataset. */
record DuplicateRow(Story story, Duplicate duplicate) {}
