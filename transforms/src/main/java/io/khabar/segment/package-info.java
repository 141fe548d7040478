/**
 * One page to its labelled lines, and a story's lines to its metadata: {@link io.khabar.model.Page} in, {@link io.khabar.model.LabelledPage} and
 * {@link io.khabar.segment.Metadata} out.
 *
 * <p>Guarantees: lines cover the page's text exactly, in order; every line names the rule that decided; the same page, rules and evidence
 * give the same labels on every machine. Does not part stories and does not resolve dates. Cost: linear in the text, about a tenth of a millisecond for
 * an article of 3 KB.
 */
package io.khabar.segment;
