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
 * Finds what may still be boilerplate in the texts of finished stories: the short lines and closing sentences that recur. For the report,
 * because every dump brings its own. Counts add up in any order; copies of one story count once in {@link LineCount#surroundings()}.
 */
public final class LeakCounter {
  private static final int LONGEST = 140;
  private static final int MOST_WORDS = 22;
  private static final int MOST_LINES = 200;

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
      } else {
        int tail = Sentences.tail(line, 0, line.length());
        if (tail > 0) {
          add(line.substring(tail).strip(), found);
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
    found.merge(LineEvidence.template(line), line, (a, b) -> a.compareTo(b) <= 0 ? a : b);
  }

  /** The most frequent of some leaks, of each template one: most different stories first, then most stories, then the line itself. */
  public static List<Leak> top(Iterable<Leak> leaks, int most) {
    Map<Long, Leak> sum = new HashMap<>();
    for (Leak leak : leaks) {
      sum.merge(leak.count().template(), leak, Leak::plus);
    }
    List<Leak> all = new ArrayList<>(sum.values());
    all.removeIf(leak -> leak.different() < 2);
    all.sort(
        Comparator.comparingInt((Leak leak) -> -leak.different())
            .thenComparingInt(leak -> -leak.count().documents())
            .thenComparing(Leak::example));
    return List.copyOf(all.subList(0, Math.min(most, all.size())));
  }
}
