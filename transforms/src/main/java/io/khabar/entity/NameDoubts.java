package io.khabar.entity;

import io.khabar.model.EntityType;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Doubts names whose words are ordinary ones as well («قطر الدائرة», «ندى الصباح», «كوبا من الشاي»): they stand only where something says that they are names, which is other names in the
 * sentence or the story, a word that introduces them, a place in the sentence where an ordinary word does not stand. What the sentence says of one of them counts for the others of the story.
 */
final class NameDoubts {
  // what speaks for a name and against it; it stands from 0 on
  private static final int DOUBT = -3;
  private static final int NAME_IN_SENTENCE = 4;
  private static final int NAME_IN_STORY = 3;
  private static final int NATIONALITY_IN_SENTENCE = 3;
  private static final int INTRODUCED = 5;
  private static final int NAMES_PLACE = 3;
  private static final int WORDS_PLACE = -6;
  private static final int WORD_BESIDE = -3;
  private static final int DESCRIBED = -1;
  private static final int SEEN = 3;

  /** So much more than for no name must the words of a person of one word, or of any other, speak for a name, for the trained model to be sure. */
  private static final float SURE_OF_ONE = 5;
  private static final float SURE = 6;

  /** From this step of the letter model on a word that nobody lists is no Arabic word. */
  private static final int FOREIGN = 1;

  private static final int LONGEST_TITLE = 4;

  private static final char ALEF = '\u0627';
  private static final char TEH = '\u062A';
  private static final char HEH = '\u0647';
  private static final char WAW = '\u0648';
  private static final char FEH = '\u0641';
  private static final char NOON = '\u0646';
  private static final char YEH = '\u064A';
  private static final String ADJECTIVE = "adjective";
  private static final String TIME = "time";

  private static final long OF = Lexicon.hash("من");
  private static final int QUOTE = 16;
  private static final long ON = Lexicon.hash("علي");

  private final Gazetteer gazetteer;
  private final Lexicon lexicon;
  private final FormMatcher forms;
  private final PersonPatterns persons;

  // words of gazetteer/name-contexts.txt
  private final Set<Long> beforePlace;
  private final Set<Long> doneToPlace;
  private final Set<Long> noNoun;
  private final Set<Long> describing;
  private final Set<Long> says;
  private final Set<Long> beforeRuler;

  NameDoubts(Gazetteer gazetteer) {
    this.gazetteer = gazetteer;
    this.lexicon = gazetteer.lexicon();
    this.forms = new FormMatcher(gazetteer);
    this.persons = new PersonPatterns(gazetteer);
    this.beforePlace = NameContexts.words("before-place");
    this.doneToPlace = NameContexts.words("done-to-place");
    this.noNoun = NameContexts.words("no-noun");
    this.describing = NameContexts.words("describes");
    this.says = NameContexts.words("says");
    this.beforeRuler = NameContexts.words("before-ruler");
  }

  /** The spans of a story that stand. */
  List<Span> settle(List<Span> found) {
    List<Span> doubtful = new ArrayList<>();
    Map<Passage, List<Span>> sure = new IdentityHashMap<>();
    for (Span span : found) {
      if (doubtful(span)) {
        doubtful.add(span);
      } else if (!span.guarded) {
        sure.computeIfAbsent(span.passage, p -> new ArrayList<>()).add(span);
      }
    }
    if (doubtful.isEmpty()) {
      return found;
    }
    Set<String> proven = new HashSet<>();
    Set<Span> open = Collections.newSetFromMap(new IdentityHashMap<>());
    Set<Span> no = Collections.newSetFromMap(new IdentityHashMap<>());
    for (Span span : doubtful) {
      int place = place(span, sure.getOrDefault(span.passage, List.of()));
      if (DOUBT + place + company(span, sure) + seen(span) >= 0) {
        proven.add(span.key());
      } else {
        (place <= WORDS_PLACE ? no : open).add(span);
      }
    }
    List<Span> out = new ArrayList<>(found.size());
    for (Span span : found) {
      if (!no.contains(span) && (!open.contains(span) || proven.contains(span.key()))) {
        out.add(span);
      }
    }
    return out;
  }

