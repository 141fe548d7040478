package io.khabar.entity;

import io.khabar.text.Words;
import java.util.Arrays;

/**
 * Every word the gazetteer knows, by the hash of its match key, with what it may be; and the trie of the multi-word forms over them. Flat arrays
 * with open addressing: one probe tells all about a word. Two words of one 64-bit hash would be taken for one; at a hundred thousand words the odds are one in a
 * billion.
 */
final class Lexicon {
  static final int GIVEN_ARABIC = 1;
  static final int GIVEN_FOREIGN = 1 << 1;
  static final int FAMILY = 1 << 2;
  static final int NOT_NAME = 1 << 3;
  static final int NATIONALITY = 1 << 4;
  static final int PLACE_TRIGGER = 1 << 5;
  static final int ORG_TRIGGER = 1 << 6;
  /** Stands in a title of office. */
  static final int TITLE = 1 << 7;
  /** Stands in the full form of a listed person. */
  static final int PERSON_WORD = 1 << 8;
  /** Seen often in running text, no name as far as is known. */
  static final int COMMON = 1 << 9;
  /** Goes on with a name: بن، أبو، عبد، آل. */
  static final int PARTICLE = 1 << 10;
  /** No name when printed with a final alef maksura (على), for its key is a name's too (علي). */
  static final int NOT_NAME_MAKSURA = 1 << 11;
  /** Any sign that a word may be part of a person's name. */
  static final int ANY_NAME = GIVEN_ARABIC | GIVEN_FOREIGN | FAMILY | PERSON_WORD;

  private static final long OFFSET = 0xcbf29ce484222325L;
  private static final long PRIME = 0x100000001b3L;
  private static final long AL = step(step(OFFSET, '\u0627'), '\u0644');

  private long[] wordKeys = new long[1 << 12];
  private int[] wordIds = new int[1 << 12];
  private int[] flags = new int[1 << 11];
  private int words;

  /** A bit for each word: most of what is looked up, words with a letter or two cut off, is no word, and this says so from a small table. */
  private final KeyBits known = new KeyBits(20);

  private long[] edgeKeys = new long[1 << 12];
  private int[] edgeTo = new int[1 << 12];
  private int edges;
  private int[] rootChild = new int[1 << 11];
  private int[][] values = new int[1 << 11][];
  /** Whether a longer form goes on from a node: most end there, and need no look at the edges. */
  private boolean[] goesOn = new boolean[1 << 11];
  private int nodes = 1;

  private static long step(long h, char c) {
    return (h ^ c) * PRIME;
  }

  private static long close(long h) {
    h ^= h >>> 32;
    h *= 0x9E3779B97F4A7C15L;
    h ^= h >>> 29;
    // 0 marks an empty slot
    return h == 0 ? 1 : h;
  }

  static long hash(CharSequence key) {
    long h = OFFSET;
    for (int i = 0; i < key.length(); i++) {
      h = step(h, key.charAt(i));
    }
    return close(h);
  }

  /** The hash of a word from its char {@code cut} on, with the article put before it if asked. */
  static long hash(Words text, int word, int cut, boolean article) {
    long h = article ? AL : OFFSET;
    int length = text.keyLength(word);
    for (int i = cut; i < length; i++) {
      h = step(h, text.keyChar(word, i));
    }
    return close(h);
  }

  /** The hash of two words of a text as one. */
  static long hash(Words text, int first, int second) {
    long h = OFFSET;
    for (int i = 0; i < text.keyLength(first); i++) {
      h = step(h, text.keyChar(first, i));
    }
    for (int i = 0; i < text.keyLength(second); i++) {
      h = step(h, text.keyChar(second, i));
    }
    return close(h);
  }

  /** The word's number, or -1. */
  int find(long hash) {
    if (!known.mayHave(hash)) {
      return -1;
    }
    int mask = wordKeys.length - 1;
    for (int at = (int) hash & mask; wordKeys[at] != 0; at = (at + 1) & mask) {
      if (wordKeys[at] == hash) {
        return wordIds[at];
      }
    }
    return -1;
  }

