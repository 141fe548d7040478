package io.khabar.segment;

import io.khabar.model.Kind;
import java.util.Arrays;

/** Parts a cue at the start of a line from the headline it announces: «اقرأ المزيد: ...» becomes two lines. */
final class CueCutter {
  private static final int SHORTEST_HEADLINE = 2;

  private CueCutter() {}

  static int[] cut(String text, PageWords words, int[] ends, SegmentRules rules) {
    int[] out = new int[ends.length + 8];
    int count = 0;
    int word = 0;
    int start = 0;
    for (int end : ends) {
      while (word < words.count() && words.start(word) < start) {
        word++;
      }
      int first = word;
      while (word < words.count() && words.start(word) < end) {
        word++;
      }
      int cue = rules.cueLength(words, text, first, word);
      if (cue > 0 && word - first - cue >= SHORTEST_HEADLINE) {
        int at = words.start(first + cue);
        // an opening quote belongs to the headline
        while (at > words.end(first + cue - 1) && "\"'\u00AB\u201C\u2018([{".indexOf(text.charAt(at - 1)) >= 0) {
          at--;
        }
        if (count + 2 > out.length) {
          out = Arrays.copyOf(out, out.length * 2);
        }
        out[count++] = at;
      }
      if (count + 1 > out.length) {
        out = Arrays.copyOf(out, out.length * 2);
      }
      out[count++] = end;
      start = end;
    }
    return Arrays.copyOf(out, count);
  }

  static boolean isCue(Phrase phrase) {
    return phrase.kind() == Kind.RELATED_CUE;
  }
}
