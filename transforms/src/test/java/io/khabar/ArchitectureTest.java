package io.khabar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Nouns know no engine: only verbs, their steps and coders import Beam, so that the logic outlives it. */
class ArchitectureTest {
  private static final Pattern VERB = Pattern.compile("extends (PTransform|DoFn|CustomCoder)<");

  @Test
  void onlyVerbsAndCodersImportBeam() throws IOException {
    List<String> wrong = new ArrayList<>();
    int seen = 0;
    try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
      for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
        String source = Files.readString(file);
        if (source.contains("import org.apache.beam")) {
          seen++;
          if (!VERB.matcher(source).find()) {
            wrong.add(file.toString());
          }
        }
      }
    }
    assertTrue(seen > 5, "the walk must see the verbs");
    assertEquals(List.of(), wrong);
  }

  @Test
  void theLibraryKnowsNoParquetNoHadoopNoRunner() throws IOException {
    Pattern forbidden = Pattern.compile("import (org\\.apache\\.(parquet|hadoop|flink|spark)|org\\.apache\\.beam\\.runners)");
    List<String> wrong = new ArrayList<>();
    try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
      for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
        if (forbidden.matcher(Files.readString(file)).find()) {
          wrong.add(file.toString());
        }
      }
    }
    assertEquals(List.of(), wrong);
  }
}