  int flags(int word) {
    return word < 0 ? 0 : flags[word];
  }

  int size() {
    return words;
  }

  int add(CharSequence key, int flag) {
    long hash = hash(key);
    int id = find(hash);
    if (id < 0) {
      if (words * 2 >= wordKeys.length) {
        growWords();
      }
      id = words++;
      if (id == flags.length) {
        flags = Arrays.copyOf(flags, id * 2);
        rootChild = Arrays.copyOf(rootChild, id * 2);
      }
      put(wordKeys, wordIds, hash, id);
      known.add(hash);
    }
    flags[id] |= flag;
    return id;
  }

  private static void put(long[] keys, int[] vals, long key, int value) {
    int mask = keys.length - 1;
    int at = (int) key & mask;
    while (keys[at] != 0) {
      at = (at + 1) & mask;
    }
    keys[at] = key;
    vals[at] = value;
  }

  private void growWords() {
    long[] keys = new long[wordKeys.length * 2];
    int[] ids = new int[keys.length];
    for (int i = 0; i < wordKeys.length; i++) {
      if (wordKeys[i] != 0) {
        put(keys, ids, wordKeys[i], wordIds[i]);
      }
    }
    wordKeys = keys;
    wordIds = ids;
  }

  /** The node below the root for a word, or 0. */
  int root(int word) {
    return rootChild[word];
  }

  /** The node below another for a word, or 0. */
  int child(int node, int word) {
    if (!goesOn[node]) {
      return 0;
    }
    long key = edgeKey(node, word);
    int mask = edgeKeys.length - 1;
    for (int at = (int) key & mask; edgeKeys[at] != 0; at = (at + 1) & mask) {
      if (edgeKeys[at] == key) {
        return edgeTo[at];
      }
    }
    return 0;
  }

  private static long edgeKey(int node, int word) {
    return close(((long) node << 32) | (word + 1));
  }

  /** What ends at a node, or null. */
  int[] values(int node) {
    return values[node];
  }

  /** Whether a match key of one or more words is an entity's form. */
  boolean hasForm(String key) {
    int node = 0;
    for (int from = 0; from < key.length(); ) {
      int to = key.indexOf(' ', from);
      to = to < 0 ? key.length() : to;
      int word = find(hash(key.substring(from, to)));
      node = word < 0 ? 0 : from == 0 ? root(word) : child(node, word);
      if (node == 0) {
        return false;
      }
      from = to + 1;
    }
    int[] ends = values[node];
    return ends != null && ends[ends.length - 1] >= 0;
  }

  /** Adds a form: a match key of one or more words parted by single blanks. */
  void addForm(String key, int value, int wordFlag) {
    int node = 0;
    int from = 0;
    while (from < key.length()) {
      int to = key.indexOf(' ', from);
      if (to < 0) {
        to = key.length();
      }
      int word = add(key.substring(from, to), wordFlag);
      int next = node == 0 ? rootChild[word] : child(node, word);
      if (next == 0) {
        next = nodes++;
        if (next == values.length) {
          values = Arrays.copyOf(values, next * 2);
          goesOn = Arrays.copyOf(goesOn, next * 2);
        }
        if (node == 0) {
          rootChild[word] = next;
        } else {
          if (++edges * 2 >= edgeKeys.length) {
            growEdges();
          }
          put(edgeKeys, edgeTo, edgeKey(node, word), next);
          goesOn[node] = true;
        }
      }
      node = next;
      from = to + 1;
    }
    int[] old = values[node];
    if (old == null) {
      values[node] = new int[] {value};
      return;
    }
    for (int v : old) {
      if (v == value) {
        return;
      }
    }
    values[node] = Arrays.copyOf(old, old.length + 1);
    values[node][old.length] = value;
  }

  private void growEdges() {
    long[] keys = new long[edgeKeys.length * 2];
    int[] to = new int[keys.length];
    for (int i = 0; i < edgeKeys.length; i++) {
      if (edgeKeys[i] != 0) {
        put(keys, to, edgeKeys[i], edgeTo[i]);
      }
    }
    edgeKeys = keys;
    edgeTo = to;
  }
}
