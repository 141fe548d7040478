package io.khabar.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import org.apache.beam.sdk.io.hdfs.HadoopFileSystemOptions;
import org.apache.beam.sdk.options.PipelineOptionsFactory;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.hdfs.MiniDFSCluster;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs on HDFS: a NameNode and a DataNode on this machine. */
class HdfsTest extends ElsewhereTests {
  @TempDir static Path disks;
  private static MiniDFSCluster cluster;

  @BeforeAll
  static void start() throws IOException {
    Configuration configuration = new Configuration();
    configuration.set(MiniDFSCluster.HDFS_MINIDFS_BASEDIR, disks.toString());
    configuration.set("dfs.replication", "1");
    inPlainDigits(
        () -> {
          cluster = new MiniDFSCluster.Builder(configuration).numDataNodes(1).build();
          cluster.waitActive();
        });
  }

  @AfterAll
  static void stop() throws IOException {
    if (cluster != null) {
      inPlainDigits(() -> cluster.shutdown(true));
    }
  }

  private interface Step {
    void run() throws IOException;
  }

  /** A NameNode names its files in the digits of the locale, and does not know them again when those are not plain ones. */
  private static void inPlainDigits(Step step) throws IOException {
    Locale ours = Locale.getDefault(Locale.Category.FORMAT);
    Locale.setDefault(Locale.Category.FORMAT, Locale.ROOT);
    try {
      step.run();
    } finally {
      Locale.setDefault(Locale.Category.FORMAT, ours);
    }
  }

  @Override
  String place() {
    String host = "hdfs://127.0.0.1:" + cluster.getNameNodePort();
    Extra.forRunIn(host + "/out");
    return host;
  }

  @Test
  void theOptionIsReadAndGoesBeforeThePathsHost() {
    String json = "--hdfsConfiguration=[{\"fs.defaultFS\": \"hdfs://other:8020\", \"dfs.replication\": \"2\"}]";
    Configuration given = PipelineOptionsFactory.fromArgs(Extra.check(new String[] {"--input=hdfs://host:1/a", json})).as(HadoopFileSystemOptions.class).getHdfsConfiguration().get(0);
    assertEquals("hdfs://other:8020 2", given.get("fs.defaultFS") + " " + given.get("dfs.replication"));
    Configuration found = PipelineOptionsFactory.fromArgs(Extra.check(new String[] {"--output=hdfs://host:8020/a"})).as(HadoopFileSystemOptions.class).getHdfsConfiguration().get(0);
    assertEquals("hdfs://host:8020", found.get("fs.defaultFS"));
  }

  @Test
  void aPathWithoutAHostSaysWhatIsMissing() {
    Runs.Result result = Runs.main("run", "--input=hdfs:///dump", "--output=x");
    assertEquals(Main.USAGE, result.exit(), result.err());
    assertTrue(result.err().contains("names no host"), result.err());
  }

  @Test
  void aFolderOfNothingMatchesNothing() throws IOException {
    cluster.getFileSystem().mkdirs(new org.apache.hadoop.fs.Path("/empty/folder"));
    Runs.Result result = Runs.main("run", "--input=" + place() + "/empty", "--output=x");
    assertEquals(Main.USAGE, result.exit(), result.err());
    assertTrue(result.err().contains("matches no file"), result.err());
  }
}
