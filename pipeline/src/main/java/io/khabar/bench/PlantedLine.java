package io.khabar.bench;

import io.khabar.pipeline.UsageException;
import io.khabar.text.Words;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A line that a site puts into its articles.
 *
 * @param outlet the site's name
 * @param middle whether it stands between two paragraphs, and not behind the last
 * @param text with {@code {title}} for another article's headline and {@code {outlet}} for the site's name
 */
record PlantedLine(String outlet, boolean middle, String text) {
  private static final String TITLE = "{title}";
  private static final String OUTLET = "{outlet}";

  /**
   * The lines of a file: outlet, {@code middle} or {@code end}, text, with tabs between them; lines that open with {@code #} are remarks.
   *
   * @throws UsageException when a row makes no sense
   */
  static List<PlantedLine> read(Path file) throws IOException {
    List<PlantedLine> lines = new ArrayList<>();
    for (String row : Files.readAllLines(file, StandardCharsets.UTF_8)) {
      if (row.isBlank() || row.startsWith("#")) {
        continue;
      }
      String[] cells = row.split("\t");
      if (cells.length != 3 || !cells[1].equals("middle") && !cells[1].equals("end")) {
        throw new UsageException(file + ": a row is outlet, middle or end, text, with tabs between them, not '" + row + "'");
      }
      lines.add(new PlantedLine(cells[0].strip(), cells[1].equals("middle"), cells[2].strip()));
    }
    if (lines.isEmpty()) {
      throw new UsageException(file + " holds no lines to plant");
    }
    return lines;
  }

  /** The line with what it leaves open put in. */
  String filled(String title) {
    return text.replace(OUTLET, outlet).replace(TITLE, title);
  }

  /** Which kind of line it is: {@code link} to another article, {@code signs} without a word, or {@code words}. */
  String kind() {
    return text.contains(TITLE) ? "link" : Words.of(text).count() == 0 ? "signs" : "words";
  }

  String place() {
    return middle ? "middle" : "end";
  }
}
