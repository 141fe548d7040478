package io.khabar.model;

/** What the payload of a {@link RawRecord} is, told by content and name. */
public enum Format {
  /** Plain text: a page as a person copied it, or with its tags stripped. */
  TEXT("text/plain"),
  /** An HTML page. */
  HTML("text/html"),
  /** One JSON object that describes one page. */
  JSON("application/json"),
  /** One row of a CSV or TSV file; its header stands in {@link RawRecord#header()}. */
  CSV("text/csv");

  private final String mediaType;

  Format(String mediaType) {
    this.mediaType = mediaType;
  }

  /** The media type written to the documents dataset. */
  public String mediaType() {
    return mediaType;
  }
}