  /** Whether a name's words may well be ordinary ones. */
  private boolean doubtful(Span span) {
    if (span.length() > 1) {
      return span.length() == 2 && span.type == EntityType.PERSON && span.values == null && pairOfWords(span);
    }
    Passage p = span.passage;
    int i = span.from;
    if (span.type == EntityType.PERSON && p.article(i) && lastIs(p, i, YEH)) {
      // «الطريق الترابي»: an adjective of relation is no surname only behind what it describes
      return describes(p, i);
    }
    String kind = kind(span);
    if (kind != null) {
      return !kind.equals(ADJECTIVE) || i > 0 && span.cut == 0 && p.glue(i) == Passage.SPACE && p.article(i - 1) || i + 1 < p.count && p.hash(i + 1) == ON;
    }
    int whole = lexicon.flags(p.word(i, 0));
    boolean ordinary = (whole & (Lexicon.COMMON | Lexicon.NOT_NAME)) != 0;
    Span listed = span.values != null ? span : forms.exactly(span);
    if (span.cut > 0 && accusative(p, i) && (listed == null || wordBehind(p, i))) {
      return true;
    }
    if (listed != null && span.type != EntityType.PERSON) {
      return guarded(listed);
    }
    if (ordinary || span.type == EntityType.PERSON && describes(p, i)) {
      return true;
    }
    if (listed != null) {
      return guarded(listed) && (whole & Lexicon.GIVEN_ARABIC) != 0;
    }
    if (p.article(i) || span.type != EntityType.PERSON && lastIs(p, i, YEH)) {
      return true;
    }
    if (span.type == EntityType.PERSON && (whole & Lexicon.GIVEN_ARABIC) != 0) {
      return true;
    }
    boolean known = (whole & (Lexicon.FAMILY | Lexicon.PERSON_WORD)) != 0 && span.cut == 0;
    return span.type == EntityType.PERSON && !known && gazetteer.letters().step(p.words, i, span.cut, LetterModel.FOREIGN, -1) < FOREIGN;
  }

  private static boolean guarded(Span span) {
    for (int value : span.values) {
      if (value >= 0 && (value & Gazetteer.GUARD) == 0) {
        return false;
      }
    }
    return true;
  }

  /** Whether an accusative is that of a word that is known: «كريما», of «كريم». */
  private boolean wordBehind(Passage p, int i) {
    String key = p.key(i, i + 1, 0);
    return lexicon.find(Lexicon.hash(key.substring(0, key.length() - 1))) >= 0;
  }

  private String kind(Span span) {
    Passage p = span.passage;
    String kind = gazetteer.doubtful(Lexicon.hash(p.words, span.from, span.cut, false));
    if (kind == null) {
      kind = gazetteer.doubtful(p.hash(span.from));
    }
    boolean article = kind == null && p.article(span.from) && p.words.keyChar(span.from, span.cut) == ALEF;
    return article ? gazetteer.doubtful(Lexicon.hash(p.words, span.from, span.cut + 2, false)) : kind;
  }

  /** «ندى الصباح», «أبو العروس»: a word that is no name, or a word as well, before another one. */
  private boolean pairOfWords(Span span) {
    Passage p = span.passage;
    if (forms.exactly(span) != null || forms.soundsListed(span)) {
      return false;
    }
    int first = flags(p, span.from);
    int last = lexicon.flags(p.word(span.to - 1, 0));
    boolean article = p.article(span.to - 1);
    boolean word = (last & (Lexicon.COMMON | Lexicon.NOT_NAME)) != 0 || (last & Lexicon.ANY_NAME) == 0;
    if ((first & Lexicon.PARTICLE) != 0) {
      return article && word || (last & Lexicon.ANY_NAME) == 0;
    }
    boolean wordToo = gazetteer.doubtful(p.hash(span.from)) != null;
    if ((first & Lexicon.ANY_NAME) != 0 && (first & Lexicon.COMMON) == 0 && !wordToo) {
      return article && (last & Lexicon.ANY_NAME) == 0 && ((last | behindArticle(p, span.to - 1)) & (Lexicon.COMMON | Lexicon.NOT_NAME)) != 0;
    }
    if (first == 0 && gazetteer.letters().step(p.words, span.from, span.cut, LetterModel.FOREIGN, -1) >= FOREIGN) {
      return false;
    }
    return article || word || (first & Lexicon.ANY_NAME) == 0 && (first & (Lexicon.COMMON | Lexicon.NOT_NAME)) != 0;
  }

