package io.khabar.segment;

import io.khabar.corpus.SiteOpenings;
import io.khabar.corpus.SiteWords;
import io.khabar.model.Kind;
import io.khabar.text.Arabic;
import io.khabar.text.RuleFile;
import io.khabar.text.Words;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.IntPredicate;

/**
 * Everything the segmenter knows by heart, read from files that a person edits: cue phrases, outlets, agencies, stop words, given names. A folder of
 * the user's own, laid out like {@code khabar/} on the class path, adds rows; a row with the same phrase and place takes the shipped one's
 * place, and a score of 0 removes it. Immutable.
 */
public final class SegmentRules {
  /** The phrase files, by the kind they speak for. */
  private static final Map<String, Kind> FILES = new LinkedHashMap<>();

  static {
    FILES.put("nav", Kind.NAV);
    FILES.put("related-cues", Kind.RELATED_CUE);
    FILES.put("credits", Kind.CREDIT);
    FILES.put("captions", Kind.CAPTION);
    FILES.put("bylines", Kind.BYLINE);
    FILES.put("tags", Kind.TAGS);
    FILES.put("datelines", Kind.DATELINE);
    FILES.put("page-clocks", Kind.PAGE_CLOCK);
    FILES.put("salutations", Kind.BODY);
  }

  /** A score that outweighs a sentence of prose. */
  static final double STRONG = 10;

  /** A phrase of so many words is told from prose by itself. */
  private static final int LONG_PHRASE = 4;

  private static final int LONGEST_VOICE = 40;
  private static final int SHORT_VOICE = 8;

  private final PhraseBook phrases;
  private final PhraseBook cutters;
  private final LongSet stopWords;
  private final LongSet reportingVerbs;
  private final LongSet openers;
  private final LongSet questions;
  private final Names names;
  private final Map<String, Hint> hints;
  private final Promotions promotions;
  private final SiteWords siteWords;

  /** Of phrases, calls and what may stand before a call. */
  private final FirstWords firstWords = new FirstWords();

  /** What a class word of HTML says. */
  record Hint(String name, Kind kind, double score) {}

  private SegmentRules(List<Phrase> phrases, LongSet stopWords, LongSet reportingVerbs, LongSet openers, LongSet questions, Names names, Map<String, Hint> hints, Promotions promotions, SiteWords siteWords) {
    this.promotions = promotions;
    this.siteWords = siteWords;
    this.hints = hints;
    this.phrases = new PhraseBook(phrases);
    this.phrases.firstWords(firstWords);
    promotions.firstWords(firstWords);
    this.cutters = new PhraseBook(phrases.stream().filter(p -> p.where() == Phrase.Where.CUT).toList());
    this.stopWords = stopWords;
    this.reportingVerbs = reportingVerbs;
    this.openers = openers;
    this.questions = questions;
    this.names = names;
  }

  /** The shipped rules. */
  public static SegmentRules shipped() {
    return Shipped.RULES;
  }

  /**
   * The shipped rules with a user's own.
   *
   * @param folder with {@code cues/*.tsv}, {@code outlets/*.tsv}, {@code agencies.tsv}, {@code corpus/*.txt}, each optional; null for none
   * @throws UncheckedIOException when a file cannot be read
   * @throws IllegalArgumentException when a row makes no sense; the message names file and row
   */
  public static SegmentRules load(Path folder) {
    return folder == null ? shipped() : read(folder);
  }

