package io.khabar.sink;

import io.khabar.pipeline.UsageException;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The output folder, claimed for one run: nothing stands in it that a run did not write where it would write or clear, and no second run writes beside this one.
 *
 * <p>The claim is a lock of the local disk, which the system gives back when the process dies; on object stores, which have no locks, two runs at once are the
 * scheduler's to prevent.
 */
public final class OutputFolder implements Closeable {
  private static final String LOCK = "_lock";
  private static final List<String> FOLDERS =
      Stream.concat(Stream.of(Publisher.STAGING, Publisher.FAILED), Datasets.all().stream().map(Dataset::name)).toList();
  private static final Pattern PART = Pattern.compile("(_failed/rejects|[a-z]+)/part-\\d+-of-\\d+\\.(parquet|jsonl)");
  private static final Pattern OWN_FILE = Pattern.compile("_staging/[0-9a-f]{16}/.*|_failed/reason\\.json|" + PART.pattern());
  private static final Pattern PUBLISHED = Pattern.compile("_MANIFEST\\.json|report\\.html|_failed/reason\\.json|" + PART.pattern());
  private static final int ATTEMPTS = 5;

  private final Path lock;
  private final FileChannel channel;
  /** Open as long as the lock is held: where the system's locks are a process's, closing any channel of a file gives them back. */
  private FileChannel standing;

  private OutputFolder(Path lock, FileChannel channel) {
    this.lock = lock;
    this.channel = channel;
  }

  /**
   * Claims the folder, which is made where it is missing.
   *
   * @throws UsageException with one sentence when it cannot be written to: another run is at it, it holds a run and that is not to be replaced, or a file of
   *     somebody else's stands where a run writes
   */
  public static OutputFolder claim(String output, boolean overwrite) throws IOException {
    boolean local = Store.isLocal(output);
    if (!local) {
      try {
        Store.of(output).exists(output + "/" + Publisher.MANIFEST);
      } catch (IllegalArgumentException | UnsupportedOperationException e) {
        throw new UsageException("--output=" + output + " needs a file system that this jar does not hold, or one that can be written to");
      }
    }
    OutputFolder claimed = local ? lock(Path.of(output)) : new OutputFolder(null, null);
    try {
      if (local) {
        checkKinds(Path.of(output));
      }
      if (Publisher.holdsRun(output)) {
        if (!overwrite) {
          throw new UsageException(output + " holds an earlier run; give --overwrite to replace it");
        }
      } else if (Store.of(output).exists(output + "/" + Publisher.REPORT)) {
        throw new UsageException(output + "/" + Publisher.REPORT + " is no file of a run; --output must be a folder of Khabar's own");
      }
      String foreign = foreignFile(output);
      if (foreign != null) {
        throw new UsageException(foreign + " is no file of a run; --output must be a folder whose dataset folders hold nothing else");
      }
      return claimed;
    } catch (IOException | RuntimeException e) {
      claimed.close();
      throw e;
    }
  }

  /**
   * Whether a path below an input's root is that of a file that a run published, in the folder of that run.
   *
   * @param runs folders that were asked about before, and whether they hold a run
   */
  public static boolean isOfARun(String uri, String path, Map<String, Boolean> runs) throws IOException {
    int from = 0;
    for (int slash = path.indexOf('/'); ; slash = path.indexOf('/', from)) {
      if (PUBLISHED.matcher(path.substring(from)).matches()) {
        String folder = uri.substring(0, uri.length() - path.length() + from);
        Boolean run = runs.get(folder);
        if (run == null) {
          run = Store.of(uri).exists(folder + Publisher.MANIFEST);
          runs.put(folder, run);
        }
        if (run) {
          return true;
        }
      }
      if (slash < 0) {
        return false;
      }
      from = slash + 1;
    }
  }

