package io.khabar.sink;

/**
 * A finished file of a dataset.
 *
 * @param path below the output folder, as the manifest lists it
 * @param format {@code parquet} or {@code jsonl}
 * @param keys the sum, modulo 2^64, of the hashes of the rows' keys: equal over any split into files
 */
public record FileEntry(String dataset, String path, String format, long rows, long bytes, String sha256, long keys) {}
