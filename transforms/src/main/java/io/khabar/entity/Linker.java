package io.khabar.entity;

import io.khabar.model.EntityType;
import io.khabar.text.Ids;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Says which entity each name of a story means: by what is listed, by the titles and countries that stand near, by the full name elsewhere in the story, by prior.
 * A name nobody lists gets an id of its own; a bare surname without a full name stays unlinked.
 */
final class Linker {
  /** How far before and after a name a title counts as its own, in words. */
  private static final int TITLE_WINDOW = 6;

  /** What has no more consonants than these sounds like many a person. */
  private static final int ENOUGH = 4;
  private static final int UNLISTED_ID_DIGITS = 16;

  /** What may stand beside a listed form within one name. */
  private static final int BESIDE = Lexicon.PLACE_TRIGGER | Lexicon.ORG_TRIGGER | Lexicon.TITLE | Lexicon.NATIONALITY;

  private static final int NAME = Lexicon.GIVEN_ARABIC | Lexicon.GIVEN_FOREIGN | Lexicon.FAMILY;

  private final Gazetteer gazetteer;
  private final Lexicon lexicon;
  private final FormMatcher forms;
  private final UnlistedNames names;

  Linker(Gazetteer gazetteer) {
    this.gazetteer = gazetteer;
    this.forms = new FormMatcher(gazetteer);
    this.names = new UnlistedNames(gazetteer, forms::listed);
    this.lexicon = gazetteer.lexicon();
  }

  /** Links the spans of one story, finds bare surnames of its persons, and returns what stands. */
  List<Span> link(List<Passage> passages, List<Span> found) {
    Set<String> countries = new HashSet<>();
    Set<Integer> sure = new HashSet<>();
    evidence(passages, found, countries, sure);
    List<Span> kept = new ArrayList<>();
    // full names first: they decide what the short ones mean
    for (Span span : found) {
      if (span.values != null && !(span.type == EntityType.PERSON && span.length() == 1)) {
        if (choose(span, countries, sure)) {
          kept.add(span);
        }
      } else if (span.values == null && (span.length() > 1 || span.type != EntityType.PERSON)) {
        if (!byHint(span, countries, sure)) {
          unlisted(span);
        }
        kept.add(span);
      }
    }
    Surnames surnames = new Surnames(gazetteer);
    kept.stream().filter(s -> s.type == EntityType.PERSON).forEach(surnames::add);
    for (Span span : found) {
      if (span.type != EntityType.PERSON || span.length() > 1) {
        continue;
      }
      if (surnames.resolve(span) || (span.values != null && choose(span, countries, sure))) {
        kept.add(span);
      } else if (span.values == null) {
        if (!byHint(span, countries, sure)) {
          bySound(span);
        }
        kept.add(span);
      }
    }
    surnames.scan(passages, kept);
    new Repeats(lexicon).add(passages, kept);
    return kept;
  }

  private void evidence(List<Passage> passages, List<Span> found, Set<String> countries, Set<Integer> sure) {
    for (Span span : found) {
      if (span.values != null && !span.guarded && span.values.length == 1) {
        int number = span.values[0] >> Gazetteer.FLAG_BITS;
        sure.add(number);
        countries.addAll(gazetteer.entity(number).countries());
      }
    }
    Set<String> places = new HashSet<>();
    for (Passage p : passages) {
      for (int i = 0; i < p.count; i++) {
        for (int r = 0; r < Passage.READINGS; r++) {
          int word = p.word(i, r);
          if ((lexicon.flags(word) & Lexicon.NATIONALITY) != 0) {
            places.add(gazetteer.placeOfAdjective(word));
          }
        }
      }
    }
    places.forEach(place -> countries.addAll(gazetteer.countriesOf(place)));
  }

  private boolean choose(Span span, Set<String> countries, Set<Integer> sure) {
    int best = -1;
    int bestScore = Integer.MIN_VALUE;
    boolean bestGuarded = true;
    for (int value : span.values) {
      if (value < 0) {
        continue;
      }
      int number = value >> Gazetteer.FLAG_BITS;
      Entity entity = gazetteer.entity(number);
      boolean guarded = span.guarded || (!span.seconded && (value & Gazetteer.GUARD) != 0);
      int support = 0;
      if (titleNear(span, entity)) {
        support += 6;
      }
      if (sure.contains(number)) {
        support += 8;
      }
      if (!entity.countries().isEmpty() && entity.countries().stream().anyMatch(countries::contains)) {
        support += 2;
      }
      support += trigger(span, entity.type());
      if (guarded && support < 4) {
        continue;
      }
      int score = 10 * support + 4 * entity.prior() + ((value & Gazetteer.FULL) != 0 ? 8 : 0) - (guarded ? 20 : 0);
      if (score > bestScore || (score == bestScore && entity.id().compareTo(gazetteer.entity(best).id()) < 0)) {
        best = number;
        bestScore = score;
        bestGuarded = guarded;
      }
    }
    if (best < 0) {
      return false;
    }
    span.entity = best;
    span.type = gazetteer.entity(best).type();
    if (bestGuarded) {
      span.confidence = Math.max(span.confidence, 0.7);
    } else if (span.values.length > 1) {
      span.confidence = Math.min(span.confidence, 0.8);
    }
    return true;
  }

