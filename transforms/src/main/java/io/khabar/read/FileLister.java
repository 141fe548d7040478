package io.khabar.read;

import java.io.IOException;
import java.util.SortedMap;

/** Says which files lie in places that have a scheme. */
public interface FileLister {
  /** Every file below a folder, at any depth: the way down to it, parted by {@code /}, and its bytes; none when there is no such folder. */
  SortedMap<String, Long> below(String folder) throws IOException;

  /** How many bytes a file has; -1 when there is none. */
  long size(String file) throws IOException;

  /** Knows no such place. */
  static FileLister none() {
    return new FileLister() {
      @Override
      public SortedMap<String, Long> below(String folder) throws IOException {
        throw new IOException("only files of the local disk can be read here");
      }

      @Override
      public long size(String file) throws IOException {
        throw new IOException("only files of the local disk can be read here");
      }
    };
  }
}
