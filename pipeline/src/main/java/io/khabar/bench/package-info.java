/**
 * Evaluations and benchmarks: commands that anyone can run, never tests.
 *
 * <p>Input: pages or articles on disk. Output: figures on standard output. Nothing here is part of a run.
 */
package io.khabar.bench;
