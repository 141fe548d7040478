package io.khabar.corpus;

import io.khabar.model.Page;
import io.khabar.text.Hash64;
import io.khabar.text.MatchKey;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What one page adds to the counts of {@link LineEvidence}: its short lines and the short sentences that close its paragraphs, each once, with a hash of what the page tells besides. Longer
 * prose is never counted.
 *
 * <p>The surroundings of a line are the page's longest lines with their digits masked: copies of one article and bulletins of one form give one
 * and the same hash, however many they are. Cost: one pass over the page.
 */
public final class LineObservations {
  /** Longer lines are prose, in UTF-16 chars. */
  public static final int LONGEST_LINE = 120;

  private static final int MOST_LINES = 400;
  private static final int MOST_WORDS = 16;
  private static final int PROSE_WORDS = 12;

  private LineObservations() {}

  /** Whose lines are counted together: the page's outlet, else the host of its URL, else the folder it lies in, else the empty string. */
  public static String outletKey(Page page) {
    if (page.outlet() != null && !page.outlet().isBlank()) {
      return page.outlet().strip();
    }
    String host = host(page.url());
    if (!host.isEmpty()) {
      return host;
    }
    String uri = page.sourceUri() == null ? "" : page.sourceUri();
    int slash = uri.lastIndexOf('/');
    return slash < 0 ? "" : uri.substring(0, slash);
  }

  /** The host of a URL without {@code www.}, lower case; empty when there is none. */
  public static String host(String url) {
    if (url == null) {
      return "";
    }
    int from = url.indexOf("://");
    if (from < 0) {
      return "";
    }
    from += 3;
    int to = from;
    while (to < url.length() && "/?#:".indexOf(url.charAt(to)) < 0) {
      to++;
    }
    String host = url.substring(from, to).toLowerCase(java.util.Locale.ROOT);
    return host.startsWith("www.") ? host.substring(4) : host;
  }

  /** The short lines of a page as {@link LineSpans} cuts them, each once, in the order of their hashes. */
  public static List<LineCount> of(Page page) {
    String outlet = outletKey(page);
    String text = page.text();
    LineSpans spans = LineSpans.of(text);
    Map<Long, Boolean> seen = new HashMap<>();
    long[] longest = {0, 0, 0};
    int[] lengths = {0, 0, 0};
    for (int i = 0; i < spans.count(); i++) {
      String line = text.substring(spans.start(i), spans.end(i)).strip();
      if (line.length() > LONGEST_LINE) {
        int tail = Sentences.tail(line, 0, line.length());
        if (tail > 0 && seen.size() < MOST_LINES) {
          // boilerplate is also glued to the end of a paragraph
          seen.put(LineEvidence.template(line.substring(tail)), Boolean.TRUE);
          line = line.substring(0, tail);
        }
        remember(line, longest, lengths);
        continue;
      }
      int words = MatchKey.words(line);
      if (line.isEmpty() || words > MOST_WORDS || (words >= PROSE_WORDS && endsSentence(line))) {
        continue;
      }
      if (seen.size() < MOST_LINES) {
        seen.put(LineEvidence.template(line), Boolean.TRUE);
      }
    }
    // a page without prose is told by its URL-less self: all its lines
    long around = Hash64.join(longest[0], Hash64.join(longest[1], longest[2]));
    if (lengths[0] == 0) {
      List<Long> all = new ArrayList<>(seen.keySet());
      all.sort(null);
      for (long template : all) {
        around = Hash64.join(around, template);
      }
    }
    long[] templates = seen.keySet().stream().mapToLong(Long::longValue).toArray();
    Arrays.sort(templates);
    List<LineCount> counts = new ArrayList<>(templates.length);
    for (long template : templates) {
      counts.add(new LineCount(outlet, template, 1, new long[] {around}));
    }
    return counts;
  }

  private static void remember(CharSequence line, long[] longest, int[] lengths) {
    int slot = 0;
    while (slot < lengths.length && line.length() <= lengths[slot]) {
      slot++;
    }
    if (slot == lengths.length) {
      return;
    }
    for (int i = lengths.length - 1; i > slot; i--) {
      lengths[i] = lengths[i - 1];
      longest[i] = longest[i - 1];
    }
    lengths[slot] = line.length();
    longest[slot] = LineEvidence.template(line);
  }

  private static boolean endsSentence(CharSequence line) {
    for (int i = line.length() - 1; i >= 0; i--) {
      char c = line.charAt(i);
      if (Character.isWhitespace(c)) {
        continue;
      }
      return c == '.' || c == '!' || c == '\u061F' || c == '?';
    }
    return false;
  }
}
