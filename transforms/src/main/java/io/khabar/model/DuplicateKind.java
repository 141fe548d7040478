package io.khabar.model;

import java.util.Locale;

/** Why a story was not kept. */
public enum DuplicateKind {
  /** Equal under the match key. */
  EXACT,
  /** Word 3-gram Jaccard similarity of at least 0.80, verified. */
  NEAR,
  /** The same URL with changed text. */
  UPDATE;

  private final String code = name().toLowerCase(Locale.ROOT);

  /** The name written to datasets. */
  public String code() {
    return code;
  }
}
