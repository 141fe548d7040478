package io.khabar.model;

import java.util.Locale;

/** Whether a story is its page's own or was pasted into the page of another. */
public enum StoryKind {
  MAIN,
  EMBEDDED;

  private final String code = name().toLowerCase(Locale.ROOT);

  /** The name written to datasets. */
  public String code() {
    return code;
  }
}
