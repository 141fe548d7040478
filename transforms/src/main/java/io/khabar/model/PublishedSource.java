package io.khabar.model;

import java.util.Locale;

/** Where a story's publication date was printed. */
public enum PublishedSource {
  MARKUP,
  DATELINE,
  RECORD,
  URL,
  /** Only an "updated" stamp is printed; it stands in. */
  UPDATED,
  NONE;

  private final String code = name().toLowerCase(Locale.ROOT);

  /** The name written to datasets. */
  public String code() {
    return code;
  }
}
