package io.khabar.read;

import java.io.Serializable;

/**
 * The bounds that reading keeps to. Past a bound the record or entry is a reject with a reason, and the run goes on. None of them is a clock, so the same
 * input gives the same rows on any machine.
 *
 * @param maxRecordBytes the longest record, decompressed ({@code too_large} beyond)
 * @param maxNesting how many archives and compressions may lie inside each other ({@code too_nested})
 * @param maxExpansionRatio bytes that may come out of one compressed byte, asked once {@link #RATIO_FLOOR} bytes have come out ({@code expansion_ratio});
 *     deflate alone cannot pass 1,032
 * @param maxEntries how many entries of one archive are read ({@code too_many_entries})
 * @param rangeBytes plain JSON-lines files longer than this are read in ranges of about this size
 */
public record ReadConfig(int maxRecordBytes, int maxNesting, int maxExpansionRatio, int maxEntries, long rangeBytes)
    implements Serializable {
  /** Output below which no expansion ratio is judged: small files of blanks compress without bound and hurt nobody. */
  public static final long RATIO_FLOOR = 16L << 20;

  public ReadConfig {
    if (maxRecordBytes < 1 || maxNesting < 0 || maxExpansionRatio < 1 || maxEntries < 1 || rangeBytes < 1) {
      throw new IllegalArgumentException("every bound of reading must be positive");
    }
  }

  /** 16 MiB a record, six layers, ratio 1000, a million entries, ranges of 16 MiB. */
  public static ReadConfig defaults() {
    return new ReadConfig(16 << 20, 6, 1000, 1_000_000, 16L << 20);
  }

  /** The same with another bound for records, in bytes. */
  public ReadConfig withMaxRecordBytes(int bytes) {
    return new ReadConfig(bytes, maxNesting, maxExpansionRatio, maxEntries, rangeBytes);
  }

  /** The same with another bound for layers. */
  public ReadConfig withMaxNesting(int layers) {
    return new ReadConfig(maxRecordBytes, layers, maxExpansionRatio, maxEntries, rangeBytes);
  }

  /** The same with another expansion ratio. */
  public ReadConfig withMaxExpansionRatio(int ratio) {
    return new ReadConfig(maxRecordBytes, maxNesting, ratio, maxEntries, rangeBytes);
  }

  /** The same with another bound for entries. */
  public ReadConfig withMaxEntries(int entries) {
    return new ReadConfig(maxRecordBytes, maxNesting, maxExpansionRatio, entries, rangeBytes);
  }

  /** The same with other ranges, in bytes. */
  public ReadConfig withRangeBytes(long bytes) {
    return new ReadConfig(maxRecordBytes, maxNesting, maxExpansionRatio, maxEntries, bytes);
  }
}
