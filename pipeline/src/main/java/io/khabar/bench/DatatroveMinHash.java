package io.khabar.bench;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.regex.Pattern;

/**
 * What MinHash deduplication does by datatrove's defaults (Hugging Face; {@code pipeline/dedup/minhash.py} and {@code utils/text.py} as documented there), to
 * stand beside ours: text in lower case, without a list of punctuation and without combining marks, every number a zero; word 5-grams, SHA-1 to 32 bits; 14
 * buckets of 8 minima; whoever shares a bucket is joined, unverified and over any chain; the first of a component stays. Texts of fewer than five words have
 * no signature and all stay. Our own code after that description; the random parameters differ, and words are cut at blanks.
 */
final class DatatroveMinHash {
  private static final int GRAM = 5;
  private static final int BUCKETS = 14;
  private static final int ROWS = 8;
  private static final long PRIME = (1L << 61) - 1;
  private static final Pattern PUNCTUATION =
      Pattern.compile(
          "[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F!/—”:％１〈&(、━\\\\【#%「」，】；+^\\]~“《„';’{|∶´\\[=\\-`*．（–？！：$～«〉,><》)?）。…@_.\"}►»]");
  private static final Pattern BLANKS = Pattern.compile("\\s+", Pattern.UNICODE_CHARACTER_CLASS);
  private static final Pattern MARKS = Pattern.compile("\\p{Mn}");
  private static final Pattern DIGITS = Pattern.compile("\\d+", Pattern.UNICODE_CHARACTER_CLASS);

  private final long[] multiply = new long[BUCKETS * ROWS];
  private final long[] add = new long[BUCKETS * ROWS];

  DatatroveMinHash() {
    Random random = new Random(1);
    for (int i = 0; i < multiply.length; i++) {
      multiply[i] = 1 + (random.nextLong() >>> 4) % (PRIME - 1);
      add[i] = (random.nextLong() >>> 4) % PRIME;
    }
  }

  /** For every text the place of the one that stays for it, its own where it stays. */
  int[] find(List<String> texts) {
    int[] parent = new int[texts.size()];
    Map<String, Integer> buckets = new HashMap<>();
    for (int i = 0; i < parent.length; i++) {
      parent[i] = i;
      int[] least = signature(texts.get(i));
      for (int bucket = 0; least != null && bucket < BUCKETS; bucket++) {
        String key = bucket + Arrays.toString(Arrays.copyOfRange(least, bucket * ROWS, (bucket + 1) * ROWS));
        Integer first = buckets.putIfAbsent(key, i);
        int other = root(parent, first == null ? i : first);
        int mine = root(parent, i);
        parent[Math.max(mine, other)] = Math.min(mine, other);
      }
    }
    for (int i = 0; i < parent.length; i++) {
      parent[i] = root(parent, i);
    }
    return parent;
  }

  private static int root(int[] parent, int i) {
    int at = i;
    while (parent[at] != at) {
      parent[at] = parent[parent[at]];
      at = parent[at];
    }
    return at;
  }

  static List<String> words(String text) {
    String simple = BLANKS.matcher(text.toLowerCase(Locale.ROOT).strip()).replaceAll(" ");
    simple = PUNCTUATION.matcher(simple).replaceAll("");
    simple = MARKS.matcher(Normalizer.normalize(simple, Normalizer.Form.NFD)).replaceAll("");
    simple = DIGITS.matcher(simple).replaceAll("0").strip();
    List<String> words = new ArrayList<>(List.of(simple.split(" ")));
    words.removeIf(String::isEmpty);
    return words;
  }

  /** The minima, or null for a text too short. */
  private int[] signature(String text) {
    List<String> words = words(text);
    if (words.size() < GRAM) {
      return null;
    }
    long[] least = new long[multiply.length];
    Arrays.fill(least, Long.MAX_VALUE);
    MessageDigest sha1 = sha1();
    for (int i = 0; i + GRAM <= words.size(); i++) {
      byte[] digest = sha1.digest(String.join(" ", words.subList(i, i + GRAM)).getBytes(StandardCharsets.UTF_8));
      long shingle = ByteBuffer.wrap(digest).order(ByteOrder.LITTLE_ENDIAN).getInt() & 0xFFFFFFFFL;
      for (int h = 0; h < least.length; h++) {
        // 64-bit arithmetic wraps before the modulus, as numpy's does
        long value = Long.remainderUnsigned(shingle * multiply[h] + add[h], PRIME) & 0xFFFFFFFFL;
        least[h] = Math.min(least[h], value);
      }
    }
    return Arrays.stream(least).mapToInt(v -> (int) v).toArray();
  }

  private static MessageDigest sha1() {
    try {
      return MessageDigest.getInstance("SHA-1");
    } catch (java.security.NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-1", e);
    }
  }
}
