package io.khabar.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.net.URL;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** What the one jar is made of: what the engines need, nothing that only a cloud needs, and one of each where two would fight. */
class ClassPathTest {
  private static final Pattern CLOUD =
      Pattern.compile("(com/google/(cloud|api|apis|auth|firestore|bigtable)|io/grpc|io/opencensus|com/amazonaws|software/amazon|com/azure)/.*\\.class");

  private static List<ZipFile> jars() throws IOException {
    String path = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    List<ZipFile> jars = new ArrayList<>();
    for (String entry : path.split(File.pathSeparator)) {
      if (entry.endsWith(".jar") && new File(entry).isFile()) {
        jars.add(new ZipFile(entry));
      }
    }
    assertTrue(jars.size() > 50, "the class path is not what it should be: " + path);
    return jars;
  }

  private static boolean has(String className) {
    return ClassPathTest.class.getClassLoader().getResource(className.replace('.', '/') + ".class") != null;
  }

  @Test
  void noCloudJarsWithoutTheirProfile() throws IOException {
    Assumptions.assumeFalse(
        has("org.apache.beam.runners.dataflow.DataflowRunner") || has("org.apache.beam.sdk.io.aws2.s3.S3FileSystem")
            || has("org.apache.beam.sdk.extensions.gcp.storage.GcsFileSystem"));
    for (ZipFile jar : jars()) {
      try (jar) {
        List<String> found = jar.stream().map(e -> e.getName()).filter(n -> CLOUD.matcher(n).matches()).limit(3).toList();
        assertTrue(found.isEmpty(), jar.getName() + " came in with an engine, and nothing loads it: " + found);
      }
    }
  }

  @Test
  void oneOfEach() throws IOException {
    for (String name : List.of("com.esotericsoftware.kryo.Kryo", "com.twitter.chill.java.PackageRegistrar", "org.slf4j.LoggerFactory", "org.apache.commons.logging.LogFactory")) {
      List<URL> places = Collections.list(getClass().getClassLoader().getResources(name.replace('.', '/') + ".class"));
      assertEquals(1, places.size(), name + ": " + places);
    }
    List<URL> providers = Collections.list(getClass().getClassLoader().getResources("META-INF/services/org.slf4j.spi.SLF4JServiceProvider"));
    assertEquals(1, providers.size(), providers.toString());
    assertFalse(has("org.apache.logging.slf4j.SLF4JServiceProvider"));
  }

  @Test
  void everyEngineIsThere() {
    for (String name : List.of("direct.DirectRunner", "flink.FlinkRunner", "spark.SparkRunner")) {
      assertTrue(has("org.apache.beam.runners." + name), name);
    }
  }
}
