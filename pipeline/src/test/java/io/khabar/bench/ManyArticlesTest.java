package io.khabar.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ManyArticlesTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String TEXT = "افتتح الوزير صباح الأحد مصنعا جديدا للألواح الشمسية في ضواحي المدينة بحضور عدد كبير من المستثمرين والخبراء";

  @TempDir Path dir;

  private List<JsonNode> copy(int copy) throws Exception {
    List<JsonNode> rows = new ArrayList<>();
    for (String line : Files.readAllLines(dir.resolve("out/articles-000" + copy + ".jsonl"))) {
      rows.add(JSON.readTree(line));
    }
    return rows;
  }

  @Test
  void theFirstCopyIsTheFileAndTheOthersKeepItsDuplicatesButAreNoneThemselves() throws Exception {
    String article = "{\"url\":\"https://news.example/%d\",\"title\":\"افتتاح مصنع\",\"content\":\"%s\",\"date\":\"2024-01-01\"}\n";
    String text = String.format(java.util.Locale.ROOT, article, 1, TEXT) + String.format(java.util.Locale.ROOT, article, 2, TEXT) + String.format(java.util.Locale.ROOT, article, 3, "هطلت أمطار غزيرة على الساحل مساء الخميس وأغلقت المدارس أبوابها");
    Path file = Files.writeString(dir.resolve("in.jsonl"), text);
    assertEquals(9, ManyArticles.make(file, dir.resolve("out"), 3, 200));

    assertEquals(TEXT, copy(0).get(0).get("content").textValue());
    for (int k = 1; k < 3; k++) {
      List<JsonNode> rows = copy(k);
      String changed = rows.get(0).get("content").textValue();
      assertEquals(changed, rows.get(1).get("content").textValue());
      assertNotEquals(TEXT, changed);
      assertEquals(TEXT.split(" ").length, changed.split(" ").length);
      assertTrue(changed.contains(" في "), changed);
      assertEquals("https://news.example/1-copy" + k, rows.get(0).get("url").textValue());
      assertEquals("2024-01-01", rows.get(0).get("date").textValue());
    }
    assertNotEquals(copy(1).get(0).get("content"), copy(2).get(0).get("content"));
  }

  @Test
  void whatIsCommonIsForTheUserToSay() throws Exception {
    StringBuilder rows = new StringBuilder();
    for (int i = 0; i < 8; i++) {
      rows.append(JSON.createObjectNode().put("content", i < 3 ? "زلزال يضرب الساحل" : "أمطار تعم البلاد " + "بيروت طرابلس صيدا زحلة بعلبك".split(" ")[i - 3])).append('\n');
    }
    Path file = Files.writeString(dir.resolve("in.jsonl"), rows);
    // three articles in eight are more than one in four, and fewer than all
    ManyArticles.make(file, dir.resolve("out"), 2, 4);
    assertEquals("زلزال يضرب الساحل", copy(1).get(0).get("content").textValue());
    ManyArticles.make(file, dir.resolve("out"), 2, 1);
    assertNotEquals("زلزال يضرب الساحل", copy(1).get(0).get("content").textValue());
  }
}
