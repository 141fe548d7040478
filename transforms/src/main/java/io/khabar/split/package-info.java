/**
 * One page to its stories: {@link io.khabar.model.LabelledPage} in, {@link io.khabar.split.SplitLine}s out, which cover the page as the lines given do.
 *
 * <p>Guarantees: linear in the page, the same on every machine, stories numbered in page order, the cue above a story stays with the story before it. Does not
 * guarantee that a story without a headline of its own is found, nor that a headline with a sentence below it is a story. Cost: 0.03 ms for an ordinary
 * article, 0.15 ms for a page that has candidates, 0.8 s for five million chars.
 */
package io.khabar.split;
