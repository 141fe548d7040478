package io.khabar.sink;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FieldsDocumentTest {
  @Test
  void everyColumnOfEveryDatasetIsDescribed() throws IOException {
    String text = Files.readString(Path.of("../docs/FIELDS.md"));
    List<String> missing = new ArrayList<>();
    for (Dataset<?> dataset : Datasets.all()) {
      int from = text.indexOf("\n## " + dataset.name() + "\n");
      int to = from < 0 ? -1 : text.indexOf("\n## ", from + 4);
      String section = from < 0 ? "" : text.substring(from, to);
      dataset.columns().stream().filter(c -> !section.contains("`" + c.name() + "`")).forEach(c -> missing.add(dataset.name() + "." + c.name()));
    }
    assertEquals(List.of(), missing);
  }
}
