package io.khabar.entity;

import io.khabar.model.EntityType;
import java.util.List;
import java.util.Set;

/** Finds the forms of the gazetteer in a passage: the longest at each place, with or without clitics before it; and persons of several words that sound like a form. */
final class FormMatcher {
  private static final long CAPITAL = Lexicon.hash("العاصمه");

  /** From this prior on an entity is one that every reader knows. */
  private static final int WELL_KNOWN = 7;

  /** Letters of a word that is hardly another one with a letter in front. */
  private static final int LONG = 5;

  private final Gazetteer gazetteer;
  private final Lexicon lexicon;
  private final SoundMatcher sounds;
  private final Set<Long> says;

  FormMatcher(Gazetteer gazetteer) {
    this.gazetteer = gazetteer;
    this.lexicon = gazetteer.lexicon();
    this.sounds = new SoundMatcher(gazetteer);
    this.says = NameContexts.words("body-says");
  }

  /** Adds a span for every form found; a form within a longer one is left out. */
  void match(Passage p, List<Span> out) {
    int i = 0;
    while (i < p.count) {
      Span best = at(p, i);
      if (best == null) {
        i++;
      } else {
        out.add(best);
        i = best.to;
      }
    }
    sounds.match(p, out);
  }

  private Span at(Passage p, int i) {
    Span best = null;
    for (int r = 0; r < Passage.READINGS; r++) {
      int word = p.word(i, r);
      if (word < 0 || lexicon.root(word) == 0) {
        continue;
      }
      int node = lexicon.root(word);
      int j = i + 1;
      int end = 0;
      int[] values = null;
      while (true) {
        int[] here = lexicon.values(node);
        if (here != null && here[here.length - 1] >= 0) {
          values = here;
          end = j;
        }
        if (j >= p.count || p.glue(j) != Passage.SPACE || p.word(j, 0) < 0) {
          break;
        }
        node = lexicon.child(node, p.word(j, 0));
        if (node == 0) {
          break;
        }
        j++;
      }
      if (values != null && (best == null || end > best.to)) {
        Span span = accept(p, i, end, r, values);
        best = span == null ? best : span;
      }
    }
    return best;
  }

  /** The clitics before the listed form of exactly these words, or -1 when there is no such form. */
  int cut(Passage p, int from, int to) {
    for (int r = 0; r < Passage.READINGS; r++) {
      if (values(p, from, to, r) != null) {
        return p.cut(from, r);
      }
    }
    return -1;
  }

  /** Whether a name's words are by themselves a form of an entity that a listed form may mean. */
  boolean sameEntity(Span name, Span listed) {
    Span exact = exactly(name);
    if (exact == null) {
      return false;
    }
    for (int a : exact.values) {
      for (int b : listed.values) {
        if (a >= 0 && b >= 0 && a >> Gazetteer.FLAG_BITS == b >> Gazetteer.FLAG_BITS) {
          return true;
        }
      }
    }
    return false;
  }

  /** Whether the word before a listed place or organisation is one that introduces such a name: «مدينة الخبر», «قناة الحرة». */
  boolean introduced(Span span) {
    Passage p = span.passage;
    int flag = span.type == EntityType.LOCATION ? Lexicon.PLACE_TRIGGER : span.type == EntityType.ORGANIZATION ? Lexicon.ORG_TRIGGER : 0;
    if (span.from == 0 || p.glue(span.from) != Passage.SPACE || span.cut > 0 || endsInNationality(span)) {
      return false;
    }
    // «الطريق الأقصر»: what agrees with a word that has the article describes it
    if (p.article(span.from - 1) && (span.guarded && p.hash(span.from - 1) != CAPITAL || span.type == EntityType.ORGANIZATION)) {
      return false;
    }
    int before = 0;
    for (int r = 0; r < Passage.READINGS; r++) {
      before |= lexicon.flags(p.word(span.from - 1, r));
    }
    return (before & flag) != 0;
  }

  /** Whether a place or organisation of two words begins with a class word: «مضيق البوسفور», «قناة الحرة». */
  boolean behindClassWord(Span span) {
    int first = 0;
    for (int r = 0; r < Passage.READINGS; r++) {
      first |= lexicon.flags(span.passage.word(span.from, r));
    }
    int flag = span.type == EntityType.LOCATION ? Lexicon.PLACE_TRIGGER : span.type == EntityType.ORGANIZATION ? Lexicon.ORG_TRIGGER : 0;
    return span.length() == 2 && (first & flag) != 0 && !endsInNationality(span);
  }

