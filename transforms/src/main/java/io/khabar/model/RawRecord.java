package io.khabar.model;

/**
 * One page as it lies in the dump, not yet decoded.
 *
 * @param sourceUri the file, verbatim as it was named to us; an entry of an archive is {@code a.zip!/b.json}
 * @param path the same below the input root, so that ids do not depend on where the dump lies
 * @param index the record's number in its file, from 0
 * @param offset the first byte of the record in its (decompressed) file or entry
 * @param format what the payload is
 * @param declaredCharset what a container said of the payload (an HTTP header), or null
 * @param url what a container said (WARC-Target-URI), or null
 * @param fetchedAt when a container says the page was fetched (ISO 8601), or null; never the publication date
 * @param header the header row of a CSV or TSV file, or null
 * @param payload the bytes of the record and nothing else
 */
public record RawRecord(
    String sourceUri,
    String path,
    long index,
    long offset,
    Format format,
    String declaredCharset,
    String url,
    String fetchedAt,
    String header,
    byte[] payload) {}