  /** Links a name the model found: by the listed form of the same words, or the one within it when nothing but titles and triggers stand beside that. */
  private boolean byHint(Span span, Set<String> countries, Set<Integer> sure) {
    Span listed = span.hint;
    boolean within = listed != null && (listed.from < span.from || listed.to > span.to);
    // «مطار بيروت الدولي» is no other Beirut, where the model takes but the city for a name
    if (listed == null || !sameBut(span, listed) || (within && span.type == EntityType.LOCATION && forms.exactly(span) != null)) {
      listed = forms.exactly(span);
    }
    boolean sound = listed != null && listed.method.equals(SoundMatcher.METHOD) && span.type != EntityType.PERSON;
    if (listed == null || sound && behindGivenName(span) || !choose(listed, countries, sure)) {
      return false;
    }
    if (gazetteer.entity(listed.entity).type() != span.type) {
      return false;
    }
    span.entity = listed.entity;
    return true;
  }

  /** A bare name that is no known person's, whose letters are no Arabic word's and which sounds like a listed place or organisation, is that: «وقالت لوفتهانسا». */
  private void bySound(Span span) {
    Span listed = span.hint;
    if (listed == null || listed.type == EntityType.PERSON || listed.from != span.from || listed.to != span.to || listed.values.length > 1) {
      return;
    }
    if (behindGivenName(span)) {
      return;
    }
    boolean sounds = listed.method.equals(SoundMatcher.METHOD) && SoundSkeleton.word(span.key()).length() > ENOUGH;
    if (sounds || forms.onlyListed(listed)) {
      span.entity = listed.values[0] >> Gazetteer.FLAG_BITS;
      span.type = listed.type;
    }
  }

  /** «بيير بورديو»: what goes on with a given name is no place that it sounds like. */
  private boolean behindGivenName(Span span) {
    if (span.from == 0 || span.passage.glue(span.from) != Passage.SPACE) {
      return false;
    }
    int before = lexicon.flags(span.passage.word(span.from - 1, 0));
    return (before & (Lexicon.GIVEN_FOREIGN | Lexicon.GIVEN_ARABIC)) != 0 && (before & Lexicon.COMMON) == 0;
  }

  private boolean sameBut(Span span, Span listed) {
    boolean person = span.type == EntityType.PERSON;
    // a longer listed name says what a part of it means: «قطاع غزة», «صحيفة الحياة»
    if (person && (listed.from < span.from || listed.to > span.to)) {
      return false;
    }
    for (int i = span.from; i < span.to; i++) {
      if (i >= listed.from && i < listed.to) {
        continue;
      }
      int flags = 0;
      for (int r = 0; r < Passage.READINGS; r++) {
        flags |= lexicon.flags(span.passage.word(i, r));
      }
      boolean behind = i >= listed.to;
      if (person && behind && kunya(listed)) {
        // «أبو عبيدة التونسي» is not «أبو عبيدة»
        return false;
      }
      if (person && listed.length() > 1 && !behind) {
        // a title nobody lists may stand before a person's name; a name makes it another's: «تيمور وليد جنبلاط»
        if ((flags & NAME) != 0 && (flags & Lexicon.TITLE) == 0) {
          return false;
        }
      } else if ((flags & (person || !behind ? BESIDE : Lexicon.NATIONALITY)) == 0) {
        // what goes on behind a name makes it another's: «محمد مصطفى» is not «محمد مصطفى البرادعي»
        return false;
      }
    }
    return !joined(span, listed) && (person || !onlyWord(span, listed));
  }

  private boolean kunya(Span listed) {
    int first = 0;
    for (int r = 0; r < Passage.READINGS; r++) {
      first |= lexicon.flags(listed.passage.word(listed.from, r));
    }
    return (first & Lexicon.PARTICLE) != 0;
  }

