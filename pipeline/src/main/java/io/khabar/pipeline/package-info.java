/**
 * The program: commands, options, the graph of a run, and what is done with its ledger. Options stop at the door: they become one immutable, validated
 * {@link io.khabar.pipeline.KhabarConfig}, and stages get values of it.
 */
package io.khabar.pipeline;
