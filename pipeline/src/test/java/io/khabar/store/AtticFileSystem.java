package io.khabar.store;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.WritableByteChannel;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.regex.Pattern;
import org.apache.beam.sdk.io.FileSystem;
import org.apache.beam.sdk.io.FileSystemRegistrar;
import org.apache.beam.sdk.io.fs.CreateOptions;
import org.apache.beam.sdk.io.fs.MatchResult;
import org.apache.beam.sdk.io.fs.MoveOptions;
import org.apache.beam.sdk.options.PipelineOptions;

/** An object store in memory, as strict as those of clouds: keys and no folders, one star stops at a slash, a move is a copy, and nothing moves that is not there. */
public final class AtticFileSystem extends FileSystem<AtticId> {
  static final String SCHEME = "attic";

  /** What it holds, by URI. */
  public static final Map<String, byte[]> KEYS = new ConcurrentSkipListMap<>();

  /** Tells Beam of it. */
  public static final class Registrar implements FileSystemRegistrar {
    @Override
    public Iterable<FileSystem<?>> fromOptions(PipelineOptions options) {
      return List.of(new AtticFileSystem());
    }
  }

  @Override
  protected List<MatchResult> match(List<String> specs) {
    List<MatchResult> results = new ArrayList<>();
    for (String spec : specs) {
      Pattern pattern = pattern(spec);
      List<MatchResult.Metadata> found = new ArrayList<>();
      KEYS.forEach(
          (uri, bytes) -> {
            if (pattern.matcher(uri).matches()) {
              found.add(MatchResult.Metadata.builder().setResourceId(new AtticId(uri)).setSizeBytes(bytes.length).setIsReadSeekEfficient(false).build());
            }
          });
      results.add(MatchResult.create(found.isEmpty() ? MatchResult.Status.NOT_FOUND : MatchResult.Status.OK, found));
    }
    return results;
  }

  private static Pattern pattern(String spec) {
    StringBuilder regex = new StringBuilder();
    for (int i = 0; i < spec.length(); i++) {
      char c = spec.charAt(i);
      if (c == '\\') {
        regex.append(Pattern.quote(spec.substring(++i, i + 1)));
      } else if (spec.startsWith("**", i)) {
        regex.append(".*");
        i++;
      } else if (c == '*') {
        regex.append("[^/]*");
      } else {
        regex.append(Pattern.quote(String.valueOf(c)));
      }
    }
    return Pattern.compile(regex.toString(), Pattern.DOTALL);
  }

  private static byte[] bytes(AtticId id) throws FileNotFoundException {
    byte[] bytes = KEYS.get(id.uri());
    if (bytes == null) {
      throw new FileNotFoundException(id.uri());
    }
    return bytes;
  }

  @Override
  protected WritableByteChannel create(AtticId id, CreateOptions options) {
    return Channels.newChannel(
        new ByteArrayOutputStream() {
          @Override
          public void close() {
            KEYS.put(id.uri(), toByteArray());
          }
        });
  }

  @Override
  protected ReadableByteChannel open(AtticId id) throws IOException {
    return Channels.newChannel(new ByteArrayInputStream(bytes(id)));
  }

  @Override
  protected void copy(List<AtticId> from, List<AtticId> to) throws IOException {
    for (int i = 0; i < from.size(); i++) {
      KEYS.put(to.get(i).uri(), bytes(from.get(i)));
    }
  }

  @Override
  protected void rename(List<AtticId> from, List<AtticId> to, MoveOptions... options) throws IOException {
    copy(from, to);
    delete(from);
  }

  @Override
  protected void delete(Collection<AtticId> ids) throws IOException {
    for (AtticId id : ids) {
      bytes(id);
      KEYS.remove(id.uri());
    }
  }

  @Override
  protected AtticId matchNewResource(String spec, boolean isDirectory) {
    return new AtticId(isDirectory && !spec.endsWith("/") ? spec + "/" : spec);
  }

  @Override
  protected String getScheme() {
    return SCHEME;
  }
}
