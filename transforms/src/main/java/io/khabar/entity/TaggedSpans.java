package io.khabar.entity;

import io.khabar.model.EntityType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Brings together what the trained model sees and what the rules and lists find in one passage. */
final class TaggedSpans {
  private static final double CONFIDENCE = 0.75;
  /** So many words of a listed name are no chance. */
  private static final int MANY = 4;
  private static final double SURE = 0.85;
  /** Letters that a word must keep for its first ones to be read as clitics, when it is an ordinary word as it stands. */
  private static final int LONG = 4;

  private TaggedSpans() {}

  /** The spans that stand, without overlaps. */
  static List<Span> merge(Passage p, List<Span> tagged, List<Span> rules, FormMatcher forms, boolean trained) {
    List<Span> out = new ArrayList<>();
    Span[] byWord = new Span[p.count + 1];
    for (Span span : tagged) {
      for (int i = span.from; i < span.to; i++) {
        byWord[i] = span;
      }
    }
    for (Span rule : rules) {
      Span other = null;
      boolean several = false;
      for (int i = rule.from; i < rule.to; i++) {
        if (byWord[i] != null && byWord[i] != other) {
          several |= other != null;
          other = byWord[i];
        }
      }
      if (other == null) {
        // what is all of a passage is meant as a name
        rule.seconded |= whole(p, rule);
        if (!trained || whole(p, rule) || keepAlone(rule, forms)) {
          out.add(rule);
        }
        continue;
      }
      boolean same = !several && other.from == rule.from && other.to == rule.to;
      boolean listedPerson = rule.values != null && rule.type == EntityType.PERSON && !rule.guarded;
      boolean sameType = rule.values != null && rule.type == other.type && !rule.guarded && !several;
      boolean within = rule.from <= other.from && other.to <= rule.to && !same;
      // «السويس» within «هيئة قناة السويس» is but a part of it, while «الحياة» within «صحيفة الحياة» is its name too
      boolean part = sameType && rule.type == EntityType.ORGANIZATION && within && !forms.sameEntity(other, rule);
      // «أمريكا الجنوبية» is no part of what «أمريكا» means, while «مكة المكرمة» is but «مكة»
      part |= sameType && rule.type == EntityType.LOCATION && within && rule.from == other.from && !forms.endsInNationality(rule) && !forms.sameEntity(other, rule);
      // «الدولة الإسلامية في العراق والشام» where it sees but a place
      // «بشار الأسد» where the model sees but one half, while of «الملك فيصل الأول» the title is no part
      // «خان يونس» where the model sees two names, «أرامكو السعودية» and «كاب فيردي» where it sees but one of the words
      part |= rule.values != null && !rule.guarded && rule.type != EntityType.PERSON && !same && covers(rule, byWord) && (forms.foreignFirst(rule) || several && !forms.endsInNationality(rule) || rule.length() >= MANY || whole(p, rule));
      part |= listedPerson && sameType && within && (rule.from == other.from || !forms.titled(rule));
      if (listedPerson && same || part) {
        for (int i = rule.from; i < rule.to; i++) {
          if (byWord[i] != null) {
            clear(byWord, byWord[i]);
          }
        }
        out.add(rule);
      } else if (!several && (other.from <= rule.from && rule.to <= other.to || sameType && rule.type != EntityType.PERSON)) {
        other.introduced |= rule.introduced;
        if (rule.values != null && (other.hint == null || other.hint.length() < rule.length())) {
          rule.guarded = false;
          rule.seconded = true;
          other.hint = rule;
        }
      }
    }
    for (int i = 0; i < p.count; i++) {
      if (byWord[i] != null && byWord[i].from == i) {
        out.add(byWord[i]);
      }
    }
    return out;
  }

