package io.khabar.model;

import java.util.Locale;

/** What a span of a page is. */
public enum Kind {
  TITLE,
  DATELINE,
  BYLINE,
  CREDIT,
  CAPTION,
  BODY,
  TAGS,
  /** A link to another story. */
  RELATED,
  /** The words that announce a link or another story: «اقرأ أيضا». */
  RELATED_CUE,
  /** Menus, share buttons, comment forms, newsletter, editors' picks. */
  NAV,
  /** The date a site prints when the page is fetched. */
  PAGE_CLOCK,
  BLANK;

  private final String code = name().toLowerCase(Locale.ROOT);

  /** The name written to datasets. */
  public String code() {
    return code;
  }
}
