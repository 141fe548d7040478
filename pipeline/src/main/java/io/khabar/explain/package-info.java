/** {@code khabar explain}: one page or story of a finished run, every span with what became of it and why. */
package io.khabar.explain;