  private int behindArticle(Passage p, int i) {
    for (int r = 1; r < Passage.READINGS; r++) {
      if (p.word(i, r) >= 0 && p.articleKept(i, r)) {
        return lexicon.flags(p.word(i, r));
      }
    }
    return 0;
  }

  /** What the trained model says, where it is sure: of bodies and places it knows words as names too well. */
  private int seen(Span span) {
    boolean sure =
        span.type == EntityType.PERSON ? span.margin >= (span.length() == 1 ? SURE_OF_ONE : SURE) : span.type == EntityType.ORGANIZATION && span.margin >= SURE && kind(span) == null;
    return sure ? SEEN : 0;
  }

  /** What stands around in the sentence and the story. */
  private int company(Span span, Map<Passage, List<Span>> sure) {
    Passage p = span.passage;
    int from = span.from;
    while (from > 0 && p.glue(from) < Passage.STOP) {
      from--;
    }
    int to = span.to;
    while (to < p.count && p.glue(to) < Passage.STOP) {
      to++;
    }
    int best = 0;
    for (Map.Entry<Passage, List<Span>> entry : sure.entrySet()) {
      for (Span other : entry.getValue()) {
        boolean here = entry.getKey() == p && other.from >= from && other.to <= to;
        best = Math.max(best, here ? NAME_IN_SENTENCE : NAME_IN_STORY);
      }
    }
    for (int i = from; i < to && best < NATIONALITY_IN_SENTENCE; i++) {
      if ((i < span.from || i >= span.to) && (lexicon.flags(p.word(i, 0)) & Lexicon.NATIONALITY) != 0) {
        best = NATIONALITY_IN_SENTENCE;
      }
    }
    return best;
  }

