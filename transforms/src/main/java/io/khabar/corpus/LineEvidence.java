package io.khabar.corpus;

import io.khabar.text.Hash64;
import io.khabar.text.MatchKey;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * Which short lines of an outlet are boilerplate, learned from the whole dump: they recur on many pages that are not alike. Immutable; a record,
 * so that it crosses as a side input.
 *
 * @param lines hashes of outlet and line template, ascending
 * @param follows how many words follow what a line of the same place names on all its pages; 0 for whole lines
 */
public record LineEvidence(long[] lines, byte[] follows) {
  /** Nothing is known. */
  public static final LineEvidence NONE = new LineEvidence(new long[0]);

  /** Of whole lines only. */
  public LineEvidence(long[] lines) {
    this(lines, new byte[lines.length]);
  }

  /**
   * How much evidence makes a line boilerplate.
   *
   * @param leastDocuments pages that must have the line
   * @param leastSurroundings of them, pages that differ in what they tell; at most {@link LineCount#MOST_SURROUNDINGS}
   * @param mostLines how many lines are kept at most; the most frequent stay
   */
  public record Caps(int leastDocuments, int leastSurroundings, int mostLines) {
    /** What served on real dumps: five different pages. */
    public static final Caps DEFAULT = new Caps(5, 5, 200_000);
  }

  /** The evidence of counts; each outlet and template at most once. The order does not matter. */
  public static LineEvidence of(Iterable<LineCount> counts, Caps caps) {
    List<LineCount> kept = new ArrayList<>();
    for (LineCount count : counts) {
      if (count.documents() >= caps.leastDocuments() && count.surroundings().length >= caps.leastSurroundings()) {
        kept.add(count);
      }
    }
    if (kept.size() > caps.mostLines()) {
      // a total order, so that the same lines are dropped whatever the order they came in
      kept.sort(
          (a, b) -> {
            int byCount = Integer.compare(b.documents(), a.documents());
            return byCount != 0 ? byCount : Long.compare(key(a), key(b));
          });
      kept.subList(caps.mostLines(), kept.size()).clear();
    }
    kept.sort((a, b) -> Long.compare(key(a), key(b)));
    long[] lines = new long[kept.size()];
    byte[] follows = new byte[lines.length];
    for (int i = 0; i < lines.length; i++) {
      lines[i] = key(kept.get(i));
      follows[i] = (byte) Math.min(Byte.MAX_VALUE, kept.get(i).follows().length);
    }
    return new LineEvidence(lines, follows);
  }

  /** The evidence of counts under {@link Caps#DEFAULT}. */
  public static LineEvidence of(Iterable<LineCount> counts) {
    return of(counts, Caps.DEFAULT);
  }

  /** Whether a line recurs over an outlet's pages; lines too long to be learned never do. */
  public boolean boilerplate(String outletKey, CharSequence line) {
    return lines.length > 0 && line.length() <= LineObservations.LONGEST_LINE && boilerplate(outletKey, template(line));
  }

  /** The same for a template already computed. */
  public boolean boilerplate(String outletKey, long template) {
    return lines.length > 0 && find(Hash64.join(Hash64.of(outletKey), template)) >= 0;
  }

  /**
   * How many words of a text, from one on, stand so on many pages of an outlet; 0 when nothing is known of them. See {@link SiteOpenings}.
   *
   * @param outlet the hash of the outlet's key, for every word of a page is asked about
   * @param last one past the last word that may count
   */
  public int recurring(long outlet, SiteOpenings.Text words, int at, int last) {
    if (lines.length == 0 || at + SiteOpenings.WORDS > last) {
      return 0;
    }
    int found = find(Hash64.join(outlet, SiteOpenings.opening(words, at)));
    return found < 0 ? 0 : Math.min(last - at, SiteOpenings.WORDS + follows[found]);
  }

  /** Whether some words are a label of an outlet, behind which other words stand each time. */
  public boolean label(long outlet, SiteOpenings.Text words, int from, int to) {
    return lines.length > 0 && find(Hash64.join(outlet, SiteOpenings.label(words, from, to))) >= 0;
  }

  /** Whether a form of lines, see {@link LineForms}, recurs over an outlet's pages. */
  public boolean form(long outlet, long key) {
    return key != 0 && lines.length > 0 && find(Hash64.join(outlet, key)) >= 0;
  }

  /** Where a hash stands among the lines, or a negative number. Hashes are spread evenly, so that its value says about where to look; {@code lines} is not empty. */
  private int find(long hash) {
    double spacing = 0x1p64 / lines.length;
    int at = place((hash + 0x1p63) / spacing);
    // each step comes closer by the square root of what is left
    for (int step = 0; step < 2; step++) {
      at = place(at + ((double) hash - lines[at]) / spacing);
    }
    while (at > 0 && lines[at] > hash) {
      at--;
    }
    while (at < lines.length - 1 && lines[at] < hash) {
      at++;
    }
    return lines[at] == hash ? at : -1;
  }

  private int place(double at) {
    return (int) Math.max(0, Math.min(lines.length - 1, at));
  }

  /** The template of a line: its match key with every run of digits as one zero. */
  public static long template(CharSequence line) {
    long masked = MatchKey.maskedHash(line);
    // a line of signs alone has no key; its signs are its key
    return masked == MatchKey.NO_WORDS ? Hash64.of(line.toString().strip()) : masked;
  }

  private static long key(LineCount count) {
    return Hash64.join(Hash64.of(count.outlet()), count.template());
  }

  @Override
  public boolean equals(Object o) {
    return o instanceof LineEvidence e && Arrays.equals(lines, e.lines) && Arrays.equals(follows, e.follows);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(lines);
  }

  @Override
  public String toString() {
    return "LineEvidence" + Collections.singletonList(lines.length + " lines");
  }
}
