package io.khabar.read;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/** Real data beside the project, where there is any. */
public final class Shared {
  private Shared() {}

  /** A folder of it; the test is skipped when it is absent. */
  public static Path dir(String name) {
    for (String root : new String[] {"../shared", "../../shared"}) {
      Path dir = Path.of(root).resolve(name);
      if (Files.isDirectory(dir)) {
        return dir;
      }
    }
    Assumptions.assumeTrue(false, "no shared data here");
    return null;
  }
}
