package io.khabar.sink;

import io.khabar.read.FileLister;
import io.khabar.read.FileOpener;
import io.khabar.read.InputFile;
import java.io.IOException;
import java.io.InputStream;
import java.util.SortedMap;

/** Lists and opens input files wherever there is a {@link Store} for them. */
public final class StoreFiles implements FileLister, FileOpener {
  private static final long serialVersionUID = 1L;

  @Override
  public SortedMap<String, Long> below(String folder) throws IOException {
    try {
      return store().below(folder);
    } catch (RuntimeException e) {
      // what libraries of clouds throw where a credential, a region or a network is missing
      throw new IOException(e.getMessage(), e);
    }
  }

  @Override
  public long size(String file) throws IOException {
    return store().size(file);
  }

  @Override
  public InputStream open(InputFile file) throws IOException {
    return Store.isLocal(file.uri()) ? FileOpener.local().open(file) : store().open(file.uri());
  }

  @Override
  public InputStream open(InputFile file, long offset) throws IOException {
    return Store.isLocal(file.uri()) ? FileOpener.local().open(file, offset) : store().open(file.uri(), offset);
  }

  private static BeamStore store() {
    return new BeamStore();
  }
}
