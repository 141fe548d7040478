package io.khabar.entity;

import io.khabar.text.RuleFile;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Spellings of a foreign name with one letter swapped as papers do: «يوهانسبورغ» for «جوهانسبورغ». The pairs are data. */
final class LetterSwaps {
  private static final String FIRST = "first";
  private static final String LAST = "last";
  private static final int LEAST_LETTERS = 4;

  private record Swap(String from, String to, String where) {}

  private final List<Swap> swaps = new ArrayList<>();

  /** The swaps of the data file. */
  LetterSwaps() {
    for (String[] row : RuleFile.resource(Gazetteer.FOLDER + "letter-swaps.txt", 3)) {
      swaps.add(new Swap(row[0], row[1], row[2]));
      swaps.add(new Swap(row[1], row[0], row[2]));
    }
  }

  /** The words with one letter of one of them swapped, in a fixed order. */
  Set<List<String>> of(List<String> words) {
    Set<List<String>> out = new LinkedHashSet<>();
    for (int w = 0; w < words.size(); w++) {
      String word = words.get(w);
      int begin = SoundSkeleton.article(word);
      if (word.length() - begin < LEAST_LETTERS) {
        continue;
      }
      for (Swap swap : swaps) {
        for (int i = begin; i <= word.length(); i++) {
          boolean first = i == begin;
          boolean last = i + swap.from.length() == word.length();
          if (!word.startsWith(swap.from, i) || swap.where.equals(FIRST) && !first || swap.where.equals(LAST) && !last || swap.from.isEmpty() && !last) {
            continue;
          }
          List<String> copy = new ArrayList<>(words);
          copy.set(w, word.substring(0, i) + swap.to + word.substring(i + swap.from.length()));
          out.add(copy);
        }
      }
    }
    return out;
  }
}
