package io.khabar.dedup;

import io.khabar.model.Story;
import io.khabar.text.Hash64;
import io.khabar.text.Words;
import java.util.Arrays;

/** Computes signatures of stories. Pure functions; 40 microseconds an article. */
final class Signatures {
  /** Words of a shingle. */
  static final int SHINGLE = 3;

  /** Texts with fewer words than this are equal only when their titles are, too. */
  static final int SHORT_WORDS = 10;

  private Signatures() {}

  /**
   * The signature of a story.
   *
   * @param fetchedAt when its page was fetched, ISO 8601, or null
   */
  static StorySignature of(Story story, String fetchedAt, Keep keep) {
    Words words = Words.of(story.text());
    int n = words.count();
    long[] hashes = new long[n];
    int[] numbers = new int[n];
    int numberCount = 0;
    long hi = 0x5bd1e9955bd1e995L;
    long lo = n;
    for (int i = 0; i < n; i++) {
      hashes[i] = words.hash(i);
      hi = Hash64.join(hi, hashes[i]);
      lo = Hash64.mix(lo * 31 + hashes[i]);
      if (words.isNumber(i)) {
        numbers[numberCount++] = (int) hashes[i];
      }
    }
    if (n < SHORT_WORDS && story.title() != null) {
      Words title = Words.of(story.title());
      for (int i = 0; i < title.count(); i++) {
        hi = Hash64.join(hi, ~title.hash(i));
        lo = Hash64.mix(lo * 37 + title.hash(i));
      }
    }
    numbers = Arrays.copyOf(numbers, numberCount);
    Arrays.sort(numbers);
    Rank rank = new Rank(null, keep.order(story.outlet(), n), story.dates().published(), day(fetchedAt), n, story.storyId());
    return new StorySignature(new Node(hi, lo), rank, shingles(hashes), numbers);
  }

  /** The day that an instant begins with, as it is written: no zone shifts it. */
  static String day(String instant) {
    if (instant == null || instant.length() < 10) {
      return null;
    }
    for (int i = 0; i < 10; i++) {
      char c = instant.charAt(i);
      if (i == 4 || i == 7 ? c != '-' : c < '0' || c > '9') {
        return null;
      }
    }
    return instant.substring(0, 10);
  }

  private static int[] shingles(long[] words) {
    int count = words.length - SHINGLE + 1;
    if (count <= 0) {
      return new int[0];
    }
    int[] shingles = new int[count];
    for (int i = 0; i < count; i++) {
      shingles[i] = (int) (Hash64.join(Hash64.join(words[i], words[i + 1]), words[i + 2]) >>> 32);
    }
    Arrays.sort(shingles);
    int distinct = 0;
    for (int i = 0; i < count; i++) {
      if (i == 0 || shingles[i] != shingles[i - 1]) {
        shingles[distinct++] = shingles[i];
      }
    }
    return Arrays.copyOf(shingles, distinct);
  }
}
