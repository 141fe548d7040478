package io.khabar.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class YardstickTest {
  @Test
  void everyRecordCountsOnceAndAllItsWords(@TempDir Path dir) throws Exception {
    Files.writeString(dir.resolve("a.jsonl"), "{\"content\":\"فتح المتحف أبوابه\"}\n{\"content\":\"ثم أغلقها\"}\n");
    Files.writeString(dir.resolve("b.jsonl"), "{\"content\":\"كلمة\"}\n");
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Yardstick.run(new String[] {"--input=" + dir}, new PrintStream(out, true, StandardCharsets.UTF_8));
    assertEquals("3 articles, 6 words", out.toString(StandardCharsets.UTF_8).split(", check")[0]);
  }
}
