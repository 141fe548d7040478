package io.khabar.pipeline;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.function.Executable;

/** The tables of a README by the headings above them, so that a test holds what the README says. */
final class ReadmeTables {
  private final Map<String, List<List<String>>> tables = new HashMap<>();

  private ReadmeTables() {}

  static ReadmeTables of(Path file) throws IOException {
    ReadmeTables readme = new ReadmeTables();
    String heading = "";
    for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
      if (line.startsWith("#")) {
        heading = line.replaceFirst("#+ ", "").strip();
      } else if (line.startsWith("|")) {
        List<String> cells = new ArrayList<>();
        for (String cell : line.substring(1, line.lastIndexOf('|')).split("(?<!\\\\)\\|", -1)) {
          cells.add(cell.strip().replace("\\|", "|").replaceAll("^`|`$", ""));
        }
        readme.tables.computeIfAbsent(heading, k -> new ArrayList<>()).add(cells);
      }
    }
    return readme;
  }

  /** The rows of a table, without its head. */
  List<List<String>> table(String heading, int columns) {
    List<List<String>> rows = tables.get(heading);
    assertNotNull(rows, "the README has no table '" + heading + "'");
    assertTrue(rows.size() > 2, "the README's table '" + heading + "' is empty");
    rows.forEach(row -> assertEquals(columns, row.size(), row.toString()));
    return rows.subList(2, rows.size());
  }

  /** All rows are checked before the test fails, so that one run tells everything. */
  void each(String heading, int columns, BiConsumer<List<String>, List<Executable>> check) {
    List<Executable> checks = new ArrayList<>();
    table(heading, columns).forEach(row -> check.accept(row, checks));
    assertAll(heading, checks);
  }
}
