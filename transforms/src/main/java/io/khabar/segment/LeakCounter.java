package io.khabar.segment;

import io.khabar.corpus.LineCount;
import io.khabar.corpus.LineEvidence;
import io.khabar.corpus.Sentences;
import io.khabar.text.Hash64;
import io.khabar.text.Words;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds what may still be boilerplate in the texts of finished stories: the short lines and closing sentences that recur, and what such lines begin or
 * end with before or behind words of their own («رابط الخبر بصحيفة X: ...»). For the report, because every dump brings its own. Counts add up in any
 * order; copies of one story count once in {@link LineCount#surroundings()}. Linear in the text, with a bound on the lines and templates of one story.
 */
public final class LeakCounter {
  private static final int LONGEST = 140;
  private static final int MOST_WORDS = 22;
  private static final int MOST_LINES = 200;

  /** How many words of a line that stands alone are its opening or its end. */
  private static final int EDGE = 3;

  /** What a colon ends is an opening of so many words at most. */
  private static final int LONGEST_LABEL = 6;

  /** A template is worth showing beside its most frequent line when it has so many times its stories. */
  private static final double MORE = 1.25;

  private static final String REST = "\u2026";

  private LeakCounter() {}

  /**
   * A line of stories' texts.
   *
   * @param example the line as printed; of several spellings the smallest
   * @param count how often; the outlet of its key is empty: leaks are ranked over the whole run
   */
  public record Leak(String example, LineCount count) {
    /** Both together; of the same template. */
    public Leak plus(Leak other) {
      return new Leak(example.compareTo(other.example) <= 0 ? example : other.example, count.plus(other.count));
    }

    /** How many stories that are not copies of each other have it, as far as they are told apart. */
    int different() {
      return count.surroundings().length;
    }
  }

  /** The candidates of one story's text, each once. */
  public static List<Leak> of(String text) {
    Map<Long, String> found = new HashMap<>();
    long around = 0;
    int longest = 0;
    int from = 0;
    while (from <= text.length()) {
      int to = text.indexOf('\n', from);
      to = to < 0 ? text.length() : to;
      String line = text.substring(from, to).strip();
      if (line.length() > longest) {
        longest = line.length();
        around = LineEvidence.template(line);
      }
      if (line.length() <= LONGEST) {
        add(line, found);
        templates(line, true, found);
      } else {
        int tail = Sentences.tail(line, 0, line.length());
        if (tail > 0) {
          String closing = line.substring(tail).strip();
          add(closing, found);
          templates(closing, false, found);
        }
      }
      from = to + 1;
    }
    long[] surroundings = {Hash64.mix(around)};
    List<Leak> leaks = new ArrayList<>(found.size());
    found.forEach((template, line) -> leaks.add(new Leak(line, new LineCount("", template, 1, surroundings))));
    leaks.sort(Comparator.comparing((Leak leak) -> leak.count().template()));
    return leaks;
  }

  private static void add(String line, Map<Long, String> found) {
    if (line.isEmpty() || line.length() > LONGEST || found.size() >= MOST_LINES || Words.of(line).count() > MOST_WORDS) {
      return;
    }
    found.merge(hash(line), line, (a, b) -> a.compareTo(b) <= 0 ? a : b);
  }

  /** Adds what a line begins and ends with; of a closing sentence only what a colon ends, as sentences of prose begin alike too. */
  private static void templates(String line, boolean alone, Map<Long, String> found) {
    Words words = Words.of(line);
    if (line.length() > LONGEST || words.count() > MOST_WORDS || found.size() >= MOST_LINES) {
      return;
    }
    for (String template : edges(line, words, alone)) {
      add(template, found);
    }
  }

  private static List<String> edges(String line, Words words, boolean alone) {
    List<String> edges = new ArrayList<>(3);
    int n = words.count();
    int colon = line.indexOf(':');
    for (int w = 2; colon > 0 && w <= LONGEST_LABEL && w < n; w++) {
      if (words.end(w - 1) <= colon && words.start(w) > colon) {
        edges.add(line.substring(0, colon + 1) + " " + REST);
      }
    }
    boolean sentence = line.endsWith(".") || line.endsWith("\u00BB");
    if (alone && !sentence && n > EDGE) {
      if (edges.isEmpty()) {
        edges.add(line.substring(0, words.end(EDGE - 1)) + " " + REST);
      }
      edges.add(REST + " " + line.substring(words.start(n - EDGE)));
    }
    return edges;
  }

  private static boolean isTemplate(String example) {
    return example.startsWith(REST + " ") || example.endsWith(" " + REST);
  }

  /** The template's hash: what is left out counts, so that a line and a template of the same words stay apart. */
  private static long hash(String line) {
    long hash = LineEvidence.template(line);
    return line.startsWith(REST + " ") ? Hash64.mix(hash + 1) : line.endsWith(" " + REST) ? Hash64.mix(hash + 2) : hash;
  }

  /** The most frequent of some leaks, of each template one: most different stories first, then most stories, then the line itself. */
  public static List<Leak> top(Iterable<Leak> leaks, int most) {
    Map<Long, Leak> sum = new HashMap<>();
    for (Leak leak : leaks) {
      sum.merge(leak.count().template(), leak, Leak::plus);
    }
    List<Leak> all = new ArrayList<>(sum.values());
    all.removeIf(leak -> leak.different() < 2);
    distinct(all);
    all.sort(
        Comparator.comparingInt((Leak leak) -> -leak.different())
            .thenComparingInt(leak -> -leak.count().documents())
            .thenComparing(Leak::example));
    return List.copyOf(all.subList(0, Math.min(most, all.size())));
  }

  /** Drops templates that are no more than their most frequent line, and lines that a template which is more stands for. */
  private static void distinct(List<Leak> all) {
    Map<Long, Integer> most = new HashMap<>();
    Map<Long, Leak> templates = new HashMap<>();
    for (Leak leak : all) {
      if (isTemplate(leak.example())) {
        templates.put(leak.count().template(), leak);
      } else {
        for (String edge : edges(leak.example(), Words.of(leak.example()), true)) {
          most.merge(hash(edge), leak.count().documents(), Math::max);
        }
      }
    }
    templates.values().removeIf(leak -> leak.count().documents() < MORE * most.getOrDefault(leak.count().template(), 0));
    all.removeIf(
        leak -> {
          if (isTemplate(leak.example())) {
            return !templates.containsKey(leak.count().template());
          }
          for (String edge : edges(leak.example(), Words.of(leak.example()), true)) {
            if (templates.containsKey(hash(edge))) {
              return true;
            }
          }
          return false;
        });
  }
}
