package io.khabar.bench;

import io.khabar.model.RawRecord;
import io.khabar.pipeline.Arguments;
import io.khabar.read.FileOpener;
import io.khabar.read.InputFile;
import io.khabar.read.InputFiles;
import io.khabar.text.Ids;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Locale;
import java.util.Set;
import java.util.StringTokenizer;

/**
 * A measure of the machine that anybody can write down again: one thread that parts every record of a dump into words at its blanks and computes SHA-256 of it five times.
 * How many articles a second the whole job does is told as a share of what this does.
 */
final class Yardstick {
  private static final int DIGESTS = 5;

  private final MessageDigest digest = Ids.sha256();
  private long pages;
  private long words;
  private long check;

  private Yardstick() {}

  static void run(String[] args, PrintStream out) throws IOException {
    String input = Arguments.of("bench yardstick", args, Set.of("input", "output", "workers", "partitions")).require("bench yardstick", "input", "PATHS");
    Yardstick yardstick = new Yardstick();
    for (InputFile file : InputFiles.expand(input)) {
      try (InputStream in = FileOpener.local().open(file)) {
        AllRecords.of(file, in).forEach(yardstick::add);
      }
    }
    out.printf(Locale.ROOT, "%d articles, %d words, check %016x%n", yardstick.pages, yardstick.words, yardstick.check);
  }

  private void add(RawRecord page) {
    pages++;
    for (StringTokenizer tokens = new StringTokenizer(new String(page.payload(), StandardCharsets.UTF_8)); tokens.hasMoreTokens(); tokens.nextToken()) {
      words++;
    }
    for (int i = 0; i < DIGESTS; i++) {
      digest.update((byte) i);
      // kept in the sum that is printed, so that no compiler can leave it out
      check += digest.digest(page.payload())[0];
    }
  }
}
