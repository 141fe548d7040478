package io.khabar.entity;

import io.khabar.model.EntityType;
import java.util.List;

/**
 * Finds persons the gazetteer does not list: a name after a title of office («المتحدث باسم ... فلان»), before one («فلان، المتحدث باسم»), and given names with what
 * follows them.
 */
final class PersonPatterns {
  private static final int MAX_NAME = 5;
  private static final int MAX_COMPLEMENT = 7;
  private static final int MAX_APPOSED = 4;

  private final Gazetteer gazetteer;
  private final Lexicon lexicon;

  PersonPatterns(Gazetteer gazetteer) {
    this.gazetteer = gazetteer;
    this.lexicon = gazetteer.lexicon();
  }

  /**
   * Adds spans for persons, and marks listed ones that a title introduces.
   *
   * @param covering the listed form that covers a word, or null
   */
  void find(Passage p, Span[] covering, List<Span> out) {
    for (int i = 0; i < p.count; i++) {
      int titleEnd = title(p, i);
      if (titleEnd > 0) {
        beforeTitle(p, i, covering, out);
        afterTitle(p, i, titleEnd, covering, out);
      }
    }
    for (int i = 0; i < p.count; i++) {
      if (covering[i] == null || (covering[i].type == EntityType.PERSON && covering[i].length() == 1)) {
        i = Math.max(i, givenName(p, i, covering, out) - 1);
      }
    }
  }

  /** The end of the title of office that begins at a word, or 0; with or without clitics. */
  int title(Passage p, int i) {
    int best = 0;
    for (int r = 0; r < Passage.READINGS; r++) {
      int word = p.word(i, r);
      if (word < 0 || (lexicon.flags(word) & Lexicon.TITLE) == 0) {
        continue;
      }
      int node = lexicon.root(word);
      int j = i + 1;
      while (node != 0) {
        int[] values = lexicon.values(node);
        if (values != null && j > best) {
          for (int v : values) {
            best = v == Gazetteer.TITLE_DIRECT || v == Gazetteer.TITLE_OF ? j : best;
          }
        }
        if (j >= p.count || p.glue(j) != Passage.SPACE || p.word(j, 0) < 0) {
          break;
        }
        node = lexicon.child(node, p.word(j, 0));
        j++;
      }
    }
    return best;
  }

  private void afterTitle(Passage p, int title, int from, Span[] covering, List<Span> out) {
    int i = from;
    int steps = 0;
    while (i < p.count && steps <= MAX_COMPLEMENT) {
      if (p.glue(i) >= Passage.BREAK) {
        return;
      }
      Span listed = covering[i];
      if (listed != null && listed.type == EntityType.PERSON) {
        if (listed.from == i) {
          listed.introduced = true;
          // one known word with more of a name after it is somebody else
          int end = listed.length() == 1 && listed.cut == 0 ? nameRun(p, i, 0, covering, true) : i;
          if (end > listed.to) {
            Span span = new Span(p, i, end, 0, EntityType.PERSON, "title", 0.85, null);
            span.introduced = true;
            out.add(span);
          }
        }
        return;
      }
      if (listed == null) {
        int end = nameRun(p, i, 0, covering, true);
        if (end > i) {
          // one word alone is a name after a title only when it is known as one
          boolean single = end == i + 1;
          int flags = lexicon.flags(p.word(i, 0));
          boolean known = (flags & Lexicon.ANY_NAME) != 0;
          if (!single || ((flags & Lexicon.ANY_NAME) != 0 && (flags & Lexicon.COMMON) == 0)) {
            Span span = new Span(p, i, end, 0, EntityType.PERSON, "title", single ? 0.6 : known ? 0.85 : 0.7, null);
            span.introduced = true;
            out.add(span);
          }
          return;
        }
      }
      // between title and name: an institution, a country, adjectives, further titles
      int more = listed != null ? listed.to : title(p, i);
      if (more > i) {
        i = more;
      } else if (isComplement(p, i)) {
        i++;
      } else {
        return;
      }
      steps++;
    }
  }

  /** «فلان الفلاني، مستشار الرئيس»: two words or more right before a comma and a title. */
  private void beforeTitle(Passage p, int title, Span[] covering, List<Span> out) {
    if (title < 2 || p.glue(title) != Passage.COMMA || covering[title - 1] != null) {
      return;
    }
    int from = title;
    int known = 0;
    while (from > 0 && title - from < MAX_APPOSED && covering[from - 1] == null && (from == title || p.glue(from) == Passage.SPACE)) {
      int flags = lexicon.flags(p.word(from - 1, 0));
      boolean name = (flags & (Lexicon.ANY_NAME | Lexicon.PARTICLE)) != 0 && (flags & (Lexicon.NOT_NAME | Lexicon.NATIONALITY)) == 0;
      boolean maksura = (flags & Lexicon.NOT_NAME_MAKSURA) != 0 && p.endsInMaksura(from - 1);
      if (maksura || (!name && !(p.word(from - 1, 0) < 0 && unknownName(p, from - 1, false)))) {
        break;
      }
      known += name ? 1 : 0;
      from--;
    }
    int length = title - from;
    if (length >= 2 && (known > 0 || length == 2)) {
      Span span = new Span(p, from, title, 0, EntityType.PERSON, "title", known > 0 ? 0.8 : 0.65, null);
      span.introduced = true;
      out.add(span);
    }
  }

