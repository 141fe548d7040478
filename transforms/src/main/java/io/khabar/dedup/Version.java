package io.khabar.dedup;

import io.khabar.model.Document;
import io.khabar.model.Story;
import io.khabar.model.StoryDates;
import io.khabar.text.Hash64;
import io.khabar.text.MatchKey;
import java.util.Arrays;
import java.util.Comparator;

/**
 * A main story as one version of what its URL names.
 *
 * @param url {@link UrlKey} of the story
 * @param age sorts by when the version was printed and fetched
 * @param title hash of the title's match key, 0 without one
 * @param sketch the smallest shingles, ascending: versions without a word in common are other stories
 */
record Version(long url, Node node, Rank rank, String age, long title, int[] sketch) {
  private static final int SKETCH = 32;

  /** The oldest first; what an earlier run kept is older than anything of this one. */
  static final Comparator<Version> OLDEST_FIRST =
      Comparator.comparing((Version v) -> !v.rank.known()).thenComparing(Version::age).thenComparing(v -> v.rank.storyId()).thenComparing(Version::rank);

  /**
   * The version that a story is.
   *
   * @param url {@link UrlKey} of the story
   * @param place where the story was read, so that the later record of a file is the later version when nothing else tells them apart
   */
  static Version of(long url, Story story, StorySignature signature, String fetchedAt, String place) {
    StoryDates dates = story.dates();
    String day = dates.updated() != null ? dates.updated() : dates.published();
    String age = String.join("\t", text(day), text(dates.publishedAt()), text(fetchedAt), place);
    return new Version(url, signature.node(), signature.rank(), age, titleHash(story.title()), sketch(signature.shingles()));
  }

  /** Where a document was read, as text that sorts by file, offset and number. */
  static String place(Document d) {
    return d.sourceUri() + "\t" + padded(d.recordOffset()) + "\t" + padded(d.recordIndex());
  }

  private static String padded(long number) {
    String digits = Long.toString(number);
    return "0".repeat(Math.max(0, 19 - digits.length())) + digits;
  }

  private static String text(String value) {
    return value == null ? "" : value;
  }

  static long titleHash(String title) {
    String key = title == null ? "" : MatchKey.of(title);
    return key.isEmpty() ? 0 : Hash64.of(key);
  }

  static int[] sketch(int[] shingles) {
    // the smallest so far, ascending; most of a long text is larger than all of them, so this costs a comparison a shingle
    int[] smallest = new int[Math.min(SKETCH, shingles.length)];
    int size = 0;
    for (int shingle : shingles) {
      int mixed = (int) Hash64.mix(shingle);
      if (size < smallest.length || mixed < smallest[size - 1]) {
        int at = size < smallest.length ? size++ : size - 1;
        while (at > 0 && smallest[at - 1] > mixed) {
          smallest[at] = smallest[at - 1];
          at--;
        }
        smallest[at] = mixed;
      }
    }
    return smallest;
  }

  /** Whether two versions can be one story: one title, or words in common. */
  boolean sameStory(Version other) {
    if (title != 0 && title == other.title) {
      return true;
    }
    int i = 0;
    int j = 0;
    while (i < sketch.length && j < other.sketch.length) {
      if (sketch[i] == other.sketch[j]) {
        return true;
      }
      if (sketch[i] < other.sketch[j]) {
        i++;
      } else {
        j++;
      }
    }
    return false;
  }
}
