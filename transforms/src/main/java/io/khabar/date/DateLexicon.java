package io.khabar.date;

import io.khabar.text.Hash64;
import io.khabar.text.MatchKey;
import io.khabar.text.RuleFile;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The words of dates, read once from {@code khabar/dates/*.tsv}; looked up by the hash of their match key, so that no string is built per word. */
final class DateLexicon {
  static final DateLexicon SHIPPED = new DateLexicon();

  private final long[] keys;
  private final DateWord[] words;
  private final Map<Long, DateWord> building = new HashMap<>();

  private DateLexicon() {
    for (String[] row : RuleFile.resource("/khabar/dates/months.tsv", 4)) {
      DateWord word = word(row[3]);
      if (row[0].equals("hijri")) {
        word.hijriMonth = Integer.parseInt(row[1]);
      } else {
        word.month = Integer.parseInt(row[1]);
      }
      word.latin = row[3].charAt(0) < '\u0250';
    }
    for (String[] row : RuleFile.resource("/khabar/dates/weekdays.tsv", 2)) {
      DateWord word = word(row[1]);
      word.weekday = Integer.parseInt(row[0]);
      word.definite = row[1].startsWith("ال");
      word.latin = row[1].charAt(0) < '\u0250';
    }
    for (String[] row : RuleFile.resource("/khabar/dates/days.tsv", 2)) {
      word(row[1]).dayOfMonth = Integer.parseInt(row[0]);
    }
    for (String[] row : RuleFile.resource("/khabar/dates/marks.tsv", 3)) {
      mark(row);
    }
    for (String[] row : RuleFile.resource("/khabar/dates/labels.tsv", 2)) {
      set(word(row[1]), Sense.valueOf("LABEL_" + row[0].toUpperCase(Locale.ROOT)));
      if (row.length > 2 && row[2].equals("of")) {
        set(word(row[1]), Sense.LABEL_OF);
      }
    }
    for (String[] row : RuleFile.resource("/khabar/dates/expressions.tsv", 3)) {
      expression(row);
    }
    int size = Integer.highestOneBit(building.size() * 4) * 2;
    keys = new long[size];
    words = new DateWord[size];
    for (DateWord word : building.values()) {
      int at = (int) word.hash & (size - 1);
      while (words[at] != null) {
        at = (at + 1) & (size - 1);
      }
      keys[at] = word.hash;
      words[at] = word;
    }
    building.clear();
  }

  private static void set(DateWord word, Sense sense) {
    word.senses |= sense.mask();
  }

  private void mark(String[] row) {
    DateWord word = word(row[2]);
    switch (row[0] + " " + row[1]) {
      case "era hijri" -> set(word, Sense.ERA_HIJRI);
      case "era gregorian" -> set(word, Sense.ERA_GREGORIAN);
      case "clock hour" -> set(word, Sense.HOUR_SIGN);
      case "join of" -> set(word, Sense.OF);
      case "join year" -> set(word, Sense.YEAR_WORD);
      case "join time" -> set(word, Sense.BEFORE_TIME);
      case "join minutes" -> set(word, Sense.BEFORE_CLOCK);
      case "join calendar" -> set(word, Sense.CORRESPONDING);
      case "ordinal day" -> set(word, Sense.ORDINAL_SUFFIX);
      default -> {
        if (row[0].equals("zone")) {
          set(word, Sense.ZONE);
          // «local»: a zone of summer times, known but without an offset
          word.zone = row[1].equals("local") ? null : row[1];
        } else {
          set(word, Sense.valueOf(row[1].toUpperCase(Locale.ROOT)));
        }
      }
    }
  }

  private void expression(String[] row) {
    DateWord word = word(row[2]);
    switch (row[0]) {
      case "relative" -> {
        set(word, Sense.RELATIVE);
        word.relative = Integer.parseInt(row[1]);
      }
      case "unit" -> {
        set(word, Sense.UNIT);
        word.unit = TimeUnit.valueOf(row[1].toUpperCase(Locale.ROOT));
        word.definite = row[2].startsWith("ال");
        word.plural = row.length > 3 && row[3].equals("plural");
      }
      case "number" -> {
        set(word, Sense.NUMBER);
        word.number = Integer.parseInt(row[1]);
      }
      case "part" -> {
        set(word, Sense.PART);
        word.part = List.of("start", "middle", "end").indexOf(row[1]);
      }
      case "today_not" -> set(word, Sense.valueOf("TODAY_NOT_" + row[1].toUpperCase(Locale.ROOT)));
      case "turn", "link" -> set(word, Sense.valueOf(row[1].toUpperCase(Locale.ROOT)));
      default -> set(word, Sense.valueOf(row[0].toUpperCase(Locale.ROOT)));
    }
  }

  /** The entry of a phrase; a phrase of several words hangs on the entry of its first. */
  private DateWord word(String phrase) {
    List<Long> pieces = new ArrayList<>();
    String key = MatchKey.of(phrase);
    int from = 0;
    for (int i = 1; i <= key.length(); i++) {
      // as the tokeniser cuts: at blanks, and between digits and letters
      boolean cut = i == key.length() || key.charAt(i) == ' ' || isDigit(key.charAt(i)) != isDigit(key.charAt(i - 1));
      if (cut) {
        if (!key.substring(from, i).isBlank()) {
          pieces.add(Hash64.of(key.substring(from, i).strip()));
        }
        from = i;
      }
    }
    DateWord head = building.computeIfAbsent(pieces.get(0), DateWord::new);
    if (pieces.size() == 1) {
      return head;
    }
    long[] rest = pieces.stream().skip(1).mapToLong(Long::longValue).toArray();
    if (head.phrases != null) {
      for (DateWord.Phrase known : head.phrases) {
        if (Arrays.equals(known.rest(), rest)) {
          return known.meaning();
        }
      }
    }
    DateWord meaning = new DateWord(0);
    head.addPhrase(new DateWord.Phrase(rest, meaning));
    return meaning;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  /** What a word means, or null. */
  DateWord lookup(long hash) {
    int at = (int) hash & (keys.length - 1);
    while (words[at] != null) {
      if (keys[at] == hash) {
        return words[at];
      }
      at = (at + 1) & (keys.length - 1);
    }
    return null;
  }
}
