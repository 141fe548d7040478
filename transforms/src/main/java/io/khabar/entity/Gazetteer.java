package io.khabar.entity;

import io.khabar.model.EntityType;
import io.khabar.text.MatchKey;
import io.khabar.text.RuleFile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
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

/**
 * What is known of names: persons, organisations and places with all their forms, given and family names, titles of office, adjectives of nationality,
 * words that introduce a name. What {@code countries.tsv} lacks {@code countries-cldr.tsv} has, from Unicode's CLDR.
 *
 * <p>Immutable and safe to share between threads; about 20 MB; built once per worker in about a second.
 */
public final class Gazetteer {
  private static final Logger LOG = LoggerFactory.getLogger(Gazetteer.class);
  static final String FOLDER = "/khabar/gazetteer/";
  private static final String INDEX = FOLDER + "index.txt";

  static final int FULL = 1;
  static final int SHORT = 2;
  static final int GUARD = 4;
  static final int FLAG_BITS = 3;

  /** Values in the trie that are no entity: a title that a name follows at once, and one with an institution or country between. */
  static final int TITLE_DIRECT = -1;

  static final int TITLE_OF = -2;

  /** A phrase of which no word is a name. */
  static final int FORMULA = -3;

  /** An Arabic given name, or an ordinary word that may be one as well: «حسن» is not «حسين». */
  private static final int ARABIC_WORD = Lexicon.GIVEN_ARABIC | Lexicon.COMMON | Lexicon.NOT_NAME | Lexicon.NOT_NAME_MAKSURA;

  /** What may stand before an ordinary word and be taken for its first letter. */
  private static final String CLITICS = "\u0628\u0644\u0643\u0648\u0641";

  private static final String ABD = "\u0639\u0628\u062F ";

  private final List<Entity> entities;
  private final Lexicon lexicon;
  private final Map<Integer, String> nationality;
  private final SoundIndex sounds = new SoundIndex(this::isFixed, this::isForeign, word -> flags(word) == 0, word -> (flags(word) & ARABIC_WORD) != 0, this::ratherForeign, word -> (flags(word) & Lexicon.FAMILY) != 0);
  private final List<GazetteerRow> rows;
  private Map<Long, String> doubtful = Map.of();
  private LetterModel letters;
  private Set<String> nameLike = Set.of();
  private final List<String> doubleIds = new ArrayList<>();
  private final Map<String, List<String>> countriesByPlace = new HashMap<>();

  private Gazetteer(
      List<Entity> entities,
      Lexicon lexicon,
      Map<Integer, String> nationality,
      List<GazetteerRow> rows) {
    this.entities = entities;
    this.lexicon = lexicon;
    this.nationality = nationality;
    this.rows = rows;
    entities.stream().filter(e -> e.type() == EntityType.LOCATION).forEach(e -> countriesByPlace.put(e.id(), e.countries()));
  }

  /** What the jar holds; built on first use. */
  public static Gazetteer standard() {
    return Standard.GAZETTEER;
  }

  /**
   * What the jar holds and a user's own files: a line adds an entity or, by its id, replaces one.
   *
   * @throws IllegalArgumentException when a line of a user's file cannot be used
   * @throws UncheckedIOException when a file cannot be read
   */
  public static Gazetteer load(List<Path> userFiles) {
    List<String> contents = new ArrayList<>();
    for (Path file : userFiles) {
      try {
        contents.add(Files.readString(file));
      } catch (CharacterCodingException e) {
        throw new IllegalArgumentException("gazetteer " + file + " is not in UTF-8", e);
      } catch (IOException e) {
        throw new UncheckedIOException("cannot read gazetteer " + file, e);
      }
    }
    return ofContents(contents);
  }

  /** As {@link #load}, from the files' contents. */
  public static Gazetteer ofContents(List<String> userFiles) {
    return userFiles.isEmpty() ? standard() : new Builder().shipped().user(userFiles).build();
  }

  /** The entity with a number from a form's value. */
  Entity entity(int number) {
    return entities.get(number);
  }

  /** All entities, in the order of the files. */
  public List<Entity> entities() {
    return entities;
  }

  Lexicon lexicon() {
    return lexicon;
  }

  /** What kind of ordinary word a listed form of one word is as well, by the hash of its match key; null where it is none. */
  String doubtful(long hash) {
    return doubtful.get(hash);
  }

  /** What names look like. */
  LetterModel letters() {
    return letters;
  }

  /** Sentences on ids that stand for two things. */
  List<String> doubleIds() {
    return List.copyOf(doubleIds);
  }

  List<GazetteerRow> rows() {
    return rows;
  }

  /** The country or place id of an adjective's word number, or null. */
  String placeOfAdjective(int word) {
    return nationality.get(word);
  }

  /** The countries of a place id. */
  List<String> countriesOf(String placeId) {
    return countriesByPlace.getOrDefault(placeId, List.of());
  }

  /** The listed names by how they sound. */
  SoundIndex sounds() {
    return sounds;
  }

  /** What is known of a match-key word. */
  int flags(String word) {
    return lexicon.flags(lexicon.find(Lexicon.hash(word)));
  }

  /** Whether a match-key word is an Arabic given name, and so exempt from the sound classes. */
  boolean isArabicName(String word) {
    return (flags(word) & (Lexicon.GIVEN_ARABIC | Lexicon.PARTICLE)) != 0;
  }