  private static SegmentRules read(Path folder) {
    List<Phrase> phrases = new ArrayList<>();
    FILES.forEach(
        (file, kind) -> {
          Map<String, String[]> rows = new LinkedHashMap<>();
          for (String[] row : rows(folder, "cues/" + file + ".tsv", 4)) {
            rows.put(row[1] + '\t' + row[3], row);
          }
          for (String[] row : rows.values()) {
            Phrase phrase = phrase(file, kind, row);
            if (phrase.score() != 0) {
              phrases.add(phrase);
            }
          }
        });
    Set<Long> stopWords = new HashSet<>();
    for (String[] row : rows(folder, "cues/stopwords.txt", 1)) {
      addWord(row[0], stopWords);
    }
    Set<Long> reportingVerbs = new HashSet<>();
    for (String[] row : rows(folder, "cues/reporting-verbs.txt", 1)) {
      for (String conjunction : new String[] {"", "و", "ف"}) {
        addWord(conjunction + row[0], reportingVerbs);
      }
    }
    Set<Long> questions = new HashSet<>();
    for (String[] row : rows(folder, "cues/question-words.txt", 1)) {
      addWord(row[0], questions);
    }
    Set<Long> openers = new HashSet<>();
    for (String[] row : rows(folder, "cues/sentence-openers.txt", 1)) {
      Words words = Words.of(row[0]);
      openers.add(words.count() == 1 ? words.hash(0) : pair(words.hash(0), words.hash(1)));
    }
    Names names =
        new Names(
            rows(folder, "outlets/outlets.tsv", 4),
            rows(folder, "agencies.tsv", 5),
            both(rows(folder, "gazetteer/given-names-arabic.txt", 2), rows(folder, "gazetteer/given-names-foreign.txt", 2)),
            rows(folder, "gazetteer/family-names.txt", 1),
            both(rows(folder, "gazetteer/places.tsv", 8), rows(folder, "gazetteer/countries.tsv", 8)));
    return new SegmentRules(phrases, new LongSet(stopWords), new LongSet(reportingVerbs), new LongSet(openers), new LongSet(questions), names, hints(rows(folder, "cues/html-hints.tsv", 4)), new Promotions(rows(folder, "cues/promotions.tsv", 3)), SiteWords.load(folder));
  }

  private static void addWord(String word, Set<Long> into) {
    Words words = Words.of(word);
    if (words.count() == 1) {
      into.add(words.hash(0));
    }
  }

  /** A word may say two things; the file's later row of the same word and kind wins. */
  private static Map<String, Hint> hints(List<String[]> rows) {
    Map<String, Hint> hints = new LinkedHashMap<>();
    for (String[] row : rows) {
      try {
        Hint hint = new Hint("html-hints/" + row[0], Kind.valueOf(row[1].toUpperCase(Locale.ROOT)), Double.parseDouble(row[2]));
        hints.put(row[3].toLowerCase(Locale.ROOT), hint);
      } catch (IllegalArgumentException e) {
        throw new IllegalArgumentException("cues/html-hints.tsv: row \"" + String.join(" | ", row) + "\": " + e.getMessage(), e);
      }
    }
    return Map.copyOf(hints);
  }

  /** Whether a text is an entry of a menu, word for word. */
  boolean isMenu(String text) {
    PageWords words = new PageWords(text);
    boolean[] found = {false};
    phrases.find(words, 0, Math.min(1, words.count()), words.count(), (phrase, a, b) -> found[0] |= phrase.kind() == Kind.NAV && phrase.where() == Phrase.Where.LINE && b == words.count());
    return found[0];
  }

  /** How many words at a place are an entry of a menu of two words or more; 0 for none. */
  int menuLength(PageWords words, int from, int to) {
    int[] longest = {0};
    phrases.find(words, from, Math.min(to, from + 1), to, (phrase, a, b) -> longest[0] = phrase.kind() == Kind.NAV && phrase.where() == Phrase.Where.LINE && b - a >= 2 ? Math.max(longest[0], b - a) : longest[0]);
    return longest[0];
  }

  /** Whether a short text is a phrase of some kind, with numbers before or behind it at most. */
  boolean isPhrase(PageWords words, Kind kind) {
    int first = 0;
    int last = words.count();
    while (first < last && words.isNumber(first)) {
      first++;
    }
    while (last > first && words.isNumber(last - 1)) {
      last--;
    }
    int from = first;
    int to = last;
    boolean[] found = {false};
    phrases.find(
        words,
        0,
        words.count(),
        (phrase, a, b) -> {
          boolean fits = phrase.where() == Phrase.Where.LINE ? a <= from && b >= to : phrase.where() == Phrase.Where.START && a == from;
          found[0] |= phrase.kind() == kind && phrase.score() > 0 && fits;
        });
    return found[0];
  }

