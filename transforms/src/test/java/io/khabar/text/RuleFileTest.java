package io.khabar.text;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class RuleFileTest {
  private static List<String[]> read(String text, int columns) throws IOException {
    return RuleFile.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), "a file", columns);
  }

  @Test
  void cellsAreParted_trimmed_andFilledUp() throws IOException {
    List<String[]> rows = read("مصر\t القاهرة \t\nسوريا\n\tدمشق", 3);
    assertEquals(3, rows.size());
    assertArrayEquals(new String[] {"مصر", "القاهرة", ""}, rows.get(0));
    assertArrayEquals(new String[] {"سوريا", "", ""}, rows.get(1));
    assertArrayEquals(new String[] {"", "دمشق", ""}, rows.get(2));
  }

  @Test
  void remarksAndBlankLinesAreNoRows_andWhatIsBeyondTheColumnsStays() throws IOException {
    List<String[]> rows = read("# ملاحظة\tأولى\n\n \t \nعمان\tب\tج\tد\n", 2);
    assertEquals(1, rows.size());
    assertArrayEquals(new String[] {"عمان", "ب", "ج", "د"}, rows.get(0));
  }

  @Test
  void everyKindOfLineEndAndAByteOrderMarkAreUnderstood() throws IOException {
    List<String[]> rows = read("\uFEFFأ\tب\r\nج\tد\rه\tو", 2);
    assertEquals(3, rows.size());
    assertArrayEquals(new String[] {"أ", "ب"}, rows.get(0));
    assertArrayEquals(new String[] {"ج", "د"}, rows.get(1));
    assertArrayEquals(new String[] {"ه", "و"}, rows.get(2));
  }

  @Test
  void anEmptyFileHasNoRows() throws IOException {
    assertEquals(0, read("", 2).size());
  }
}
