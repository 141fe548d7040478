package io.khabar.sink;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.khabar.model.Relation;
import io.khabar.model.RelationKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PartFileTest {
  @TempDir Path dir;

  private PartFile<Relation> open() throws IOException {
    return new PartFile<>(Datasets.RELATIONS, new SinkConfig(dir.toString(), "run", 1, true, true, true), 0, 1);
  }

  private static Relation relation(String a) {
    return new Relation(a, "z.0", RelationKind.REPRINT, 0.7);
  }

  @Test
  void twoRowsOfOneKeyAreNeverWritten() throws IOException {
    PartFile<Relation> file = open();
    file.add(relation("a.0"));
    assertThrows(IllegalStateException.class, () -> file.add(relation("a.0")));
  }

  @Test
  void rowsOutOfOrderAreNeverWritten() throws IOException {
    PartFile<Relation> file = open();
    file.add(relation("b.0"));
    assertThrows(IllegalStateException.class, () -> file.add(relation("a.0")));
  }

  @Test
  void aSecondAttemptGivesTheSameBytesUnderTheSameName() throws IOException {
    PartFile<Relation> first = open();
    first.add(relation("a.0"));
    PartFile<Relation> second = open();
    second.add(relation("a.0"));
    List<FileEntry> a = first.close();
    assertEquals(a, second.close());
    assertEquals(List.of("relations/part-00000-of-00001.parquet", "relations/part-00000-of-00001.jsonl"), a.stream().map(FileEntry::path).toList());
    assertEquals(a.get(1).bytes(), Files.size(dir.resolve("_staging/run/relations/part-00000-of-00001.jsonl")));
    assertEquals(1, a.get(0).rows());
  }
}
