package io.khabar.tag;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.khabar.entity.EntityTagger;
import io.khabar.entity.Gazetteer;
import io.khabar.model.Mention;
import io.khabar.pipeline.Arguments;
import io.khabar.pipeline.Main;
import io.khabar.pipeline.UsageException;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Plain text in, one passage a line; one JSON line out for each, in order, blank lines included. */
public final class TagCommand {
  private static final JsonFactory JSON = new JsonFactory();

  private TagCommand() {}

  /** Runs the command. */
  public static int run(String[] args, InputStream stdin, PrintStream out) throws IOException {
    Arguments arguments = Arguments.of("tag", args, Set.of("input", "gazetteer"));
    EntityTagger tagger = new EntityTagger(gazetteer(arguments.get("gazetteer")));
    String input = arguments.get("input");
    if (input == null) {
      tag(stdin, "standard input", tagger, out);
    } else if (!Files.isRegularFile(Path.of(input))) {
      throw new UsageException("tag cannot read " + input);
    } else {
      try (InputStream file = Files.newInputStream(Path.of(input))) {
        tag(file, input, tagger, out);
      }
    }
    return Main.OK;
  }

  private static Gazetteer gazetteer(String files) {
    if (files == null) {
      return Gazetteer.standard();
    }
    List<Path> paths = new ArrayList<>();
    for (String file : files.split(",")) {
      if (!Files.isRegularFile(Path.of(file.strip()))) {
        throw new UsageException("--gazetteer cannot be read: " + file.strip());
      }
      paths.add(Path.of(file.strip()));
    }
    try {
      return Gazetteer.load(paths);
    } catch (IllegalArgumentException | java.io.UncheckedIOException e) {
      throw new UsageException("--gazetteer=" + files + " cannot be used: " + e.getMessage());
    }
  }

  private static void tag(InputStream in, String name, EntityTagger tagger, PrintStream out) throws IOException {
    Utf8Lines lines = new Utf8Lines(in, name);
    try (JsonGenerator json = JSON.createGenerator(out, com.fasterxml.jackson.core.JsonEncoding.UTF8).disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)) {
      json.setRootValueSeparator(null);
      for (String line = lines.next(); line != null; line = lines.next()) {
        json.writeStartObject();
        json.writeStringField("text", line);
        json.writeArrayFieldStart("mentions");
        for (Mention m : tagger.tag(line)) {
          write(m, json);
        }
        json.writeEndArray();
        json.writeEndObject();
        json.writeRaw('\n');
      }
    }
  }

  private static void write(Mention m, JsonGenerator json) throws IOException {
    json.writeStartObject();
    json.writeNumberField("start", m.start());
    json.writeNumberField("end", m.end());
    json.writeStringField("surface", m.surface());
    json.writeStringField("type", m.type().name());
    json.writeStringField("entity_id", m.entityId());
    json.writeStringField("name_ar", m.nameAr());
    json.writeStringField("name_en", m.nameEn());
    json.writeStringField("wikidata_id", m.wikidataId());
    json.writeNumberField("confidence", m.confidence());
    json.writeStringField("method", m.method());
    json.writeEndObject();
  }
}
