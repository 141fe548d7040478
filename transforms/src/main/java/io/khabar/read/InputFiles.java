package io.khabar.read;

import io.khabar.read.InputFile.Trouble;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.FileSystems;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.PatternSyntaxException;

/** Turns what a user wrote after {@code --input=} into files: of the local disk, or, where a part has a scheme ({@code hdfs://}), of whatever a {@link FileLister} knows. */
public final class InputFiles {
  private static final String GLOB_CHARS = "*?[{";
  private static final String SCHEME_END = "://";

  private InputFiles() {}

  /** The same with files of the local disk only, and without what cannot be read. */
  public static List<InputFile> expand(String commaSeparatedPaths) {
    return expand(commaSeparatedPaths, FileLister.none()).stream().filter(f -> f.trouble() == null).toList();
  }

  /**
   * The files that comma-separated files, folders (read recursively, links followed) and globs name: distinct, sorted by their URI. What stands among
   * them and cannot be read is there, too, with its {@link Trouble}. A file
   * that several parts name is below the topmost of their roots, in whatever order they stand. Of files with one path below different roots, the first by URI
   * keeps it; the others' path is their URI, so that two equal records of two folders are two documents.
   *
   * @throws IllegalArgumentException with one sentence when a part names nothing
   */
  public static List<InputFile> expand(String commaSeparatedPaths, FileLister elsewhere) {
    TreeMap<String, InputFile> found = new TreeMap<>();
    if (commaSeparatedPaths == null || commaSeparatedPaths.isBlank()) {
      throw new IllegalArgumentException("no input is named");
    }
    for (String part : split(commaSeparatedPaths)) {
      int before = found.size();
      try {
        expandOne(part, elsewhere, found);
      } catch (IOException | UncheckedIOException e) {
        throw new IllegalArgumentException("input " + part + " cannot be listed: " + e.getMessage(), e);
      } catch (PatternSyntaxException e) {
        throw new IllegalArgumentException("input " + part + " is no file and no pattern either: a bracket or brace in it is not closed, or it ends in a backslash", e);
      } catch (InvalidPathException e) {
        throw new IllegalArgumentException("input " + part + " is no path on this machine: " + e.getReason(), e);
      }
      if (found.size() == before && !coveredBefore(part, elsewhere, found)) {
        throw new IllegalArgumentException("input " + part + " matches no file");
      }
    }
    return withOwnPaths(withoutOtherNames(found.values()));
  }

  /** Of several names of one file, like {@code a/x} and {@code ./a/x}, the shortest. */
  private static List<InputFile> withoutOtherNames(Collection<InputFile> files) {
    TreeMap<String, InputFile> distinct = new TreeMap<>();
    for (InputFile file : files) {
      String name = file.uri().contains(SCHEME_END) ? file.uri() : Path.of(file.uri()).toAbsolutePath().normalize().toString();
      distinct.merge(name, file, (a, b) -> {
        InputFile named = a.uri().length() <= b.uri().length() ? a : b;
        return new InputFile(named.uri(), a.path().length() >= b.path().length() ? a.path() : b.path(), named.bytes(), named.trouble());
      });
    }
    List<InputFile> sorted = new ArrayList<>(distinct.values());
    sorted.sort(Comparator.comparing(InputFile::uri));
    return sorted;
  }

  private static List<InputFile> withOwnPaths(List<InputFile> files) {
    Set<String> paths = new HashSet<>();
    List<InputFile> own = new ArrayList<>();
    for (InputFile file : files) {
      own.add(paths.add(file.path()) ? file : new InputFile(file.uri(), file.uri(), file.bytes(), file.trouble()));
    }
    return List.copyOf(own);
  }

  /** The file that lies further below its root, for parts may name a file twice. */
  private static InputFile deeper(InputFile a, InputFile b) {
    return a.path().length() >= b.path().length() ? a : b;
  }

  /** A file or folder whose own name holds a comma. */
  private static boolean isPath(String paths) {
    try {
      return paths.indexOf(',') >= 0 && !paths.contains(SCHEME_END) && Files.exists(Path.of(paths));
    } catch (InvalidPathException e) {
      return false;
    }
  }

  /** Commas part paths, except inside the braces of a glob and where all of it is the name of one file or folder. */
  private static List<String> split(String paths) {
    if (isPath(paths)) {
      return List.of(paths);
    }
    List<String> parts = new ArrayList<>();
    int depth = 0;
    int from = 0;
    for (int i = 0; i <= paths.length(); i++) {
      char c = i < paths.length() ? paths.charAt(i) : ',';
      if (c == '{') {
        depth++;
      } else if (c == '}' && depth > 0) {
        depth--;
      } else if ((c == ',' && depth == 0) || i == paths.length()) {
        String part = paths.substring(from, i).strip();
        if (!part.isEmpty()) {
          parts.add(part);
        }
        from = i + 1;
      }
    }
    return parts;
  }

  private static boolean coveredBefore(String part, FileLister elsewhere, TreeMap<String, InputFile> found) throws IllegalArgumentException {
    TreeMap<String, InputFile> alone = new TreeMap<>();
    try {
      expandOne(part, elsewhere, alone);
    } catch (IOException e) {
      throw new IllegalArgumentException("input " + part + " cannot be listed: " + e.getMessage(), e);
    }
    return !alone.isEmpty() && found.keySet().containsAll(alone.keySet());
  }