  private boolean isComplement(Passage p, int i) {
    int flags = lexicon.flags(p.word(i, 0));
    if ((flags & (Lexicon.NATIONALITY | Lexicon.TITLE)) != 0) {
      return true;
    }
    boolean article = p.words.keyLength(i) > 4 && p.words.keyChar(i, 0) == '\u0627' && p.words.keyChar(i, 1) == '\u0644';
    boolean andArticle =
        p.words.keyLength(i) > 5
            && p.words.keyChar(i, 0) == '\u0648'
            && p.words.keyChar(i, 1) == '\u0627'
            && p.words.keyChar(i, 2) == '\u0644';
    return p.glue(i) == Passage.SPACE && (article || andArticle || (flags & (Lexicon.ORG_TRIGGER | Lexicon.PLACE_TRIGGER)) != 0);
  }

  private int givenName(Passage p, int i, Span[] covering, List<Span> out) {
    for (int r = 0; r < Passage.READINGS; r++) {
      int word = p.word(i, r);
      int flags = lexicon.flags(word);
      if (word < 0 || (flags & (Lexicon.GIVEN_ARABIC | Lexicon.GIVEN_FOREIGN)) == 0 || (flags & Lexicon.NOT_NAME) != 0) {
        continue;
      }
      if (p.articleKept(i, r)) {
        continue;
      }
      int end = nameRun(p, i, r, covering, false);
      if (end - i >= 2) {
        // an ordinary word that is a given name too begins a name only before a known part of one
        boolean common = (flags & Lexicon.COMMON) != 0 || r > 0;
        int next = lexicon.flags(p.word(i + 1, 0));
        if (common && ((next & Lexicon.ANY_NAME) == 0 || (next & Lexicon.COMMON) != 0) && (next & Lexicon.PARTICLE) == 0) {
          return 0;
        }
        out.add(new Span(p, i, end, p.cut(i, r), EntityType.PERSON, "name", common ? 0.7 : 0.8, null));
        return end;
      }
    }
    return 0;
  }

  /** The end of a run of words that make a name from {@code i} on, or {@code i} where none begins. */
  private int nameRun(Passage p, int i, int reading, Span[] covering, boolean introduced) {
    int j = i;
    int known = 0;
    while (j < p.count && j - i < MAX_NAME) {
      if (j > i && p.glue(j) != Passage.SPACE) {
        break;
      }
      int word = j == i ? p.word(j, reading) : p.word(j, 0);
      int flags = lexicon.flags(word);
      if ((flags & Lexicon.NOT_NAME) != 0 || ((flags & Lexicon.NOT_NAME_MAKSURA) != 0 && p.endsInMaksura(j))) {
        break;
      }
      // «الرئيس العراقي»: an adjective of nationality is a surname only after a given name
      if ((flags & Lexicon.NATIONALITY) != 0 && (j == i || (flags & (Lexicon.FAMILY | Lexicon.PERSON_WORD)) == 0)) {
        break;
      }
      if ((flags & Lexicon.PARTICLE) != 0) {
        if (j + 1 >= p.count || p.glue(j + 1) != Passage.SPACE || !mayBeName(p, j + 1, covering)) {
          break;
        }
        j += 2;
        known++;
        continue;
      }
      if (covering[j] != null && covering[j].type != EntityType.PERSON && (flags & Lexicon.ANY_NAME) == 0) {
        break;
      }
      if ((flags & Lexicon.ANY_NAME) != 0) {
        if (j > i && known > 1 && (flags & Lexicon.COMMON) != 0) {
          break;
        }
        known++;
        j++;
      } else if (word < 0 && unknownName(p, j, reading != 0 && j == i)) {
        // an unknown word goes on with a name that has begun, and begins one after a title
        if (j == i && !introduced) {
          break;
        }
        j++;
      } else {
        break;
      }
    }
    return j > i && (known > 0 || (introduced && j - i >= 2)) ? j : i;
  }

  private boolean mayBeName(Passage p, int i, Span[] covering) {
    int flags = lexicon.flags(p.word(i, 0));
    if ((flags & Lexicon.ANY_NAME) != 0) {
      return true;
    }
    return p.word(i, 0) < 0 && p.words.keyLength(i) > 2 && !p.words.isNumber(i) && covering[i] == null;
  }

  private boolean unknownName(Passage p, int i, boolean cut) {
    int length = p.words.keyLength(i);
    if (cut || length < 3 || length > 14) {
      return false;
    }
    // a known name or word behind clitics is no part of the name before it
    for (int r = 1; r < Passage.READINGS; r++) {
      if (p.word(i, r) >= 0) {
        return false;
      }
    }
    for (int k = 0; k < length; k++) {
      char c = p.words.keyChar(i, k);
      if (c < '\u0621' || c > '\u06D3') {
        return false;
      }
    }
    return true;
  }
}
