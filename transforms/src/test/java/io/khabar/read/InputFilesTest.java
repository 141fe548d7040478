package io.khabar.read;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InputFilesTest {
  @TempDir Path dir;

  @BeforeEach
  void files() throws IOException {
    Files.createDirectories(dir.resolve("b/c"));
    for (String name : new String[] {"a.txt", "b/x y.json", "b/c/خبر.txt", "b/c/[1].html"}) {
      Files.writeString(dir.resolve(name), "نص");
    }
  }

  private List<String> paths(String part) {
    return InputFiles.expand(part.replace("DIR", dir.toString())).stream().map(InputFile::path).toList();
  }

  @Test
  void foldersAreReadRecursively() {
    assertEquals(List.of("a.txt", "b/c/[1].html", "b/c/خبر.txt", "b/x y.json"), paths("DIR"));
    assertEquals(paths("DIR"), paths("DIR/"));
    InputFile file = InputFiles.expand(dir + "/b/").get(0);
    assertEquals(dir + "/b/c/[1].html c/[1].html 4", file.uri() + " " + file.path() + " " + file.bytes());
  }

  @Test
  void filesAndGlobsAreNamedFromTheirFixedPart() {
    assertEquals(List.of("x y.json"), paths("DIR/b/x y.json"));
    assertEquals(List.of("[1].html"), paths("DIR/b/c/[1].html"));
    assertEquals(List.of("a.txt", "b/c/خبر.txt"), paths("DIR/{*.txt,**/*.txt}"));
    assertEquals(List.of("b/c/[1].html", "b/c/خبر.txt", "b/x y.json"), paths("DIR/b*"));
    assertEquals(List.of("c/خبر.txt"), paths("DIR/b/**.txt"));
  }

  @Test
  void aFileNamedTwiceIsReadOnce() {
    assertEquals(1, paths("DIR/a.txt,DIR/a.txt").size());
    assertEquals(4, paths("DIR,DIR/a.txt").size());
  }

  @Test
  void aLoopOfLinksEnds() throws IOException {
    Files.createSymbolicLink(dir.resolve("b/loop"), dir);
    Files.createSymbolicLink(dir.resolve("b/nowhere"), dir.resolve("gone"));
    assertTrue(paths("DIR").size() >= 4);
  }

  @Test
  void whatMatchesNothingSaysSo() {
    for (String part : new String[] {"DIR/none", "DIR/*.pdf", "DIR/a.txt,DIR/none"}) {
      String message = assertThrows(IllegalArgumentException.class, () -> paths(part)).getMessage();
      assertTrue(message.startsWith("input ") && message.endsWith("matches no file"), message);
    }
    assertEquals("no input is named", assertThrows(IllegalArgumentException.class, () -> InputFiles.expand(" ")).getMessage());
  }

  @Test
  void aFileIsNamedOnceHoweverItIsPointedAt() {
    assertEquals(paths("DIR"), paths("DIR,DIR/b/c,DIR/./b"));
    assertEquals(paths("DIR"), paths("DIR/./b,DIR/b/c,DIR"));
  }

  @Test
  void filesOfOnePathBelowTwoRootsKeepApart() throws IOException {
    Files.createDirectories(dir.resolve("d"));
    Files.writeString(dir.resolve("d/x y.json"), "نص");
    assertEquals(List.of("c/[1].html", "c/خبر.txt", "x y.json", dir + "/d/x y.json"), paths("DIR/d,DIR/b"));
  }
}
