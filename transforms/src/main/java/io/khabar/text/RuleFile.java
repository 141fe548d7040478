package io.khabar.text;

import java.io.IOException;
import java.io.InputStream;
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
    String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
    // every run begins with tens of thousands of rows in code that is not compiled yet: cells are cut out of the text where they stand
    int at = text.startsWith(BYTE_ORDER_MARK) ? BYTE_ORDER_MARK.length() : 0;
    if (text.indexOf('\r') >= 0) {
      text = text.replace("\r\n", "\n").replace('\r', '\n');
    }
    List<String[]> rows = new ArrayList<>();
    while (at < text.length()) {
      int end = text.indexOf('\n', at);
      end = end < 0 ? text.length() : end;
      if (end > at && text.charAt(at) != '#') {
        String[] row = row(text, at, end, columns);
        if (row != null) {
          rows.add(row);
        }
      }
      at = end + 1;
    }
    return rows;
  }

  /** The cells of a line, or null where it is blank. */
  private static String[] row(String text, int from, int to, int columns) {
    int count = 1;
    for (int i = from; i < to; i++) {
      count += text.charAt(i) == '\t' ? 1 : 0;
    }
    String[] row = new String[Math.max(columns, count)];
    boolean blank = true;
    int at = from;
    for (int i = 0; i < row.length; i++) {
      int end = i + 1 < count ? text.indexOf('\t', at) : to;
      row[i] = i < count ? text.substring(at, end).strip() : "";
      blank = blank && row[i].isEmpty();
      at = end + 1;
    }
    return blank ? null : row;
  }
}
