/**
 * What only the whole dump knows and no single page does: how common a term is, and which short lines recur over an outlet's pages.
 *
 * <p>Counts are exact and integers, so that every engine and every parallelism comes to the same answer. A shipped background count makes small runs
 * behave like large ones.
 */
package io.khabar.corpus;
