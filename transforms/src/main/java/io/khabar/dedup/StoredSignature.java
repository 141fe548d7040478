package io.khabar.dedup;

import io.khabar.model.Story;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * What a later run needs to find copies of a story without its text: one row of the signatures dataset.
 *
 * @param key equal for stories whose match keys are equal, 32 hex digits
 * @param bands MinHash bands; stories of similarity 0.80 share one but once in 20,000 times
 * @param shingles distinct 32-bit hashes of word 3-grams, ascending: candidates are verified with them
 * @param numbers 32-bit hashes of number tokens, ascending, with repeats: forms with other figures are told apart with them
 * @param fetched the day on which its page was fetched, or null
 * @param titleKey hash of the title's match key, 16 hex digits, or null
 */
public record StoredSignature(
    String storyId,
    String key,
    List<Long> bands,
    List<Integer> shingles,
    List<Integer> numbers,
    int wordCount,
    String published,
    String fetched,
    String outlet,
    String url,
    String titleKey) {
  private static final HexFormat HEX = HexFormat.of();

  /**
   * The row of a story.
   *
   * @param fetchedAt when its page was fetched, ISO 8601, or null
   */
  public static StoredSignature of(Story story, String fetchedAt) {
    StorySignature signature = Signatures.of(story, fetchedAt, Keep.earliest());
    long title = Version.titleHash(story.title());
    List<Long> bands = new ArrayList<>();
    for (long band : MinHash.bands(signature.shingles())) {
      bands.add(band);
    }
    return new StoredSignature(
        story.storyId(),
        HEX.toHexDigits(signature.node().hi()) + HEX.toHexDigits(signature.node().lo()),
        bands,
        boxed(signature.shingles()),
        boxed(signature.numbers()),
        signature.rank().words(),
        story.dates().published(),
        signature.rank().seen(),
        story.outlet(),
        story.url(),
        title == 0 ? null : HEX.toHexDigits(title));
  }

  Node node() {
    return new Node(Long.parseUnsignedLong(key, 0, 16, 16), Long.parseUnsignedLong(key, 16, 32, 16));
  }

  StorySignature signature(String runId, Keep keep) {
    return new StorySignature(node(), new Rank(runId, keep.order(outlet, wordCount), published, fetched, wordCount, storyId), unboxed(shingles), unboxed(numbers));
  }

  private static List<Integer> boxed(int[] values) {
    List<Integer> list = new ArrayList<>(values.length);
    for (int value : values) {
      list.add(value);
    }
    return list;
  }

  private static int[] unboxed(List<Integer> list) {
    return list.stream().mapToInt(Integer::intValue).toArray();
  }
}
