package io.khabar.entity;

import io.khabar.model.EntityType;
import io.khabar.text.MatchKey;
import io.khabar.text.RuleFile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads the gazetteer's files into what {@link Gazetteer} holds; used once. */
final class GazetteerBuilder {
  private static final Logger LOG = LoggerFactory.getLogger(GazetteerBuilder.class);
  private static final String INDEX = Gazetteer.FOLDER + "index.txt";

  private static final String ABD = "\u0639\u0628\u062F ";

  private final Map<String, GazetteerRow> rows = new LinkedHashMap<>();
  private final Lexicon lexicon = new Lexicon();
  private final Map<Integer, String> nationality = new HashMap<>();
  private final LetterModel.Builder letters = new LetterModel.Builder();
  private final List<String> doubleIds = new ArrayList<>();
  private final Set<String> homographs = new HashSet<>();
  private final Set<String> nameLike = new HashSet<>();
  private final Map<Long, String> doubtful = new HashMap<>();
  private final FormVariants variants = new FormVariants();

  GazetteerBuilder shipped() {
    for (String particle : List.of("بن", "ابن", "بنت", "ابو", "ابي", "ام", "عبد", "ال", "دي", "فان", "فون", "دو", "دا", "لو", "لا", "ماك")) {
      lexicon.add(particle, Lexicon.PARTICLE);
    }
    for (String[] line : RuleFile.resource(INDEX, 2)) {
      String name = line[1];
      List<String[]> content = rows(name);
      switch (line[0]) {
        case "entities" -> content.forEach(cells -> addRow(cells, name, false));
        case "given-arabic" -> words(content, Lexicon.GIVEN_ARABIC);
        case "given-foreign" -> words(content, Lexicon.GIVEN_FOREIGN);
        case "family" -> words(content, Lexicon.FAMILY);
        case "family-foreign" -> words(content, Lexicon.PERSON_WORD);
        case "not-names" -> words(content, Lexicon.NOT_NAME);
        case "common" -> words(content, Lexicon.COMMON);
        case "place-triggers" -> words(content, Lexicon.PLACE_TRIGGER);
        case "org-triggers" -> words(content, Lexicon.ORG_TRIGGER);
        case "titles" -> titles(content);
        case "formulas" -> content.forEach(cells -> lexicon.addForm(MatchKey.of(cells[0]), Gazetteer.FORMULA, 0));
        case "homographs" -> content.forEach(cells -> homographs.add(MatchKey.of(cells[0])));
        case "doubtful" -> content.forEach(cells -> doubtful.put(Lexicon.hash(MatchKey.of(cells[0])), cells[1]));
        case "spellings" -> content.forEach(cells -> variants.spellings(GazetteerRow.parts(cells[0]).stream().map(MatchKey::of).toList()));
        case "nationalities" -> content.forEach(this::adjective);
        default -> throw new IllegalStateException(INDEX + ": unknown kind '" + line[0] + "'");
      }
    }
    return this;
  }

