package io.khabar.read;

import java.util.ArrayList;
import java.util.List;

/** Rows of comma- or tab-separated values (RFC 4180): cells may be quoted, quotes inside them doubled. */
public final class Table {
  private Table() {}

  /** What parts the cells under a header: the first of tab, semicolon and comma that stands most often outside quotes. */
  public static char delimiter(String header) {
    char best = ',';
    int most = 0;
    for (char d : new char[] {'\t', ',', ';'}) {
      int count = 0;
      boolean quoted = false;
      for (int i = 0; i < header.length(); i++) {
        char c = header.charAt(i);
        if (c == '"') {
          quoted = !quoted;
        } else if (c == d && !quoted) {
          count++;
        }
      }
      if (count > most) {
        most = count;
        best = d;
      }
    }
    return best;
  }

  /** The cells of one row; quotes taken off. */
  public static List<String> cells(String row, char delimiter) {
    List<String> cells = new ArrayList<>();
    part(row, delimiter, cells);
    return cells;
  }

  /** Whether a cell of a row opens with a quote that is not closed, so that it takes in all that follows in its file. */
  public static boolean isOpen(String row, char delimiter) {
    return part(row, delimiter, new ArrayList<>());
  }

  private static boolean part(String row, char delimiter, List<String> cells) {
    StringBuilder cell = new StringBuilder();
    boolean quoted = false;
    boolean begin = true;
    for (int i = 0; i < row.length(); i++) {
      char c = row.charAt(i);
      if (quoted) {
        if (c != '"') {
          cell.append(c);
        } else if (i + 1 < row.length() && row.charAt(i + 1) == '"') {
          cell.append('"');
          i++;
        } else {
          quoted = false;
        }
      } else if (c == '"' && begin) {
        quoted = true;
      } else if (c == delimiter) {
        cells.add(cell.toString());
        cell.setLength(0);
        begin = true;
        continue;
      } else {
        cell.append(c);
      }
      begin = false;
    }
    cells.add(cell.toString());
    return quoted;
  }
}
