package io.khabar.pipeline;

import io.khabar.entity.Gazetteer;
import io.khabar.read.InputFile;
import io.khabar.read.InputFiles;
import io.khabar.segment.SegmentRules;
import io.khabar.split.StorySplitter;
import io.khabar.sink.OutputFolder;
import io.khabar.sink.StoreFiles;
import io.khabar.text.Ids;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The files that options name, looked at before anything runs: what is wrong with them is a sentence of its own. */
final class UserFiles {
  private static final int RULES_DEPTH = 3;

  private UserFiles() {}

  /**
   * The input.
   *
   * @param files what to read, sorted by URI
   * @param ofRuns how many files were left out because an earlier run of Khabar published them
   */
  record Inputs(List<InputFile> files, long ofRuns) {
    static final Inputs NONE = new Inputs(List.of(), 0);
  }

  /** The files of {@code --input} but for those below the output folder and those that earlier runs published into folders below an input. */
  static Inputs inputs(String input, String output, List<String> problems) {
    List<InputFile> files = new ArrayList<>();
    Map<String, Boolean> runs = new HashMap<>();
    long ofRuns = 0;
    long ofOutput = 0;
    try {
      for (InputFile file : InputFiles.expand(input, new StoreFiles())) {
        if (output != null && KhabarConfig.within(file.uri(), output)) {
          ofOutput++;
          continue;
        }
        if (OutputFolder.isOfARun(file.uri(), file.path(), runs)) {
          ofRuns++;
        } else {
          files.add(file);
        }
      }
    } catch (IllegalArgumentException e) {
      problems.add("--input: " + e.getMessage());
      return Inputs.NONE;
    } catch (IOException e) {
      problems.add("--input: " + input + " cannot be listed: " + e.getMessage());
      return Inputs.NONE;
    }
    if (files.stream().allMatch(f -> f.trouble() != null && f.trouble().isSkip())) {
      String wrote = ofRuns > 0 ? " but files that earlier runs of Khabar wrote" : "";
      String left = ofOutput > 0 ? (ofRuns > 0 ? " and" : " but") + " what lies in the output folder " + output + ", which is left out of the input" : "";
      problems.add("no input matched " + input + wrote + left + (files.isEmpty() ? "" : (wrote + left).isEmpty() ? " but pipes, devices or links to nothing" : ", pipes, devices or links to nothing"));
    }
    return new Inputs(files, ofRuns);
  }

  /** The rule files of a user's folder that stand for ours, by name, each with a hash of what it holds; all of them can be used. */
  static Map<String, String> rules(String folder, List<String> problems) {
    Map<String, String> hashes = new TreeMap<>();
    if (folder == null) {
      return hashes;
    }
    Path root = Path.of(folder);
    if (!Files.isDirectory(root)) {
      problems.add("--rules names no folder: " + folder);
      return hashes;
    }
    try (Stream<Path> files = Files.walk(root, RULES_DEPTH)) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        String name = root.relativize(file).toString().replace('\\', '/');
        if (SegmentRules.class.getResource("/khabar/" + name) != null) {
          byte[] bytes = Files.readAllBytes(file);
          hashes.put(name, Ids.sha256Hex(bytes));
          try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
          } catch (CharacterCodingException e) {
            // its words would be found on no page, and nobody would know why
            problems.add("--rules=" + folder + ": " + name + " is not in UTF-8");
          }
        }
      }
      if (hashes.isEmpty()) {
        problems.add("--rules=" + folder + " holds no file named like one of ours (cues/nav.tsv, outlets/outlets.tsv ...)");
      } else {
        SegmentRules.load(root);
        StorySplitter.of(folder);
      }
    } catch (IllegalArgumentException | UncheckedIOException | IOException e) {
      problems.add("--rules=" + folder + ": " + e.getMessage());
    }
    return hashes;
  }

  /** The contents of a user's gazetteers, by name; all of them can be used. */
  static Map<String, String> gazetteers(Iterable<String> files, List<String> problems) {
    Map<String, String> contents = new TreeMap<>();
    for (String file : files) {
      try {
        contents.put(file, Files.readString(Path.of(file), StandardCharsets.UTF_8));
        Gazetteer.ofContents(List.of(contents.get(file)));
      } catch (CharacterCodingException e) {
        problems.add("--gazetteer=" + file + " is not in UTF-8");
      } catch (IllegalArgumentException e) {
        problems.add("--gazetteer=" + file + ": " + e.getMessage());
      } catch (IOException e) {
        problems.add("--gazetteer cannot be read: " + file);
      }
    }
    return contents;
  }
}
