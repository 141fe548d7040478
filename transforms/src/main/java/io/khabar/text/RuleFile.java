package io.khabar.text;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads the data files that a linguist edits: UTF-8, one rule a line, cells parted by tabs, {@code #} begins a comment line. A missing
 * trailing cell reads as empty.
 */
public final class RuleFile {
  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private RuleFile() {}

  /** The rows of a file on the class path, each with at least {@code columns} cells, every cell trimmed. */
  public static List<String[]> resource(String name, int columns) {
    try (InputStream in = RuleFile.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("no rule file " + name + " on the class path");
      }
      return read(in, name, columns);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read rule file " + name, e);
    }
  }

  /**
   * The rows of a shipped file and then those of a user's own.
   *
   * @param folder the user's, laid out like {@code khabar/} on the class path; null, or without such a file, for none
   */
  public static List<String[]> both(Path folder, String name, int columns) {
    List<String[]> rows = new ArrayList<>(resource("/khabar/" + name, columns));
    Path file = folder == null ? null : folder.resolve(name);
    if (file != null && Files.isRegularFile(file)) {
      try (InputStream in = Files.newInputStream(file)) {
        rows.addAll(read(in, file.toString(), columns));
      } catch (IOException e) {
        throw new UncheckedIOException("cannot read rule file " + file, e);
      }
    }
    return rows;
  }

  /**
   * The rows of a stream.
   *
   * @param name for messages
   */
  public static List<String[]> read(InputStream in, String name, int columns) throws IOException {
    List<String[]> rows = new ArrayList<>();
    BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
    boolean first = true;
    for (String line = reader.readLine(); line != null; line = reader.readLine()) {
      if (first && line.startsWith(BYTE_ORDER_MARK)) {
        // some editors put one before a file they save
        line = line.substring(1);
      }
      first = false;
      if (line.isBlank() || line.startsWith("#")) {
        continue;
      }
      String[] cells = line.split("\t", -1);
      String[] row = new String[Math.max(columns, cells.length)];
      for (int i = 0; i < row.length; i++) {
        row[i] = i < cells.length ? cells[i].strip() : "";
      }
      rows.add(row);
    }
    return rows;
  }
}
