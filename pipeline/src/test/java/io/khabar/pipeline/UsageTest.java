package io.khabar.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UsageTest {
  @TempDir Path dir;

  private static void assertUsage(Runs.Result result, String says) {
    assertEquals(Main.USAGE, result.exit(), result.err());
    assertTrue(result.err().contains(says), result.err());
    assertEquals(1, result.err().strip().split("\n").length, "one sentence: " + result.err());
    assertFalse(result.err().contains("\tat "), "no stack trace");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "run | --input=PATHS is missing",
        "run --output=x | --input=PATHS is missing",
        "run --input=pom.xml --output=x --inptu=y | inptu",
        "run here | not 'here'",
        "run --input=/no/such/place --output=x | /no/such/place",
        "run --input=pom.xml --output=x --formats=xml | --formats",
        "run --input=pom.xml --output=x --asOf=yesterday | --asOf",
        "run --input=pom.xml --output=x --keep=newest | --keep takes earliest, longest or outlet:a,b,c",
        "run --input=pom.xml --output=x --updates=some | --updates takes latest, first or all",
        "run --input=pom.xml --output=x --baseline=/no/such/run | /no/such/run holds no finished run",
        "run --input=pom.xml --output=x --baseline=x | --baseline must not be the output",
        "run --input=pom.xml --output=x --baseline=/no/such/* | --baseline: no finished run matches /no/such/*",
        "run --input=pom.xml --output=x --baseline= | --baseline needs a value",
        "run --input=pom.xml --output=x --maxRejectRate=7 | --maxRejectRate",
        "run --input=pom.xml --output=x --jsonFields=text | --jsonFields",
        "run --input=pom.xml --output=x --gazetteer=/no/such.tsv | --gazetteer",
        "run --input=pom.xml --output=x --maxRecordBytes=many | maxRecordBytes",
        "run --input=pom.xml --output=x --runner=NoRunner | NoRunner",
        "run --input=pom.xml --output=x --runner=NoRunner | takes DirectRunner, FlinkRunner, SparkRunner or DataflowRunner, not 'NoRunner'",
        "run --input=pom.xml --output=x --workers=abc | --workers takes a whole number from 0 to 2147483647, not 'abc'; an example: --workers=4",
        "run --input=pom.xml --output=x --workers | --workers takes a whole number from 0 to 2147483647, and has no value",
        "run --input=pom.xml --output=x --maxRecordBytes=99999999999 | takes a whole number from 0 to 2147483647, not '99999999999'",
        "run --input=pom.xml --output=x --maxRejectRate=few | --maxRejectRate takes a number, not 'few'",
        "run --input=pom.xml --output=x --documentText=maybe | --documentText takes true or false, not 'maybe'",
        "run --input=pom.xml --output=x --nosuch=1 | run knows no option --nosuch; './khabar help run' lists them",
        "run --input=pom.xml --output=x --inptu=y | run knows no option --inptu, but --input;",
        "run --input=pom.xml --output=x --flinkMaster=127.0.0.1:8081 | --flinkMaster needs --runner=FlinkRunner",
        "run --input=pom.xml --output=x --sparkMaster=local | --sparkMaster needs --runner=SparkRunner",
        "run --input=pom[.xml --output=x | input pom[.xml is no file and no pattern either",
        "explain --output=x --id=1f --color=maybe | explain --color takes true or false, not 'maybe'",
        "run --input --output=x | --input needs a value",
        "run --input=pom.xml --input=pom.xml --output=x | --input is given twice",
        "run --input=pom.xml --output=x --languages=AR | --languages",
        "run --input=pom.xml --output=x --asOf=0001-01-01 | --asOf",
        "fly | no command 'fly'",
        "tag --fast | --fast",
        "tag --input=/no/such.txt | /no/such.txt",
        "explain --output=x | --id",
        "report | --output",
        "help fly | fly"
      })
  void aMistakeGetsOneSentenceAndExitCode2(String command, String says) {
    assertUsage(Runs.main(command.split(" ")), says);
  }

  @Test
  void allProblemsAreToldAtOnce() {
    Runs.Result result = Runs.main("run", "--formats=xml", "--asOf=never");
    for (String option : new String[] {"--input", "--output", "--formats", "--asOf"}) {
      assertTrue(result.err().contains(option), result.err());
    }
  }

  @Test
  void aFolderThatHoldsARunIsNotOverwrittenUnasked() throws IOException {
    Path output = dir.resolve("out");
    Runs.write(output.resolve("_MANIFEST.json"), "{\"old\": true}");
    Path page = Runs.write(dir.resolve("in/a.txt"), "خبر\n\nنص الخبر هنا وفيه ما يكفي من الكلام.");
    assertUsage(Runs.main("run", "--input=" + page, "--output=" + output), "--overwrite");
    assertEquals("{\"old\": true}", Files.readString(output.resolve("_MANIFEST.json")));
  }

  @Test
  void aRuleThatMakesNoSenseIsToldBeforeAnythingRuns() throws IOException {
    Path page = Runs.write(dir.resolve("in/a.txt"), "خبر\n\nنص الخبر هنا وفيه ما يكفي من الكلام.");
    Runs.write(dir.resolve("rules/split/weights.tsv"), "cohesion\tmuch\t1\n");
    assertUsage(Runs.main("run", "--input=" + page, "--output=" + dir.resolve("out"), "--rules=" + dir.resolve("rules")), "cohesion | much | 1");
  }

  @Test
  void aGazetteerThatIsNotInUtf8IsToldAsThat() throws IOException {
    Path file = Files.write(dir.resolve("g.tsv"), new byte[] {'x', (byte) 0xC7, (byte) 0xE1, '\n'});
    assertUsage(Runs.main("run", "--input=pom.xml", "--output=" + dir.resolve("out"), "--gazetteer=" + file), "--gazetteer=" + file + " is not in UTF-8");
    assertUsage(Runs.main("tag", "--gazetteer=" + file), file + " is not in UTF-8");
  }

  @Test
  void aRuleFileThatIsNotInUtf8IsToldAsThat() throws IOException {
    Path rules = Files.createDirectories(dir.resolve("rules/cues"));
    Files.write(rules.resolve("nav.tsv"), new byte[] {(byte) 0xC7, (byte) 0xE1, '\t', 'x', '\n'});
    assertUsage(Runs.main("run", "--input=pom.xml", "--output=" + dir.resolve("out"), "--rules=" + dir.resolve("rules")), "cues/nav.tsv is not in UTF-8");
  }

  @Test
  void aFullDiskIsToldWithThePlacesThatMayBeFull() {
    PrintStream full =
        new PrintStream(OutputStream.nullOutputStream()) {
          @Override
          public void println(String line) {
            throw new UncheckedIOException(new IOException("No space left on device"));
          }
        };
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    assertEquals(Main.FAILED, Main.run(new String[] {"version", "--output=here"}, full, new PrintStream(err)));
    assertEquals("khabar: version failed: no space is left on the disk of here or of the folder for temporary files, " + System.getProperty("java.io.tmpdir"), err.toString(StandardCharsets.UTF_8).strip());
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void anOutputThatCannotBeMadeIsToldInWords() {
    assertUsage(Runs.main("run", "--input=pom.xml", "--output=/proc/x"), "--output=/proc/x cannot be made a folder: nothing can be made at /proc/x");
  }

  @Test
  void tagRefusesWhatIsNotUtf8AndNamesTheLine() throws IOException {
    Path file = Files.write(dir.resolve("a.txt"), "قال بوتين\r\n\nفي ".getBytes(StandardCharsets.UTF_8));
    Files.write(file, new byte[] {(byte) 0xC7, (byte) 0xE1}, StandardOpenOption.APPEND);
    Runs.Result result = Runs.main("tag", "--input=" + file);
    assertUsage(result, "tag takes text in UTF-8, which line 3 of " + file + " is not");
    assertEquals(2, result.out().lines().count());
  }

  @Test
  void tagTakesAByteOrderMarkForNoText() throws IOException {
    String text = "قال بوتين\r\r\n\nفي موسكو";
    Path marked = Runs.write(dir.resolve("marked.txt"), "\uFEFF" + text);
    Path plain = Runs.write(dir.resolve("plain.txt"), text);
    Runs.Result result = Runs.main("tag", "--input=" + marked);
    assertEquals(Runs.main("tag", "--input=" + plain), result);
    assertEquals(4, result.out().lines().count());
    assertTrue(result.out().startsWith("{\"text\":\"قال بوتين\""), result.out());
  }

  @Test
  void anEmptyFolderMatchesNothing() throws IOException {
    Files.createDirectories(dir.resolve("empty"));
    assertUsage(Runs.main("run", "--input=" + dir.resolve("empty"), "--output=" + dir.resolve("out")), "empty");
  }

  @Test
  void anInputInsideTheOutputIsSaidToBeLeftOut() throws IOException {
    Path page = Runs.write(dir.resolve("out/in/a.txt"), "خبر\n\nنص الخبر.");
    for (Path input : new Path[] {page, page.getParent(), dir.resolve("out")}) {
      assertUsage(Runs.main("run", "--input=" + input, "--output=" + dir.resolve("out")), "but what lies in the output folder " + dir.resolve("out") + ", which is left out of the input");
    }
  }

  @Test
  void helpNamesEveryOptionWithItsDefault() {
    Runs.Result result = Runs.main("help", "run");
    assertEquals(Main.OK, result.exit());
    for (String option : new String[] {"--input", "--output", "--overwrite", "--formats  (string, default parquet,jsonl)", "--asOf", "--maxRejectRate", "--runner"}) {
      assertTrue(result.out().contains(option), option);
    }
  }
}
