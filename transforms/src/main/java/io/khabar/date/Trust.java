package io.khabar.date;

import io.khabar.model.PublishedSource;

/** Sources of a publication date, the most trusted first; {@link StoryDater} says why. */
enum Trust {
  JSON_LD(PublishedSource.MARKUP),
  META(PublishedSource.MARKUP),
  MICRODATA(PublishedSource.MARKUP),
  LABELLED_LINE(PublishedSource.DATELINE),
  TIME_ELEMENT(PublishedSource.MARKUP),
  BARE_LINE(PublishedSource.DATELINE),
  RECORD(PublishedSource.RECORD),
  URL(PublishedSource.URL);

  private final PublishedSource source;

  Trust(PublishedSource source) {
    this.source = source;
  }

  PublishedSource source() {
    return source;
  }

  /** Of a clue's source as {@link io.khabar.model.Clue} names it, or null when it says nothing of dates. */
  static Trust ofClue(String source) {
    return switch (source) {
      case "json-ld" -> JSON_LD;
      case "og", "meta" -> META;
      case "microdata" -> MICRODATA;
      case "time" -> TIME_ELEMENT;
      case "record" -> RECORD;
      default -> null;
    };
  }
}
