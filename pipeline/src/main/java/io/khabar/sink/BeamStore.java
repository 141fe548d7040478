package io.khabar.sink;

import java.io.BufferedInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.channels.Channels;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.SeekableByteChannel;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.apache.beam.sdk.io.FileSystems;
import org.apache.beam.sdk.io.fs.EmptyMatchTreatment;
import org.apache.beam.sdk.io.fs.MatchResult;
import org.apache.beam.sdk.io.fs.MoveOptions.StandardMoveOptions;
import org.apache.beam.sdk.io.fs.ResourceId;
import org.apache.beam.sdk.util.MimeTypes;

/**
 * Files of any file system that Beam has been told of.
 *
 * <p>Two kinds answer differently. Object stores have keys and no folders, and one pattern lists all that begins alike. Hadoop has folders, which its patterns give out as
 * files of no bytes, passes over files that lie in the topmost folder of a recursive pattern, and wants names as URIs; it is walked folder by folder.
 */
final class BeamStore extends Store {
  private static final Pattern HADOOP = Pattern.compile("(?i)(web)?hdfs:.*");
  private static final Pattern BEFORE_NAME = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*:(//[^/]*)?/*");
  private static final Pattern MEANS_A_PATTERN = Pattern.compile("[*?\\[\\]{}\\\\]");
  private static final int BUFFER = 64 << 10;

  @Override
  public OutputStream create(String path) throws IOException {
    return Channels.newOutputStream(FileSystems.create(file(path), MimeTypes.BINARY));
  }

  @Override
  public InputStream open(String path) throws IOException {
    return new BufferedInputStream(Channels.newInputStream(FileSystems.open(file(path))), BUFFER);
  }

  /** The bytes from an offset on, without reading those before it where the file system can do so. */
  InputStream open(String path, long offset) throws IOException {
    ReadableByteChannel channel = FileSystems.open(file(path));
    InputStream in = new BufferedInputStream(Channels.newInputStream(channel), BUFFER);
    try {
      if (channel instanceof SeekableByteChannel seekable) {
        if (offset > seekable.size()) {
          throw new IOException(path + " has become shorter than " + offset + " bytes");
        }
        seekable.position(offset);
      } else {
        in.skipNBytes(offset);
      }
      return in;
    } catch (IOException e) {
      in.close();
      throw e;
    }
  }

  @Override
  public boolean exists(String path) throws IOException {
    return size(path) >= 0;
  }

  @Override
  public long size(String path) throws IOException {
    for (MatchResult.Metadata found : match(literal(path))) {
      if (!found.resourceId().isDirectory() && (found.sizeBytes() > 0 || isFile(path))) {
        return found.sizeBytes();
      }
    }
    return -1;
  }

  @Override
  public void move(String from, String to) throws IOException {
    try {
      FileSystems.rename(List.of(file(from)), List.of(file(to)));
    } catch (FileNotFoundException e) {
      // the answer to a move that was done may have been lost, and the move asked for again
      if (!exists(to)) {
        throw e;
      }
    }
  }

  @Override
  public List<String> list(String folder) throws IOException {
    return below(folder).keySet().stream().map(path -> folder + "/" + path).toList();
  }

  /** Every file below a folder: the way down to it, and its bytes. */
  SortedMap<String, Long> below(String folder) throws IOException {
    SortedMap<String, Long> files = new TreeMap<>();
    if (isHadoop(folder)) {
      walk(folder, "", files, new ArrayList<>());
      return files;
    }
    String root = key(folder + "/");
    for (MatchResult.Metadata found : match(folder + "/**")) {
      String key = key(found.resourceId().toString());
      if (!found.resourceId().isDirectory() && key.startsWith(root) && key.length() > root.length()) {
        files.put(key.substring(root.length()), found.sizeBytes());
      }
    }
    return files;
  }

  private void walk(String folder, String way, SortedMap<String, Long> files, List<String> folders) throws IOException {
    for (MatchResult.Metadata found : match(literal(folder) + "/*")) {
      String name = name(found.resourceId().toString());
      String path = folder + "/" + name;
      if (found.sizeBytes() > 0 || isFile(path)) {
        files.put(way + name, found.sizeBytes());
      } else {
        folders.add(path);
        walk(path, way + name + "/", files, folders);
      }
    }
  }

  @Override
  public void deleteTree(String folder) throws IOException {
    SortedMap<String, Long> files = new TreeMap<>();
    List<String> folders = new ArrayList<>();
    if (isHadoop(folder)) {
      folders.add(folder);
      walk(folder, "", files, folders);
    } else {
      files = below(folder);
    }
    for (String path : files.keySet()) {
      delete(folder + "/" + path);
    }
    Collections.reverse(folders);
    for (String path : folders) {
      delete(path);
    }
  }

  @Override
  public void delete(String path) throws IOException {
    if (isHadoop(path)) {
      // does not mind what is missing, and Beam would look for it with the URI as a pattern
      FileSystems.delete(List.of(file(path)));
    } else {
      FileSystems.delete(List.of(file(path)), StandardMoveOptions.IGNORE_MISSING_FILES);
    }
  }

  private static List<MatchResult.Metadata> match(String spec) throws IOException {
    return FileSystems.match(spec, EmptyMatchTreatment.ALLOW).metadata();
  }

  /** Whether what a pattern gave out without a byte is a file after all: no folder can be opened. */
  private static boolean isFile(String path) {
    try {
      FileSystems.open(file(path)).close();
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  private static boolean isHadoop(String path) {
    return HADOOP.matcher(path).matches();
  }

  private static ResourceId file(String path) {
    return FileSystems.matchNewResource(isHadoop(path) ? uri(path) : path, false);
  }

  private static String uri(String path) {
    int authority = path.indexOf("://") + 3;
    int slash = path.indexOf('/', authority);
    if (slash < 0) {
      return path;
    }
    try {
      return path.substring(0, slash) + new URI(null, null, path.substring(slash), null).getRawPath();
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException(path + " is no path: " + e.getReason(), e);
    }
  }

  /** A pattern that only one name matches. */
  private static String literal(String path) {
    return MEANS_A_PATTERN.matcher(path).replaceAll("\\\\$0");
  }

  /** A Hadoop file's own name. */
  private static String name(String uri) {
    String path = URI.create(uri).getPath();
    return path.substring(path.lastIndexOf('/', path.length() - 2) + 1).replaceFirst("/$", "");
  }

  /** What stands behind scheme and bucket or host. */
  private static String key(String uri) {
    return BEFORE_NAME.matcher(uri).replaceFirst("");
  }
}
