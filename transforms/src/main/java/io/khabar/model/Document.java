package io.khabar.model;

/**
 * One row of the documents dataset: an input record that became text.
 *
 * @param charCount code points of {@code text}
 * @param storyCount stories found on it, kept or not
 * @param text as found, before any cleaning; null where the run leaves it out
 */
public record Document(
    String documentId,
    String contentKey,
    String sourceUri,
    long recordIndex,
    long recordOffset,
    String mediaType,
    String charset,
    double charsetConfidence,
    String url,
    String outlet,
    String fetchedAt,
    int charCount,
    int storyCount,
    String text) {
  /** The same row with a null text. */
  public Document withoutText() {
    return new Document(
        documentId, contentKey, sourceUri, recordIndex, recordOffset, mediaType, charset, charsetConfidence, url, outlet, fetchedAt, charCount, storyCount, null);
  }
}