  private static void expandOne(String part, FileLister elsewhere, TreeMap<String, InputFile> found) throws IOException {
    if (part.contains(SCHEME_END)) {
      expandElsewhere(part, elsewhere, found);
      return;
    }
    Path path = Path.of(part);
    if (Files.isDirectory(path)) {
      String root = part.endsWith("/") ? part : part + "/";
      walk(path, root, null, true, found);
    } else if (Files.exists(path) && !Files.isRegularFile(path)) {
      throw new IllegalArgumentException("input " + part + " is neither a file nor a folder");
    } else if (Files.exists(path)) {
      found.merge(part, new InputFile(part, path.getFileName().toString(), Files.size(path)), InputFiles::deeper);
    } else if (part.chars().anyMatch(c -> GLOB_CHARS.indexOf(c) >= 0)) {
      int wild = 0;
      while (GLOB_CHARS.indexOf(part.charAt(wild)) < 0) {
        wild++;
      }
      int cut = part.lastIndexOf('/', wild) + 1;
      String root = part.substring(0, cut);
      Path start = Path.of(root.isEmpty() ? "." : root);
      if (Files.isDirectory(start)) {
        String glob = part.substring(cut);
        walk(start, root, FileSystems.getDefault().getPathMatcher("glob:" + glob), glob.contains("/") || glob.contains("**"), found);
      }
    }
  }

  /** The local disk's rules in another place; a pattern is ours to match, so that it means the same everywhere. */
  private static void expandElsewhere(String part, FileLister elsewhere, TreeMap<String, InputFile> found) throws IOException {
    int wild = 0;
    while (wild < part.length() && GLOB_CHARS.indexOf(part.charAt(wild)) < 0) {
      wild++;
    }
    int cut = wild < part.length() ? part.lastIndexOf('/', wild) + 1 : part.endsWith("/") ? part.length() : part.length() + 1;
    if (cut <= part.indexOf(SCHEME_END) + SCHEME_END.length()) {
      throw new IOException("what stands behind " + part.substring(0, cut) + " must be named and no pattern");
    }
    String root = wild < part.length() ? part.substring(0, cut) : part.endsWith("/") ? part : part + "/";
    PathMatcher glob = wild < part.length() ? FileSystems.getDefault().getPathMatcher("glob:" + part.substring(cut)) : null;
    int before = found.size();
    elsewhere.below(root.replaceFirst("(?<!/)/$", "")).forEach(
        (path, bytes) -> {
          if (glob == null || matches(glob, Path.of(path))) {
            found.merge(root + path, new InputFile(root + path, path, bytes), InputFiles::deeper);
          }
        });
    long bytes = glob == null && found.size() == before ? elsewhere.size(part) : -1;
    if (bytes >= 0) {
      found.merge(part, new InputFile(part, part.substring(part.lastIndexOf('/') + 1), bytes), InputFiles::deeper);
    }
  }

  /**
   * Walks down a folder.
   *
   * @param deep whether what the glob names may lie in folders below
   */
  private static void walk(Path start, String root, PathMatcher glob, boolean deep, TreeMap<String, InputFile> found) throws IOException {
    Files.walkFileTree(
        start,
        EnumSet.of(FileVisitOption.FOLLOW_LINKS),
        Integer.MAX_VALUE,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            // a glob that names a folder means all that lies in it
            Path below = start.relativize(file);
            if (glob == null || matches(glob, below)) {
              add(below, attributes.isRegularFile() ? attributes.size() : 0, trouble(file, attributes));
            }
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
            if (file.equals(start)) {
              throw e instanceof AccessDeniedException ? new IOException("permission denied", e) : e;
            }
            Path below = start.relativize(file);
            boolean loop = e instanceof FileSystemLoopException;
            if (glob == null || matches(glob, below) || (deep && !loop)) {
              // one folder that is closed to us must not cost a run all the others
              add(below, 0, loop ? Trouble.LINK_LOOP : e instanceof AccessDeniedException ? Trouble.FOLDER_DENIED : Trouble.FOLDER_BROKEN);
            }
            return FileVisitResult.CONTINUE;
          }

          private void add(Path below, long bytes, Trouble trouble) {
            String path = below.toString().replace(FileSystems.getDefault().getSeparator(), "/");
            found.merge(root + path, new InputFile(root + path, path, bytes, trouble), InputFiles::deeper);
          }
        });
  }

  private static Trouble trouble(Path file, BasicFileAttributes attributes) {
    if (!attributes.isRegularFile()) {
      return attributes.isSymbolicLink() ? Trouble.DANGLING_LINK : Trouble.NO_REGULAR_FILE;
    }
    String name = file.toString();
    return name.indexOf('\uFFFD') >= 0 && !Files.exists(Path.of(name)) ? Trouble.NAME : null;
  }

  private static boolean matches(PathMatcher glob, Path below) {
    for (int i = 1; i <= below.getNameCount(); i++) {
      if (glob.matches(below.subpath(0, i))) {
        return true;
      }
    }
    return false;
  }
}
