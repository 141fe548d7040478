package io.khabar.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.khabar.text.Words;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SiteWordsTest {
  @TempDir Path folder;

  private static int weight(SiteWords words, String word) {
    return words.weight(Words.of(word).hash(0));
  }

  private SiteWords load(String file, String rows) throws IOException {
    Files.createDirectories(folder.resolve("corpus"));
    Files.writeString(folder.resolve("corpus").resolve(file), rows);
    return SiteWords.load(folder);
  }

  @Test
  void nounsStandForTheirEndings() {
    for (String word : new String[] {"قناتنا", "بقناتنا", "وقناتنا", "تجربتك", "تجربتكم"}) {
      assertEquals(2, weight(SiteWords.shipped(), word), word);
    }
    assertEquals(0, weight(SiteWords.shipped(), "الوزير"));
  }

  @Test
  void aUsersWordsStandBesideOursAndTakeTheirPlace() throws IOException {
    assertEquals(0, weight(SiteWords.shipped(), "زقزقوا"));
    SiteWords own = load("site-words.txt", "زقزقوا\t2\nتابعونا\t0\n");
    assertEquals(2, weight(own, "زقزقوا"));
    assertEquals(2, weight(own, "وزقزقوا"));
    assertEquals(0, weight(own, "تابعونا"));
    assertEquals(2, weight(own, "شاركونا"));
  }

  @Test
  void aUsersNounsStandBesideOurs() throws IOException {
    SiteWords own = load("site-nouns.txt", "خيمة\tsite\n");
    assertEquals(2, weight(own, "خيمتنا"));
    assertEquals(0, weight(own, "خيمتك"));
    assertEquals(2, weight(own, "قناتنا"));
  }

  @Test
  void aBadRowIsNamed() {
    for (String[] bad : new String[][] {{"site-words.txt", "زقزقوا\t7\n"}, {"site-words.txt", "زقزقوا لنا\t1\n"}, {"site-nouns.txt", "خيمة\tneighbour\n"}}) {
      IllegalArgumentException e = assertThrows(IllegalArgumentException.class, () -> load(bad[0], bad[1]));
      assertTrue(e.getMessage().contains("corpus/" + bad[0]) && e.getMessage().contains(bad[1].substring(0, 4)), e.getMessage());
      assertTrue(folder.resolve("corpus").resolve(bad[0]).toFile().delete());
    }
  }
}
