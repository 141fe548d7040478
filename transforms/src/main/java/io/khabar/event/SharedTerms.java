package io.khabar.event;

import java.util.Arrays;

/**
 * What one story's terms have in common with those of story after story: its own stand in a small open table, so that of another story's terms most are told apart by one look
 * each. Walking two sorted lists side by side guesses wrong at every other step. Of equal hashes within one story the first counts. Not thread-safe.
 */
final class SharedTerms {
  private int[] hashes = new int[256];
  private byte[] weights = new byte[256];
  private EventSketch mine;
  private int titleOfMine;

  private int sum;
  private int sharedMine;
  private int sharedOther;

  /** The story that others are compared with. */
  void of(EventSketch story) {
    if (story == mine) {
      return;
    }
    mine = story;
    titleOfMine = title(story);
    int n = story.terms().length;
    if (n * 4 > hashes.length) {
      hashes = new int[Integer.highestOneBit(n) * 8];
      weights = new byte[hashes.length];
    }
    Arrays.fill(weights, (byte) 0);
    for (int i = 0; i < n; i++) {
      int at = slot(story.terms()[i]);
      if (weights[at] == 0) {
        hashes[at] = story.terms()[i];
        weights[at] = story.termWeights()[i];
      }
    }
  }

  /** Where a hash stands, or the free place where it would. */
  private int slot(int hash) {
    int mask = hashes.length - 1;
    int at = hash * 0x9E3779B1 >>> 16 & mask;
    while (weights[at] != 0 && hashes[at] != hash) {
      at = at + 1 & mask;
    }
    return at;
  }

  /** Compares with another story. */
  void with(EventSketch other) {
    int[] terms = other.terms();
    sum = 0;
    sharedMine = 0;
    sharedOther = 0;
    for (int i = 0; i < terms.length; i++) {
      int weight = weights[slot(terms[i])];
      if (weight != 0 && (i == 0 || terms[i] != terms[i - 1])) {
        int its = other.termWeights()[i];
        sum += Math.abs(weight) * Math.abs(its);
        sharedMine += Math.max(0, -weight);
        sharedOther += Math.max(0, -its);
      }
    }
  }

  /** The sum of products of what both give the terms they share. */
  int sum() {
    return sum;
  }

  /** How much of each title's weight the other story has among its terms: the mean of both ways. */
  double headline(EventSketch other) {
    int titleOfOther = title(other);
    if (titleOfMine == 0 || titleOfOther == 0) {
      return titleOfMine + titleOfOther == 0 ? 0 : (double) (sharedMine + sharedOther) / (titleOfMine + titleOfOther);
    }
    return ((double) sharedMine / titleOfMine + (double) sharedOther / titleOfOther) / 2;
  }

  private static int title(EventSketch story) {
    return EventSimilarity.marked(story.termWeights());
  }
}
