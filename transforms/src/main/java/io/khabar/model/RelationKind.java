package io.khabar.model;

import java.util.Locale;

/** How two kept stories resemble each other. */
public enum RelationKind {
  REPRINT,
  TEMPLATE;

  private final String code = name().toLowerCase(Locale.ROOT);

  /** The name written to datasets. */
  public String code() {
    return code;
  }
}
