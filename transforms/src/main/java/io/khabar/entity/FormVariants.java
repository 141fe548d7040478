package io.khabar.entity;

import io.khabar.model.EntityType;
import io.khabar.text.MatchKey;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What else the listed forms of places and organisations are printed as, by rule: words that papers spell in several ways («الأمريكية» and «الأميركية», «الديموقراطي» and «الديمقراطي»), foreign names of several
 * words written together («بوكوحرام») and foreign names without the article of the list («غارديان»). All in match keys.
 */
final class FormVariants {
  /** Longest first, so that an ending is taken off whole. */
  private static final List<String> ENDINGS =
      List.of("\u064A\u062A\u0627\u0646", "\u064A\u062A\u064A\u0646", "\u064A\u0648\u0646", "\u064A\u064A\u0646", "\u064A\u0627\u062A", "\u064A\u0627\u0646", "\u064A\u0647", "\u064A");

  private static final String ARTICLE = "\u0627\u0644";
  private static final int MOST_APART = 3;
  private static final int MOST_VARIANTS = 12;
  private static final int MOST_GLUED = 3;
  private static final int LEAST_GLUED = 6;
  private static final int LEAST_BARE = 5;

  private final Map<String, Set<String>> spellings = new HashMap<>();

  /** Adds words that are one word in several spellings, with and without the article. */
  void spellings(Collection<String> words) {
    for (String word : words) {
      for (String other : words) {
        if (!word.equals(other)) {
          spellings.computeIfAbsent(word, k -> new LinkedHashSet<>()).add(other);
          spellings.computeIfAbsent(ARTICLE + word, k -> new LinkedHashSet<>()).add(ARTICLE + other);
        }
      }
    }
  }

  /** Adds the forms of an adjective of nationality: those with one ending are spellings of each other. */
  void adjective(Collection<String> forms) {
    Map<String, Set<String>> byEnding = new HashMap<>();
    for (String form : forms) {
      String key = MatchKey.of(form);
      String ending = ENDINGS.stream().filter(key::endsWith).findFirst().orElse("");
      if (!ending.isEmpty()) {
        byEnding.computeIfAbsent(ending, k -> new LinkedHashSet<>()).add(key);
      }
    }
    for (Set<String> keys : byEnding.values()) {
      for (String key : keys) {
        // «كردي» and «كردستاني» belong to one place, but are two words
        spellings(keys.stream().filter(k -> k.equals(key) || SoundIndex.apart(k, key) <= MOST_APART).toList());
      }
    }
  }

  /** Adds what else the forms of places and organisations are printed as, where that is no other entity's. */
  void add(Gazetteer built, List<GazetteerRow> list, List<Gazetteer.RowKeys> keys, Set<String> homographs) {
    Lexicon lexicon = built.lexicon();
    Map<String, Integer> owners = new LinkedHashMap<>();
    for (int i = 0; i < list.size(); i++) {
      GazetteerRow row = list.get(i);
      if (row.entity().type() == EntityType.PERSON) {
        continue;
      }
      for (String key : keys.get(i).all()) {
        int kind = keys.get(i).shorts().contains(key) ? Gazetteer.SHORT : Gazetteer.FULL;
        int value = i << Gazetteer.FLAG_BITS | kind | (row.guarded().contains(key) || homographs.contains(key) ? Gazetteer.GUARD : 0);
        for (String variant : of(key, built)) {
          if (!lexicon.hasForm(variant)) {
            // «تايمز» is a part of many a name: nothing but forms of several words can have brought it in
            // «صنعا» is a verb as well
            boolean one = key.indexOf(' ') < 0;
            boolean bare = one && (key.length() - variant.length() == 2 && lexicon.find(Lexicon.hash(variant)) >= 0 || key.length() - variant.length() == 1 && variant.equals(withoutHamzas(key)));
            owners.merge(variant, bare ? value | Gazetteer.GUARD : value, (a, b) -> a >> Gazetteer.FLAG_BITS == b >> Gazetteer.FLAG_BITS ? Integer.valueOf(a) : Integer.valueOf(-1));
          }
        }
      }
    }
    owners.forEach(
        (variant, value) -> {
          if (value >= 0) {
            lexicon.addForm(variant, value, 0);
          }
        });
  }

  /** The other match keys of a form, in a fixed order, without itself. */
  private List<String> of(String key, Gazetteer gazetteer) {
    Set<String> out = new LinkedHashSet<>();
    out.add(key);
    String[] words = key.split(" ");
    // «الإسكندرية» is an adjective too, but «الإسكندرانية» is no place
    boolean adjective = words.length == 1 && (gazetteer.flags(key) & Lexicon.NATIONALITY) != 0;
    for (int i = 0; i < words.length && !adjective && out.size() < MOST_VARIANTS; i++) {
      for (String other : spellings.getOrDefault(words[i], Set.of())) {
        for (String form : List.copyOf(out)) {
          String[] copy = form.split(" ");
          copy[i] = other;
          out.add(String.join(" ", copy));
        }
      }
    }
    for (String form : List.copyOf(out)) {
      String bare = withoutHamzas(form);
      if (!bare.equals(form) && (bare.indexOf(' ') >= 0 || gazetteer.flags(bare) == 0 && !Endings.inflected(bare, gazetteer))) {
        out.add(bare);
      }
      together(form.split(" "), gazetteer, out);
    }
    out.remove(key);
    return new ArrayList<>(out);
  }

  /** «الدار البيضا». */
  private static String withoutHamzas(String form) {
    String[] words = form.split(" ");
    for (int i = 0; i < words.length; i++) {
      words[i] = words[i].length() > LEAST_BARE - 1 ? SoundSkeleton.withoutHamza(words[i]) : words[i];
    }
    return String.join(" ", words);
  }

  /** «بوكوحرام», «غارديان»: only where it makes a word that is not known for something else. */
  private static void together(String[] words, Gazetteer gazetteer, Set<String> out) {
    String glued = String.join("", words);
    if (words.length == 1) {
      String bare = glued.substring(SoundSkeleton.article(glued));
      if (bare.length() < glued.length() && bare.length() >= LEAST_BARE && gazetteer.flags(bare) == 0 && gazetteer.ratherForeign(bare)) {
        out.add(bare);
      }
      return;
    }
    if (words.length <= MOST_GLUED && glued.length() >= LEAST_GLUED && gazetteer.flags(glued) == 0 && !Endings.inflected(glued, gazetteer)) {
      out.add(glued);
    }
  }
}
