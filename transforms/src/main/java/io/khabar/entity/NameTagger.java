package io.khabar.entity;

import io.khabar.model.EntityType;
import java.util.List;

/** A tagger of one's own beside the shipped model, a transformer say. Used by one thread at a time. */
public interface NameTagger {
  /** The names of a text in any order; those that overlap a name found before are dropped. */
  List<Name> names(String text);

  /**
   * A name.
   *
   * @param start first UTF-16 char
   * @param end one past the last
   * @param confidence 0..1
   */
  record Name(int start, int end, EntityType type, double confidence) {}
}
