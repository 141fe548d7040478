package io.khabar.date;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.khabar.text.RuleFile;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Runs the shared list of datelines where it is present. */
class SharedDatesTest {
  @Test
  void sharedDatelines() throws Exception {
    Path file = Stream.of("../shared", "../../shared").map(p -> Path.of(p, "eval", "dates-dev.tsv")).filter(Files::exists).findFirst().orElse(null);
    assumeTrue(file != null);
    List<String> wrong = new ArrayList<>();
    try (InputStream in = Files.newInputStream(file)) {
      for (String[] row : RuleFile.read(in, file.toString(), 3)) {
        String got = StoryDater.date(StoryDater.Input.ofBody(List.of()).withDatelines(List.of(row[0]))).dates().published();
        if (!row[1].equals(got == null ? "" : got)) {
          wrong.add(row[0] + " -> " + got + ", expected " + row[1]);
        }
      }
    }
    assertEquals(List.of(), wrong);
  }
}