  private static OutputFolder lock(Path folder) throws IOException {
    try {
      Files.createDirectories(folder);
    } catch (FileSystemException e) {
      throw new UsageException("--output=" + folder + " cannot be made a folder: " + reason(e));
    }
    Path lock = folder.resolve(LOCK);
    if (Files.exists(lock, LinkOption.NOFOLLOW_LINKS) && !Files.isRegularFile(lock, LinkOption.NOFOLLOW_LINKS)) {
      throw new UsageException(lock + " is no file of a run");
    }
    for (int i = 0; i < ATTEMPTS; i++) {
      FileChannel channel;
      try {
        channel = FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      } catch (FileSystemException e) {
        throw new UsageException("--output=" + folder + " cannot be written to: " + reason(e));
      }
      OutputFolder mine = new OutputFolder(lock, channel);
      if (!mine.holds()) {
        channel.close();
        throw new UsageException("another run is writing to " + folder);
      }
      if (mine.stands()) {
        return mine;
      }
      // the run that held the lock deleted its file between our opening and our locking of it
      mine.release();
    }
    throw new UsageException("other runs are writing to " + folder);
  }

  /** What keeps us from a place, for a person: the names of the exceptions and what the system says beside them differ. */
  private static String reason(FileSystemException e) {
    if (e instanceof AccessDeniedException) {
      return "this user may not write to " + e.getFile();
    }
    if (e instanceof FileAlreadyExistsException) {
      return e.getFile() + " is a file";
    }
    if (e instanceof NoSuchFileException) {
      return "nothing can be made at " + e.getFile();
    }
    return e.getFile() + ": " + (e.getReason() == null ? "the system gives no reason" : e.getReason());
  }

  private boolean holds() throws IOException {
    try {
      return channel.tryLock() != null;
    } catch (OverlappingFileLockException e) {
      return false;
    }
  }

  /** Whether the file that is locked is the one that stands in the folder. */
  private boolean stands() throws IOException {
    byte[] mark = UUID.randomUUID().toString().getBytes(StandardCharsets.US_ASCII);
    channel.truncate(0);
    channel.write(ByteBuffer.wrap(mark));
    try {
      standing = FileChannel.open(lock, StandardOpenOption.READ);
    } catch (NoSuchFileException e) {
      return false;
    }
    ByteBuffer stands = ByteBuffer.allocate(mark.length + 1);
    while (stands.hasRemaining() && standing.read(stands) >= 0) {}
    return stands.flip().equals(ByteBuffer.wrap(mark));
  }

  private void release() throws IOException {
    if (standing != null) {
      standing.close();
    }
    channel.close();
  }

  /** A run follows no link out of its folder, for what it lists there it would not find, and what it moves there would replace somebody's files. */
  private static void checkKinds(Path output) {
    for (String name : FOLDERS) {
      Path folder = output.resolve(name);
      if (Files.exists(folder, LinkOption.NOFOLLOW_LINKS) && !Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
        throw new UsageException(folder + " is no folder of a run");
      }
    }
    for (String name : List.of(Publisher.MANIFEST, Publisher.REPORT)) {
      Path file = output.resolve(name);
      if (Files.exists(file, LinkOption.NOFOLLOW_LINKS) && !Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
        throw new UsageException(file + " is no file of a run");
      }
    }
  }

  /** A file that is none of ours in a folder that a run would write to or clear, or null: what a run did not write it does not delete. */
  private static String foreignFile(String output) throws IOException {
    Store store = Store.of(output);
    for (String folder : FOLDERS) {
      for (String file : store.list(output + "/" + folder)) {
        String path = file.replace('\\', '/');
        int at = path.lastIndexOf("/" + folder + "/");
        if (at < 0 || !OWN_FILE.matcher(path.substring(path.startsWith(output + "/") ? output.length() + 1 : at + 1)).matches()) {
          return file;
        }
      }
    }
    return null;
  }

  /** Gives the folder free. */
  @Override
  public void close() throws IOException {
    if (channel != null) {
      // while it is still locked, so that nobody else's lock is deleted
      Files.deleteIfExists(lock);
      release();
    }
  }
}
