package io.khabar.entity;

import io.khabar.text.MatchKey;
import io.khabar.text.RuleFile;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;

/**
 * Whom a name means that stands in no list as it is: the listed person of whom it has a middle name or an initial more («دونالد جيه ترامب»), or whose name sounds like it; and what the spellings of somebody nobody lists have in common.
 */
final class UnlistedNames {
  private static final int ENOUGH = 4;
  private static final String ARTICLE = "\u0627\u0644";

  /** From this prior on a person is the one of a name that every reader thinks of. */
  private static final int WELL_KNOWN = 8;
  private static final int MOST_KEPT = 1 << 13;

  private final Gazetteer gazetteer;
  private final Set<String> initials;
  private final Set<String> joined;
  private final Predicate<String> listed;
  private final Map<String, Integer> persons = new HashMap<>();
  private final Map<String, Integer> others = new HashMap<>();

  UnlistedNames(Gazetteer gazetteer, Predicate<String> listed) {
    this.listed = listed;
    this.gazetteer = gazetteer;
    List<String[]> rows = RuleFile.resource("/khabar/gazetteer/name-parts.txt", 2);
    this.initials = parts(rows, "initial");
    this.joined = parts(rows, "joined");
  }

  private static Set<String> parts(List<String[]> rows, String role) {
    Set<String> out = new HashSet<>();
    rows.stream().filter(row -> row[1].equals(role)).forEach(row -> out.add(MatchKey.of(row[0])));
    return Set.copyOf(out);
  }

  /** The number of the listed person that a match key of two words or more means, or -1. */
  int person(String key) {
    return kept(persons, key, this::findPerson);
  }

  /** Names come again and again; what one means depends on nothing else. */
  private static int kept(Map<String, Integer> known, String key, ToIntFunction<String> find) {
    Integer found = known.get(key);
    if (found == null) {
      if (known.size() >= MOST_KEPT) {
        known.clear();
      }
      found = find.applyAsInt(key);
      known.put(key, found);
    }
    return found;
  }

  private int findPerson(String key) {
    int found = key.indexOf(' ') < 0 ? -1 : gazetteer.sounds().together(key);
    found = found >= 0 ? found : sounding(key);
    if (found >= 0 || key.indexOf(' ') < 0) {
      return found;
    }
    found = familyFirst(key);
    found = found >= 0 ? found : otherArticle(key);
    if (found >= 0) {
      return found;
    }
    String shorter = String.join(" ", withoutInitials(SoundSkeleton.words(key)));
    found = shorter.equals(key) ? -1 : sounding(shorter);
    found = found >= 0 ? found : withoutMiddle(key.split(" "));
    return found >= 0 ? found : withoutLast(key);
  }

  /** «فؤاد سنيورة», «هوشيار الزيباري»: the listed person whose family name is written with or without its article, where that is no given name or ordinary word. */
  private int otherArticle(String key) {
    int last = key.lastIndexOf(' ') + 1;
    String family = key.substring(last);
    int article = SoundSkeleton.article(family);
    String bare = family.substring(article);
    int flags = gazetteer.flags(bare);
    if (bare.length() < ENOUGH || gazetteer.isGivenName(bare) || (flags & (Lexicon.COMMON | Lexicon.NOT_NAME | Lexicon.NATIONALITY)) != 0) {
      return -1;
    }
    String other = key.substring(0, last) + (article > 0 ? bare : ARTICLE + bare);
    return listed.test(other) ? gazetteer.sounds().person(other) : -1;
  }

  /** «رياك مشار تيني»: the listed person of whose name this has a foreign word more behind it, where nobody else bears the family name. */
  private int withoutLast(String key) {
    int space = key.lastIndexOf(' ');
    String rest = key.substring(0, space);
    String family = rest.substring(rest.lastIndexOf(' ') + 1);
    String more = key.substring(space + 1);
    int flags = gazetteer.flags(more);
    boolean name = (flags & (Lexicon.NATIONALITY | Lexicon.COMMON | Lexicon.NOT_NAME)) == 0 && SoundSkeleton.article(more) == 0;
    if (rest.indexOf(' ') < 0 || !name || gazetteer.isGivenName(family) || SoundSkeleton.article(family) > 0 || !listed.test(rest)) {
      return -1;
    }
    int found = gazetteer.sounds().person(rest);
    return found >= 0 && gazetteer.sounds().onlyBearer(family) == found ? found : -1;
  }

  private int sounding(String key) {
    int found = gazetteer.sounds().person(key);
    return found >= 0 ? found : gazetteer.sounds().near().person(key);
  }

  /** The number of the listed place or organisation that a match key means, or -1. */
  int other(String key) {
    return kept(others, key, this::findOther);
  }