  /** «منظمة الأمن والتعاون», «كلية العلوم بالأزهر»: what a conjunction or preposition joins to other words is not what these are. */
  private static boolean joined(Span span, Span listed) {
    return listed.from > span.from && listed.cut > 0 && listed.passage.words.keyChar(listed.from, 0) != '\u0627';
  }

  /** «الاتحاد العربي»: a listed form of one word that is an ordinary one too means something else with others behind it, or without the word for what it is. */
  private boolean onlyWord(Span span, Span listed) {
    boolean guarded = listed.length() == 1 && span.length() > 1;
    for (int value : listed.values) {
      guarded &= value < 0 || (value & Gazetteer.GUARD) != 0;
    }
    return guarded && (listed.to < span.to || !forms.introduced(listed));
  }

  /** Support from the word before: «مدينة», «قناة», and for places a preposition. */
  private int trigger(Span span, EntityType type) {
    Passage p = span.passage;
    if (span.introduced && type == EntityType.PERSON) {
      return 4;
    }
    if (span.from == 0 || p.glue(span.from) >= Passage.BREAK) {
      return 0;
    }
    int flag = type == EntityType.LOCATION ? Lexicon.PLACE_TRIGGER : type == EntityType.ORGANIZATION ? Lexicon.ORG_TRIGGER : 0;
    if (flag == 0 || (p.article(span.from - 1) && (p.article(span.from) || type == EntityType.ORGANIZATION))) {
      return 0;
    }
    for (int r = 0; r < Passage.READINGS; r++) {
      if ((lexicon.flags(p.word(span.from - 1, r)) & flag) != 0) {
        return 4;
      }
    }
    return 0;
  }

  private boolean titleNear(Span span, Entity entity) {
    if (entity.titles().isEmpty()) {
      return false;
    }
    Passage p = span.passage;
    int from = span.from;
    while (from > 0 && span.from - from < TITLE_WINDOW && p.glue(from) < Passage.BREAK) {
      from--;
    }
    int to = span.to;
    while (to < p.count && to - span.to < TITLE_WINDOW && p.glue(to) < Passage.BREAK) {
      to++;
    }
    String before = ' ' + p.key(from, span.from, 0) + ' ';
    String after = ' ' + p.key(span.to, to, 0) + ' ';
    for (String title : entity.titles()) {
      if (before.contains(title + ' ') || after.contains(' ' + title)) {
        return true;
      }
    }
    return false;
  }

  /** Gives a name that is not listed the listed person whose name sounds the same, or an id of its own. */
  void unlisted(Span span) {
    String key = span.key();
    if (forms.listed(key)) {
      // a name that the list gives to others is not a new entity's; whose it is, only a foreign one of several words settles
      Span exact = span.length() > 1 && span.type != EntityType.PERSON && forms.foreign(span) ? forms.exactly(span) : null;
      if (exact != null && exact.values.length == 1 && (exact.values[0] & Gazetteer.GUARD) == 0) {
        span.entity = exact.values[0] >> Gazetteer.FLAG_BITS;
      }
      return;
    }
    if (span.accusative()) {
      span.id = idOf(span.type, span.type == EntityType.PERSON ? names.skeleton(key) : names.otherSkeleton(key));
      span.nameAr = span.surface();
      return;
    }
    if (span.type == EntityType.PERSON) {
      int listed = names.person(key);
      if (listed < 0 && span.cut > 0) {
        // «بدرو سانشيز»: what looks like a clitic belongs to the name
        listed = gazetteer.sounds().person(span.passage.key(span.from, span.to, 0));
        span.cut = listed < 0 ? span.cut : 0;
      }
      if (listed >= 0) {
        span.entity = listed;
        return;
      }
      key = names.skeleton(key);
    } else {
      int listed = behindGivenName(span) ? -1 : names.other(key);
      if (listed >= 0 && gazetteer.entity(listed).type() == span.type) {
        span.entity = listed;
        return;
      }
      key = names.otherSkeleton(key);
    }
    span.id = idOf(span.type, key);
    span.nameAr = span.surface();
  }

  /** The id of an entity nobody lists: {@code per:x-} and a hash of type and sound skeleton. */
  static String idOf(EntityType type, String skeleton) {
    String prefix =
        switch (type) {
          case PERSON -> "per";
          case ORGANIZATION -> "org";
          case LOCATION -> "loc";
          case MISC -> "misc";
        };
    return prefix + ":x-" + Ids.of(type.name(), skeleton).substring(0, UNLISTED_ID_DIGITS);
  }
}
