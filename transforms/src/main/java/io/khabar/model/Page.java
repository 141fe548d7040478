package io.khabar.model;

import java.util.List;

/**
 * A page decoded and rendered to text, before any cleaning.
 *
 * @param documentId 32 hex digits: a hash of the path below the input root, the record's offset and its payload
 * @param contentKey 32 hex digits: a hash of the payload alone
 * @param sourceUri see {@link RawRecord#sourceUri()}
 * @param recordIndex see {@link RawRecord#index()}
 * @param recordOffset see {@link RawRecord#offset()}
 * @param mediaType of the payload
 * @param charset the one that decoded the payload
 * @param charsetConfidence 0..1
 * @param url verbatim, or null
 * @param outlet who published it as far as the record says, or null
 * @param fetchedAt ISO 8601, or null
 * @param text the page text as found; what segments point into
 * @param blocks what HTML says of spans of the text; empty for plain text
 * @param clues what markup and fields say of the page
 * @param warnings codes
 */
public record Page(
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
    String text,
    List<Block> blocks,
    List<Clue> clues,
    List<String> warnings) {}
