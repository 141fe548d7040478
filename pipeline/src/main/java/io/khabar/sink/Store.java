package io.khabar.sink;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The few things Khabar does with files, on local disks and on whatever Beam has a file system for. Paths are strings with forward slashes; one with a scheme
 * ({@code hdfs://}, {@code s3://}, {@code gs://}) goes to Beam, any other to the local disk, where no char of a name means a pattern.
 */
public abstract class Store {
  private static final Store LOCAL = new LocalStore();
  private static final Store BEAM = new BeamStore();

  /** The store a path lies in. */
  public static Store of(String path) {
    return isLocal(path) ? LOCAL : BEAM;
  }

  /** Whether a path is one of the local disk. */
  public static boolean isLocal(String path) {
    return !path.contains("://");
  }

  /** Opens a new file; folders above it are made. */
  public abstract OutputStream create(String path) throws IOException;

  /**
   * Opens a file for reading.
   *
   * @throws FileNotFoundException when there is none
   */
  public abstract InputStream open(String path) throws IOException;

  /** Whether a file stands there. */
  public abstract boolean exists(String path) throws IOException;

  /** How many bytes a file has; -1 when there is none. */
  public abstract long size(String path) throws IOException;

  /** Moves a file over whatever stands at its new place. */
  public abstract void move(String from, String to) throws IOException;

  /** All files below a folder, sorted; none when there is no such folder. */
  public abstract List<String> list(String folder) throws IOException;

  /** Deletes a folder and everything in it; nothing happens when there is none. */
  public abstract void deleteTree(String folder) throws IOException;

  /** Deletes a file if it is there. */
  public abstract void delete(String path) throws IOException;

  private static final class LocalStore extends Store {
    @Override
    public OutputStream create(String path) throws IOException {
      Path file = Path.of(path);
      Files.createDirectories(file.toAbsolutePath().getParent());
      return Files.newOutputStream(file);
    }

    @Override
    public InputStream open(String path) throws IOException {
      try {
        return Files.newInputStream(Path.of(path));
      } catch (NoSuchFileException e) {
        throw new FileNotFoundException(path);
      }
    }

    @Override
    public boolean exists(String path) {
      return Files.isRegularFile(Path.of(path));
    }

    @Override
    public long size(String path) throws IOException {
      return exists(path) ? Files.size(Path.of(path)) : -1;
    }

    @Override
    public void move(String from, String to) throws IOException {
      Path target = Path.of(to);
      Files.createDirectories(target.toAbsolutePath().getParent());
      Files.move(Path.of(from), target, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    @Override
    public List<String> list(String folder) throws IOException {
      Path root = Path.of(folder);
      if (!Files.isDirectory(root)) {
        return List.of();
      }
      try (Stream<Path> files = Files.walk(root)) {
        return files.filter(Files::isRegularFile).map(Path::toString).sorted().toList();
      }
    }

    @Override
    public void deleteTree(String folder) throws IOException {
      Path root = Path.of(folder);
      if (!Files.exists(root)) {
        return;
      }
      List<Path> all;
      try (Stream<Path> files = Files.walk(root)) {
        all = files.sorted(Comparator.reverseOrder()).toList();
      }
      for (Path path : all) {
        Files.deleteIfExists(path);
      }
    }

    @Override
    public void delete(String path) throws IOException {
      Files.deleteIfExists(Path.of(path));
    }
  }
}
