package io.khabar.entity;

import io.khabar.model.EntityType;

/** A name found in a passage, on its way to a mention. Words are numbered as in the passage. */
final class Span {
  final Passage passage;
  final int from;
  final int to;
  /** Chars of the first word's key that are clitics. */
  int cut;
  final String method;
  /** Values of the gazetteer's forms, or null for a name it does not list. */
  final int[] values;
  EntityType type;
  double confidence;
  /** Its form is an ordinary word too: it counts only with support. */
  boolean guarded;
  /** The trained model sees a name here too, which is support. */
  boolean seconded;
  /** A body whose form is an ordinary phrase too stands where bodies speak. */
  boolean speaks;
  /** A listed form within it or of another type, that may say what it means, or null. */
  Span hint;
  /** How sure the trained model is of it, 0 where it was not asked or did not see it. */
  float margin;
  /** A title of office or a trigger stands before it. */
  boolean introduced;
  /** The listed entity it means, or -1. */
  int entity = -1;
  /** The id of an unlisted entity, or null. */
  String id;
  String nameAr;

  Span(Passage passage, int from, int to, int cut, EntityType type, String method, double confidence, int[] values) {
    this.passage = passage;
    this.from = from;
    this.to = to;
    this.cut = cut;
    this.type = type;
    this.method = method;
    this.confidence = confidence;
    this.values = values;
  }

  int length() {
    return to - from;
  }

  String key() {
    return passage.key(from, to, cut);
  }

  int start() {
    return passage.startOf(from, cut);
  }

  int end() {
    return passage.words.end(to - 1);
  }

  String surface() {
    return passage.text.substring(start(), end());
  }

  /** Whether a mark says that it is an accusative, and so no name as a rule: «مؤدياً». */
  boolean accusative() {
    int end = passage.words.end(to - 1);
    for (int i = passage.words.start(from); i < end; i++) {
      if (passage.text.charAt(i) == '\u064B') {
        return true;
      }
    }
    // the mark may stand behind the final alef
    return end < passage.text.length() && passage.text.charAt(end) == '\u064B';
  }

  boolean linked() {
    return entity >= 0 || id != null;
  }
}
