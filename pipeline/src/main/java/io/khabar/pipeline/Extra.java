package io.khabar.pipeline;

import io.khabar.sink.Store;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.beam.sdk.io.FileSystems;
import org.apache.beam.sdk.options.PipelineOptions;
import org.apache.beam.sdk.options.PipelineOptionsFactory;

/** What the jar holds only when it was built with the Maven profile of that name. */
public enum Extra {
  HDFS("org.apache.beam.sdk.io.hdfs.HadoopFileSystem"),
  S3("org.apache.beam.sdk.io.aws2.s3.S3FileSystem"),
  GS("org.apache.beam.sdk.extensions.gcp.storage.GcsFileSystem"),
  DATAFLOW("org.apache.beam.runners.dataflow.DataflowRunner");

  private static final Pattern PATHS = Pattern.compile("--(input|output|baseline)=(.*)", Pattern.DOTALL);
  private static final Pattern SCHEME = Pattern.compile("([A-Za-z][A-Za-z0-9+.-]*)://([^/,]*)");
  private static final Pattern ON_DATAFLOW = Pattern.compile("--runner=(org\\.apache\\.beam\\.runners\\.dataflow\\.)?DataflowRunner");

  private final String className;

  Extra(String className) {
    this.className = className;
  }

  private String profile() {
    return name().toLowerCase(Locale.ROOT);
  }

  boolean isThere() {
    return Extra.class.getClassLoader().getResource(className.replace('.', '/') + ".class") != null;
  }

  private void require(String why) {
    if (!isThere()) {
      throw new UsageException(
          why + " needs a jar that was built with the Maven profile " + profile() + ": ./mvnw -DskipTests -P" + profile() + " package");
    }
  }

  /** Beam finds the options of file systems by itself, but for those of S3 alone, which its registrar does not name. */
  private static void registerMore(Extra extra) {
    if (extra == S3) {
      try {
        PipelineOptionsFactory.register(Class.forName("org.apache.beam.sdk.io.aws2.options.S3Options").asSubclass(PipelineOptions.class));
      } catch (ClassNotFoundException e) {
        throw new IllegalStateException("the jar holds half of Beam's S3", e);
      }
    }
  }

  /**
   * Looks whether the jar holds what a command line asks for, before Beam says so in its own words.
   *
   * @return the arguments, and those that follow from them
   * @throws UsageException with one sentence when it does not
   */
  static String[] check(String[] args) {
    List<String> all = new ArrayList<>(List.of(args));
    boolean dataflow = false;
    for (String arg : args) {
      if (ON_DATAFLOW.matcher(arg).matches()) {
        DATAFLOW.require(arg);
        dataflow = true;
      }
    }
    for (String arg : args) {
      Matcher paths = PATHS.matcher(arg);
      if (!paths.matches()) {
        if (dataflow && arg.startsWith("--rules=")) {
          throw new UsageException(arg + ": Dataflow's workers see no folder of this machine");
        }
        continue;
      }
      Matcher scheme = SCHEME.matcher(paths.group(2));
      if (dataflow && !scheme.lookingAt()) {
        throw new UsageException(arg + ": Dataflow's workers see no disk of this machine; it takes paths like gs://BUCKET/FOLDER");
      }
      scheme.reset();
      while (scheme.find()) {
        for (Extra extra : List.of(HDFS, S3, GS)) {
          if (extra.profile().equalsIgnoreCase(scheme.group(1))) {
            extra.require(arg);
            registerMore(extra);
          }
        }
        if (HDFS.profile().equalsIgnoreCase(scheme.group(1)) && all.stream().noneMatch(a -> a.startsWith("--hdfsConfiguration=")) && System.getenv("HADOOP_CONF_DIR") == null) {
          if (scheme.group(2).isEmpty()) {
            throw new UsageException(arg + " names no host: give hdfs://HOST:PORT/..., HADOOP_CONF_DIR or --hdfsConfiguration");
          }
          all.add("--hdfsConfiguration=[{\"fs.defaultFS\":\"" + scheme.group() + "\"}]");
        }
      }
    }
    return all.toArray(String[]::new);
  }

  /**
   * Tells Beam of the file systems in the jar and what the options say of them.
   *
   * @throws UsageException when there is none for one of some paths
   */
  static void register(PipelineOptions options, String... paths) {
    FileSystems.setDefaultPipelineOptions(options);
    for (String path : paths) {
      Matcher scheme = SCHEME.matcher(path == null ? "" : path);
      while (scheme.find()) {
        try {
          FileSystems.matchNewResource(scheme.group() + "/a", false);
        } catch (IllegalArgumentException e) {
          throw new UsageException(path + ": there is no file system for " + scheme.group(1) + "://; those for hdfs://, s3:// and gs:// come with Maven profiles of these names");
        }
      }
    }
  }

  /** The same for a command that reads a run, whose file systems go by the environment alone. */
  public static void forRunIn(String output) {
    if (!Store.isLocal(output)) {
      String[] args = check(new String[] {"--output=" + output});
      register(PipelineOptionsFactory.fromArgs(args.length == 1 ? new String[0] : new String[] {args[1]}).create(), output);
    }
  }
}
