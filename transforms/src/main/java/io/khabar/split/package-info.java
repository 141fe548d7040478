/**
 * One page to its stories: {@link io.khabar.model.LabelledPage} in, {@link io.khabar.model.ParsedPage} out.
 */
package io.khabar.split;