  /** Whether no word of a span is an ordinary one, and the letters of one are no Arabic word's: «لوس أنجلوس». */
  boolean foreign(Span span) {
    boolean foreign = false;
    for (int i = span.from; i < span.to; i++) {
      if ((i > span.from || span.cut == 0)
          && (lexicon.flags(span.passage.word(i, 0)) & (Lexicon.COMMON | Lexicon.NOT_NAME | Lexicon.NATIONALITY)) != 0) {
        return false;
      }
      foreign |= gazetteer.letters().step(span.passage.words, i, i == span.from ? span.cut : 0, LetterModel.FOREIGN, -1) > 0;
    }
    return foreign;
  }

  /** Whether a span's first word as it stands is known for nothing but what is listed, and its letters are no Arabic word's: «أرامكو السعودية». */
  boolean foreignFirst(Span span) {
    Passage p = span.passage;
    return span.cut == 0 && lexicon.flags(p.word(span.from, 0)) == 0 && gazetteer.letters().step(p.words, span.from, 0, LetterModel.FOREIGN, -1) > 0;
  }

  /** Whether a span is one word as it stands that is known for nothing but a place or an organisation: «غروزني», «مصراتة»; with the article only where many know it («الفلوجة»). */
  boolean onlyListed(Span span) {
    return span.length() == 1 && span.cut == 0 && onlyListed(span.passage, span.from) && (span.passage.article(span.from) ? known(span) : foreign(span) || arabic(span));
  }

  private boolean onlyListed(Passage p, int i) {
    // «رئيس الموساد» is a title, and «بنغازي» an adjective as well
    return (lexicon.flags(p.word(i, 0)) & ~(Lexicon.TITLE | Lexicon.NATIONALITY)) == 0 && gazetteer.doubtful(p.hash(i)) == null;
  }

  private boolean known(Span span) {
    return span.values.length == 1 && gazetteer.entity(span.values[0] >> Gazetteer.FLAG_BITS).prior() >= WELL_KNOWN;
  }

  /** Whether one word is long enough not to be another one, and none with an ending or a clitic: «حريصا», «بعقوبة». */
  private boolean arabic(Span span) {
    String key = span.key();
    for (int r = 1; r < Passage.READINGS; r++) {
      if ((lexicon.flags(span.passage.word(span.from, r)) & (Lexicon.COMMON | Lexicon.NOT_NAME)) != 0) {
        return false;
      }
    }
    return key.length() >= LONG && span.values.length == 1 && !Endings.inflected(key, gazetteer);
  }

  /** «الموساد الإسرائيلي»: a form of two words of which the first is known for nothing but what is listed. */
  boolean withNationality(Span span) {
    Passage p = span.passage;
    int word = p.word(span.from, 0);
    return span.length() == 2 && span.cut == 0 && endsInNationality(span) && word >= 0 && lexicon.root(word) > 0 && lexicon.values(lexicon.root(word)) != null && onlyListed(p, span.from);
  }

  /** Whether a span is the whole name of a body of a country, the word for what it is in front or left out where a body speaks: «وزارة الدفاع الأميركية», «أعلنت الخارجية المصرية». */
  boolean ministry(Span span) {
    return span.type == EntityType.ORGANIZATION && endsInNationality(span) && (span.length() > 2 && (lexicon.flags(span.passage.word(span.from, 0)) & Lexicon.ORG_TRIGGER) != 0 || span.length() == 2 && span.speaks);
  }

  /** Whether a body may be what speaks: at the beginning of a sentence, or behind a verb of saying. */
  private boolean maySpeak(Passage p, int from) {
    return p.glue(from) == Passage.STOP || p.glue(from) == Passage.SPACE && says.contains(p.hash(from - 1));
  }

  /** Whether the first word of a span has the article or is one that titles begin with. */
  boolean titled(Span span) {
    int first = 0;
    for (int r = 0; r < Passage.READINGS; r++) {
      first |= lexicon.flags(span.passage.word(span.from, r));
    }
    return (first & Lexicon.TITLE) != 0 || span.passage.article(span.from);
  }

  /** Whether the last word of a span is an adjective of nationality. */
  boolean endsInNationality(Span span) {
    return (lexicon.flags(span.passage.word(span.to - 1, 0)) & Lexicon.NATIONALITY) != 0;
  }

  /** The end of the set phrase that begins at a word («كرم الله وجهه»), or 0. */
  int formula(Passage p, int i) {
    int word = p.word(i, 0);
    int end = 0;
    int j = i + 1;
    for (int node = word < 0 ? 0 : lexicon.root(word); node != 0; j++) {
      int[] values = lexicon.values(node);
      if (values != null && values[0] == Gazetteer.FORMULA) {
        end = j;
      }
      node = j < p.count && p.glue(j) == Passage.SPACE && p.word(j, 0) >= 0 ? lexicon.child(node, p.word(j, 0)) : 0;
    }
    return end;
  }

