package io.khabar.cluster;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;
import com.fasterxml.jackson.databind.ObjectMapper;

/** Enough pages for a job that can be killed in its middle: sentences of the sample's pages, mixed by a seeded draw, every tenth page a copy of an earlier one. */
final class Pages {
  private static final int FILES = 8;

  private Pages() {}

  static Path write(Path folder, int pages) throws IOException {
    List<String> sentences = new ArrayList<>();
    try (Stream<Path> files = Files.walk(Cluster.ROOT.resolve("sample-input"))) {
      for (Path file : files.filter(f -> f.toString().endsWith(".txt")).sorted().toList()) {
        // some of the sample's files are in other encodings, on purpose
        for (String line : new String(Files.readAllBytes(file), StandardCharsets.UTF_8).split("\\R")) {
          if (line.length() > 60 && line.indexOf('\uFFFD') < 0) {
            sentences.add(line.strip());
          }
        }
      }
    }
    ObjectMapper json = new ObjectMapper();
    Random random = new Random(7);
    List<String> texts = new ArrayList<>();
    Files.createDirectories(folder);
    for (int f = 0; f < FILES; f++) {
      try (Writer out = Files.newBufferedWriter(folder.resolve("pages-" + f + ".jsonl"))) {
        for (int i = 0; i < pages / FILES; i++) {
          String text = !texts.isEmpty() && random.nextInt(10) == 0 ? texts.get(random.nextInt(texts.size())) : text(sentences, random);
          texts.add(text);
          String day = String.format(Locale.ROOT, "2024-%02d-%02d", 1 + random.nextInt(12), 1 + random.nextInt(28));
          out.write(
              json.createObjectNode().put("title", text.substring(0, 40)).put("text", text).put("outlet", "الخبر " + random.nextInt(5)).put("published", day).toString());
          out.write('\n');
        }
      }
    }
    return folder;
  }

  private static String text(List<String> sentences, Random random) {
    List<String> words = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      List<String> sentence = new ArrayList<>(List.of(sentences.get(random.nextInt(sentences.size())).split(" ")));
      // two sentences cut and joined: new shingles, real words
      List<String> other = List.of(sentences.get(random.nextInt(sentences.size())).split(" "));
      sentence.subList(sentence.size() / 2, sentence.size()).clear();
      sentence.addAll(other.subList(other.size() / 2, other.size()));
      words.addAll(sentence);
      words.add("\n");
    }
    return String.join(" ", words).replace(" \n ", "\n").strip();
  }
}
