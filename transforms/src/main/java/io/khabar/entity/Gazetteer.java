package io.khabar.entity;

import io.khabar.model.EntityType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What is known of names: persons, organisations and places with all their forms, given and family names, titles of office, adjectives of nationality,
 * words that introduce a name. What {@code countries.tsv} lacks {@code countries-cldr.tsv} has, from Unicode's CLDR.
 *
 * <p>Immutable and safe to share between threads; about 20 MB; built once per worker in about a second.
 */
public final class Gazetteer {
  static final String FOLDER = "/khabar/gazetteer/";

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

  private final List<Entity> entities;
  private final Lexicon lexicon;
  private final Map<Integer, String> nationality;
  private final SoundIndex sounds = new SoundIndex(this::isFixed, this::isForeign, word -> flags(word) == 0, word -> (flags(word) & ARABIC_WORD) != 0, this::ratherForeign, word -> (flags(word) & Lexicon.FAMILY) != 0);
  private final List<GazetteerRow> rows;
  private final LetterModel letters;
  private final Map<Long, String> doubtful;
  private final Set<String> nameLike;
  private final List<String> doubleIds;
  private final Map<String, List<String>> countriesByPlace = new HashMap<>();

  /** All of it but what {@link #sounds} and the lexicon are still to be told. */
  Gazetteer(
      List<Entity> entities,
      Lexicon lexicon,
      Map<Integer, String> nationality,
      List<GazetteerRow> rows,
      LetterModel letters,
      Map<Long, String> doubtful,
      Set<String> nameLike,
      List<String> doubleIds) {
    this.entities = entities;
    this.lexicon = lexicon;
    this.nationality = nationality;
    this.rows = rows;
    this.letters = letters;
    this.doubtful = doubtful;
    this.nameLike = nameLike;
    this.doubleIds = doubleIds;
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
    return userFiles.isEmpty() ? standard() : new GazetteerBuilder().shipped().user(userFiles).build();
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
    return doubleIds;
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
    static final Gazetteer GAZETTEER = new GazetteerBuilder().shipped().build();
  }

  /** The match keys of a row's full and short forms, in their order; worked out once, for they are asked for again and again. */
  record RowKeys(List<String> full, List<String> shorts) {
    List<String> all() {
      return Stream.concat(full.stream(), shorts.stream()).toList();
    }
  }
}
