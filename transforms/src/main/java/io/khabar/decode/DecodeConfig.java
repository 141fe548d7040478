package io.khabar.decode;

import java.io.Serializable;

/**
 * How records are decoded.
 *
 * @param jsonFields which fields of JSON objects and CSV rows mean what
 * @param maxHtmlChars the longest HTML page that is parsed, in chars ({@code too_complex} beyond, as for the next two)
 * @param maxHtmlTags the most tags a page may have
 * @param maxHtmlDepth the deepest nesting of elements a page may have
 */
public record DecodeConfig(JsonFields jsonFields, int maxHtmlChars, int maxHtmlTags, int maxHtmlDepth) implements Serializable {
  /** Common field names; 8 million chars, 300,000 tags, 1,000 levels: far beyond any page a newsroom made, and parsed within a second. */
  public static DecodeConfig defaults() {
    return new DecodeConfig(JsonFields.common(), 8_000_000, 300_000, 1_000);
  }

  /** The same with other names of fields. */
  public DecodeConfig withJsonFields(JsonFields fields) {
    return new DecodeConfig(fields, maxHtmlChars, maxHtmlTags, maxHtmlDepth);
  }
}
