package io.khabar.read;

/**
 * How much may come out of all the layers of one input file together. A bound on each layer alone does not hold an archive of archives: a few kilobytes of it
 * would unpack for minutes. One for each file; not thread-safe.
 */
final class Expansion {
  /** So much is never too much, whatever the file's size. */
  static final long FREE = 8 * ReadConfig.RATIO_FLOOR;

  private final long most;
  private final int maxRatio;
  private long out;

  /** @param fileBytes the file as it lies */
  Expansion(long fileBytes, int maxRatio) {
    this.maxRatio = maxRatio;
    this.most = FREE + Math.max(0, fileBytes) * maxRatio;
  }

  /**
   * Counts bytes that came out of a layer.
   *
   * @throws BrokenInput from the bound on, each time
   */
  void add(int bytes) throws BrokenInput {
    out += bytes;
    if (out > most) {
      throw new BrokenInput("expansion_ratio", "more than " + maxRatio + " bytes come out of each byte of the file, over all its layers");
    }
  }
}