  /** Whether a match-key word is an Arabic given name, or an ordinary word that is often one («حسن», «علي»). */
  boolean isGivenName(String word) {
    return isArabicName(word) || nameLike.contains(word);
  }

  /** Whether a match-key word is what it is, however much it sounds like another: an Arabic given name, an ordinary word with its article, an ending or a clitic, an adjective of nationality («فارسي»). */
  private boolean isFixed(String word) {
    int flags = flags(word);
    int article = SoundSkeleton.article(word);
    return (flags & (ARABIC_WORD | Lexicon.PARTICLE | Lexicon.NATIONALITY)) != 0
        || article > 0 && (flags(word.substring(article)) & (Lexicon.COMMON | Lexicon.NOT_NAME)) != 0
        || (flags & Lexicon.ANY_NAME) == 0 && !ratherForeign(word) && (Endings.inflected(word, this) || !isForeign(word) && CLITICS.indexOf(word.charAt(0)) >= 0 && word.length() > 3 && Endings.ordinary(word.substring(1), this));
  }

  /** Whether a match-key word's letters are hardly those of an Arabic one. */
  boolean isForeign(String word) {
    return (flags(word) & (Lexicon.GIVEN_ARABIC | Lexicon.COMMON | Lexicon.NOT_NAME)) == 0 && letters.step(word, LetterModel.FOREIGN) > 0;
  }

  /** Whether a match-key word has no article, and its letters are rather those of a foreign name than of an Arabic one. */
  boolean ratherForeign(String word) {
    return SoundSkeleton.article(word) == 0 && isForeign(word) && letters.step(word, LetterModel.FOREIGN) > letters.step(word, LetterModel.ARABIC);
  }

  private static final class Standard {
    static final Gazetteer GAZETTEER = new Builder().shipped().build();
  }

  /** The match keys of a row's full and short forms, in their order; worked out once, for they are asked for again and again. */
  record RowKeys(List<String> full, List<String> shorts) {
    List<String> all() {
      return Stream.concat(full.stream(), shorts.stream()).toList();
    }
  }

  static final class Builder {
    private final Map<String, GazetteerRow> rows = new LinkedHashMap<>();
    private final Lexicon lexicon = new Lexicon();
    private final Map<Integer, String> nationality = new HashMap<>();
    private final LetterModel.Builder letters = new LetterModel.Builder();
    private final List<String> doubleIds = new ArrayList<>();
    private final Set<String> homographs = new HashSet<>();
    private final Set<String> nameLike = new HashSet<>();
    private final Map<Long, String> doubtful = new HashMap<>();
    private final FormVariants variants = new FormVariants();

    Builder shipped() {
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
          case "formulas" -> content.forEach(cells -> lexicon.addForm(MatchKey.of(cells[0]), FORMULA, 0));
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
      String path = FOLDER + name;
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

    Builder user(List<String> contents) {
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
    Builder words(int flag, List<String> words) {
      words.forEach(w -> lexicon.add(MatchKey.of(w), flag));
      return this;
    }

    /** Adds lines as a shipped file would; for tests. */
    Builder lines(String lines) {
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
          lexicon.addForm(key, cells[2].equals("of") ? TITLE_OF : TITLE_DIRECT, Lexicon.TITLE);
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
      List<RowKeys> keys = new ArrayList<>(list.size());
      for (GazetteerRow row : list) {
        int number = entities.size();
        entities.add(row.entity());
        int wordFlag = row.entity().type() == EntityType.PERSON ? Lexicon.PERSON_WORD : 0;
        RowKeys of = new RowKeys(new ArrayList<>(row.full().size()), new ArrayList<>(row.shorts().size()));
        row.full().forEach(form -> of.full.add(addForm(row, form, number, FULL, wordFlag)));
        row.shorts().forEach(form -> of.shorts.add(addForm(row, form, number, SHORT, 0)));
        keys.add(of);
      }
      Gazetteer built = new Gazetteer(List.copyOf(entities), lexicon, Map.copyOf(nationality), list);
      built.letters = letters.build();
      variants.add(built, list, keys, homographs);
      for (int i = 0; i < list.size(); i++) {
        boolean person = entities.get(i).type() == EntityType.PERSON;
        Set<String> guarded = list.get(i).guarded();
        for (String key : person ? keys.get(i).full : keys.get(i).all()) {
          if (!guarded.contains(key)) {
            built.sounds.add(key, i, person);
          }
        }
      }
      built.doubleIds.addAll(doubleIds);
      homographs.forEach(key -> doubtful.putIfAbsent(Lexicon.hash(key), ""));
      built.nameLike = Set.copyOf(nameLike);
      built.doubtful = Map.copyOf(doubtful);
      return built;
    }

    /** Adds a form and says its match key. */
    private String addForm(GazetteerRow row, String form, int number, int kind, int wordFlag) {
      String key = MatchKey.of(form);
      if (key.isEmpty()) {
        return key;
      }
      int flags = kind | (row.guarded().contains(key) || homographs.contains(key) ? GUARD : 0);
      lexicon.addForm(key, number << FLAG_BITS | flags, wordFlag);
      if (wordFlag != 0) {
        for (String word : key.split(" ")) {
          letters.add(LetterModel.FOREIGN, word);
        }
      }
      return key;
    }
  }
}
