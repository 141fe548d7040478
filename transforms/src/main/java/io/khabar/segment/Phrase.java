package io.khabar.segment;

import io.khabar.model.Kind;

/**
 * A rule of one phrase.
 *
 * @param kind what it says a line is
 * @param name the rule's name, {@code file/name}
 * @param where which place in a line it must have
 * @param score how much it says
 * @param words hashes of its words, of each place the one or any of several; {@link PhraseBook#NUMBER} stands for any number, {@link PhraseBook#ANY} for any word
 * @param glued what the last word begins with (it is {@link PhraseBook#ANY} then), or null
 */
record Phrase(Kind kind, String name, Where where, double score, long[][] words, String glued) {
  /** The place a phrase must have in its line. */
  enum Where {
    /** It is the whole line. */
    LINE,
    /** A short line starts with it. */
    START,
    /** A line of any length starts with it. */
    BEGINS,
    /** A line starts with it, and a colon, dash or bar follows. */
    COLON,
    /** A line ends with it. */
    END,
    /** Anywhere. */
    IN,
    /** Anywhere; where it opens a sentence, the rest of the line is cut off as a line of its own. */
    CUT
  }
}
