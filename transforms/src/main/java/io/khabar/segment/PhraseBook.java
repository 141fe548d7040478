package io.khabar.segment;

import io.khabar.text.Hash64;
import io.khabar.text.MatchKey;
import io.khabar.text.Words;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Phrases by their first word, so that a line is looked up in one pass over its words. Immutable. */
final class PhraseBook {
  /** Stands for any number, in the file {@code #}. */
  static final long NUMBER = 1;

  /** Stands for any word, in the file {@code *}. */
  static final long ANY = 2;

  /** Between words of which any may stand at a place of a phrase. */
  private static final char EITHER = '/';

  private final long[] keys;
  private final Phrase[][] slots;
  private final Phrase[] byNumber;

  PhraseBook(List<Phrase> phrases) {
    Map<Long, List<Phrase>> byFirst = new HashMap<>();
    for (Phrase phrase : phrases) {
      for (long first : phrase.words()[0]) {
        byFirst.computeIfAbsent(first, k -> new ArrayList<>()).add(phrase);
      }
    }
    byNumber = byFirst.getOrDefault(NUMBER, List.of()).toArray(new Phrase[0]);
    int size = Integer.highestOneBit(Math.max(8, byFirst.size() * 3)) * 2;
    keys = new long[size];
    slots = new Phrase[size][];
    byFirst.forEach(
        (first, list) -> {
          int at = slot(first);
          keys[at] = first;
          slots[at] = list.toArray(new Phrase[0]);
        });
  }

  private int slot(long key) {
    int at = (int) key & (keys.length - 1);
    while (slots[at] != null && keys[at] != key) {
      at = (at + 1) & (keys.length - 1);
    }
    return at;
  }

  /** Adds the words that phrases begin with. */
  void firstWords(FirstWords all) {
    for (int at = 0; at < keys.length; at++) {
      if (slots[at] != null) {
        all.add(keys[at]);
      }
    }
  }

  /** The hashes of a phrase's words as the file has it, of each place the one or those of {@code one/another}. */
  static long[][] words(String phrase) {
    List<long[]> places = new ArrayList<>();
    for (String piece : phrase.strip().split("\\s+")) {
      if (piece.equals("#")) {
        places.add(new long[] {NUMBER});
      } else if (piece.endsWith("*")) {
        places.add(new long[] {ANY});
      } else {
        Words words = Words.of(piece);
        long[] hashes = new long[words.count()];
        for (int i = 0; i < hashes.length; i++) {
          hashes[i] = words.hash(i);
        }
        if (piece.indexOf(EITHER) > 0) {
          places.add(hashes);
        } else {
          for (long hash : hashes) {
            places.add(new long[] {hash});
          }
        }
      }
    }
    return places.toArray(new long[0][]);
  }

  /** The match key that a phrase's last word begins with, where the file has {@code word*}, or null. */
  static String glued(String phrase) {
    String last = phrase.substring(phrase.strip().lastIndexOf(' ') + 1).strip();
    return last.length() > 1 && last.endsWith("*") ? MatchKey.of(last.substring(0, last.length() - 1)) : null;
  }

  private static boolean begins(PageWords words, int word, String key) {
    if (words.keyLength(word) < key.length()) {
      return false;
    }
    for (int i = 0; i < key.length(); i++) {
      if (words.keyChar(word, i) != key.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  /** What is told of each phrase found. */
  interface Hit {
    void at(Phrase phrase, int fromWord, int toWord);
  }

  /** Finds every phrase that starts in a range of words; the place in the line is the caller's business. */
  void find(PageWords words, int from, int to, Hit hit) {
    find(words, from, to, to, hit);
  }

  /** Finds every phrase whose first word is in {@code [from, last)} and whose end is at most {@code to}. */
  void find(PageWords words, int from, int last, int to, Hit hit) {
    for (int i = from; i < last; i++) {
      int at = slot(words.hash(i));
      if (slots[at] != null) {
        tell(slots[at], words, i, to, hit);
      }
      if (byNumber.length > 0 && words.isNumber(i)) {
        tell(byNumber, words, i, to, hit);
      }
    }
  }

  private static void tell(Phrase[] phrases, PageWords words, int from, int to, Hit hit) {
    for (Phrase phrase : phrases) {
      long[][] wanted = phrase.words();
      if (from + wanted.length > to) {
        continue;
      }
      boolean same = true;
      // the first one led here
      for (int k = 1; k < wanted.length && same; k++) {
        same = fits(wanted[k], words, from + k);
      }
      if (same && (phrase.glued() == null || begins(words, from + wanted.length - 1, phrase.glued()))) {
        hit.at(phrase, from, from + wanted.length);
      }
    }
  }

  private static boolean fits(long[] wanted, PageWords words, int word) {
    for (long one : wanted) {
      if (one == words.hash(word) || one == ANY || one == NUMBER && words.isNumber(word)) {
        return true;
      }
    }
    return false;
  }

  /** The hash of one word as the file has it. */
  static long word(String key) {
    return Hash64.of(key);
  }
}
