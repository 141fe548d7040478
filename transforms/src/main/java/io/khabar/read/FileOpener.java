package io.khabar.read;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.nio.file.Files;
import java.nio.file.Path;

/** Opens input files, wherever they lie. */
public interface FileOpener extends Serializable {
  /**
   * The bytes of a file; the caller closes it.
   *
   * @throws IOException when it cannot be opened
   */
  InputStream open(InputFile file) throws IOException;

  /** The bytes of a file from an offset on. */
  default InputStream open(InputFile file, long offset) throws IOException {
    InputStream in = open(file);
    try {
      in.skipNBytes(offset);
    } catch (EOFException e) {
      in.close();
      throw new IOException(file.uri() + " has become shorter than " + offset + " bytes", e);
    } catch (IOException e) {
      in.close();
      throw e;
    }
    return in;
  }

  /** Opens files of the local disk. */
  static FileOpener local() {
    return file -> Files.newInputStream(Path.of(file.uri()));
  }
}