  /** Whether behind its first letter, a conjunction, a word is a listed place of its own («وحلب»). */
  boolean andPlace(Passage p, int i) {
    int word = and(p, i);
    int[] values = word < 0 ? null : lexicon.values(lexicon.root(word));
    for (int k = 0; values != null && k < values.length; k++) {
      if (values[k] >= 0 && gazetteer.entity(values[k] >> Gazetteer.FLAG_BITS).type() == EntityType.LOCATION) {
        return true;
      }
    }
    return false;
  }

  /** Whether behind its first letter, a conjunction, a word is a person's name («والبيروني»), while as it stands it is none. */
  boolean andName(Passage p, int i) {
    return (lexicon.flags(and(p, i)) & Lexicon.ANY_NAME) != 0;
  }

  private int and(Passage p, int i) {
    if (p.words.keyChar(i, 0) != '\u0648' || p.words.keyLength(i) < 4 || (lexicon.flags(p.word(i, 0)) & Lexicon.ANY_NAME) != 0) {
      return -1;
    }
    for (int r = 1; r < Passage.READINGS; r++) {
      if (p.word(i, r) >= 0 && p.cut(i, r) == 1 && !p.articleKept(i, r)) {
        return p.word(i, r);
      }
    }
    return -1;
  }

  /** Whether a match key of one or more words is a listed form. */
  boolean listed(String key) {
    return lexicon.hasForm(key);
  }

  /** Whether a person's name of several words sounds like a listed one's. */
  boolean soundsListed(Span person) {
    return person.length() > 1 && gazetteer.sounds().person(person.key()) >= 0;
  }

  /** Whether a word is known for nothing but being ordinary. */
  boolean onlyCommon(int word) {
    return word >= 0 && lexicon.flags(word) == Lexicon.COMMON && lexicon.root(word) == 0;
  }

  private int[] values(Passage p, int from, int to, int reading) {
    int word = p.word(from, reading);
    if (word < 0) {
      return null;
    }
    int node = lexicon.root(word);
    for (int j = from + 1; j < to && node != 0; j++) {
      node = p.word(j, 0) < 0 ? 0 : lexicon.child(node, p.word(j, 0));
    }
    int[] values = node == 0 ? null : lexicon.values(node);
    return values != null && values[values.length - 1] >= 0 ? values : null;
  }

  /** The listed form of exactly a span's words, or null; the model's word is support enough for a guarded one. */
  Span exactly(Span span) {
    Passage p = span.passage;
    for (int r = 0; r < Passage.READINGS; r++) {
      int[] values = values(p, span.from, span.to, r);
      if (values != null) {
        Span listed = new Span(p, span.from, span.to, p.cut(span.from, r), span.type, "gazetteer", span.confidence, values);
        listed.seconded = true;
        return listed;
      }
    }
    return null;
  }

  private Span accept(Passage p, int from, int to, int reading, int[] values) {
    int whole = lexicon.flags(p.word(from, 0));
    boolean article = p.articleKept(from, reading);
    EntityType type = null;
    boolean open = false;
    for (int v : values) {
      if (v < 0) {
        continue;
      }
      EntityType t = gazetteer.entity(v >> Gazetteer.FLAG_BITS).type();
      if (article && t != EntityType.LOCATION && t != EntityType.ORGANIZATION) {
        continue;
      }
      type = type == null ? t : type;
      open |= (v & Gazetteer.GUARD) == 0;
    }
    if (type == null) {
      return null;
    }
    if (to - from == 1) {
      int rest = p.words.keyLength(from) - p.cut(from, reading);
      if (reading > 0) {
        boolean known = (whole & (Lexicon.ANY_NAME | Lexicon.NOT_NAME | Lexicon.COMMON | Lexicon.NATIONALITY)) != 0;
        if (known || rest < 3 || (rest < 4 && type != EntityType.LOCATION)) {
          return null;
        }
      }
      if ((whole & Lexicon.NOT_NAME_MAKSURA) != 0 && p.endsInMaksura(from)) {
        return null;
      }
      // a listed form that is an ordinary word as well, or one of two letters, needs support
      int own = lexicon.flags(p.word(from, reading));
      open &= (own & (Lexicon.NOT_NAME | Lexicon.NATIONALITY)) == 0 && rest > 2;
    }
    boolean speaks = !open && type == EntityType.ORGANIZATION && to - from == 2 && reading == 0 && p.article(from) && (lexicon.flags(p.word(to - 1, 0)) & Lexicon.NATIONALITY) != 0 && maySpeak(p, from);
    open |= speaks;
    Span span = new Span(p, from, to, p.cut(from, reading), type, "gazetteer", open ? (to - from > 1 ? 0.97 : 0.9) : 0.6, values);
    span.guarded = !open;
    span.speaks = speaks;
    // what the list guards, the sentence has settled here
    span.seconded = speaks;
    return span;
  }
}