  /** What a class word of HTML says, or null. */
  Hint hint(String word) {
    return hints.get(word);
  }

  private static Phrase phrase(String file, Kind kind, String[] row) {
    try {
      Phrase.Where where = Phrase.Where.valueOf(row[1].toUpperCase(Locale.ROOT));
      long[][] words = PhraseBook.words(row[3]);
      if (words.length == 0 || words[0][0] == PhraseBook.ANY) {
        throw new IllegalArgumentException("the phrase must start with a word or a number");
      }
      return new Phrase(kind, file + "/" + row[0], where, Double.parseDouble(row[2]), words, PhraseBook.glued(row[3]));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("cues/" + file + ".tsv: row \"" + String.join(" | ", row) + "\": " + e.getMessage(), e);
    }
  }

  private static List<String[]> rows(Path folder, String name, int columns) {
    List<String[]> rows = new ArrayList<>();
    String resource = "/khabar/" + name;
    // a list that is not on the class path is an empty list: each of them only adds evidence
    if (SegmentRules.class.getResource(resource) != null) {
      rows.addAll(RuleFile.resource(resource, columns));
    }
    if (folder != null && Files.isRegularFile(folder.resolve(name))) {
      try (InputStream in = Files.newInputStream(folder.resolve(name))) {
        rows.addAll(RuleFile.read(in, name, columns));
      } catch (IOException e) {
        throw new UncheckedIOException("cannot read " + folder.resolve(name), e);
      }
    }
    return rows;
  }

  private static List<String[]> both(List<String[]> a, List<String[]> b) {
    List<String[]> all = new ArrayList<>(a);
    all.addAll(b);
    return all;
  }

  /** Whether a short line names a reporter, an outlet or an agency beside a place or another such name, and says nothing else: «name – place». */
  public boolean signature(String line) {
    Bylines.Parsed parsed = Bylines.parse(line, names);
    return parsed != null
        && parsed.parts().size() > 1
        && parsed.known() > 0
        && parsed.known() >= parsed.parts().size() - 1
        && (parsed.known() > 1 || parsed.has(Names.Part.PERSON) || parsed.has(Names.Part.OUTLET) || parsed.has(Names.Part.AGENCY));
  }

  /** Whether a short line opens with words that sign a story («كتب», «بقلم»). */
  boolean signs(PageWords words, int from, int to) {
    boolean[] found = {false};
    phrases.find(words, from, Math.min(to, from + 1), to, (phrase, a, b) -> found[0] |= phrase.kind() == Kind.BYLINE && phrase.where() == Phrase.Where.START && b < to);
    return found[0];
  }

  /** How many words at the start of a line are a label of its kind: «المصدر:», «كتب:», «خدمة». */
  int labelLength(PageWords words, String text, Kind kind) {
    int[] longest = {0};
    phrases.find(
        words,
        0,
        Math.min(1, words.count()),
        words.count(),
        (phrase, a, b) -> {
          boolean label = phrase.kind() == kind && (phrase.where() == Phrase.Where.COLON ? separated(text, words, b, words.count()) : phrase.where() == Phrase.Where.START);
          if (label) {
            longest[0] = Math.max(longest[0], b);
          }
        });
    return longest[0];
  }

  /** Whether a phrase or a call to the reader may begin at a word; false is sure. */
  boolean mayBegin(PageWords words, int word) {
    return firstWords.mayBegin(words, word);
  }

  SiteWords siteWords() {
    return siteWords;
  }

  PhraseBook phrases() {
    return phrases;
  }

  /** Whether a sentence that opens with this word tells who said or did what: it may quote a site's phrase and is the story's. */
  boolean reports(PageWords words, int first) {
    return reportingVerbs.contains(words.hash(first));
  }

