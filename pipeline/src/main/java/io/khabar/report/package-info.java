/** {@code khabar report}: one self-contained page about a finished run. Everything that came from a page is hostile and is escaped. */
package io.khabar.report;