  /**
   * Where the model sees no name, listed persons stand however they are spelled, known names that a title introduces, and listed places and organisations of three words or more, those of two behind a class word («مضيق
   * البوسفور»), and what the word before introduces («مدينة الخبر»). A body with an adjective of nationality («الحكومة اللبنانية»), and what is listed with one word, the model has weighed itself.
   */
  private static boolean keepAlone(Span rule, FormMatcher forms) {
    if (rule.type != EntityType.PERSON) {
      boolean several = rule.length() > 2 && !forms.endsInNationality(rule);
      return rule.values != null && !rule.guarded && (several || forms.behindClassWord(rule) || rule.length() == 2 && (rule.method.equals(SoundMatcher.METHOD) || forms.foreign(rule)) || forms.onlyListed(rule) || forms.withNationality(rule) || forms.ministry(rule)) || rule.values != null && forms.introduced(rule);
    }
    if (rule.values == null) {
      return rule.introduced && rule.confidence >= SURE || forms.soundsListed(rule);
    }
    return !rule.guarded || rule.introduced;
  }

  private static boolean whole(Passage p, Span rule) {
    return rule.values != null && rule.cut == 0 && rule.length() == p.count;
  }

  /** Whether the names the model sees in a rule's words are all within them. */
  private static boolean covers(Span rule, Span[] byWord) {
    for (int i = rule.from; i < rule.to; i++) {
      if (byWord[i] != null && (byWord[i].from < rule.from || byWord[i].to > rule.to)) {
        return false;
      }
    }
    return rule.length() > 1;
  }

  private static void clear(Span[] byWord, Span span) {
    for (int i = span.from; i < span.to; i++) {
      byWord[i] = null;
    }
  }

  /** The names another tagger found that no span covers yet; a name is stretched to whole words. */
  static void add(Passage p, List<NameTagger.Name> names, List<Span> tagged, FormMatcher forms) {
    boolean[] taken = new boolean[p.count];
    for (Span span : tagged) {
      Arrays.fill(taken, span.from, span.to, true);
    }
    for (NameTagger.Name name : names) {
      int from = -1;
      int to = -1;
      boolean free = true;
      for (int i = 0; i < p.count; i++) {
        if (p.words.end(i) > name.start() && p.words.start(i) < name.end()) {
          from = from < 0 ? i : from;
          to = i + 1;
          free &= !taken[i];
        }
      }
      if (from >= 0 && free) {
        Arrays.fill(taken, from, to, true);
        int listed = forms.cut(p, from, to);
        tagged.add(new Span(p, from, to, listed >= 0 ? listed : cut(p, from, forms), name.type(), "tagger", name.confidence(), null));
      }
    }
  }

  /** The names that labels give. */
  static List<Span> of(Passage p, int[] labels, FormMatcher forms) {
    List<Span> out = new ArrayList<>();
    int i = 0;
    while (i < p.count) {
      if (labels[i] == 0) {
        i++;
        continue;
      }
      int type = (labels[i] - 1) / 2;
      int j = i + 1;
      while (j < p.count && labels[j] == 2 + 2 * type) {
        j++;
      }
      if (TokenFeatures.TYPES[type] != EntityType.MISC) {
        int listed = forms.cut(p, i, j);
        out.add(new Span(p, i, j, listed >= 0 ? listed : cut(p, i, forms), TokenFeatures.TYPES[type], "tagger", CONFIDENCE, null));
      }
      i = j;
    }
    return out;
  }

  /** How many chars of a name's first word are clitics: as many as leave a word that is known; an ordinary word may be one that begins names behind its clitics. */
  private static int cut(Passage p, int i, FormMatcher forms) {
    boolean common = forms.onlyCommon(p.word(i, 0));
    if (p.word(i, 0) >= 0 && !common) {
      return 0;
    }
    for (int r = 1; r < Passage.READINGS; r++) {
      boolean better = !common || (!p.articleKept(i, r) && p.words.keyLength(i) - p.cut(i, r) >= LONG && !forms.onlyCommon(p.word(i, r)));
      if (p.word(i, r) >= 0 && better) {
        return p.cut(i, r);
      }
    }
    return 0;
  }
}