  /** Whether a word, or it and the next, opens sentences of news and hardly stands inside a headline. */
  boolean opensSentence(PageWords words, int word) {
    return openers.contains(words.hash(word)) || word + 1 < words.count() && openers.contains(pair(words.hash(word), words.hash(word + 1)));
  }

  private static long pair(long first, long second) {
    return first * 31 + second;
  }

  /**
   * Whether a sentence that no full stop closes speaks as sites do: words of {@code corpus/site-words.txt} weigh enough together, one that speaks to the reader
   * among them or the outlet's own name. For a line or a fragment that stands alone; inside prose it says nothing.
   *
   * @param signs what else says so, see {@link Recurring#signs}
   */
  boolean voice(PageWords words, int from, int to, int signs) {
    int n = to - from;
    if (n < 3 || n > LONGEST_VOICE || words.isNumber(from) || words.keyChar(from, 0) == Arabic.WAW || reports(words, from) || opensSentence(words, from)) {
      return false;
    }
    // an interview asks «هل لديكم ...؟», too
    int enough = questions.contains(words.hash(from)) ? 6 : n <= SHORT_VOICE ? 3 : 4;
    return siteWords.speak(words, from, to, enough - signs);
  }

  /** Whether a sentence is the site's: a call to the reader, or one that a strong phrase of boilerplate stands in. */
  boolean isSite(PageWords words, int from, int to) {
    return from < to && !reports(words, from) && (promotions.weight(words, from, to) >= Promotions.ENOUGH || phraseEnd(words, from, to) > 0);
  }

  /** One past the first strong phrase of boilerplate that a sentence opens with or that stands in it; -1 for none. */
  int phraseEnd(PageWords words, int from, int to) {
    int[] end = {-1};
    phrases.find(
        words,
        from,
        to,
        (phrase, a, b) -> {
          boolean opens = a == from && (phrase.where() == Phrase.Where.BEGINS || phrase.where() == Phrase.Where.CUT);
          if (end[0] < 0 && phrase.kind() == Kind.NAV && phrase.score() >= STRONG && (opens || phrase.where() == Phrase.Where.IN)) {
            end[0] = b;
          }
        });
    return end[0];
  }

  /** The first word in {@code [from, to)} that opens a phrase to cut at and passes a test of its place, or -1; a long phrase needs a word before it that does not lead on to it. */
  int cut(PageWords words, int from, int to, IntPredicate place) {
    int[] at = {-1};
    cutters.find(
        words,
        from,
        to,
        (phrase, a, b) -> {
          boolean told = a == 0 || isStopWord(words.hash(a - 1));
          if (at[0] < 0 && (place.test(a) || b - a >= LONG_PHRASE && !told)) {
            at[0] = a;
          }
        });
    return at[0];
  }

  /** Whether a phrase to cut at begins in {@code [from, last)} and ends before {@code to}. */
  boolean cut(PageWords words, int from, int last, int to) {
    boolean[] found = {false};
    cutters.find(words, from, last, to, (phrase, a, b) -> found[0] = true);
    return found[0];
  }

  /** Whether a colon, dash, bar, arrow or two dots stand behind word {@code at - 1}. */
  static boolean separated(String text, PageWords words, int at, int to) {
    int stop = at < words.count() ? words.start(at) : text.length();
    for (int i = words.end(at - 1); i < stop; i++) {
      char c = text.charAt(i);
      if (c == ':' || c == '-' || c == '|' || c == '\u2013' || c == '\u2014' || c == '\uFF1A' || c == '_' || c == '/' || c == '\\' || c == '>' || c == '\u203A' || c == '\u2026' || SiteOpenings.arrow(text, i) || c == '.' && i + 1 < stop && text.charAt(i + 1) == '.') {
        return true;
      }
      if (io.khabar.corpus.LineSpans.isBreak(c)) {
        return false;
      }
    }
    return false;
  }

  boolean isStopWord(long hash) {
    return stopWords.contains(hash);
  }

  Promotions promotions() {
    return promotions;
  }

  Names names() {
    return names;
  }

  private static final class Shipped {
    static final SegmentRules RULES = read(null);
  }
}