  private int findOther(String key) {
    if (key.indexOf(' ') >= 0) {
      return gazetteer.sounds().near().otherSwapped(key);
    }
    // «البروسي»: an adjective is no place
    return SoundSkeleton.article(key) == 0 && gazetteer.isForeign(key) && !Endings.inflected(key, gazetteer) ? gazetteer.sounds().single(key) : -1;
  }

  /** What the spellings of an unlisted place's or organisation's name have in common: foreign words by their sound, without the article. */
  String otherSkeleton(String key) {
    StringBuilder out = new StringBuilder(key.length());
    for (String word : key.split(" ")) {
      String rest = word.substring(SoundSkeleton.article(word));
      String sound = gazetteer.isForeign(rest) ? SoundSkeleton.word(rest) : "";
      out.append(out.length() == 0 ? "" : " ").append(sound.length() >= ENOUGH ? sound : word);
    }
    return out.toString();
  }

  /** «بوتفليقة عبد العزيز»: the listed person whose family name, no given one, stands first. */
  private int familyFirst(String key) {
    int space = key.indexOf(' ');
    String family = key.substring(0, space);
    String given = key.substring(space + 1);
    boolean turned = !gazetteer.isGivenName(family) && (gazetteer.flags(given.substring(given.lastIndexOf(' ') + 1)) & (Lexicon.GIVEN_ARABIC | Lexicon.GIVEN_FOREIGN | Lexicon.FAMILY)) != 0;
    return turned && listed.test(given + ' ' + family) ? gazetteer.sounds().person(given + ' ' + family) : -1;
  }

  /**
   * The listed person of whose name this has a middle name more: one whose family name nobody else listed bears, or who is listed with three words or more; «محمد أحمد علي» may be anybody.
   */
  private int withoutMiddle(String[] words) {
    int last = words.length - 1;
    if (last < 2 || last > 4 || gazetteer.isArabicName(words[last - 1]) && (gazetteer.flags(words[last - 1]) & Lexicon.PARTICLE) != 0) {
      return -1;
    }
    if (!gazetteer.sounds().hasWord(words[last]) || !gazetteer.sounds().hasWord(words[0])) {
      return -1;
    }
    for (int length = 1; length < last; length++) {
      for (int from = last - length; from >= 1; from--) {
        int found = without(words, from, from + length);
        if (found >= 0) {
          return found;
        }
      }
    }
    return -1;
  }

  private int without(String[] words, int from, int to) {
    for (int i = from; i < to; i++) {
      if ((gazetteer.flags(words[i]) & (Lexicon.GIVEN_ARABIC | Lexicon.GIVEN_FOREIGN)) == 0 && !gazetteer.isForeign(words[i])) {
        return -1;
      }
    }
    List<String> rest = new ArrayList<>(List.of(words).subList(0, from));
    rest.addAll(List.of(words).subList(to, words.length));
    String whole = String.join(" ", rest);
    String family = words[words.length - 1];
    if (gazetteer.isGivenName(family) && (rest.size() < 3 || !listed.test(whole))) {
      return -1;
    }
    if ((gazetteer.isArabicName(words[0]) || !gazetteer.isForeign(family)) && !listed.test(whole)) {
      return -1;
    }
    int found = gazetteer.sounds().person(whole);
    boolean known = found >= 0 && gazetteer.entity(found).prior() >= WELL_KNOWN;
    return found >= 0 && (gazetteer.sounds().onlyBearer(family) == found || (rest.size() > 2 || known) && listed.test(whole)) ? found : -1;
  }

  private List<String> withoutInitials(List<String> words) {
    List<String> out = new ArrayList<>(words.size());
    for (int i = 0; i < words.size(); i++) {
      if (i == 0 || i == words.size() - 1 || !initials.contains(words.get(i))) {
        out.add(words.get(i));
      }
    }
    return out;
  }

  /** What the spellings of an unlisted person's name have in common: no initials, particles that are written together or not («ماك غولدريك»), no articles before what is foreign («البيرقدار»). */
  String skeleton(String key) {
    StringBuilder out = new StringBuilder(key.length());
    List<String> words = withoutInitials(SoundSkeleton.words(key));
    for (int i = 0; i < words.size(); i++) {
      String word = words.get(i);
      while (i > 0 && i + 1 < words.size() && joined.contains(words.get(i))) {
        i++;
        word += words.get(i);
      }
      String rest = word.substring(i == 0 ? 0 : SoundSkeleton.article(word));
      // «محمد العلي» is not «محمد علي»: few consonants do not tell a foreign word
      word = SoundSkeleton.word(rest).length() >= ENOUGH && gazetteer.isForeign(rest) ? rest : word;
      out.append(out.length() == 0 ? "" : " ").append(gazetteer.isArabicName(word) ? word : SoundSkeleton.word(word));
    }
    return out.toString();
  }
}
