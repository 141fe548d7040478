package io.khabar.model;

/** What a {@link Clue} is about. */
public enum ClueField {
  TITLE,
  AUTHOR,
  OUTLET,
  PUBLISHED,
  UPDATED,
  DESCRIPTION,
  KEYWORD,
  SECTION,
  LANGUAGE
}