  private static List<String[]> rows(String name) {
    String path = Gazetteer.FOLDER + name;
    try (InputStream in = Gazetteer.class.getResourceAsStream(path)) {
      if (in == null) {
        LOG.warn("gazetteer file {} is not on the class path: names it would hold are not known", path);
        return List.of();
      }
      return RuleFile.read(in, path, GazetteerRow.COLUMNS);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + path, e);
    }
  }

  GazetteerBuilder user(List<String> contents) {
    for (int i = 0; i < contents.size(); i++) {
      String name = "user file " + (i + 1);
      try {
        for (String[] cells : RuleFile.read(new ByteArrayInputStream(contents.get(i).getBytes(StandardCharsets.UTF_8)), name, GazetteerRow.COLUMNS)) {
          addRow(cells, name, true);
        }
      } catch (IOException e) {
        throw new UncheckedIOException(name, e);
      }
    }
    return this;
  }

  /** Adds words of one kind; for tests. */
  GazetteerBuilder words(int flag, List<String> words) {
    words.forEach(w -> lexicon.add(MatchKey.of(w), flag));
    return this;
  }

  /** Adds lines as a shipped file would; for tests. */
  GazetteerBuilder lines(String lines) {
    lines.lines().forEach(line -> addRow(line.split("\t", -1), "lines", false));
    return this;
  }

  private void addRow(String[] cells, String source, boolean overrides) {
    GazetteerRow row = GazetteerRow.of(cells, source);
    GazetteerRow old = rows.get(row.entity().id());
    if (old == null || overrides) {
      rows.put(row.entity().id(), row);
    } else {
      // two shipped files may know one entity: the first says what it is, the second adds its spellings
      Set<String> known = new HashSet<>();
      old.full().forEach(f -> known.add(MatchKey.of(f)));
      if (old.entity().type() != row.entity().type() || row.full().stream().noneMatch(f -> known.contains(MatchKey.of(f)))) {
        doubleIds.add(source + ": the id " + row.entity().id() + " stands for '" + old.full().get(0) + "' already");
      }
      List<String> full = new ArrayList<>(old.full());
      row.full().stream().filter(f -> !full.contains(f)).forEach(full::add);
      List<String> shorts = new ArrayList<>(old.shorts());
      row.shorts().stream().filter(f -> !shorts.contains(f)).forEach(shorts::add);
      Set<String> guarded = new HashSet<>(old.guarded());
      guarded.addAll(row.guarded());
      rows.put(row.entity().id(), new GazetteerRow(old.entity(), List.copyOf(full), List.copyOf(shorts), Set.copyOf(guarded)));
    }
  }

  private void words(List<String[]> content, int flag) {
    for (String[] cells : content) {
      for (String form : GazetteerRow.parts(cells[0])) {
        String key = MatchKey.of(form);
        int all = flag;
        if (cells[1].equals("common")) {
          all |= Lexicon.COMMON;
        }
        if (flag == Lexicon.NOT_NAME && cells[1].equals("name-like")) {
          all = Lexicon.COMMON;
          nameLike.add(key);
        } else if (flag == Lexicon.NOT_NAME && form.endsWith("\u0649")) {
          all = Lexicon.NOT_NAME_MAKSURA;
          nameLike.add(key);
        }
        if (!key.isEmpty() && key.indexOf(' ') < 0) {
          lexicon.add(key, all);
          boolean plain = (all & (Lexicon.COMMON | Lexicon.NOT_NAME)) != 0;
          if (plain || (all & (Lexicon.GIVEN_ARABIC | Lexicon.FAMILY | Lexicon.GIVEN_FOREIGN | Lexicon.PERSON_WORD)) != 0) {
            letters.add(plain ? LetterModel.ORDINARY : (all & (Lexicon.GIVEN_FOREIGN | Lexicon.PERSON_WORD)) != 0 ? LetterModel.FOREIGN : LetterModel.ARABIC, key);
          }
        } else if (key.startsWith(ABD)) {
          lexicon.add(key.substring(ABD.length()), Lexicon.FAMILY);
        }
      }
    }
  }

  private void titles(List<String[]> content) {
    for (String[] cells : content) {
      String key = MatchKey.of(cells[0]);
      if (!key.isEmpty()) {
        lexicon.addForm(key, cells[2].equals("of") ? Gazetteer.TITLE_OF : Gazetteer.TITLE_DIRECT, Lexicon.TITLE);
      }
    }
  }

  private void adjective(String[] cells) {
    String place = cells[2];
    variants.adjective(Stream.of(cells[0], cells[1]).flatMap(cell -> GazetteerRow.parts(cell).stream()).toList());
    for (String cell : new String[] {cells[0], cells[1]}) {
      for (String form : GazetteerRow.parts(cell)) {
        String key = MatchKey.of(form);
        for (String word : new String[] {key, "ال" + key}) {
          if (word.indexOf(' ') < 0) {
            nationality.putIfAbsent(lexicon.add(word, Lexicon.NATIONALITY), place);
          }
        }
      }
    }
  }

  Gazetteer build() {
    List<Entity> entities = new ArrayList<>();
    List<GazetteerRow> list = List.copyOf(rows.values());
    List<Gazetteer.RowKeys> keys = new ArrayList<>(list.size());
    for (GazetteerRow row : list) {
      int number = entities.size();
      entities.add(row.entity());
      int wordFlag = row.entity().type() == EntityType.PERSON ? Lexicon.PERSON_WORD : 0;
      Gazetteer.RowKeys of = new Gazetteer.RowKeys(new ArrayList<>(row.full().size()), new ArrayList<>(row.shorts().size()));
      row.full().forEach(form -> of.full().add(addForm(row, form, number, Gazetteer.FULL, wordFlag)));
      row.shorts().forEach(form -> of.shorts().add(addForm(row, form, number, Gazetteer.SHORT, 0)));
      keys.add(of);
    }
    homographs.forEach(key -> doubtful.putIfAbsent(Lexicon.hash(key), ""));
    Gazetteer built = new Gazetteer(List.copyOf(entities), lexicon, Map.copyOf(nationality), list, letters.build(), Map.copyOf(doubtful), Set.copyOf(nameLike), List.copyOf(doubleIds));
    variants.add(built, list, keys, homographs);
    for (int i = 0; i < list.size(); i++) {
      boolean person = entities.get(i).type() == EntityType.PERSON;
      Set<String> guarded = list.get(i).guarded();
      for (String key : person ? keys.get(i).full() : keys.get(i).all()) {
        if (!guarded.contains(key)) {
          built.sounds().add(key, i, person);
        }
      }
    }
    return built;
  }

  /** Adds a form and says its match key. */
  private String addForm(GazetteerRow row, String form, int number, int kind, int wordFlag) {
    String key = MatchKey.of(form);
    if (key.isEmpty()) {
      return key;
    }
    int flags = kind | (row.guarded().contains(key) || homographs.contains(key) ? Gazetteer.GUARD : 0);
    lexicon.addForm(key, number << Gazetteer.FLAG_BITS | flags, wordFlag);
    if (wordFlag != 0) {
      for (String word : key.split(" ")) {
        letters.add(LetterModel.FOREIGN, word);
      }
    }
    return key;
  }
}
