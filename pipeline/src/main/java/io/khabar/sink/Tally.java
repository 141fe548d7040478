package io.khabar.sink;

/**
 * One number of the run, to be added up by name: {@code decode.pages}, {@code write.stories}, {@code skipped.image} ...
 *
 * @param value a count, or a sum modulo 2^64 of hashes
 */
public record Tally(String name, long value) {}
