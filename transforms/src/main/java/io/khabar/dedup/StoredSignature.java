package io.khabar.dedup;

import io.khabar.model.Story;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What a later run needs to find copies of a story without its text: one row of the signatures dataset.
 *
 * @param key equal for stories whose match keys are equal, 32 hex digits
 * @param bands MinHash bands; stories of similarity 0.80 share one but once in 20,000 times
 * @param shingles distinct 32-bit hashes of word 3-grams, ascending: candidates are verified with them
 * @param numbers 32-bit hashes of number tokens, ascending, with repeats: forms with other figures are told apart with them
 */
public record StoredSignature(
    String storyId,
    String key,
    List<Long> bands,
    List<Integer> shingles,
    List<Integer> numbers,
    int wordCount,
    String published,
    String outlet,
    String url) {
  /** The row of a story. */
  public static StoredSignature of(Story story) {
    StorySignature signature = Signatures.of(story);
    List<Long> bands = new ArrayList<>();
    for (long band : MinHash.bands(signature.shingles())) {
      bands.add(band);
    }
    return new StoredSignature(
        story.storyId(),
        String.format(Locale.ROOT, "%016x%016x", signature.node().hi(), signature.node().lo()),
        bands,
        boxed(signature.shingles()),
        boxed(signature.numbers()),
        signature.rank().words(),
        story.dates().published(),
        story.outlet(),
        story.url());
  }

  private static List<Integer> boxed(int[] values) {
    List<Integer> list = new ArrayList<>(values.length);
    for (int value : values) {
      list.add(value);
    }
    return list;
  }
}
