package io.khabar.model;

import java.util.Locale;

/** Which text of a story a mention stands in. */
public enum TextField {
  TITLE,
  TEXT;

  private final String code = name().toLowerCase(Locale.ROOT);

  /** The name written to datasets. */
  public String code() {
    return code;
  }
}