  /** What the words right beside say. */
  private int place(Span span, List<Span> sure) {
    Passage p = span.passage;
    int i = span.from;
    boolean before = i > 0 && p.glue(i) == Passage.SPACE;
    boolean after = span.to < p.count && p.glue(span.to) == Passage.SPACE;
    int prev = before ? flags(p, i - 1) : 0;
    int next = after ? flags(p, span.to) : 0;
    if (forms.introduced(span)) {
      boolean direction = p.article(i) && beforePlace.contains(p.hash(i - 1));
      boolean adjective = !p.article(i) && lastIs(p, i, YEH) && forms.exactly(span) == null;
      return direction || adjective ? 0 : INTRODUCED;
    }
    boolean noun = after && p.article(span.to) && !noNoun.contains(p.hash(span.to)) && (next & (Lexicon.NATIONALITY | Lexicon.TITLE | Lexicon.ANY_NAME)) == 0;
    if (span.type == EntityType.PERSON) {
      if (span.length() == 1 && (describes(p, i) || !p.article(i) && noun)) {
        return WORD_BESIDE;
      }
      boolean titled = span.length() == 1 && behindTitle(p, i);
      boolean said = before && span.length() == 1 && !p.article(i) && says.contains(p.hash(i - 1));
      return titled || said || before && beforeRuler.contains(p.hash(i - 1)) ? NAMES_PLACE : 0;
    }
    if ((prev & Lexicon.TITLE) != 0 && !p.article(i - 1) && !beforePlace.contains(p.hash(i - 1))) {
      return INTRODUCED;
    }
    if ((p.sign(i) & QUOTE) != 0 && (p.sign(span.to) & QUOTE) != 0) {
      return NAMES_PLACE;
    }
    String kind = kind(span);
    boolean article = p.article(i);
    boolean preposition = before && beforePlace.contains(p.hash(i - 1)) || span.cut > 0 && p.words.keyChar(i, span.cut - 1) != WAW && p.words.keyChar(i, span.cut - 1) != FEH;
    boolean target = before && doneToPlace.contains(p.hash(i - 1));
    boolean joined = sure.stream().anyMatch(s -> s.to == i && s.type == span.type);
    if (!article && !joined && lastIs(p, i, HEH) && p.text.charAt(p.words.end(i) - 1) == HEH && kind != null) {
      // «جده» is the grandfather of somebody where «جدة» is the town
      return WORDS_PLACE;
    }
    // «الظروف القاهرة»: what agrees with a word that has the article describes it
    if (article) {
      return describes(p, i) || noun ? DESCRIBED : target || preposition && TIME.equals(kind) ? NAMES_PLACE : 0;
    }
    boolean herVerb = before && !p.article(i - 1) && p.words.keyLength(i - 1) > 3 && lastIs(p, i - 1, TEH);
    if (accusative(p, i)) {
      // «كوبا من الشاي», «صيدا وفيرا»; an accusative never stands behind a preposition
      boolean agrees = after && (p.hash(span.to) == OF || accusative(p, span.to) && (next & Lexicon.ANY_NAME) == 0 && !mayBeVerb(p, span.to));
      if (span.cut > 0 && wordBehind(p, i)) {
        return 0;
      }
      return preposition || target ? NAMES_PLACE : agrees ? WORDS_PLACE : 0;
    }
    // «قطر الدائرة»: a word without the article before one that has it; «رفضت قطر العرض» has another order
    if (noun && p.words.keyChar(span.to, 0) == ALEF && !lastIs(p, span.to, HEH) && !lastIs(p, span.to, YEH)) {
      return (prev & (Lexicon.PLACE_TRIGGER | Lexicon.ORG_TRIGGER)) != 0 || herVerb && !lastIs(p, i, HEH) ? 0 : WORDS_PLACE;
    }
    // «سيول جارفة», «مأرب آخر»
    boolean feminine = after && !p.article(span.to) && lastIs(p, span.to, HEH) && (next & (Lexicon.NOT_NAME | Lexicon.ANY_NAME | Lexicon.TITLE | Lexicon.PLACE_TRIGGER | Lexicon.ORG_TRIGGER)) == 0;
    int beside = feminine || after && describing.contains(p.hash(span.to)) ? WORD_BESIDE : 0;
    // «أعلنت قطر», «قطر تعلن»
    boolean sheDoes = !before && after && p.words.keyChar(span.to, 0) == TEH && p.words.keyLength(span.to) > 3;
    return beside + (preposition || target || herVerb || sheDoes ? NAMES_PLACE : 0);
  }

  /** «الظروف القاهرة», «الطريق الترابي»: what agrees with a word that has the article describes it. */
  private boolean describes(Passage p, int i) {
    return i > 0 && p.glue(i) == Passage.SPACE && p.article(i) && p.article(i - 1) && (flags(p, i - 1) & (Lexicon.NATIONALITY | Lexicon.TITLE | Lexicon.ANY_NAME)) == 0;
  }

  /** Whether a word begins like a verb of the present or ends in a pronoun, and so is no accusative. */
  private static boolean mayBeVerb(Passage p, int i) {
    int n = p.words.keyLength(i);
    char first = p.words.keyChar(i, 0);
    char before = p.words.keyChar(i, n - 2);
    return first == YEH || first == TEH || before == HEH || before == NOON;
  }

  private boolean behindTitle(Passage p, int i) {
    for (int j = Math.max(0, i - LONGEST_TITLE); j < i; j++) {
      if (persons.title(p, j) == i) {
        return true;
      }
    }
    return false;
  }

  private static boolean accusative(Passage p, int i) {
    return !p.article(i) && p.words.keyLength(i) > 3 && lastIs(p, i, ALEF);
  }

  private static boolean lastIs(Passage p, int i, char c) {
    return p.words.keyChar(i, p.words.keyLength(i) - 1) == c;
  }

  private int flags(Passage p, int i) {
    int out = 0;
    for (int r = 0; r < Passage.READINGS; r++) {
      out |= lexicon.flags(p.word(i, r));
    }
    return out;
  }
}
