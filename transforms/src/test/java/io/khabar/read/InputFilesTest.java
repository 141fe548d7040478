package io.khabar.read;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Assumptions;
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

  private List<String> troubles(String part) {
    return InputFiles.expand(part.replace("DIR", dir.toString()), FileLister.none()).stream().filter(f -> f.trouble() != null).map(f -> f.path() + " " + f.trouble()).toList();
  }

  private Path pipe(String name) throws IOException, InterruptedException {
    Path pipe = dir.resolve(name);
    Assumptions.assumeTrue(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor() == 0, "this machine makes no pipes");
    return pipe;
  }

  @Test
  void linksThatLeadNowhereAreToldApartFromFiles() throws IOException {
    List<String> before = paths("DIR");
    Files.createSymbolicLink(dir.resolve("b/loop"), dir);
    Files.createSymbolicLink(dir.resolve("b/nowhere.txt"), dir.resolve("gone"));
    Files.createSymbolicLink(dir.resolve("b/self"), dir.resolve("b/self"));
    assertEquals(before, paths("DIR"));
    assertEquals(List.of("b/loop LINK_LOOP", "b/nowhere.txt DANGLING_LINK", "b/self DANGLING_LINK"), troubles("DIR"));
    assertEquals(List.of("nowhere.txt DANGLING_LINK"), troubles("DIR/b/*.txt,DIR/a.txt"));
  }

  @Test
  void aPipeIsNoFile() throws IOException, InterruptedException {
    Path pipe = pipe("b/pipe.txt");
    assertEquals(List.of("b/pipe.txt NO_REGULAR_FILE"), troubles("DIR"));
    String message = assertThrows(IllegalArgumentException.class, () -> paths(pipe.toString())).getMessage();
    assertEquals("input " + pipe + " is neither a file nor a folder", message);
  }

  @Test
  void aFolderThatIsClosedToUsCostsItself() throws IOException {
    Path closed = dir.resolve("b/c");
    Files.setPosixFilePermissions(closed, Set.of());
    try {
      Assumptions.assumeFalse(Files.isReadable(closed), "the user may read everything");
      assertEquals(List.of("a.txt", "b/x y.json"), paths("DIR"));
      assertEquals(List.of("b/c FOLDER_DENIED"), troubles("DIR"));
      assertEquals(List.of(), troubles("DIR/b/*.json"));
      String message = assertThrows(IllegalArgumentException.class, () -> paths("DIR/b/c")).getMessage();
      assertTrue(message.endsWith("cannot be listed: permission denied"), message);
    } finally {
      Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("rwx------"));
    }
  }

  @Test
  void aPathMayHoldAComma() throws IOException {
    Files.writeString(dir.resolve("أول, ثان.txt"), "نص");
    Files.createDirectories(dir.resolve("d,e"));
    Files.writeString(dir.resolve("d,e/1.txt"), "نص");
    assertEquals(List.of("أول, ثان.txt"), paths("DIR/أول, ثان.txt"));
    assertEquals(List.of("1.txt"), paths("DIR/d,e"));
    assertEquals(List.of("a.txt", "أول, ثان.txt"), paths("DIR/a.txt,DIR/أول? ثان.txt"));
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
