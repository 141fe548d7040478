package io.khabar.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.khabar.store.AtticFileSystem;
import org.apache.beam.sdk.io.FileSystems;
import org.apache.beam.sdk.options.PipelineOptionsFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Runs on an object store, and what is said of file systems that are not in the jar. */
class ObjectStoreTest extends ElsewhereTests {
  @Override
  String place() {
    FileSystems.setDefaultPipelineOptions(PipelineOptionsFactory.create());
    return "attic://bucket";
  }

  @AfterEach
  void clear() {
    AtticFileSystem.KEYS.clear();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "run --input=hdfs://host/dump --output=x | -Phdfs package",
        "run --input=pom.xml,s3://bucket/dump --output=x --awsRegion=eu-central-1 | -Ps3 package",
        "run --input=pom.xml --output=gs://bucket/x | -Pgs package",
        "run --input=pom.xml --output=x --baseline=s3://bucket/monday | -Ps3 package",
        "run --input=gs://bucket/dump --output=gs://bucket/out --runner=DataflowRunner | -Pdataflow package",
        "report --output=s3://bucket/out | -Ps3 package",
        "explain --output=hdfs://host/out --id=0 | -Phdfs package",
        "run --input=ftp://host/dump --output=x | there is no file system for ftp://",
        "run --input=pom.xml --output=ftp://host/x | there is no file system for ftp://",
        "run --input=attic://buck*/x --output=x | must be named and no pattern",
        "run --input=attic://bucket/none --output=x | matches no file",
        "run --input=pom.xml --output=attic://bucket/* | must hold no sign that means a pattern"
      })
  void whatTheJarDoesNotHoldIsSaidInOneSentence(String command, String says) {
    Runs.Result result = Runs.main(command.split(" "));
    boolean built = says.startsWith("-P") && Extra.valueOf(says.substring(2, says.indexOf(' ')).toUpperCase(java.util.Locale.ROOT)).isThere();
    org.junit.jupiter.api.Assumptions.assumeFalse(built, "this build has that profile");
    assertEquals(Main.USAGE, result.exit(), result.err());
    assertTrue(result.err().contains(says), result.err());
    assertEquals(1, result.err().strip().split("\n").length, "one sentence: " + result.err());
  }

  @Test
  void anObjectThatStandsForAFolderIsNoFile() throws Exception {
    AtticFileSystem.KEYS.put("attic://bucket/in/", new byte[0]);
    AtticFileSystem.KEYS.put("attic://bucket/in/a.txt", new byte[] {'a'});
    Runs.Result result = Runs.main("run", "--input=attic://bucket/in", "--output=attic://bucket/out");
    assertEquals(Main.OK, result.exit(), result.err());
    assertTrue(result.out().startsWith("1 records read"), result.out());
  }
}
