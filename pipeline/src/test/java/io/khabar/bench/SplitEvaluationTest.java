package io.khabar.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.khabar.pipeline.UsageException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SplitEvaluationTest {
  private static final String BRIDGE =
      """
      افتتاح جسر الوادي بعد سبعة أشهر من الصيانة
      افتتحت البلدية صباح الثلاثاء جسر الوادي أمام المركبات بعد سبعة أشهر من أعمال الصيانة التي شملت الدعامات وطبقة الإسفلت والإنارة.
      وقال رئيس البلدية إن جسر الوادي سيخفف الزحام عن وسط المدينة، وإن الصيانة كلفت أقل مما رصد لها في الميزانية بنحو الخمس.""";
  private static final String MUSEUM =
      """
      متحف البحر يعرض هيكل حوت عمره مئة عام
      بدأ متحف البحر عرض هيكل حوت أزرق عثر عليه صيادون قبل مئة عام، بعد أن أعاد فريق من علماء الأحياء ترميم عظام الهيكل وتركيبها في القاعة الكبرى.
      وقالت أمينة المتحف إن هيكل الحوت يزن أربعة أطنان، وإن زوار المتحف سيرون إلى جانبه تسجيلات لأصوات الحيتان وخرائط لهجراتها.""";

  private static Map<String, Object> gold(String kind, boolean embedded) {
    String[] host = BRIDGE.split("\n");
    String[] guest = MUSEUM.split("\n");
    return embedded
        ? Map.of("kind", kind, "embedded", true, "title", guest[0], "host", List.of(host[1], host[2]), "guest", List.of(guest[1], guest[2]))
        : Map.of("kind", kind, "embedded", false, "host", List.of(host[1], host[2]));
  }

  private static String run(Path folder, String... more) throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    String[] args = new String[2 + more.length];
    args[0] = "split";
    args[1] = "--input=" + folder;
    System.arraycopy(more, 0, args, 2, more.length);
    BenchCommand.run(args, new PrintStream(bytes, true, StandardCharsets.UTF_8));
    return bytes.toString(StandardCharsets.UTF_8);
  }

  private static void write(Path folder) throws IOException {
    ObjectMapper json = new ObjectMapper();
    Files.writeString(
        folder.resolve("pages.jsonl"),
        json.writeValueAsString(Map.of("url", "https://example.test/p0", "text", BRIDGE + "\nاقرأ أيضا:\n" + MUSEUM))
            + "\n"
            + json.writeValueAsString(Map.of("url", "https://example.test/p1", "text", BRIDGE))
            + "\n");
    Files.writeString(folder.resolve("gold.json"), json.writeValueAsString(Map.of("p0", gold("cue", true), "p1", gold("single", false))));
  }

  @Test
  void countsPagesAndMeasuresBordersBesideTheBaselines(@TempDir Path folder) throws Exception {
    write(folder);
    List<String> lines = run(folder).lines().toList();
    String[] cue = lines.stream().filter(l -> l.startsWith("cue ")).findFirst().orElseThrow().split(" +");
    assertEquals(List.of("cue", "1", "1", "1.0000", "1.0000", "1.0000", "1.0000", "1.0000"), List.of(cue).subList(0, 8));
    String[] single = lines.stream().filter(l -> l.startsWith("single ")).findFirst().orElseThrow().split(" +");
    assertEquals(List.of("single", "1", "0"), List.of(single).subList(0, 3));
    assertTrue(lines.stream().anyMatch(l -> l.startsWith("Pk, WindowDiff") && l.contains("texttiling") && l.contains("c99")));
    String[] borders = lines.stream().filter(l -> l.startsWith("cue ")).skip(1).findFirst().orElseThrow().split("[ ,]+");
    assertEquals("0.0000", borders[1], "our Pk");
    assertTrue(Double.parseDouble(borders[7]) > 0.1, "no borders at all are worse");
  }

  @Test
  void aUsersWeightsGoBeforeOurs(@TempDir Path folder) throws Exception {
    write(folder);
    Files.createDirectories(folder.resolve("rules/split"));
    Files.writeString(folder.resolve("rules/split/weights.tsv"), "bias\t-99\t-99\n");
    String out = run(folder, "--rules=" + folder.resolve("rules"), "--show=true");
    assertTrue(out.contains("1 main stories, 0 embedded"), out);
  }

  @Test
  void aFolderWithoutAnswersIsWrongUsage(@TempDir Path folder) {
    assertThrows(UsageException.class, () -> run(folder));
  }
}
